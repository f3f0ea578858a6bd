import * as Cesium from '@cesium/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuantizedMesh } from '#core/tiles/quantized-mesh';
import { decodeQuantizedMesh } from '#core/tiles/quantized-mesh-decode';
import { encodeQuantizedMesh } from '#core/tiles/quantized-mesh-encode';
import { buildTerrainMesh } from '#core/tiles/terrain-mesh';
import { checkTile } from './check-tile';
import type { FaultCode } from './fault-kinds';
import { readTileLayout, type TileLayout } from './tile-layout';
import { HEADER_AT, vertexPositions } from './vertex-positions';

/** Cesium's own horizon: exported, but left out of its types. */
const { EllipsoidalOccluder } = Cesium as unknown as {
  EllipsoidalOccluder: new (
    ellipsoid: Cesium.Ellipsoid,
    camera: Cesium.Cartesian3,
  ) => {
    computeHorizonCullingPointFromVertices(
      direction: Cesium.Cartesian3,
      vertices: number[],
      stride: number,
    ): Cesium.Cartesian3 | undefined;
  };
};

const TILE = { z: 9, x: 807, y: 319, scheme: 'tms' } as const;
const hilly = (lonDeg: number, latDeg: number) =>
  900 + 600 * Math.sin(lonDeg * 40) * Math.cos(latDeg * 55) + 40 * Math.sin(lonDeg * 900);
const MESH = buildTerrainMesh(TILE, hilly, 20);
const BYTES = encodeQuantizedMesh(MESH);
const LAYOUT = layoutOf(BYTES);

function layoutOf(bytes: Uint8Array): TileLayout {
  const read = readTileLayout(bytes);
  if ('fault' in read) throw new Error(read.fault.code);
  return read.layout;
}

/** The valid tile with some bytes overwritten. */
function patched(patch: (view: DataView) => void, bytes = BYTES): Uint8Array {
  const copy = bytes.slice();
  patch(new DataView(copy.buffer));
  return copy;
}

/** The valid tile with parts of its mesh replaced. */
const remeshed = (parts: Partial<QuantizedMesh>) => encodeQuantizedMesh({ ...MESH, ...parts });
const withWest = (west: readonly number[]) =>
  remeshed({ edges: { ...MESH.edges, west: Uint32Array.from(west) } });
const append = (...extra: readonly number[]) => Uint8Array.from([...BYTES, ...extra]);

/** Overwrites the last triangle; its vertices were all used before. */
function withLastTriangle(change: (a: number, b: number, c: number) => readonly number[]) {
  const indices = MESH.indices.slice();
  const [a, b, c] = [...indices.slice(-3)] as [number, number, number];
  indices.set(change(a, b, c), indices.length - 3);
  return remeshed({ indices });
}

const INNER = MESH.u.findIndex((u, i) => u > 0 && u < 32767 && MESH.v[i]! > 0);
const EDGE_AT = LAYOUT.edges.west.at;
const withMetadata = remeshed({ metadata: { a: 1 } });
const oneMore = (values: Uint16Array) => Uint16Array.from([...values, 9]);

