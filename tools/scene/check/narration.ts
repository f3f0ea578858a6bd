import { join } from 'node:path';
import type { Story } from '#scene';
import { sha256Hex } from '../../io/content-hash';
import { pathExists } from '../../io/files';
import {
  NARRATION_LOCALES,
  type NarrationLocale,
  narrationDirOf,
  narrationName,
  readSidecar,
} from '../../story/narration-files';
import type { FileIssue } from '../file-issue';
import { recordsOf, type SceneContent } from '../read-scene';
import { warning } from './rule';
import type { StrictFindings } from './spelling';

/** Sounds and captions that a story names are there, and read what the story says today. */
export async function narrationIssues(content: SceneContent): Promise<StrictFindings> {
  const folder = narrationDirOf(content.sceneDir);
  const found = recordsOf(content, 'story').flatMap(({ file, record }) =>
    record.chapters.flatMap((chapter, index) =>
      NARRATION_LOCALES.map((locale) =>
        chapterIssues({ file, folder: join(folder, record.id), chapter, index, locale }),
      ),
    ),
  );
  return { issues: (await Promise.all(found)).flat() };
}

interface Spoken {
  readonly file: string;
  readonly folder: string;
  readonly chapter: Story['chapters'][number];
  readonly index: number;
  readonly locale: NarrationLocale;
}

async function chapterIssues(spoken: Spoken): Promise<FileIssue[]> {
  const { file, folder, chapter, index, locale } = spoken;
  const audio = chapter.audio?.[locale];
  if (audio === undefined) return [];
  const path = `$.chapters[${index}].audio.${locale}`;
  const fix = 'Run arc story speak again.';
  for (const name of [audio.file, audio.captions]) {
    if (await pathExists(join(folder, name))) continue;
    const expected = `${name} in the story's folder under narration/`;
    const code = 'scene-narration-missing';
    return [warning(file, { code, path, expected, found: 'no such file', fix })];
  }
  const sidecar = await readSidecar(folder, narrationName(index, locale));
  if (sidecar?.textSha256 === sha256Hex(chapter.narration[locale])) return [];
  const expected = 'a sound of the text as it stands';
  const found = sidecar === null ? 'none that says what it reads' : 'one of an older text';
  return [warning(file, { code: 'scene-narration-stale', path, expected, found, fix })];
}
