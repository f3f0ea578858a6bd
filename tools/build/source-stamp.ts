import { join } from 'node:path';
import { writeFileAtomic } from '../io/atomic';
import { sha256Hex } from '../io/content-hash';
import { fileFacts, readBytes, readTextIfThere, walkFiles } from '../io/files';

/** What something is built from: files and folders relative to the project. */
export interface StampSources {
  readonly paths: readonly string[];
  /** Says no to files that do not change the result (tests). */
  readonly accepts?: (relativePath: string) => boolean;
}

/** SHA-256 over names and bytes of all sources, in order of their paths. */
export async function sourcesHash(rootDir: string, sources: StampSources): Promise<string> {
  const files: string[] = [];
  for (const path of sources.paths) {
    const facts = await fileFacts(join(rootDir, path));
    if (facts === undefined) continue;
    if (!facts.isFolder) files.push(path);
    else files.push(...(await walkFiles(join(rootDir, path))).map((file) => `${path}/${file}`));
  }
  const wanted = files.filter((file) => sources.accepts?.(file) !== false).sort();
  const lines = wanted.map(
    async (file) => `${file} ${sha256Hex(await readBytes(join(rootDir, file)))}`,
  );
  return sha256Hex((await Promise.all(lines)).join('\n'));
}

/** Whether something was built from exactly these sources. */
export async function isStampFresh(rootDir: string, name: string, hash: string): Promise<boolean> {
  return (await readTextIfThere(stampPath(rootDir, name))) === hash;
}

/** Remembers from what something was built; written last, when all of it is there. */
export async function writeStamp(rootDir: string, name: string, hash: string): Promise<void> {
  await writeFileAtomic(stampPath(rootDir, name), hash);
}

function stampPath(rootDir: string, name: string): string {
  return join(rootDir, '.cache/stamps', name);
}
