import { panoramaIds } from '../../panorama/panorama-files';
import {
  ensurePanoramaTiles,
  removePanoramaTiles,
  type TilingOutcome,
} from '../../panorama/panorama-tiles';
import { sweepBuilt } from '../../panorama/sweep-built';
import type { ArcCommand } from '../arc-command';

/** `arc panorama tile [ID...] [--force]` */
export const panoramaTileCommand: ArcCommand = {
  noun: 'panorama',
  verb: 'tile',
  summary: 'build preview, thumbnail and tiles where they are missing, sweep old ones',
  example: 'npx arc panorama tile fansipan-summit',
  args: [{ name: 'ids...', description: 'panoramas (default: all)', isOptional: true }],
  options: [{ flags: '--force', description: 'build anew what is there' }],
  async run(ids, options, { rootDir, progress, print, signal }) {
    const wanted = ids.length > 0 ? ids : await panoramaIds(rootDir);
    const outcomes: TilingOutcome[] = [];
    for (const id of wanted) {
      if (options['force'] === true) await removePanoramaTiles(rootDir, id);
      const outcome = await ensurePanoramaTiles(rootDir, id, progress, signal);
      outcomes.push(outcome);
      print(
        `${id}: ${outcome.tilesWritten === 0 ? 'up to date' : `${outcome.tilesWritten} tiles`}`,
      );
      const swept = await sweepBuilt(rootDir, id);
      if (swept.length > 0) print(`${id}: swept ${swept.join(', ')}`);
    }
    return outcomes;
  },
};
