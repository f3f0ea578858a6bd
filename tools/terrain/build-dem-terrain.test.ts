import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orthometricFromEllipsoidalM } from '#core/geo/geoid';
import { geographicTileAt, geographicTileBox } from '#core/tiles/geographic-tiling';
import { meshHeightM } from '#core/tiles/mesh-height';
import { decodeQuantizedMesh } from '#core/tiles/quantized-mesh-decode';
import { tilePath } from '#core/tiles/tile-id';
import { SILENT_PROGRESS } from '../io/progress';
import { buildDemTerrain } from './build-dem-terrain';
import { BUILD_TERRAIN_DEFAULTS, buildTerrain } from './build-terrain';
import { createHeightField } from './height-field';
import { readDem } from './read-dem';

const ROOT = resolve(import.meta.dirname, '../..');
const DEM = join(ROOT, '../shared/data/dem/nwvn-fused-5s.tif');
const HAS_DEM = existsSync(DEM);
const IS_LONG = process.env['LONG'] === '1';
const BOX = IS_LONG
  ? undefined
  : { westDeg: 103.2, southDeg: 21.6, eastDeg: 104.4, northDeg: 22.7 };
if (!HAS_DEM) console.info('skipped: ../shared/data/dem/nwvn-fused-5s.tif is not there');

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arc-terrain-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Height above the sea that a tile set has at a place, from its tile of a level. */
async function tileSetHeightM(dir: string, z: number, lonDeg: number, latDeg: number) {
  const tile = geographicTileAt(lonDeg, latDeg, z);
  const box = geographicTileBox(tile);
  const mesh = decodeQuantizedMesh(await readFile(join(dir, `${tilePath(tile)}.terrain`)));
  const u = (lonDeg - box.westDeg) / (box.eastDeg - box.westDeg);
  const v = (latDeg - box.southDeg) / (box.northDeg - box.southDeg);
  const ellipsoidalM = meshHeightM(mesh, u, v) ?? Number.NaN;
  return orthometricFromEllipsoidalM(lonDeg, latDeg, ellipsoidalM);
}

function hills() {
  const heights = Float32Array.from(
    { length: 61 * 61 },
    (_, i) => 700 + 300 * Math.sin((i % 61) / 5) + 200 * Math.cos(Math.floor(i / 61) / 4),
  );
  const box = { westDeg: 103, southDeg: 22, eastDeg: 103.2, northDeg: 22.2 };
  return createHeightField(box, 61, 61, heights);
}

const OPTIONS = {
  ...BUILD_TERRAIN_DEFAULTS,
  id: 'test',
  maxLevel: 9,
  attribution: 'test',
  contentHash: '0123456789abcdef',
};

describe('buildTerrain', () => {
  it('makes both roots, every parent and what layer.json calls available', async () => {
    const outDir = join(folder, 'whole');
    const report = await buildTerrain(hills(), { ...OPTIONS, outDir });
    const layer = JSON.parse(await readFile(join(outDir, 'layer.json'), 'utf8'));
    const listed = new Set<string>();
    for (const [z, ranges] of layer.available.entries()) {
      for (const { startX, startY, endX, endY } of ranges) {
        for (let x = startX; x <= endX; x++) {
          for (let y = startY; y <= endY; y++) listed.add(`${z}/${x}/${y}`);
        }
      }
    }
    const found = (await readdir(outDir, { recursive: true }))
      .filter((name) => name.endsWith('.terrain'))
      .map((name) => name.slice(0, -'.terrain'.length).replaceAll('\\', '/'));
    expect(new Set(found)).toEqual(listed);
    expect(report.tiles).toBe(listed.size);
    expect(listed.has('0/0/0') && listed.has('0/1/0')).toBe(true);
    for (const name of listed) {
      const [z = 0, x = 0, y = 0] = name.split('/').map(Number);
      if (z > 0) expect(listed).toContain(`${z - 1}/${x >> 1}/${y >> 1}`);
    }
  });

  it('makes the same bytes however many threads work', async () => {
    const dirs = [join(folder, 'one'), join(folder, 'three')] as const;
    await buildTerrain(hills(), { ...OPTIONS, outDir: dirs[0], threads: 1 });
    await buildTerrain(hills(), { ...OPTIONS, outDir: dirs[1], threads: 3 });
    const names = (await readdir(dirs[0], { recursive: true })).filter((name) =>
      /\.\w+$/.test(name),
    );
    for (const name of names) {
      const [one, three] = await Promise.all(dirs.map((dir) => readFile(join(dir, name))));
      expect(one?.equals(three ?? new Uint8Array()), name).toBe(true);
    }
  });

  it('falls smoothly to sea level around the data', async () => {
    const outDir = join(folder, 'whole');
    let lastM = await tileSetHeightM(outDir, 8, 103.19, 22.1);
    for (let eastDeg = 0; eastDeg <= 0.8; eastDeg += 0.02) {
      const heightM = await tileSetHeightM(outDir, 8, 103.21 + eastDeg, 22.1);
      expect(Math.abs(heightM - lastM)).toBeLessThan(220);
      lastM = heightM;
    }
    expect(Math.abs(lastM)).toBeLessThan(15);
  });

  it('leaves alone a folder that it did not make', async () => {
    await expect(buildTerrain(hills(), { ...OPTIONS, outDir: ROOT })).rejects.toMatchObject({
      code: 'output-not-a-tile-set',
    });
  });
});

describe('buildDemTerrain', () => {
  it.skipIf(!HAS_DEM)(
    'keeps Fansipan and random places of the real model',
    async () => {
      const outDir = join(folder, 'real');
      const started = performance.now();
      const report = await buildDemTerrain({
        ...BUILD_TERRAIN_DEFAULTS,
        rootDir: ROOT,
        files: [DEM],
        id: 'real',
        outDir,
        maxLevel: 11,
        isForced: true,
        attribution: 'test',
        progress: SILENT_PROGRESS,
        ...(BOX && { boxDeg: BOX }),
      });
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      const fansipanM = await tileSetHeightM(outDir, 11, 103.7751, 22.3033);
      const rmseM = await rmseAtRandomPlaces(outDir);
      console.info(
        `${report.tiles} tiles, ${(report.bytes / 1e6).toFixed(1)} MB in ${seconds} s;` +
          ` Fansipan ${fansipanM.toFixed(1)} m; RMSE ${rmseM.toFixed(2)} m`,
      );
      expect(Math.abs(fansipanM - 3147)).toBeLessThanOrEqual(25);
      expect(rmseM).toBeLessThanOrEqual(20);
    },
    240_000,
  );
});

async function rmseAtRandomPlaces(outDir: string): Promise<number> {
  const field = await readDem(DEM, BOX);
  const { westDeg, southDeg, eastDeg, northDeg } = field.boxDeg;
  let seed = 12345;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed / 2 ** 31;
  };
  let squares = 0;
  for (let i = 0; i < 200; i++) {
    const lonDeg = westDeg + 0.01 + random() * (eastDeg - westDeg - 0.02);
    const latDeg = southDeg + 0.01 + random() * (northDeg - southDeg - 0.02);
    const builtM = await tileSetHeightM(outDir, 11, lonDeg, latDeg);
    squares += (builtM - field.sample(lonDeg, latDeg)) ** 2;
  }
  return Math.sqrt(squares / 200);
}
