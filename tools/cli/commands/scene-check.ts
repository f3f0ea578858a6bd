import { resolve } from 'node:path';
import { checkScene, SceneFaultsError } from '../../scene/check/check-scene';
import { issueLine } from '../../scene/file-issue';
import type { ArcCommand } from '../arc-command';
import { textOption } from '../option-values';
import { panoramasDirOf, SCENE_DIR_ARG, sceneDirOf } from '../scene-dirs';

/** `arc scene check [DIR] [--strict] [--dem FILE]` */
export const sceneCheckCommand: ArcCommand = {
  noun: 'scene',
  verb: 'check',
  summary: 'check every record of a scene and report every fault at once',
  example: 'npx arc scene check scenes/northwest --strict',
  args: [SCENE_DIR_ARG],
  options: [
    {
      flags: '--strict',
      description: 'for publishing: warnings count as faults, and spelling and borders are checked',
    },
    { flags: '--dem <file>', description: 'with --strict: surveyed heights to hold ours against' },
    { flags: '--panoramas <dir>', description: 'folder of the master pictures' },
  ],
  async run([dir], options, context) {
    const sceneDir = sceneDirOf(dir, context);
    const dem = textOption(options, 'dem');
    const report = await checkScene(sceneDir, resolve(panoramasDirOf(options, context)), {
      isStrict: options['strict'] === true,
      ...(dem !== undefined && { demFile: resolve(context.cwd, dem) }),
    });
    for (const issue of report.issues) context.print(issueLine(issue));
    for (const reason of report.skipped) context.print(`skipped ${reason}`);
    const { files, faults, warnings, drafts } = report;
    context.print(`${files} files: ${faults} faults, ${warnings} warnings, ${drafts} drafts`);
    if (faults > 0) throw new SceneFaultsError(report, sceneDir);
    return report;
  },
};
