import * as Cesium from '@cesium/engine';
import { describe, expect, it } from 'vitest';
import { radFromDeg } from '../geo/angles';
import { ecefFromGeodetic } from '../geo/ellipsoid';
import { geographicTileAt, geographicTileBox } from './geographic-tiling';
import { meshHeightM } from './mesh-height';
import { normalFromOct } from './oct-normal';
import { QUANTIZED_MAX, type QuantizedMesh } from './quantized-mesh';
import { buildTerrainMesh } from './terrain-mesh';
import type { TileId } from './tile-id';

/** Cesium's own occluder: exported, but left out of its types. */
const { EllipsoidalOccluder } = Cesium as unknown as {
  EllipsoidalOccluder: new (
    ellipsoid: Cesium.Ellipsoid,
  ) => {
    computeHorizonCullingPointPossiblyUnderEllipsoid(
      direction: Cesium.Cartesian3,
      positions: Cesium.Cartesian3[],
      minimumHeightM: number,
    ): Cesium.Cartesian3;
  };
};

/** Rough ground with a cliff, so that neighbouring tiles want quite different triangles. */
function rough(lonDeg: number, latDeg: number): number {
  const cliffM = lonDeg + 0.3 * latDeg > 110.57 ? 700 : 0;
  const hillsM = 300 * Math.sin(lonDeg * 210) * Math.cos(latDeg * 170);
  return cliffM + hillsM + 60 * Math.sin(lonDeg * 1700 + latDeg * 2300);
}

function verticesOf(mesh: QuantizedMesh, tile: TileId): Float64Array {
  const box = geographicTileBox(tile);
  const { minHeightEllipsoidalM: low, maxHeightEllipsoidalM: high } = mesh.header;
  return Float64Array.from(
    Array.from(mesh.u).flatMap((u, i) => [
      ...ecefFromGeodetic({
        lonRad: radFromDeg(box.westDeg + (u / QUANTIZED_MAX) * (box.eastDeg - box.westDeg)),
        latRad: radFromDeg(
          box.southDeg + ((mesh.v[i] ?? 0) / QUANTIZED_MAX) * (box.northDeg - box.southDeg),
        ),
        heightEllipsoidalM: low + ((mesh.h[i] ?? 0) / QUANTIZED_MAX) * (high - low),
      }),
    ]),
  );
}

function edgeProfile(mesh: QuantizedMesh, edge: Uint32Array, along: Uint16Array) {
  const { minHeightEllipsoidalM: low, maxHeightEllipsoidalM: high } = mesh.header;
  return Array.from(edge, (i) => ({
    at: along[i],
    heightM: low + ((mesh.h[i] ?? 0) / QUANTIZED_MAX) * (high - low),
  }));
}

