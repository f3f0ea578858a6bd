import { basename, join, resolve } from 'node:path';
import { UsageError } from '#core/errors';
import { buildDemRelief } from '../../imagery/build-dem-relief';
import type { ImageryReport } from '../../imagery/build-imagery';
import { buildSketchRelief } from '../../imagery/ensure-sketch-relief';
import type { StyleName } from '../../imagery/palette';
import { DEEPEST_PICTURE_LEVEL, type Shard } from '../../imagery/picture-plan';
import { SKETCH_RELIEF_IDS } from '../../imagery/sketch-picture';
import { DEM_FORMATS_TEXT } from '../../io/open-dem';
import { boxFromText, levelFromText, tileSetId } from '../../terrain/terrain-build-options';
import type { ArcCommand, CommandContext, OptionValues } from '../arc-command';

/** `arc imagery build`: the relief picture of elevation models or of the sketch. */
export const imageryBuildCommand: ArcCommand = {
  noun: 'imagery',
  verb: 'build',
  summary: 'Paint the relief picture of the sketch facts or of elevation models.',
  example: 'npx arc imagery build --sketch --max-level 9',
  args: [],
  options: [
    {
      flags: '--dem <path>',
      description: `${DEM_FORMATS_TEXT}; give several for a mosaic, the first has priority where it has data`,
      isRepeatable: true,
    },
    { flags: '--sketch', description: 'paint the embedded sketch relief instead of a DEM' },
    { flags: '--id <id>', description: 'id of the tile set; its folder is tilesets/<id>' },
    { flags: '--out <dir>', description: 'folder for the tiles instead of tilesets/<id>' },
    { flags: '--max-level <n>', description: 'deepest level; what the data can give by default' },
    {
      flags: '--full',
      description: `all levels down to ${DEEPEST_PICTURE_LEVEL}, for hosting and packs`,
    },
    { flags: '--style <name>', description: 'day or dusk', defaultValue: 'day' },
    {
      flags: '--water <geojson>',
      description: 'rivers and lakes for --dem; without it lakes are found in the heights',
    },
    {
      flags: '--shard <i/n>',
      description: 'paint only the i-th of n shares; their folders are merged by copying',
    },
    { flags: '--box <w,s,e,n>', description: 'only this part of the DEM, degrees' },
    { flags: '--credit <text>', description: 'credit line of the data, shown on the globe' },
    { flags: '--force', description: 'paint even if the same picture is there already' },
  ],
  async run(_args, options, context) {
    const report = await (options['sketch'] === true
      ? fromSketch(options, context)
      : fromDems(options, context));
    context.print(reportLine(report));
    return report;
  },
};

async function fromSketch(options: OptionValues, context: CommandContext): Promise<ImageryReport> {
  for (const name of ['dem', 'box', 'water', 'credit']) {
    if (listOf(options[name]).length === 0) continue;
    throw wrongUse('imagery-source-ambiguous', '--sketch', '--sketch alone', `--${name} too`);
  }
  const style = styleOf(options);
  return buildSketchRelief(context.rootDir, context.progress, {
    style,
    id: tileSetId(textOf(options['id']) ?? SKETCH_RELIEF_IDS[style]),
    isForced: options['force'] === true,
    signal: context.signal,
    ...shared(options, context),
  });
}

async function fromDems(options: OptionValues, context: CommandContext): Promise<ImageryReport> {
  const files = listOf(options['dem']).map((file) => resolve(context.cwd, file));
  const idText = textOf(options['id']);
  if (files.length === 0 || idText === undefined) {
    const expected = '--dem FILE and --id ID, or --sketch';
    throw wrongUse('imagery-source-missing', '--dem', expected, 'less');
  }
  const id = tileSetId(idText);
  const boxText = textOf(options['box']);
  const waterText = textOf(options['water']);
  return buildDemRelief({
    files,
    id,
    outDir: join(context.rootDir, 'tilesets', id),
    credit: textOf(options['credit']) ?? files.map((file) => basename(file)).join(', '),
    style: styleOf(options),
    isForced: options['force'] === true,
    progress: context.progress,
    signal: context.signal,
    ...shared(options, context),
    ...(boxText !== undefined && { boxDeg: boxFromText(boxText) }),
    ...(waterText !== undefined && { waterFile: resolve(context.cwd, waterText) }),
  });
}

function shared(
  options: OptionValues,
  context: CommandContext,
): { outDir?: string; maxLevel?: number; shard?: Shard } {
  const out = textOf(options['out']);
  const level = textOf(options['maxLevel']);
  const shard = textOf(options['shard']);
  const isFull = options['full'] === true;
  if (isFull && level !== undefined) {
    throw wrongUse('imagery-level-ambiguous', '--full', '--full or --max-level', 'both');
  }
  return {
    ...(out !== undefined && { outDir: resolve(context.cwd, out) }),
    ...(isFull && { maxLevel: DEEPEST_PICTURE_LEVEL }),
    ...(level !== undefined && { maxLevel: levelOf(level) }),
    ...(shard !== undefined && { shard: shardOf(shard) }),
  };
}

function levelOf(text: string): number {
  const level = levelFromText(text);
  if (level <= DEEPEST_PICTURE_LEVEL) return level;
  const expected = `at most ${DEEPEST_PICTURE_LEVEL}, 9.5 m per pixel`;
  throw wrongUse('imagery-level-too-deep', '--max-level', expected, text);
}

function shardOf(text: string): Shard {
  const [number = 0, count = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).slice(1).map(Number);
  if (number >= 1 && number <= count) return { number, count };
  throw wrongUse('imagery-shard-invalid', '--shard', 'a share such as 1/4', text);
}

function styleOf(options: OptionValues): StyleName {
  const style = textOf(options['style']) ?? 'day';
  if (style === 'day' || style === 'dusk') return style;
  throw wrongUse('imagery-style-unknown', '--style', 'day or dusk', style);
}

function reportLine({ tiles, bytes, maxLevel }: ImageryReport): string {
  if (tiles === 0) return 'The same picture is there already (--force paints it again).';
  return `${tiles} tiles to level ${maxLevel}, ${(bytes / 1e6).toFixed(1)} MB.`;
}

function textOf(value: OptionValues[string]): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function listOf(value: OptionValues[string]): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value : [];
}

function wrongUse(code: string, path: string, expected: string, found: string): UsageError {
  return new UsageError(code, { path, expected, found, fix: 'See npx arc imagery build --help.' });
}
