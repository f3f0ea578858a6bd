import { availableParallelism } from 'node:os';
import { basename, resolve } from 'node:path';
import { UsageError } from '#core/errors';
import { DEM_FORMATS_TEXT } from '../../io/open-dem';
import { type RenderedStill, renderStills } from '../../panorama/render/still/render-stills';
import { readDem } from '../../terrain/read-dem';
import type { ArcCommand, OptionValues } from '../arc-command';
import { textOption } from '../option-values';

/** `arc panorama still [PLACE...] --dem FILE` */
export const panoramaStillCommand: ArcCommand = {
  noun: 'panorama',
  verb: 'still',
  summary: 'draw a still of every place for cards, lists and sharing: 1200 x 800, 120 KB',
  example: 'npx arc panorama still sa-pa fansipan --dem land.tif',
  args: [{ name: 'places...', description: 'places (default: all)', isOptional: true }],
  options: [
    {
      flags: '--dem <path>',
      description: `elevation model that the land is drawn from: ${DEM_FORMATS_TEXT}`,
      isRequired: true,
    },
    { flags: '--shard <i/n>', description: 'the i-th of n parts, for several machines' },
    { flags: '--out-dir <folder>', description: 'where they go instead of stills/' },
    { flags: '--threads <n>', description: 'threads that paint (default: all cores)' },
    { flags: '--draft', description: 'coarser and some three times faster, for a look' },
    { flags: '--force', description: 'draw anew what is up to date' },
  ],
  async run(placeIds, options, { rootDir, cwd, progress, print, signal }) {
    const demFile = resolve(cwd, textOption(options, 'dem') ?? '');
    const outDir = textOption(options, 'outDir');
    const shard = shardOf(options);
    const field = await readDem(demFile);
    const stills: RenderedStill[] = [];
    const run = renderStills(rootDir, field, {
      placeIds,
      elevationSource: basename(demFile),
      workerCount: threadsOf(options),
      isDraft: options['draft'] === true,
      isForced: options['force'] === true,
      progress,
      signal,
      ...(shard === undefined ? {} : { shard }),
      ...(outDir === undefined ? {} : { outDir: resolve(cwd, outDir) }),
    });
    for await (const still of run) {
      stills.push(still);
      print(`${still.placeId}: ${still.isNew ? `${still.sizeBytes} bytes` : 'up to date'}`);
    }
    return stills;
  },
};

function threadsOf(options: OptionValues): number {
  const threads = Number(textOption(options, 'threads') ?? availableParallelism());
  if (Number.isInteger(threads) && threads >= 1 && threads <= 256) return threads;
  throw usage('--threads', 'a whole number from 1 to 256', String(options['threads']));
}

function shardOf(options: OptionValues): { index: number; count: number } | undefined {
  const text = textOption(options, 'shard');
  if (text === undefined) return undefined;
  const [, index = 0, count = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (index >= 1 && index <= count) return { index, count };
  throw usage('--shard', 'i/n with i from 1 to n', text);
}

function usage(path: string, expected: string, found: string): UsageError {
  return new UsageError('usage-panorama-still', {
    path,
    expected,
    found,
    fix: 'Run npx arc panorama still --help.',
  });
}
