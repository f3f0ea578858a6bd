import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tilesInRange } from '#core/tiles/geographic-tiling';
import type { QuantizedMesh } from '#core/tiles/quantized-mesh';
import { decodeQuantizedMesh } from '#core/tiles/quantized-mesh-decode';
import { encodeQuantizedMesh } from '#core/tiles/quantized-mesh-encode';
import { buildTerrainMesh } from '#core/tiles/terrain-mesh';
import { tilePath } from '#core/tiles/tile-id';
import { terrainCheckCommand } from '../../cli/commands/terrain-check';
import { gzipBytes } from '../../io/compress';
import { readBytes, readText, removePath, writeInto } from '../../io/files';
import { makeTempFolder } from '../../io/temp-folder';
import { runArc } from '../../testing/run-arc';
import { BUILD_TERRAIN_DEFAULTS, buildTerrain } from '../build-terrain';
import { createHeightField } from '../height-field';
import { layerJson } from '../terrain-plan';
import { checkTileSet } from './check-tile-set';

/** The world to level 1: ten tiles. */
const RANGES = [0, 1].map((z) => ({
  z,
  startX: 0,
  startY: 0,
  endX: 2 ** (z + 1) - 1,
  endY: 2 ** z - 1,
}));
const TILES = RANGES.flatMap(tilesInRange);
const LAYER = layerJson(RANGES, {
  name: 'test',
  attribution: 'test',
  version: '1',
  dataBoxDeg: { westDeg: -180, southDeg: -90, eastDeg: 180, northDeg: 90 },
  hasWaterMask: false,
}) as Readonly<Record<string, unknown>>;
/** The same at both ends of the antimeridian. */
const hilly = (lonDeg: number, latDeg: number) =>
  30 * Math.sin((lonDeg * Math.PI) / 30) + 20 * Math.cos(latDeg);
const ENCODED = TILES.map((tile) => encodeQuantizedMesh(buildTerrainMesh(tile, hilly, 1e4)));

let folder = '';
let count = 0;
beforeAll(async () => {
  folder = await makeTempFolder('terrain-check');
});
afterAll(() => removePath(folder));

/** Writes the ten tiles and their layer into a folder of their own. */
async function writeSet(layer: unknown = LAYER, coded = ENCODED): Promise<string> {
  const dir = join(folder, String(count++));
  for (const [i, tile] of TILES.entries()) {
    await writeInto(join(dir, `${tilePath(tile)}.terrain`), coded[i]!);
  }
  await writeInto(join(dir, 'layer.json'), JSON.stringify(layer));
  return dir;
}

async function codesOf(dir: string): Promise<readonly string[]> {
  const { issues } = await checkTileSet(dir);
  return issues.map(({ code, tile }) => (tile === undefined ? code : `${code} ${tile}`));
}

/** The same ground as another producer might write it: other vertex, triangle and edge order. */
function foreign(mesh: QuantizedMesh): QuantizedMesh {
  const triangles = Array.from({ length: mesh.indices.length / 3 }, (_, i) =>
    mesh.indices.slice(3 * i, 3 * i + 3),
  ).reverse();
  const order: number[] = [];
  const newOf = new Map<number, number>();
  const indices = triangles.flatMap(([a, b, c]) =>
    [b!, c!, a!].map((old) => {
      if (!newOf.has(old)) newOf.set(old, order.push(old) - 1);
      return newOf.get(old)!;
    }),
  );
  const moved = (values: Uint16Array) => Uint16Array.from(order, (old) => values[old]!);
  const edge = (old: Uint32Array) => Uint32Array.from(old, (i) => newOf.get(i)!).reverse();
  const { west, south, east, north } = mesh.edges;
  return {
    header: mesh.header,
    u: moved(mesh.u),
    v: moved(mesh.v),
    h: moved(mesh.h),
    indices: Uint32Array.from(indices),
    edges: { west: edge(west), south: edge(south), east: edge(east), north: edge(north) },
  };
}

