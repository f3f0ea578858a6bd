import { basename, join, resolve } from 'node:path';
import { UsageError } from '#core/errors';
import { buildDemRelief } from '../../imagery/build-dem-relief';
import type { ImageryReport } from '../../imagery/build-imagery';
import { buildSketchRelief, SKETCH_RELIEF_ID } from '../../imagery/ensure-sketch-relief';
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
  if (listOf(options['dem']).length > 0 || options['box'] !== undefined) {
    throw wrongUse('imagery-source-ambiguous', '--sketch', '--sketch alone', '--dem or --box too');
  }
  return buildSketchRelief(context.rootDir, context.progress, {
    id: tileSetId(textOf(options['id']) ?? SKETCH_RELIEF_ID),
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
  return buildDemRelief({
    rootDir: context.rootDir,
    files,
    id,
    outDir: join(context.rootDir, 'tilesets', id),
    credit: textOf(options['credit']) ?? files.map((file) => basename(file)).join(', '),
    isForced: options['force'] === true,
    progress: context.progress,
    signal: context.signal,
    ...shared(options, context),
    ...(boxText !== undefined && { boxDeg: boxFromText(boxText) }),
  });
}

function shared(
  options: OptionValues,
  context: CommandContext,
): { outDir?: string; maxLevel?: number } {
  const out = textOf(options['out']);
  const level = textOf(options['maxLevel']);
  return {
    ...(out !== undefined && { outDir: resolve(context.cwd, out) }),
    ...(level !== undefined && { maxLevel: levelFromText(level) }),
  };
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
