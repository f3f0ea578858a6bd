import { join } from 'node:path';
import { vietnamDayOf } from '#core/calendar/vietnam-day';
import { writeFileAtomic, writeFolderAtomic } from '../io/atomic';
import { readText, removePath, writeInto } from '../io/files';
import { makePages } from '../pages/make-pages';
import type { CompiledScene } from '../scene/compile-scene';

export interface BuildPagesOptions {
  /** Where the site will be reached, ends with a slash; null where nobody said. */
  readonly publicUrl: string | null;
  readonly now: Date;
}

/** Pages lie in a folder of their own; these stand at the root, where robots look for them. */
const ROOT_FILES = ['sitemap.xml', 'robots.txt'];

/** Writes the pages to read into `dist/pages`, whole or not at all. */
export async function buildPages(
  rootDir: string,
  scene: CompiledScene,
  { publicUrl, now }: BuildPagesOptions,
): Promise<void> {
  const texts = makePages(scene, { publicUrl, today: vietnamDayOf(now) });
  const style = await readText(join(rootDir, 'tools/pages/page.css'));
  const dist = join(rootDir, 'dist');
  await writeFolderAtomic(join(dist, 'pages'), async (folder) => {
    await writeInto(join(folder, 'page.css'), new TextEncoder().encode(style));
    for (const [path, text] of texts) {
      if (!path.startsWith('pages/')) continue;
      await writeInto(join(folder, path.slice('pages/'.length)), new TextEncoder().encode(text));
    }
  });
  for (const name of ROOT_FILES) {
    const text = texts.get(name);
    if (text === undefined) await removePath(join(dist, name));
    else await writeFileAtomic(join(dist, name), text);
  }
}
