import * as Cesium from '@cesium/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TileError } from '../errors';
import { normalFromOct, octFromNormal } from './oct-normal';
import type { QuantizedMesh } from './quantized-mesh';
import { decodeQuantizedMesh } from './quantized-mesh-decode';
import { encodeQuantizedMesh } from './quantized-mesh-encode';
import { buildTerrainMesh } from './terrain-mesh';

/** Cesium's own codec: exported, but left out of its types. */
const { AttributeCompression } = Cesium as unknown as {
  AttributeCompression: {
    zigZagDeltaDecode(u: Uint16Array, v: Uint16Array, h: Uint16Array): void;
    octEncode(normal: Cesium.Cartesian3, result: { x: number; y: number }): Cesium.Cartesian2;
  };
};

const TILE = { z: 9, x: 807, y: 319, scheme: 'tms' } as const;

function hilly(lonDeg: number, latDeg: number): number {
  return 900 + 600 * Math.sin(lonDeg * 40) * Math.cos(latDeg * 55) + 40 * Math.sin(lonDeg * 900);
}

function meshWithVertices(count: number): QuantizedMesh {
  const side = Math.ceil(Math.sqrt(count));
  const header = buildTerrainMesh(TILE, hilly, 100).header;
  const u = Uint16Array.from({ length: count }, (_, i) => (i % side) * 7);
  const v = Uint16Array.from({ length: count }, (_, i) => Math.floor(i / side) * 7);
  const h = Uint16Array.from({ length: count }, (_, i) => (i * 7919) % 32768);
  const triangles = Math.floor(count / 3);
  const indices = Uint32Array.from({ length: triangles * 3 }, (_, i) => i);
  const last = triangles * 3 - 1;
  const edge = Uint32Array.from([0, last]);
  return { header, u, v, h, indices, edges: { west: edge, south: edge, east: edge, north: edge } };
}

describe('encodeQuantizedMesh', () => {
  it('is undone by the decoder', () => {
    const mesh = buildTerrainMesh(TILE, hilly, 20);
    expect(decodeQuantizedMesh(encodeQuantizedMesh(mesh))).toEqual(mesh);
  });

  it('codes u, v and h as Cesium decodes them', () => {
    const mesh = buildTerrainMesh(TILE, hilly, 20);
    const bytes = encodeQuantizedMesh(mesh);
    const n = mesh.u.length;
    const coded = new Uint16Array(bytes.slice(92, 92 + n * 6).buffer);
    const u = coded.subarray(0, n);
    const v = coded.subarray(n, 2 * n);
    const h = coded.subarray(2 * n);
    AttributeCompression.zigZagDeltaDecode(u, v, h);
    expect([u, v, h]).toEqual([mesh.u, mesh.v, mesh.h]);
  });

  it('pads before four-byte indices beyond 65,536 vertices', () => {
    for (const count of [65_536, 65_537, 65_538, 65_541]) {
      const mesh = meshWithVertices(count);
      expect(decodeQuantizedMesh(encodeQuantizedMesh(mesh))).toEqual(mesh);
    }
  });

  it('carries metadata and a water mask beside the normals', () => {
    const mesh = {
      ...buildTerrainMesh(TILE, hilly, 50),
      waterMask: Uint8Array.of(255),
      metadata: { note: 'Hoàng Liên Sơn' },
    };
    expect(decodeQuantizedMesh(encodeQuantizedMesh(mesh))).toEqual(mesh);
  });

  it('refuses vertices that are not in first-use order', () => {
    const mesh = { ...meshWithVertices(6), indices: Uint32Array.of(0, 2, 1, 3, 4, 5) };
    expect(() => encodeQuantizedMesh(mesh)).toThrow(RangeError);
  });
});

describe('decodeQuantizedMesh', () => {
  it('answers any cut or changed tile with a mesh or a TileError', () => {
    const bytes = encodeQuantizedMesh(buildTerrainMesh(TILE, hilly, 200));
    const runs = process.env['LONG'] === '1' ? 1000 : 100;
    fc.assert(
      fc.property(
        fc.nat(bytes.length - 1),
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 4 }),
        (length, changes) => {
          const broken = bytes.slice(0, length);
          for (const [at, value] of changes) if (at < length) broken[at] = value;
          try {
            decodeQuantizedMesh(broken);
          } catch (error) {
            expect(error).toBeInstanceOf(TileError);
          }
        },
      ),
      { seed: 22, numRuns: runs },
    );
  });

  it('names the byte at which a tile ends too early', () => {
    const bytes = encodeQuantizedMesh(buildTerrainMesh(TILE, hilly, 200)).slice(0, 90);
    expect(() => decodeQuantizedMesh(bytes, '9/1/2.terrain')).toThrow(
      expect.objectContaining({
        code: 'tile-truncated',
        details: expect.objectContaining({ file: '9/1/2.terrain', path: 'byte 88' }),
      }),
    );
  });
});

describe('octFromNormal', () => {
  it('codes a direction as Cesium does', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3.1, max: 3.1, noNaN: true }),
        fc.double({ min: -1.5, max: 1.5, noNaN: true }),
        (lonRad, latRad) => {
          const normal = [
            Math.cos(latRad) * Math.cos(lonRad),
            Math.cos(latRad) * Math.sin(lonRad),
            Math.sin(latRad),
          ] as const;
          const theirs = AttributeCompression.octEncode(new Cesium.Cartesian3(...normal), {
            x: 0,
            y: 0,
          });
          expect(octFromNormal(normal)).toBe(theirs.x | (theirs.y << 8));
          const back = normalFromOct(octFromNormal(normal));
          const cos = normal[0] * back[0] + normal[1] * back[1] + normal[2] * back[2];
          expect(cos).toBeGreaterThan(Math.cos(0.02));
        },
      ),
      { seed: 7, numRuns: 200 },
    );
  });
});
