import { join } from 'node:path';
import { type CompiledScene, compileScene } from '../scene/compile-scene';
import { writeCompiledScene } from '../scene/write-compiled-scene';

/** Compiles the shipped scene into `dist/scene/`; cheap enough to do every time. */
export async function buildScene(rootDir: string, hasDrafts: boolean): Promise<CompiledScene> {
  const scene = await compileScene(join(rootDir, 'scenes/northwest'), join(rootDir, 'panoramas'), {
    hasDrafts,
    projectRoot: rootDir,
  });
  await writeCompiledScene(join(rootDir, 'dist/scene'), scene);
  return scene;
}
