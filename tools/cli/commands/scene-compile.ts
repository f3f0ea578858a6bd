import { join, resolve } from 'node:path';
import { compileScene } from '../../scene/compile-scene';
import { writeCompiledScene } from '../../scene/write-compiled-scene';
import type { ArcCommand } from '../arc-command';
import { textOption } from '../option-values';
import { panoramasDirOf, SCENE_DIR_ARG, sceneDirOf } from '../scene-dirs';

/** `arc scene compile [DIR] [--out DIR] [--drafts]` */
export const sceneCompileCommand: ArcCommand = {
  noun: 'scene',
  verb: 'compile',
  summary: 'compile a scene into the hashed bundle that the viewer reads',
  example: 'npx arc scene compile --out dist/scene',
  args: [SCENE_DIR_ARG],
  options: [
    { flags: '--out <dir>', description: 'folder to replace (default: dist/scene)' },
    { flags: '--drafts', description: 'with the drafts that can be shown, for the editor only' },
    { flags: '--panoramas <dir>', description: 'folder of the master pictures' },
  ],
  async run([dir], options, context) {
    const out = textOption(options, 'out');
    const outDir =
      out === undefined ? join(context.rootDir, 'dist/scene') : resolve(context.cwd, out);
    const scene = await compileScene(sceneDirOf(dir, context), panoramasDirOf(options, context), {
      hasDrafts: options['drafts'] === true,
      projectRoot: context.rootDir,
    });
    await writeCompiledScene(outDir, scene);
    const { contentHash, places, routes, panoramas } = scene.index;
    context.print(
      `Compiled ${places.length} places, ${routes.length} routes and ${panoramas.length} panoramas into ${outDir}`,
    );
    if (scene.leftOutPanoramaIds.length > 0) {
      context.print(`Left out as drafts: ${scene.leftOutPanoramaIds.join(', ')}`);
    }
    return {
      outDir,
      contentHash,
      files: scene.files.size,
      leftOutPanoramaIds: scene.leftOutPanoramaIds,
    };
  },
};
