import type { ArcCommand } from './arc-command';
import { panoramaAddCommand } from './commands/panorama-add';
import { panoramaTileCommand } from './commands/panorama-tile';

/** Every verb of `arc`, in the order of its help. */
export const ARC_COMMANDS: readonly ArcCommand[] = [panoramaAddCommand, panoramaTileCommand];
