import { resolve } from 'node:path';
import { checkScene, SceneFaultsError } from '../../scene/check/check-scene';
import { issueLine } from '../../scene/file-issue';
import type { ArcCommand } from '../arc-command';
import { panoramasDirOf, SCENE_DIR_ARG, sceneDirOf } from '../scene-dirs';

/** `arc scene check [DIR] [--strict]` */
export const sceneCheckCommand: ArcCommand = {
  noun: 'scene',
  verb: 'check',
  summary: 'check every record of a scene and report every fault at once',
  example: 'npx arc scene check scenes/northwest --strict',
  args: [SCENE_DIR_ARG],
  options: [
    { flags: '--strict', description: 'for publishing: warnings count as faults' },
    { flags: '--panoramas <dir>', description: 'folder of the master pictures' },
  ],
  async run([dir], options, context) {
    const sceneDir = sceneDirOf(dir, context);
    const report = await checkScene(sceneDir, resolve(panoramasDirOf(options, context)), {
      isStrict: options['strict'] === true,
    });
    for (const issue of report.issues) context.print(issueLine(issue));
    const { files, faults, warnings, drafts } = report;
    context.print(`${files} files: ${faults} faults, ${warnings} warnings, ${drafts} drafts`);
    if (faults > 0) throw new SceneFaultsError(report, sceneDir);
    return report;
  },
};
