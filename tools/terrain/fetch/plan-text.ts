import { join } from 'node:path';
import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { ELEVATION_SOURCES } from './elevation-sources';
import type { FetchSummary } from './fetch-all';
import { estimatedBytes, type FetchPlan } from './fetch-plan';
import type { FetchTile } from './fetch-tile';
import { megabytesText } from './megabytes-text';

/** Longer lists are cut. */
const TILES_SHOWN = 40;
/** More files than this are named to the builder by their folder. */
const FILES_NAMED = 4;

/** A plan as lines for people. */
export function planLines(
  plan: FetchPlan,
  lacking: readonly FetchTile[],
  outDir: string,
  baseUrl: string,
): string[] {
  const { title, credit } = ELEVATION_SOURCES[plan.source];
  const here = plan.tiles.length - lacking.length;
  const shown = lacking.slice(0, TILES_SHOWN).map((tile) => `  ${tile.path}`);
  const more = lacking.length - shown.length;
  return [
    `${title}\n${credit}`,
    `From ${baseUrl} to ${outDir}`,
    ...plan.runs.map((run) => `${boxText(run.boxDeg)}: ${run.tiles} tiles`),
    ...shown,
    ...(more > 0 ? [`  and ${more} more`] : []),
    `${plan.tiles.length} tiles, ${here} of them here already; ` +
      `at most about ${megabytesText(estimatedBytes(lacking))} to fetch (sea is less).`,
  ];
}

/** What was done, as lines for people. */
export function summaryLines(
  summary: FetchSummary,
  plan: FetchPlan,
  lacking: readonly FetchTile[],
): string[] {
  const { fetched, missing, bytes } = summary;
  const lines = [
    `${fetched.length} tiles fetched, ${megabytesText(bytes)}; ` +
      `${missing.length} not at the source (sea).`,
  ];
  const isAllMissing = missing.length === plan.tiles.length && lacking.length > 0;
  if (isAllMissing) lines.push('None is there: all sea, or not the right --base-url.');
  return lines;
}

/** The command line that makes terrain of what was fetched; none where nothing is there. */
export function nextStepLines(
  plan: FetchPlan,
  missing: readonly FetchTile[],
  outDir: string,
): string[] {
  const files = plan.tiles.filter((tile) => !missing.includes(tile));
  if (files.length === 0) return [];
  const credit = `--credit "${ELEVATION_SOURCES[plan.source].credit}"`;
  return [
    `Next: npx arc terrain build ${demFlags(plan, files, outDir)} --id nw-surveyed ${credit}`,
  ];
}

/** The folder of terrarium tiles, or each GeoTIFF with its own flag. */
function demFlags(plan: FetchPlan, files: readonly FetchTile[], outDir: string): string {
  if (plan.source === 'terrarium') return `--dem ${quoted(outDir)}`;
  // The folder may hold more than was asked for: the box says which part is meant.
  if (files.length > FILES_NAMED) return `--dem ${quoted(outDir)} --box ${boxFlag(plan)}`;
  return files.map((tile) => `--dem ${quoted(join(outDir, tile.path))}`).join(' ');
}

/** The box asked for; of the two halves of one across the antimeridian, west > east. */
function boxFlag({ runs }: FetchPlan): string {
  const [first, last] = [runs[0]?.boxDeg, runs.at(-1)?.boxDeg];
  return [first?.westDeg, first?.southDeg, last?.eastDeg, first?.northDeg].join(',');
}

function quoted(path: string): string {
  return /^[\w./@%+=:,-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

function boxText({ westDeg, southDeg, eastDeg, northDeg }: GeoBoxDeg): string {
  return `Longitude ${westDeg} to ${eastDeg}, latitude ${southDeg} to ${northDeg}`;
}