const CORRUPTIONS: readonly (readonly [FaultCode, number, Uint8Array])[] = [
  ['tile-truncated', LAYOUT.codes.at, BYTES.slice(0, LAYOUT.codes.at + 10)],
  ['tile-truncated', 0, new Uint8Array()],
  ['trailing-bytes', BYTES.length, append(1, 2, 3)],
  ['extension-truncated', BYTES.length, append(1, 9, 0, 0, 0)],
  [
    'extension-length',
    LAYOUT.extensionsAt + 1,
    remeshed({ octNormals: MESH.octNormals!.slice(2) }),
  ],
  ['extension-length', BYTES.length + 1, append(2, 2, 0, 0, 0, 0, 0)],
  ['extension-length', BYTES.length + 5, append(4, 4, 0, 0, 0, 9, 0, 0, 0)],
  [
    'extension-metadata',
    BYTES.length + 9,
    patched((view) => view.setUint8(view.byteLength - 1, 0xff), withMetadata),
  ],
  ['extension-unknown', BYTES.length, append(9, 0, 0, 0, 0)],
  [
    'header-not-finite',
    HEADER_AT.sphereCenter + 8,
    patched((view) => view.setFloat64(HEADER_AT.sphereCenter + 8, Number.NaN, true)),
  ],
  [
    'header-heights',
    HEADER_AT.minHeight,
    patched((view) => view.setFloat32(HEADER_AT.minHeight, 9000, true)),
  ],
  ['header-center', HEADER_AT.center, patched((view) => view.setFloat64(0, 0, true))],
  ['sphere-small', HEADER_AT.sphereCenter, patched(scaled(HEADER_AT.sphereRadius, 1, 0.999))],
  ['horizon-low', HEADER_AT.horizonPoint, patched(scaled(HEADER_AT.horizonPoint, 3, 0.99999))],
  ['horizon-low', HEADER_AT.horizonPoint, patched(scaled(HEADER_AT.horizonPoint, 3, 0))],
  ['horizon-high', HEADER_AT.horizonPoint, patched(scaled(HEADER_AT.horizonPoint, 3, 2))],
  ['mesh-empty', LAYOUT.verticesAt - 4, remeshed({ indices: new Uint32Array() })],
  ['vertex-range', LAYOUT.verticesAt, patched((view) => view.setUint16(92, 1, true))],
  ['corner-missing', LAYOUT.verticesAt, remeshed({ u: MESH.u.map((u) => Math.max(1, u)) })],
  ['index-coding', LAYOUT.codes.at, patched((view) => view.setUint16(LAYOUT.codes.at, 5, true))],
  [
    'index-range',
    LAYOUT.codes.at + 2 * MESH.u.length,
    patched((view) => {
      for (let i = 0; i < MESH.indices.length; i++) view.setUint16(LAYOUT.codes.at + 2 * i, 0);
    }),
  ],
  [
    'vertex-unused',
    LAYOUT.verticesAt + 2 * MESH.u.length,
    remeshed({ u: oneMore(MESH.u), v: oneMore(MESH.v), h: oneMore(MESH.h) }),
  ],
  [
    'triangle-clockwise',
    LAYOUT.codes.at + 2 * (MESH.indices.length - 3),
    withLastTriangle((a, b, c) => [a, c, b]),
  ],
  [
    'triangle-degenerate',
    LAYOUT.codes.at + 2 * (MESH.indices.length - 3),
    withLastTriangle((a, b) => [a, b, b]),
  ],
  ['mesh-cover', LAYOUT.codes.at, remeshed({ indices: MESH.indices.slice(0, -3) })],
  ['edge-range', EDGE_AT, patched((view) => view.setUint16(EDGE_AT, 65535, true))],
  ['edge-off', EDGE_AT, patched((view) => view.setUint16(EDGE_AT, INNER, true))],
  ['edge-incomplete', EDGE_AT, withWest([...MESH.edges.west].slice(1))],
  ['edge-repeated', EDGE_AT, withWest([MESH.edges.west[0]!, ...MESH.edges.west])],
  ['edge-unsorted', EDGE_AT + 2, withWest([...MESH.edges.west].reverse())],
];

function scaled(at: number, count: number, ratio: number) {
  return (view: DataView) => {
    for (let i = 0; i < count; i++) {
      view.setFloat64(at + i * 8, view.getFloat64(at + i * 8, true) * ratio, true);
    }
  };
}

