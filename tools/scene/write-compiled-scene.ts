import { join } from 'node:path';
import { writeFileAtomic, writeFolderAtomic } from '../io/atomic';
import type { CompiledScene } from './compile-scene';

/**
 * Writes a compiled scene; the folder is replaced whole or stays as it was.
 *
 * @param outDir - for example `dist/scene`
 */
export async function writeCompiledScene(outDir: string, scene: CompiledScene): Promise<void> {
  await writeFolderAtomic(outDir, async (folder) => {
    for (const [path, text] of scene.files) await writeFileAtomic(join(folder, path), text);
  });
}
