import { basename, join, resolve } from 'node:path';
import { UsageError } from '#core/errors';
import { MESH_OPTIMIZE_DEFAULT } from '#core/tiles/terrain-mesh';
import { demFiles } from '../../io/dem-files';
import { DEM_FORMATS_TEXT } from '../../io/open-dem';
import { buildDemTerrain } from '../../terrain/build-dem-terrain';
import { BUILD_TERRAIN_DEFAULTS, type TerrainReport } from '../../terrain/build-terrain';
import { buildSketchTerrain, SKETCH_TERRAIN_ID } from '../../terrain/ensure-sketch-terrain';
import { errorLevelsFromText } from '../../terrain/error-budget';
import {
  boxFromText,
  levelFromText,
  optimizeFromText,
  ratioFromText,
  shardFromText,
  tileSetId,
  verticalFromText,
} from '../../terrain/terrain-build-options';
import type { ArcCommand, CommandContext, OptionValues } from '../arc-command';
import { numberOption, textOption } from '../option-values';

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
      description: `${DEM_FORMATS_TEXT}, or a folder of such files; several make a mosaic, the first has priority where it has data`,
      isRepeatable: true,
    },
    { flags: '--sketch', description: 'build the embedded sketch relief instead of a DEM' },
    { flags: '--id <id>', description: 'id of the tile set; its folder is tilesets/<id>' },
    { flags: '--out <dir>', description: 'folder for the tiles instead of tilesets/<id>' },
    { flags: '--max-level <n>', description: 'deepest level; what the data can give by default' },
    {
      flags: '--box <w,s,e,n>',
      description: 'only this part, degrees; west > east goes across the antimeridian',
    },
    {
      flags: '--vertical <datum>',
      description: 'what the heights stand on: egm96 or ellipsoid; as the files say by default',
    },
    {
      flags: '--error-ratio <x>',
      description: "error allowed, as a share of a level's geometric error",
      defaultValue: String(BUILD_TERRAIN_DEFAULTS.errorRatio),
    },
    {
      flags: '--error-m <z:m,...>',
      description: 'error allowed in tiles of single levels, metres, from level 5 on',
    },
    {
      flags: '--optimize <what>',
      description: 'what meshes are made small in: bytes (after gzip) or triangles',
      defaultValue: MESH_OPTIMIZE_DEFAULT,
    },
    { flags: '--water <geojson>', description: 'lakes and rivers for the water mask' },
    { flags: '--gzip', description: 'keep the tiles packed on the disk' },
    {
      flags: '--shard <i/n>',
      description: 'build only the ith of n shares; their folders are merged by copying',
    },
    { flags: '--threads <n>', description: 'threads at most; as many as there are cores' },
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
  for (const flag of ['box', 'water', 'vertical'] as const) {
    if (options[flag] !== undefined) throw notForSketch(flag);
  }
  return buildSketchTerrain(context.rootDir, context.progress, {
    id: tileSetId(textOption(options, 'id') ?? SKETCH_TERRAIN_ID),
    ...buildOptions(options, context),
  });
}

async function fromDems(options: OptionValues, context: CommandContext): Promise<TerrainReport> {
  const given = listOf(options['dem']).map((file) => resolve(context.cwd, file));
  const idText = textOption(options, 'id');
  if (given.length === 0 || idText === undefined) throw incomplete(given.length === 0);
  const id = tileSetId(idText);
  const boxText = textOption(options, 'box');
  const water = textOption(options, 'water');
  const vertical = textOption(options, 'vertical');
  return buildDemTerrain({
    rootDir: context.rootDir,
    files: await demFiles(given),
    id,
    outDir: join(context.rootDir, 'tilesets', id),
    blendDeg: BUILD_TERRAIN_DEFAULTS.blendDeg,
    attribution: textOption(options, 'credit') ?? given.map((file) => basename(file)).join(', '),
    progress: context.progress,
    ...(vertical !== undefined && { vertical: verticalFromText(vertical) }),
    ...(water !== undefined && { waterFile: resolve(context.cwd, water) }),
    ...(boxText !== undefined && { boxDeg: boxFromText(boxText, true) }),
    ...buildOptions(options, context),
  });
}

/** What both kinds of build are told. */
function buildOptions(options: OptionValues, context: CommandContext) {
  const out = textOption(options, 'out');
  const level = textOption(options, 'maxLevel');
  const ratio = textOption(options, 'errorRatio');
  const errors = textOption(options, 'errorM');
  const optimize = textOption(options, 'optimize');
  const shard = textOption(options, 'shard');
  const threads = numberOption(options, 'threads', '--threads', { min: 1, max: 64 });
  return {
    isForced: options['force'] === true,
    isGzipped: options['gzip'] === true,
    signal: context.signal,
    errorRatio:
      ratio === undefined
        ? BUILD_TERRAIN_DEFAULTS.errorRatio
        : ratioFromText('--error-ratio', ratio),
    ...(out !== undefined && { outDir: resolve(context.cwd, out) }),
    ...(level !== undefined && { maxLevel: levelFromText(level) }),
    ...(errors !== undefined && { levelErrorsM: errorLevelsFromText(errors) }),
    ...(optimize !== undefined && { optimize: optimizeFromText(optimize) }),
    ...(shard !== undefined && { shard: shardFromText(shard) }),
    ...(threads !== undefined && { threads: Math.floor(threads) }),
  };
}

function reportLine({ tiles, bytes, maxLevel, resumedTiles }: TerrainReport): string {
  if (tiles === 0) return 'The same tiles are there already (--force builds them again).';
  const resumed = resumedTiles === undefined ? '' : ` (${resumedTiles} from a run before)`;
  return `${tiles} tiles${resumed} to level ${maxLevel}, ${(bytes / 1e6).toFixed(1)} MB.`;
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

function notForSketch(flag: string): UsageError {
  return new UsageError('terrain-option-not-for-sketch', {
    path: `--${flag}`,
    expected: '--sketch without it: the facts say it',
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
