import { join, resolve } from 'node:path';
import { ELEVATION_SOURCES, type ElevationSourceId } from '../../terrain/fetch/elevation-sources';
import { FETCH_DEFAULTS, fetchAll } from '../../terrain/fetch/fetch-all';
import { fetchBoxesFromText } from '../../terrain/fetch/fetch-box';
import { fetchFailure } from '../../terrain/fetch/fetch-failure';
import {
  baseUrlFromText,
  parallelFromText,
  sourceFromText,
  zoomFromText,
} from '../../terrain/fetch/fetch-options';
import { estimatedBytes, planFetch } from '../../terrain/fetch/fetch-plan';
import { lackingTiles } from '../../terrain/fetch/lacking-tiles';
import { nextStepLines, planLines, summaryLines } from '../../terrain/fetch/plan-text';
import type { ArcCommand, CommandContext } from '../arc-command';
import { textOption } from '../option-values';

/** `arc terrain fetch`: open elevation data of a box, onto the disk. */
export const terrainFetchCommand: ArcCommand = {
  noun: 'terrain',
  verb: 'fetch',
  summary: 'Fetch open elevation data of a box; run again, it goes on where it stopped.',
  example: 'npx arc terrain fetch --source glo30 --box 103,22,105,23 --plan',
  args: [],
  options: [
    { flags: '--source <name>', description: 'glo30 or terrarium', isRequired: true },
    {
      flags: '--box <w,s,e,n>',
      description: 'degrees; west > east goes across the antimeridian',
      isRequired: true,
    },
    { flags: '--zoom <n>', description: 'level of terrarium tiles, 0 to 15; 12 by default' },
    { flags: '--out <dir>', description: 'folder instead of .cache/elevation/<source>' },
    { flags: '--base-url <url>', description: 'a mirror with the same layout' },
    { flags: '--plan', description: 'say what would be fetched, and fetch nothing' },
    {
      flags: '--parallel <n>',
      description: 'files at a time, 1 to 16',
      defaultValue: String(FETCH_DEFAULTS.parallel),
    },
  ],
  async run(_args, options, context) {
    const source = sourceFromText(textOption(options, 'source'));
    const zoom = zoomFromText(textOption(options, 'zoom'), source);
    const boxes = fetchBoxesFromText(textOption(options, 'box') ?? '');
    const parallel = parallelFromText(
      textOption(options, 'parallel') ?? String(FETCH_DEFAULTS.parallel),
    );
    const baseUrl = baseUrlFromText(
      textOption(options, 'baseUrl') ?? ELEVATION_SOURCES[source].baseUrl,
    );
    const plan = planFetch(source, boxes, zoom);
    const outDir = outDirOf(textOption(options, 'out'), source, context);
    const lacking = await lackingTiles(plan, outDir);
    printAll(planLines(plan, lacking, outDir, baseUrl), context);
    const report = { source, outDir, baseUrl, tiles: plan.tiles.length, lacking: lacking.length };
    if (options['plan'] === true) {
      return { ...report, estimatedBytes: estimatedBytes(lacking), files: plan.tiles };
    }
    const { progress, signal } = context;
    const summary = await fetchAll(plan, lacking, { outDir, baseUrl, parallel, progress, signal });
    printAll(summaryLines(summary, plan, lacking), context);
    const failure = fetchFailure(summary, plan);
    if (failure !== undefined) throw failure;
    printAll(nextStepLines(plan, summary.missing, outDir), context);
    const missing = summary.missing.map((tile) => tile.path);
    return { ...report, fetched: summary.fetched.length, bytes: summary.bytes, missing };
  },
};

function outDirOf(
  text: string | undefined,
  source: ElevationSourceId,
  context: CommandContext,
): string {
  return text === undefined
    ? join(context.rootDir, '.cache', 'elevation', source)
    : resolve(context.cwd, text);
}

function printAll(lines: readonly string[], context: CommandContext): void {
  for (const line of lines) context.print(line);
}