describe('checkTileSet', () => {
  it('finds nothing in a set that the builder made', async () => {
    const heights = Float32Array.from({ length: 61 * 61 }, (_, i) => 700 + 300 * Math.sin(i / 50));
    const box = { westDeg: 103, southDeg: 22, eastDeg: 103.2, northDeg: 22.2 };
    const outDir = join(folder, 'built');
    const built = await buildTerrain(createHeightField(box, 61, 61, heights), {
      ...BUILD_TERRAIN_DEFAULTS,
      id: 'test',
      outDir,
      maxLevel: 8,
      attribution: 'test',
      contentHash: '0123456789abcdef',
      threads: 1,
    });
    expect(await checkTileSet(outDir)).toEqual({
      tiles: built.tiles,
      bytes: built.bytes,
      faults: 0,
      warnings: 0,
      issues: [],
    });
  });

  it('compares the extensions that the layer lists with those in the tiles', async () => {
    const listed = { ...LAYER, extensions: ['watermask'] };
    const { faults, issues } = await checkTileSet(await writeSet(listed, ENCODED));
    expect(faults).toBe(0);
    expect(issues).toHaveLength(2 * TILES.length);
    expect(new Set(issues.map(({ code }) => code))).toEqual(
      new Set(['extension-unlisted', 'extension-missing']),
    );
  });

  it('finds only the edge order in a packed foreign set with rows from the north', async () => {
    const layer = { ...LAYER, scheme: 'slippyMap', projection: undefined, extensions: [] };
    const coded = await Promise.all(
      TILES.map((tile) => {
        const fromSouth = { ...tile, y: 2 ** tile.z - 1 - tile.y };
        const at = TILES.findIndex((other) => tilePath(other) === tilePath(fromSouth));
        const mesh = foreign(decodeQuantizedMesh(ENCODED[at]!));
        return gzipBytes(encodeQuantizedMesh(mesh), 6);
      }),
    );
    const { faults, issues } = await checkTileSet(await writeSet(layer, coded));
    expect(faults).toBe(0);
    expect(new Set(issues.map(({ code }) => code))).toEqual(new Set(['edge-unsorted']));
  });

  it('finds a missing root by the roots and by `available`', async () => {
    const dir = await writeSet();
    await removePath(join(dir, '0/1/0.terrain'));
    expect(await codesOf(dir)).toEqual(['root-missing 0/1/0', 'tile-missing 0/1/0']);
  });

  it('finds a file without parent, one that nobody lists and one outside the tiling', async () => {
    const dir = await writeSet();
    const bytes = ENCODED[0]!;
    await writeInto(join(dir, '3/0/0.terrain'), bytes);
    await writeInto(join(dir, '1/4/0.terrain'), bytes);
    const { issues } = await checkTileSet(dir, { level: 0 });
    expect(issues.map(({ code, tile }) => `${code} ${tile}`)).toEqual([
      'parent-missing 3/0/0',
      'tile-misplaced 1/4/0',
      'tile-unlisted 3/0/0',
    ]);
  });

  it('lists at most a hundred tiles of a rectangle that promises millions', async () => {
    const available: unknown[] = [...(LAYER['available'] as unknown[])];
    available[20] = [{ startX: 0, startY: 0, endX: 2 ** 21 - 1, endY: 2 ** 20 - 1 }];
    const full = Array.from(available, (level) => level ?? []);
    const codes = await codesOf(await writeSet({ ...LAYER, available: full }));
    expect(codes).toHaveLength(100);
  });

  it('finds broken gzip, a cut tile and a crack to a tile from elsewhere', async () => {
    const dir = await writeSet();
    const raised = buildTerrainMesh(TILES[5]!, () => 500, 1e4);
    await writeInto(join(dir, '1/0/0.terrain'), Uint8Array.of(0x1f, 0x8b, 1, 2, 3));
    await writeInto(join(dir, '0/0/0.terrain'), ENCODED[0]!.slice(0, 300));
    await writeInto(join(dir, `${tilePath(TILES[5]!)}.terrain`), encodeQuantizedMesh(raised));
    const codes = await codesOf(dir);
    expect(codes).toContain('tile-gzip 1/0/0');
    expect(codes).toContain('tile-truncated 0/0/0');
    expect(codes).toContain('neighbour-heights 1/3/0');
  });

  it('leaves the set as it was', async () => {
    const dir = await writeSet();
    await checkTileSet(dir);
    expect(await readText(join(dir, 'layer.json'))).toBe(JSON.stringify(LAYER));
    expect(await readBytes(join(dir, '0/0/0.terrain'))).toEqual(Buffer.from(ENCODED[0]!));
  });
});

describe('arc terrain check', () => {
  const arc = (...argv: readonly string[]) =>
    runArc(['terrain', 'check', ...argv], [terrainCheckCommand], { rootDir: folder });

  it('exits 0 on a clean set and counts what it read', async () => {
    const { exitCode, out } = await arc(await writeSet());
    expect([exitCode, out]).toEqual([0, expect.stringMatching(/^10 tiles, .*: 0 faults, 0 warn/)]);
  });

  it('opens one level only where told', async () => {
    const { out } = await arc(await writeSet(), '--level', '0', '--json');
    expect(JSON.parse(out)).toMatchObject({ tiles: 2, faults: 0 });
  });

  it('exits 1 with faults, prints as many lines as told and carries all in --json', async () => {
    const dir = await writeSet({ ...LAYER, format: 'x', projection: 'y' });
    const { exitCode, out, err } = await arc(dir, '--most', '1');
    expect(exitCode).toBe(1);
    expect(out).toMatch(/^fault layer-format: expected .*\nand 1 more\n10 tiles, /);
    expect(err).toContain('tile-set-faulty');
    const asData = JSON.parse((await arc(dir, '--most', '1', '--json')).out);
    expect(asData.error.report.issues).toHaveLength(2);
  });

  it('exits 1 where there is no folder', async () => {
    const { exitCode, err } = await arc('nowhere');
    expect([exitCode, err]).toEqual([1, expect.stringContaining('tile-set-missing')]);
  });
});
