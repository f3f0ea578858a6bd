import { describe, expect, it } from 'vitest';
import { checkLayer } from './check-layer';

const RANGE = { startX: 0, startY: 0, endX: 1, endY: 0 };
const LAYER = {
  format: 'quantized-mesh-1.0',
  scheme: 'tms',
  projection: 'EPSG:4326',
  tiles: ['{z}/{x}/{y}.terrain?v={version}'],
  available: [[RANGE]],
};
const codesOf = (text: string | undefined) => checkLayer(text).faults.map(({ code }) => code);

describe('checkLayer', () => {
  it('finds nothing in a plain layer and gives its rectangles', () => {
    expect(checkLayer(JSON.stringify(LAYER))).toEqual({
      faults: [],
      scheme: 'tms',
      isOpenEnded: false,
      extensions: [],
      available: [{ z: 0, ...RANGE }],
    });
  });

  it('takes what Cesium takes for granted for granted', () => {
    const { scheme: _, projection: __, ...rest } = LAYER;
    expect(codesOf(JSON.stringify(rest))).toEqual([]);
  });

  it.each([
    ['layer-missing', undefined],
    ['layer-broken', '{'],
    ['layer-broken', '[1]'],
    ['layer-format', JSON.stringify({ ...LAYER, format: 'heightmap-1.0' })],
    ['layer-scheme', JSON.stringify({ ...LAYER, scheme: 'xyz' })],
    ['layer-projection', JSON.stringify({ ...LAYER, projection: 'EPSG:3857' })],
    ['layer-tiles', JSON.stringify({ ...LAYER, tiles: [] })],
    ['layer-tiles', JSON.stringify({ ...LAYER, tiles: ['{z}/{x}.terrain'] })],
    ['layer-available', JSON.stringify({ ...LAYER, available: undefined })],
    ['layer-range', JSON.stringify({ ...LAYER, available: 7 })],
    ['layer-range', JSON.stringify({ ...LAYER, available: [7] })],
    ['layer-range', JSON.stringify({ ...LAYER, available: [[{ ...RANGE, endX: 2 }]] })],
    ['layer-range', JSON.stringify({ ...LAYER, available: [[{ ...RANGE, startX: 0.5 }]] })],
  ])('reports %s', (code, text) => {
    expect(codesOf(text)).toEqual([code]);
  });
});