describe('buildTerrainMesh', () => {
  it.each([5, 8, 9, 10, 11])('agrees with its neighbours on every edge vertex at level %i', (z) => {
    const home = geographicTileAt(103.9, 22.2, z);
    for (const [byX, byY] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [2, 1],
    ] as const) {
      const tile = { ...home, x: home.x + byX, y: home.y + byY };
      const mesh = buildTerrainMesh(tile, rough, 25);
      const east = buildTerrainMesh({ ...tile, x: tile.x + 1 }, rough, 25);
      const north = buildTerrainMesh({ ...tile, y: tile.y + 1 }, rough, 25);
      const pairs = [
        [edgeProfile(mesh, mesh.edges.east, mesh.v), edgeProfile(east, east.edges.west, east.v)],
        [
          edgeProfile(mesh, mesh.edges.north, mesh.u),
          edgeProfile(north, north.edges.south, north.u),
        ],
      ] as const;
      for (const [ours, theirs] of pairs) {
        expect(ours.map((vertex) => vertex.at)).toEqual(theirs.map((vertex) => vertex.at));
        for (const [i, vertex] of ours.entries()) {
          expect(Math.abs(vertex.heightM - (theirs[i]?.heightM ?? Number.NaN))).toBeLessThan(0.05);
        }
      }
    }
  });

  it.each([0, 3, 4, 5, 10])('has all four corners at level %i', (z) => {
    const mesh = buildTerrainMesh(geographicTileAt(103.9, 22.2, z), rough, 1e6);
    const corners = new Set(Array.from(mesh.u, (u, i) => `${u},${mesh.v[i]}`));
    for (const corner of ['0,0', '32767,0', '0,32767', '32767,32767']) {
      expect(corners).toContain(corner);
    }
  });

  it('covers the tile without overlap, all triangles counter-clockwise', () => {
    const mesh = buildTerrainMesh(geographicTileAt(103.9, 22.2, 10), rough, 15);
    let area = 0;
    for (let i = 0; i < mesh.indices.length; i += 3) {
      const [a = 0, b = 0, c = 0] = mesh.indices.subarray(i, i + 3);
      const [ax = 0, bx = 0, cx = 0] = [mesh.u[a], mesh.u[b], mesh.u[c]];
      const [ay = 0, by = 0, cy = 0] = [mesh.v[a], mesh.v[b], mesh.v[c]];
      const doubled = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
      expect(doubled).toBeGreaterThan(0);
      area += doubled / 2;
    }
    expect(area).toBe(QUANTIZED_MAX ** 2);
  });

  it.each([
    ['bytes', 12],
    ['triangles', 12],
    ['bytes', 60],
    ['triangles', 60],
  ] as const)('made small in %s stays within %i m at every post', (optimize, maxErrorM) => {
    const tile = geographicTileAt(103.9, 22.2, 11);
    const box = geographicTileBox(tile);
    const mesh = buildTerrainMesh(tile, rough, maxErrorM, optimize);
    let worstM = 0;
    for (let i = 0; i <= 64; i++) {
      for (let j = 0; j <= 64; j++) {
        const lonDeg = box.westDeg + (i / 64) * (box.eastDeg - box.westDeg);
        const latDeg = box.southDeg + (j / 64) * (box.northDeg - box.southDeg);
        const builtM = meshHeightM(mesh, i / 64, j / 64) ?? Number.NaN;
        worstM = Math.max(worstM, Math.abs(builtM - rough(lonDeg, latDeg)));
      }
    }
    expect(worstM).toBeGreaterThan(maxErrorM / 8);
    expect(worstM).toBeLessThanOrEqual(maxErrorM);
  });

  it('takes all posts for the sake of bytes where most are needed, but not for triangles', () => {
    const tile = geographicTileAt(103.9, 22.2, 11);
    const [bytes, triangles] = (['bytes', 'triangles'] as const).map(
      (optimize) => buildTerrainMesh(tile, rough, 80, optimize).u.length,
    );
    expect(bytes).toBeGreaterThan(4100);
    expect(triangles).toBeLessThan(3300);
  });

  it('makes the same mesh either way where few posts are needed', () => {
    const tile = geographicTileAt(103.9, 22.2, 11);
    const meshes = (['bytes', 'triangles'] as const).map((optimize) =>
      buildTerrainMesh(tile, rough, 250, optimize),
    );
    expect(meshes[0]).toEqual(meshes[1]);
  });

  it('has normals within two degrees of those of the ground', () => {
    const tile = geographicTileAt(103.9, 22.2, 11);
    const box = geographicTileBox(tile);
    const mesh = buildTerrainMesh(tile, rough, 30);
    const stepDeg = (box.eastDeg - box.westDeg) / 64;
    const place = (lonDeg: number, latDeg: number) =>
      Cesium.Cartesian3.fromDegrees(lonDeg, latDeg, rough(lonDeg, latDeg));
    for (let i = 0; i < mesh.u.length; i += 7) {
      const lonDeg = box.westDeg + (mesh.u[i]! / QUANTIZED_MAX) * (box.eastDeg - box.westDeg);
      const latDeg = box.southDeg + (mesh.v[i]! / QUANTIZED_MAX) * (box.northDeg - box.southDeg);
      const [east, north] = [new Cesium.Cartesian3(), new Cesium.Cartesian3()];
      Cesium.Cartesian3.subtract(
        place(lonDeg + stepDeg, latDeg),
        place(lonDeg - stepDeg, latDeg),
        east,
      );
      Cesium.Cartesian3.subtract(
        place(lonDeg, latDeg + stepDeg),
        place(lonDeg, latDeg - stepDeg),
        north,
      );
      const theirs = Cesium.Cartesian3.cross(east, north, new Cesium.Cartesian3());
      const ours = normalFromOct(mesh.octNormals![2 * i]! | (mesh.octNormals![2 * i + 1]! << 8));
      const apartRad = Cesium.Cartesian3.angleBetween(theirs, new Cesium.Cartesian3(...ours));
      expect(Cesium.Math.toDegrees(apartRad)).toBeLessThan(2);
    }
  });

  it.each([0, 4, 7, 11])('lies inside its bounding sphere at level %i', (z) => {
    const tile = geographicTileAt(103.9, 22.2, z);
    const mesh = buildTerrainMesh(tile, rough, 50);
    const { centerEcef, radiusM } = mesh.header.boundingSphere;
    const vertices = verticesOf(mesh, tile);
    for (let i = 0; i < vertices.length; i += 3) {
      const [x = 0, y = 0, zed = 0] = vertices.subarray(i, i + 3);
      const reachM = Math.hypot(x - centerEcef[0], y - centerEcef[1], zed - centerEcef[2]);
      expect(reachM).toBeLessThanOrEqual(radiusM * (1 + 1e-4) + 1);
    }
  });

  it.each([2, 6, 11])("has Cesium's horizon occlusion point at level %i", (z) => {
    const tile = geographicTileAt(103.9, 22.2, z);
    const mesh = buildTerrainMesh(tile, rough, 50);
    const vertices = verticesOf(mesh, tile);
    const positions = Array.from({ length: vertices.length / 3 }, (_, i) =>
      Cesium.Cartesian3.unpack(vertices as unknown as number[], i * 3),
    );
    const occluder = new EllipsoidalOccluder(Cesium.Ellipsoid.WGS84);
    const theirs = occluder.computeHorizonCullingPointPossiblyUnderEllipsoid(
      new Cesium.Cartesian3(...mesh.header.centerEcef),
      positions,
      0,
    );
    const ours = mesh.header.horizonOcclusionPoint;
    const apart = Math.hypot(ours[0] - theirs.x, ours[1] - theirs.y, ours[2] - theirs.z);
    expect(apart / Cesium.Cartesian3.magnitude(theirs)).toBeLessThan(1e-5);
  });

  it('puts the occlusion point of a root tile where it hides nothing', () => {
    const mesh = buildTerrainMesh({ z: 0, x: 1, y: 0, scheme: 'tms' }, () => 0, 1e6);
    expect(Math.hypot(...mesh.header.horizonOcclusionPoint)).toBeGreaterThan(1e8);
  });
});
