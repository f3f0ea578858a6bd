import { type TileRange, tilesInRange } from '#core/tiles/geographic-tiling';
import { type TileId, tilePath } from '#core/tiles/tile-id';
import { tilesDigest } from '../io/tile-bytes';
import type { Shard, TileSetWork } from '../io/tile-set';

/** Tiles of one job: a rectangle, so that what one tile read of the heights helps the next. */
const JOB_COLS = 8;
const JOB_ROWS = 4;

/** Some tiles that one thread makes before it reports. */
export interface TerrainJob {
  /** The same in every run and every share of a build. */
  readonly number: number;
  readonly range: TileRange;
}

/** Cuts the tiles of a set into jobs. */
export function terrainJobs(ranges: readonly TileRange[]): readonly TerrainJob[] {
  const jobs: TerrainJob[] = [];
  for (const { z, startX, startY, endX, endY } of ranges) {
    for (let y = startY; y <= endY; y += JOB_ROWS) {
      for (let x = startX; x <= endX; x += JOB_COLS) {
        const lastX = Math.min(endX, x + JOB_COLS - 1);
        const lastY = Math.min(endY, y + JOB_ROWS - 1);
        const range = { z, startX: x, startY: y, endX: lastX, endY: lastY };
        jobs.push({ number: jobs.length, range });
      }
    }
  }
  return jobs;
}

/** The jobs of one share: every nth. */
export function jobsOfShard(
  jobs: readonly TerrainJob[],
  shard: Shard | undefined,
): readonly TerrainJob[] {
  if (shard === undefined) return jobs;
  return jobs.filter(({ number }) => number % shard.count === shard.number - 1);
}

/** Path of a tile inside its set. */
export function terrainPath(tile: TileId): string {
  return `${tilePath(tile)}.terrain`;
}

/** What a run before has left to do. */
export interface OpenJobs {
  readonly open: readonly TerrainJob[];
  /** Tiles and bytes of the finished ones. */
  readonly tiles: number;
  readonly bytes: number;
}

/** Jobs whose tiles are not all there as the journal says: torn or changed ones are made again. */
export function openJobs(jobs: readonly TerrainJob[], work: TileSetWork): OpenJobs {
  let [tiles, bytes] = [0, 0];
  const open = jobs.filter((job) => {
    const record = work.journal.records.get(job.number);
    if (record === undefined) return true;
    const paths = tilesInRange(job.range).map(terrainPath);
    if (tilesDigest(work.folder, paths) !== record.digest) return true;
    tiles += record.tiles;
    bytes += record.bytes;
    return false;
  });
  return { open, tiles, bytes };
}
