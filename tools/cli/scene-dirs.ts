import { join, resolve } from 'node:path';
import type { ArcCommand, CommandContext, OptionValues } from './arc-command';
import { textOption } from './option-values';

/** Argument of the verbs that read a scene. */
export const SCENE_DIR_ARG: ArcCommand['args'][number] = {
  name: 'dir',
  description: 'folder of the scene (default: scenes/northwest)',
  isOptional: true,
};

type Folders = Pick<CommandContext, 'rootDir' | 'cwd'>;

/** Folder of the scene that a command works on, absolute. */
export function sceneDirOf(dir: string | undefined, { rootDir, cwd }: Folders): string {
  return dir === undefined ? join(rootDir, 'scenes/northwest') : resolve(cwd, dir);
}

/** Folder of the master pictures, absolute: `--panoramas`, or that of the project. */
export function panoramasDirOf(options: OptionValues, { rootDir, cwd }: Folders): string {
  const dir = textOption(options, 'panoramas');
  return dir === undefined ? join(rootDir, 'panoramas') : resolve(cwd, dir);
}
