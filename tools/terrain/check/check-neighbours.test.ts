import { describe, expect, it } from 'vitest';
import { encodeQuantizedMesh } from '#core/tiles/quantized-mesh-encode';
import { buildTerrainMesh } from '#core/tiles/terrain-mesh';
import type { TileId } from '#core/tiles/tile-id';
import { NeighbourCheck } from './check-neighbours';
import { checkTile } from './check-tile';

const hilly = (lonDeg: number, latDeg: number) =>
  900 + 600 * Math.sin(lonDeg * 40) * Math.cos(latDeg * 55);
const tile = (z: number, x: number, y: number): TileId => ({ z, x, y, scheme: 'tms' });

function edgesOf(id: TileId, raisedM = 0, maxErrorM = 20) {
  const mesh = buildTerrainMesh(id, (lon, lat) => hilly(lon, lat) + raisedM, maxErrorM);
  return checkTile(encodeQuantizedMesh(mesh), id).edges;
}

function codesOf(check: NeighbourCheck, ...given: Parameters<NeighbourCheck['add']>) {
  return check.add(...given).map(({ code, tile: name }) => `${code} ${name}`);
}

describe('NeighbourCheck', () => {
  it('finds nothing between tiles of the same ground', () => {
    const check = new NeighbourCheck();
    for (const y of [319, 320]) {
      for (const x of [807, 808]) {
        expect(check.add(tile(9, x, y), edgesOf(tile(9, x, y)))).toEqual([]);
      }
    }
  });

  it('reports heights apart, to the west and to the south', () => {
    const check = new NeighbourCheck();
    check.add(tile(9, 807, 319), edgesOf(tile(9, 807, 319)));
    const east = codesOf(check, tile(9, 808, 319), edgesOf(tile(9, 808, 319), 0.5));
    const north = codesOf(check, tile(9, 807, 320), edgesOf(tile(9, 807, 320), 0.5));
    expect([east, north]).toEqual([
      ['neighbour-heights 9/808/319'],
      ['neighbour-heights 9/807/320'],
    ]);
  });

  it('reports vertices that the neighbour does not have', () => {
    const check = new NeighbourCheck();
    check.add(tile(9, 807, 319), edgesOf(tile(9, 807, 319)));
    const codes = codesOf(check, tile(9, 808, 319), edgesOf(tile(9, 808, 319), 0, 1));
    expect(codes).toEqual(['neighbour-vertices 9/808/319']);
  });

  it('compares across the antimeridian', () => {
    const check = new NeighbourCheck();
    for (const x of [0, 1, 2]) check.add(tile(1, x, 0), edgesOf(tile(1, x, 0)));
    const found = check.add(tile(1, 3, 0), edgesOf(tile(1, 3, 0), 50));
    expect(found.map(({ expected }) => expected.split(' along')[0])).toEqual([
      'the heights of 1/2/0',
      'the heights of 1/0/0',
    ]);
  });

  it('compares nothing across a missing row or an untrusted tile', () => {
    const check = new NeighbourCheck();
    check.add(tile(9, 807, 319), edgesOf(tile(9, 807, 319)));
    check.add(tile(9, 808, 319), undefined);
    expect(check.add(tile(9, 809, 319), edgesOf(tile(9, 809, 319), 50))).toEqual([]);
    expect(check.add(tile(9, 807, 321), edgesOf(tile(9, 807, 321), 50))).toEqual([]);
  });
});
