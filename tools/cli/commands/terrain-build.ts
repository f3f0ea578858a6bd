import { basename, join, resolve } from 'node:path';
import { UsageError } from '#core/errors';
import { DEM_FORMATS_TEXT } from '../../io/open-dem';
import { buildDemTerrain } from '../../terrain/build-dem-terrain';
import { BUILD_TERRAIN_DEFAULTS, type TerrainReport } from '../../terrain/build-terrain';
import { buildSketchTerrain, SKETCH_TERRAIN_ID } from '../../terrain/ensure-sketch-terrain';
import {
  boxFromText,
  levelFromText,
  ratioFromText,
  tileSetId,
} from '../../terrain/terrain-build-options';
import type { ArcCommand, CommandContext, OptionValues } from '../arc-command';

/** `arc terrain build`: terrain tiles from elevation models, or from the facts of the sketch. */
export const terrainBuildCommand: ArcCommand = {
  noun: 'terrain',
  verb: 'build',
  summary: 'Build quantized-mesh terrain tiles from elevation models or the sketch facts.',
  example: 'npx arc terrain build --dem survey.tif --id nw-surveyed --max-level 11',
  args: [],
  options: [
    {
      flags: '--dem <path>',
      description: `${DEM_FORMATS_TEXT}; give several for a mosaic, the first has priority where it has data`,
      isRepeatable: true,
    },
    { flags: '--sketch', description: 'build the embedded sketch relief instead of a DEM' },
    { flags: '--id <id>', description: 'id of the tile set; its folder is tilesets/<id>' },
    { flags: '--out <dir>', description: 'folder for the tiles instead of tilesets/<id>' },
    { flags: '--max-level <n>', description: 'deepest level; what the data can give by default' },
    { flags: '--box <w,s,e,n>', description: 'only this part, degrees' },
    {
      flags: '--vertical <datum>',
      description: 'what the heights stand on: egm96 or ellipsoid',
      defaultValue: BUILD_TERRAIN_DEFAULTS.vertical,
    },
    {
      flags: '--error-ratio <x>',
      description: "error allowed, as a share of a level's geometric error",
      defaultValue: String(BUILD_TERRAIN_DEFAULTS.errorRatio),
    },
    { flags: '--credit <text>', description: 'credit line of the data, shown on the globe' },
    { flags: '--force', description: 'build even if the same tiles are there already' },
  ],
  async run(_args, options, context) {
    const report = await (options['sketch'] === true
      ? fromSketch(options, context)
      : fromDems(options, context));
    context.print(reportLine(report));
    return report;
  },
};

async function fromSketch(options: OptionValues, context: CommandContext): Promise<TerrainReport> {
  if (listOf(options['dem']).length > 0) throw both();
  return buildSketchTerrain(context.rootDir, context.progress, {
    id: tileSetId(textOf(options['id']) ?? SKETCH_TERRAIN_ID),
    isForced: options['force'] === true,
    errorRatio: errorRatio(options),
    signal: context.signal,
    ...outDirOf(options, context),
    ...maxLevelOf(options),
  });
}

async function fromDems(options: OptionValues, context: CommandContext): Promise<TerrainReport> {
  const files = listOf(options['dem']).map((file) => resolve(context.cwd, file));
  const idText = textOf(options['id']);
  if (files.length === 0 || idText === undefined) throw incomplete(files.length === 0);
  const id = tileSetId(idText);
  const boxText = textOf(options['box']);
  return buildDemTerrain({
    rootDir: context.rootDir,
    files,
    id,
    outDir: join(context.rootDir, 'tilesets', id),
    vertical: verticalOf(options),
    errorRatio: errorRatio(options),
    blendDeg: BUILD_TERRAIN_DEFAULTS.blendDeg,
    isForced: options['force'] === true,
    attribution: textOf(options['credit']) ?? files.map((file) => basename(file)).join(', '),
    progress: context.progress,
    signal: context.signal,
    ...outDirOf(options, context),
    ...maxLevelOf(options),
    ...(boxText !== undefined && { boxDeg: boxFromText(boxText) }),
  });
}

function reportLine({ tiles, bytes, maxLevel }: TerrainReport): string {
  if (tiles === 0) return 'The same tiles are there already (--force builds them again).';
  return `${tiles} tiles to level ${maxLevel}, ${(bytes / 1e6).toFixed(1)} MB.`;
}

function errorRatio(options: OptionValues): number {
  const text = textOf(options['errorRatio']);
  return text === undefined
    ? BUILD_TERRAIN_DEFAULTS.errorRatio
    : ratioFromText('--error-ratio', text);
}

function verticalOf(options: OptionValues): 'egm96' | 'ellipsoid' {
  const text = textOf(options['vertical']) ?? BUILD_TERRAIN_DEFAULTS.vertical;
  if (text === 'egm96' || text === 'ellipsoid') return text;
  throw new UsageError('vertical-invalid', {
    path: '--vertical',
    expected: 'egm96 or ellipsoid',
    found: text,
    fix: 'Most elevation models are egm96.',
  });
}

function outDirOf(options: OptionValues, context: CommandContext): { outDir?: string } {
  const out = textOf(options['out']);
  return out === undefined ? {} : { outDir: resolve(context.cwd, out) };
}

function maxLevelOf(options: OptionValues): { maxLevel?: number } {
  const level = textOf(options['maxLevel']);
  return level === undefined ? {} : { maxLevel: levelFromText(level) };
}

function textOf(value: OptionValues[string]): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function listOf(value: OptionValues[string]): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value : [];
}

function both(): UsageError {
  return new UsageError('terrain-source-ambiguous', {
    path: '--sketch',
    expected: 'either --sketch or --dem',
    found: 'both',
    fix: 'Leave one of them out.',
  });
}

function incomplete(isFileMissing: boolean): UsageError {
  return new UsageError('terrain-source-missing', {
    path: isFileMissing ? '--dem' : '--id',
    expected: '--dem FILE and --id ID, or --sketch',
    found: isFileMissing ? 'no elevation model' : 'no id',
    fix: 'See npx arc terrain build --help.',
  });
}
