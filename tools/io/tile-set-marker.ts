import { join } from 'node:path';
import { listFolder } from './files';
import { readJsonIfThere } from './tile-files';

/** File in every tile set we build: says what it was made from. */
export const MARKER_FILE = 'build.json';

/** One of several shares of a build, each made by itself and merged by copying. */
export interface Shard {
  /** From 1. */
  readonly number: number;
  readonly count: number;
}

/** What a tile set was made from. Nothing in it changes from one run to the next. */
export interface TileSetMarker {
  readonly kind: 'terrain' | 'imagery';
  readonly id: string;
  /** Hash of everything that decides the bytes. */
  readonly contentHash: string;
}

/** A marker found in a folder. */
export interface FoundMarker {
  readonly contentHash: unknown;
  /** Absent where the set is whole. */
  readonly shard?: Shard;
}

/** Name of the marker of a share, or of a whole set. */
export function markerFile(shard: Shard | undefined): string {
  return shard === undefined ? MARKER_FILE : `build.${shard.number}-of-${shard.count}.json`;
}

/** The markers in a folder: none where it holds something that we did not build. */
export async function readMarkers(outDir: string): Promise<readonly FoundMarker[]> {
  const markers: FoundMarker[] = [];
  for (const { name } of await listFolder(outDir)) {
    const [match, number, count] = /^build(?:\.(\d{1,6})-of-(\d{1,6}))?\.json$/.exec(name) ?? [];
    if (match === undefined) continue;
    const found = await readJsonIfThere(join(outDir, name));
    if (typeof found !== 'object' || found === null) continue;
    const shard = { number: Number(number), count: Number(count) };
    const { contentHash } = found as { contentHash?: unknown };
    markers.push({ contentHash, ...(number !== undefined && { shard }) });
  }
  return markers;
}

/**
 * Whether a tile set made from the same content stands in its place: whole, or in all its shares.
 *
 * @param outDir - the set's folder
 * @param shard - asks for this share alone
 */
export async function isTileSetCurrent(
  outDir: string,
  contentHash: string,
  shard?: Shard,
): Promise<boolean> {
  const markers = (await readMarkers(outDir)).filter((m) => m.contentHash === contentHash);
  if (markers.some((marker) => marker.shard === undefined)) return true;
  const shares = markers.flatMap((marker) => marker.shard ?? []);
  if (shard !== undefined) {
    return shares.some(({ number, count }) => number === shard.number && count === shard.count);
  }
  const numbersOf = (count: number) =>
    new Set(shares.filter((share) => share.count === count).map(({ number }) => number));
  return shares.some(({ count }) => numbersOf(count).size === count);
}