describe('checkTile', () => {
  it('finds nothing in a tile that was just built', () => {
    expect(checkTile(BYTES, TILE).faults).toEqual([]);
    expect(checkTile(withMetadata, TILE).faults).toEqual([]);
  });

  it('finds nothing in a root, whose horizon no point can stand for', () => {
    const root = { z: 0, x: 1, y: 0, scheme: 'tms' } as const;
    const bytes = encodeQuantizedMesh(buildTerrainMesh(root, () => 0, 1e4));
    expect(checkTile(bytes, root).faults).toEqual([]);
  });

  it("accepts Cesium's own bounding sphere and horizon point, and no less", () => {
    const points = [...vertexPositions(LAYOUT, TILE)];
    const sphere = Cesium.BoundingSphere.fromVertices(points);
    const point = new EllipsoidalOccluder(
      Cesium.Ellipsoid.WGS84,
      Cesium.Cartesian3.ZERO,
    ).computeHorizonCullingPointFromVertices(sphere.center, points, 3);
    const { x, y, z } = sphere.center;
    const withHorizon = (ratio: number) =>
      remeshed({
        header: {
          ...MESH.header,
          boundingSphere: { centerEcef: [x, y, z], radiusM: sphere.radius },
          horizonOcclusionPoint: [point!.x * ratio, point!.y * ratio, point!.z * ratio],
        },
      });
    expect(checkTile(withHorizon(1), TILE).faults).toEqual([]);
    const codes = checkTile(withHorizon(1 - 1e-5), TILE).faults.map(({ code }) => code);
    expect(codes).toEqual(['horizon-low']);
  });

  it('reads indices of four bytes', () => {
    const side = 260;
    const u = Uint16Array.from({ length: side * side }, (_, i) => i % side);
    const indices = Uint32Array.from({ length: 3 * Math.floor(u.length / 3) }, (_, i) => i);
    const { faults } = checkTile(remeshed({ u, v: u, h: u, indices }), TILE);
    const codes = faults.map(({ code }) => code);
    expect(codes).not.toContain('tile-truncated');
    expect(codes).not.toContain('index-range');
    expect(codes).not.toContain('trailing-bytes');
  });

  it.each(CORRUPTIONS)('reports %s at byte %i', (code, byteOffset, bytes) => {
    const fault = checkTile(bytes, TILE).faults.find((found) => found.code === code);
    expect(fault).toMatchObject({ code, byteOffset });
  });

  it('blames only what was changed where nothing follows from it', () => {
    const alone = (code: FaultCode) => {
      const bytes = CORRUPTIONS.find(([name]) => name === code)![2];
      return checkTile(bytes, TILE).faults.map((fault) => fault.code);
    };
    for (const code of [
      'trailing-bytes',
      'header-center',
      'sphere-small',
      'horizon-low',
      'mesh-cover',
      'edge-incomplete',
      'edge-repeated',
      'edge-unsorted',
    ] as const) {
      expect(alone(code)).toEqual([code]);
    }
  });

  it('finds a place in another tile of the level by centre, sphere and horizon', () => {
    const moved = checkTile(BYTES, { ...TILE, x: TILE.x + 3 });
    const codes = moved.faults.map(({ code }) => code);
    expect(codes).toEqual(['header-center', 'sphere-small', 'horizon-low']);
  });

  it('never throws, and faults every tile that the decoder refuses', () => {
    const last = BYTES.length - 1;
    const changes = fc.array(fc.tuple(fc.nat(last), fc.nat(255)), { minLength: 1, maxLength: 4 });
    const length = fc.oneof(fc.constant(BYTES.length), fc.nat(last));
    fc.assert(
      fc.property(length, changes, (cut, edits) => {
        const broken = BYTES.slice(0, cut);
        for (const [at, value] of edits) if (at < cut) broken[at] = value;
        const { faults } = checkTile(broken, TILE);
        if (isRefused(broken)) expect(faults.map((f) => f.severity)).toContain('fault');
      }),
      { seed: 20_261_121, numRuns: process.env['LONG'] === '1' ? 1000 : 100 },
    );
  });
});

function isRefused(bytes: Uint8Array): boolean {
  try {
    decodeQuantizedMesh(bytes);
    return false;
  } catch {
    return true;
  }
}
