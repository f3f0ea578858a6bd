import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TileId } from '#core/tiles/tile-id';
import { readBytes, removePath } from '../io/files';
import { makeTempFolder } from '../io/temp-folder';
import { buildImagery } from './build-imagery';
import { testPlan } from './test-land';
import { TilePainter } from './tile-painter';

const TILE: TileId = { z: 8, x: 403, y: 159, scheme: 'tms' };
const ID = 'test-picture';

let rootDir: string;
let plan: ReturnType<typeof testPlan>;
let painter: TilePainter;
beforeEach(async () => {
  rootDir = await makeTempFolder('painter');
  plan = testPlan();
  await buildImagery(testPlan(), {
    outDir: join(rootDir, 'tilesets', ID),
    maxLevel: 0,
    threads: 1,
  });
  painter = new TilePainter({
    rootDir,
    threads: 1,
    queueLimit: 2,
    planOf: async (id) => (id === ID ? plan : undefined),
  });
});
afterEach(async () => {
  await painter.close();
  await removePath(rootDir);
});

function tileBytes(tile: TileId, set = 'tilesets/test-picture'): Promise<Buffer> {
  return readBytes(join(rootDir, set, `${tile.z}/${tile.x}/${tile.y}.webp`));
}

describe('TilePainter', () => {
  it('paints what a full build paints', async () => {
    const tile: TileId = { z: 4, x: 25, y: 9, scheme: 'tms' };
    expect(await painter.paint(ID, tile)).toBe('painted');
    const outDir = join(rootDir, 'full');
    await buildImagery(testPlan(), { outDir, maxLevel: 4, threads: 1 });
    expect((await tileBytes(tile)).equals(await tileBytes(tile, 'full'))).toBe(true);
  });

  it('paints once for two requests, and not what is there', async () => {
    const both = await Promise.all([painter.paint(ID, TILE), painter.paint(ID, TILE)]);
    expect(both).toEqual(['painted', 'painted']);
    expect(plan.loads).toBe(1);
    expect(await painter.paint(ID, TILE)).toBe('there');
  });

  it('gives up a tile that nobody waits for, and paints it for the one who still does', async () => {
    const gone = new AbortController();
    const first = painter.paint(ID, { ...TILE, x: 402 });
    const given = painter.paint(ID, TILE, gone.signal);
    const kept = painter.paint(ID, TILE);
    gone.abort();
    expect(await given).toBe('given-up');
    expect(await kept).toBe('painted');
    expect(await first).toBe('painted');
  });

  it('gives up the oldest when too many wait', async () => {
    await painter.paint(ID, TILE);
    const deep = [0, 1, 2, 3].map((i) => ({ z: 9, x: 806 + i, y: 319, scheme: 'tms' }) as const);
    const outcomes = await Promise.all(deep.map((tile) => painter.paint(ID, tile)));
    expect(outcomes.filter((outcome) => outcome === 'given-up')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'painted')).toHaveLength(3);
  });

  it('leaves alone what is too deep, outside, of another set or of an older state', async () => {
    expect(await painter.paint(ID, { z: 10, x: 1614, y: 638, scheme: 'tms' })).toBe('not-ours');
    expect(await painter.paint(ID, { ...TILE, x: 10 })).toBe('not-ours');
    expect(await painter.paint('other', TILE)).toBe('not-ours');
    const outDir = join(rootDir, 'tilesets', ID);
    await buildImagery(
      { ...testPlan(), contentHash: 'ef'.repeat(32) },
      { outDir, maxLevel: 0, threads: 1 },
    );
    expect(await painter.paint(ID, TILE)).toBe('not-ours');
    expect(plan.loads).toBe(0);
  });
});
