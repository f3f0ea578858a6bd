import type { ArcCommand } from './arc-command';
import { imageryBuildCommand } from './commands/imagery-build';
import { panoramaAddCommand } from './commands/panorama-add';
import { panoramaCalibrateCommand } from './commands/panorama-calibrate';
import { panoramaCheckCommand } from './commands/panorama-check';
import { panoramaLabelsCommand } from './commands/panorama-labels';
import { panoramaMediaCommand } from './commands/panorama-media';
import { panoramaRenderCommand } from './commands/panorama-render';
import { panoramaStillCommand } from './commands/panorama-still';
import { panoramaTileCommand } from './commands/panorama-tile';
import { routeProfileCommand } from './commands/route-profile';
import { routeSnapCommand } from './commands/route-snap';
import { sceneCheckCommand } from './commands/scene-check';
import { sceneCompileCommand } from './commands/scene-compile';
import { sceneExportCommand } from './commands/scene-export';
import { sceneNewCommand } from './commands/scene-new';
import { sceneStatsCommand } from './commands/scene-stats';
import { storySpeakCommand } from './commands/story-speak';
import { terrainBuildCommand } from './commands/terrain-build';
import { terrainCheckCommand } from './commands/terrain-check';
import { terrainFetchCommand } from './commands/terrain-fetch';

/** Every verb of `arc`, in the order of its help. */
export const ARC_COMMANDS: readonly ArcCommand[] = [
  sceneNewCommand,
  sceneCheckCommand,
  sceneStatsCommand,
  sceneCompileCommand,
  sceneExportCommand,
  terrainBuildCommand,
  terrainCheckCommand,
  terrainFetchCommand,
  imageryBuildCommand,
  panoramaAddCommand,
  panoramaMediaCommand,
  panoramaTileCommand,
  panoramaCalibrateCommand,
  panoramaCheckCommand,
  panoramaRenderCommand,
  panoramaStillCommand,
  panoramaLabelsCommand,
  routeSnapCommand,
  routeProfileCommand,
  storySpeakCommand,
];
