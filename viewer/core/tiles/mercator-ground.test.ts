import { describe, expect, it } from 'vitest';
import { geographicTileAt } from './geographic-tiling';
import { type MercatorTile, mercatorGround, mercatorTilesUnder } from './mercator-ground';
import { buildTerrainMesh } from './terrain-mesh';
import { terrariumHeights } from './terrarium';
import { geoFromTile } from './web-mercator';

const SIDE_PX = 64;

function hillsM(lonDeg: number, latDeg: number): number {
  return 1200 + 900 * Math.sin(lonDeg * 40) * Math.cos(latDeg * 37) + 300 * Math.sin(lonDeg * 170);
}

/** A tile drawn from a height of every place. */
function drawn(zoom: number, x: number, y: number, heightM = hillsM): MercatorTile {
  const heightsOrthometricM = new Float32Array(SIDE_PX * SIDE_PX);
  for (let row = 0; row < SIDE_PX; row++) {
    for (let col = 0; col < SIDE_PX; col++) {
      const place = geoFromTile(x + (col + 0.5) / SIDE_PX, y + (row + 0.5) / SIDE_PX, zoom);
      heightsOrthometricM[row * SIDE_PX + col] = heightM(...place);
    }
  }
  return { sidePx: SIDE_PX, heightsOrthometricM };
}

function world(zoom: number, heightM = hillsM) {
  const tiles = new Map<string, MercatorTile>();
  return (x: number, y: number): MercatorTile => {
    const key = `${x}/${y}`;
    const tile = tiles.get(key) ?? drawn(zoom, x, y, heightM);
    tiles.set(key, tile);
    return tile;
  };
}

describe('terrariumHeights', () => {
  it('reads metres and 256ths from the three colours', () => {
    const pixels = Uint8Array.of(128, 0, 0, 140, 75, 128, 127, 255, 0);
    expect([...terrariumHeights(pixels, 3)]).toEqual([0, 3147.5, -1]);
  });

  it('knows transparent pixels as unknown', () => {
    expect([...terrariumHeights(Uint8Array.of(128, 9, 0, 255, 0, 0, 0, 0), 4)]).toEqual([
      9,
      Number.NaN,
    ]);
  });
});

describe('mercatorGround', () => {
  it('gives the height at a pixel centre, above the ellipsoid', () => {
    const ground = mercatorGround(11, world(11), () => -32);
    const [lonDeg, latDeg] = geoFromTile(1614 + 20.5 / SIDE_PX, 893 + 7.5 / SIDE_PX, 11);
    expect(ground(lonDeg, latDeg)).toBeCloseTo(hillsM(lonDeg, latDeg) - 32, 2);
  });

  it('has no step where two tiles meet', () => {
    const ground = mercatorGround(11, world(11), () => 0);
    const [lonDeg, latDeg] = geoFromTile(1614, 893.5, 11);
    expect(Math.abs(ground(lonDeg - 1e-9, latDeg) - ground(lonDeg + 1e-9, latDeg))).toBeLessThan(
      0.01,
    );
  });

  it('goes on over the antimeridian', () => {
    const ground = mercatorGround(3, world(3), () => 0);
    expect(Math.abs(ground(-180, 10) - ground(180, 10))).toBeLessThan(1e-6);
  });

  it('lays the sea floor and what is void at sea level', () => {
    const deep = mercatorGround(
      2,
      world(2, () => -4000),
      () => 12,
    );
    const unknown = mercatorGround(
      2,
      world(2, () => Number.NaN),
      () => 12,
    );
    expect([deep(110, 12), unknown(110, 12), deep(0, 90)]).toEqual([12, 12, 12]);
  });
});

describe('mercatorTilesUnder', () => {
  it('names every tile that a terrain mesh reads', () => {
    for (const z of [0, 1, 3, 4, 5, 8, 12]) {
      for (const [lonDeg, latDeg] of [
        [103.8, 22.3],
        [-179.9, -16],
        [20, 89],
      ] as const) {
        const tile = geographicTileAt(lonDeg, latDeg, z);
        const zoom = Math.max(0, z - 1);
        const named = new Set(mercatorTilesUnder(tile, zoom).map(({ x, y }) => `${x}/${y}`));
        const read = new Set<string>();
        const flat: MercatorTile = { sidePx: 256, heightsOrthometricM: new Float32Array(65536) };
        const ground = mercatorGround(
          zoom,
          (x, y) => {
            read.add(`${x}/${y}`);
            return flat;
          },
          () => 0,
        );
        buildTerrainMesh(tile, ground, 1e4);
        expect([...read].filter((name) => !named.has(name))).toEqual([]);
      }
    }
  });

  it('names few: one to four at a deep level', () => {
    const tile = geographicTileAt(103.8, 22.3, 12);
    expect(mercatorTilesUnder(tile, 11).length).toBeLessThanOrEqual(4);
  });
});
