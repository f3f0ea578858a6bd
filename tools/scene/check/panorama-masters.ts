import { join } from 'node:path';
import { AssetError } from '#core/errors';
import { listFolder, pathExists } from '../../io/files';
import { imageSize } from '../../io/image-size';
import { masterPicturePath } from '../../io/master-picture';
import type { FileIssue } from '../file-issue';
import { recordsOf, type SceneContent, type SceneRecord } from '../read-scene';
import { fault, warning } from './rule';

/** Published panoramas have a master picture of the right shape, renders their recipe. */
export async function masterIssues(
  content: SceneContent,
  panoramasDir: string,
): Promise<FileIssue[]> {
  const entries = recordsOf(content, 'panorama');
  const found = await Promise.all(entries.map((entry) => issuesOfPanorama(entry, panoramasDir)));
  return [...found.flat(), ...(await anonymousFolders(content, panoramasDir))];
}

async function issuesOfPanorama(
  { file, record }: SceneRecord<'panorama'>,
  panoramasDir: string,
): Promise<FileIssue[]> {
  const issues: FileIssue[] = [];
  const master = await masterPicturePath(join(panoramasDir, record.id));
  if (master !== null) issues.push(...(await shapeIssues(file, master)));
  else if (!record.isDraft) issues.push(missingMaster(file, record.id));
  if (record.kind === 'render') {
    const recipe = join(panoramasDir, record.id, record.recipe);
    if (!(await pathExists(recipe))) issues.push(missingRecipe(file, record.id, record.recipe));
  }
  return issues;
}

async function shapeIssues(file: string, master: string): Promise<FileIssue[]> {
  const size = await imageSize(master).catch((error: unknown) => {
    if (error instanceof AssetError) return error;
    throw error;
  });
  if (size instanceof AssetError) {
    const { expected, found, fix } = size.details;
    return [fault(file, { code: 'scene-master-unreadable', path: '$.id', expected, found, fix })];
  }
  const { widthPx, heightPx } = size;
  if (widthPx === 2 * heightPx && widthPx >= 1024) return [];
  return [
    fault(file, {
      code: 'scene-master-shape',
      path: '$.id',
      expected: 'a master picture twice as wide as high, at least 1024 px wide',
      found: `${widthPx} x ${heightPx} px in ${master}`,
      fix: 'Add the picture again with arc panorama add.',
    }),
  ];
}

function missingMaster(file: string, id: string): FileIssue {
  return fault(file, {
    code: 'scene-panorama-without-master',
    path: '$.id',
    expected: `panoramas/${id}/master.jpg (or .webp, .png)`,
    found: 'no such file',
    fix: 'Add the picture with arc panorama add or arc panorama render, or set "isDraft": true.',
  });
}

function missingRecipe(file: string, id: string, recipe: string): FileIssue {
  return fault(file, {
    code: 'scene-render-without-recipe',
    path: '$.recipe',
    expected: `panoramas/${id}/${recipe}`,
    found: 'no such file',
    fix: 'Write the recipe, or mend its name.',
  });
}

async function anonymousFolders(content: SceneContent, panoramasDir: string): Promise<FileIssue[]> {
  const ids = new Set(recordsOf(content, 'panorama').map(({ record }) => record.id));
  const claimed = new Set(content.addresses.filter((a) => a.kind === 'panorama').map((a) => a.id));
  const folders = (await listFolder(panoramasDir)).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name }) =>
    name.startsWith('.') || ids.has(name) || claimed.has(name)
      ? []
      : [
          warning('scene.json', {
            code: 'scene-anonymous-picture',
            path: '$',
            expected: `a record for panoramas/${name}/`,
            found: 'none',
            fix: `Write it with arc scene new panorama ${name}, or delete the folder.`,
          }),
        ],
  );
}
