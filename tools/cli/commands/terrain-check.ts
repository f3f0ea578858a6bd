import { resolve } from 'node:path';
import { checkTileSet, TileSetFaultsError } from '../../terrain/check/check-tile-set';
import { faultLine } from '../../terrain/check/tile-fault';
import type { ArcCommand } from '../arc-command';
import { numberOption } from '../option-values';

const DEFAULT_MOST_LINES = 50;

/** `arc terrain check DIR [--level N] [--most N]` */
export const terrainCheckCommand: ArcCommand = {
  noun: 'terrain',
  verb: 'check',
  summary:
    'Check a quantized-mesh tile set, ours or foreign: header, mesh, edges, neighbours, files.',
  example: 'npx arc terrain check tilesets/nw-sketch',
  args: [{ name: 'dir', description: 'folder with layer.json and {z}/{x}/{y}.terrain' }],
  options: [
    { flags: '--level <n>', description: 'open only the tiles of this level' },
    {
      flags: '--most <n>',
      description: 'lines to print at most; --json always has every fault',
      defaultValue: String(DEFAULT_MOST_LINES),
    },
  ],
  async run([dir], options, context) {
    const level = numberOption(options, 'level', '--level', { min: 0, max: 30 });
    const range = { min: 0, max: 1e9 };
    const most = numberOption(options, 'most', '--most', range) ?? DEFAULT_MOST_LINES;
    const folder = resolve(context.cwd, dir ?? '.');
    const report = await checkTileSet(folder, {
      progress: context.progress,
      signal: context.signal,
      ...(level !== undefined && { level }),
    });
    const { tiles, bytes, faults, warnings, issues } = report;
    for (const issue of issues.slice(0, most)) context.print(faultLine(issue));
    if (issues.length > most) context.print(`and ${issues.length - Math.floor(most)} more`);
    const size = `${(bytes / 1e6).toFixed(1)} MB`;
    context.print(`${tiles} tiles, ${size}: ${faults} faults, ${warnings} warnings`);
    if (faults > 0) throw new TileSetFaultsError(report, folder);
    return report;
  },
};
