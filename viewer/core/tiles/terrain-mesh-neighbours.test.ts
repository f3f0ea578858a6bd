import { describe, expect, it } from 'vitest';
import { geographicTileAt, levelGeometricErrorM, tileSpanDeg } from './geographic-tiling';
import { QUANTIZED_MAX, type QuantizedMesh } from './quantized-mesh';
import { buildTerrainMesh, type MeshOptimize } from './terrain-mesh';
import type { GroundHeight } from './tile-posts';

/** More vertices than an adaptive mesh is left with where all posts are smaller. */
const FULL_FROM_VERTICES = 3300;

const MODES: readonly MeshOptimize[] = ['bytes', 'triangles'];

function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

/**
 * Waves of all lengths down to two posts, wild in the west and calm in the east of a tile corner,
 * with a cliff across: neighbours want quite different meshes.
 */
function randomGround(seed: number, lonDeg: number, latDeg: number, spanDeg: number): GroundHeight {
  const random = seededRandom(seed);
  const waves = Array.from({ length: 12 }, (_, i) => {
    const length = spanDeg / 2 ** (i / 2);
    const turn = 2 * Math.PI * random();
    return {
      east: (Math.cos(turn) * 2 * Math.PI) / length,
      north: (Math.sin(turn) * 2 * Math.PI) / length,
      phase: 2 * Math.PI * random(),
      heightM: 900 / 2 ** (i / 2.5),
    };
  });
  const calmM = 0.02 + 0.2 * random();
  const cliff = { slope: random() - 0.5, heightM: 800 * random() };
  return (lon, lat) => {
    const [x, y] = [lon - lonDeg, lat - latDeg];
    let heightM = y > cliff.slope * x + spanDeg / 3 ? cliff.heightM : 0;
    for (const wave of waves) {
      heightM += wave.heightM * Math.sin(wave.east * x + wave.north * y + wave.phase);
    }
    return heightM * (calmM + (1 - calmM) / (1 + Math.exp((8 * x) / spanDeg)));
  };
}

interface Vertex {
  readonly along: number;
  readonly heightM: number;
}

function edgeVertices(mesh: QuantizedMesh, edge: Uint32Array, along: Uint16Array): Vertex[] {
  const { minHeightEllipsoidalM: low } = mesh.header;
  return Array.from(edge, (i) => ({
    along: along[i] ?? Number.NaN,
    heightM: low + (mesh.h[i] ?? Number.NaN) * heightUnitM(mesh),
  }));
}

/** Metres between two heights that a tile can tell apart. */
function heightUnitM({ header }: QuantizedMesh): number {
  return (header.maxHeightEllipsoidalM - header.minHeightEllipsoidalM) / QUANTIZED_MAX;
}

/** Expects the same vertices, their heights each rounded by half a step of their own tile. */
function expectSameEdge(
  one: QuantizedMesh,
  ours: Vertex[],
  other: QuantizedMesh,
  theirs: Vertex[],
) {
  expect(ours.map(({ along }) => along)).toEqual(theirs.map(({ along }) => along));
  const toleranceM = (heightUnitM(one) + heightUnitM(other)) / 2 + 1e-6;
  const gapsM = ours.map(({ heightM }, i) => Math.abs(heightM - (theirs[i]?.heightM ?? 0)));
  expect(Math.max(...gapsM)).toBeLessThanOrEqual(toleranceM);
}

describe('buildTerrainMesh beside its neighbours', () => {
  it.each([
    [5, 0.02],
    [9, 0.1],
    [9, 0.25],
    [11, 0.5],
    [12, 2],
  ])('has their edge vertices in every choice of both, level %i, error ratio %d', (z, ratio) => {
    const home = geographicTileAt(103.9, 22.2, z);
    const spanDeg = tileSpanDeg(z);
    const [lonDeg, latDeg] = [-180 + (home.x + 1) * spanDeg, -90 + (home.y + 1) * spanDeg];
    for (let seed = 1; seed <= 4; seed++) {
      const ground = randomGround(seed, lonDeg, latDeg, spanDeg);
      const built = (byX: number, byY: number) =>
        MODES.map((mode) => {
          const tile = { ...home, x: home.x + byX, y: home.y + byY };
          return buildTerrainMesh(tile, ground, ratio * levelGeometricErrorM(z), mode);
        });
      const [southWest, southEast, northWest] = [built(0, 0), built(1, 0), built(0, 1)];
      for (const one of southWest) {
        for (const east of southEast) {
          const ours = edgeVertices(one, one.edges.east, one.v);
          expectSameEdge(one, ours, east, edgeVertices(east, east.edges.west, east.v));
        }
        for (const north of northWest) {
          const ours = edgeVertices(one, one.edges.north, one.u);
          expectSameEdge(one, ours, north, edgeVertices(north, north.edges.south, north.u));
        }
      }
    }
  });

  it('has their edge vertices where one takes all posts and the other few', () => {
    const home = geographicTileAt(103.9, 22.2, 10);
    const spanDeg = tileSpanDeg(10);
    const lonDeg = -180 + (home.x + 1) * spanDeg;
    const wild = randomGround(7, lonDeg, 22.2, spanDeg);
    const ground: GroundHeight = (lon, lat) =>
      wild(lon, lat) * Math.min(1, Math.max(0.01, (2 * (lonDeg - lon)) / spanDeg + 0.2));
    const west = buildTerrainMesh(home, ground, 3, 'bytes');
    const east = buildTerrainMesh({ ...home, x: home.x + 1 }, ground, 3, 'bytes');
    expect(west.u.length).toBeGreaterThan(FULL_FROM_VERTICES);
    expect(east.u.length).toBeLessThan(FULL_FROM_VERTICES / 2);
    const ours = edgeVertices(west, west.edges.east, west.v);
    expectSameEdge(west, ours, east, edgeVertices(east, east.edges.west, east.v));
  });
});
