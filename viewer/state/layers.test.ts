import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLACE_KINDS } from '#scene';
import {
  decodeLayers,
  encodeLayers,
  isKindShown,
  LAYER_DEFAULTS,
  type Layers,
  PLACE_GROUPS,
} from './layers';

const groups = Object.keys(PLACE_GROUPS) as (keyof typeof PLACE_GROUPS)[];
const anyLayers: fc.Arbitrary<Layers> = fc.record({
  provinces: fc.constantFrom('present' as const, 'before-2025' as const, 'none' as const),
  hasRoutes: fc.boolean(),
  hasRoads: fc.boolean(),
  hasRivers: fc.boolean(),
  hiddenGroups: fc.subarray(groups),
});

describe('encodeLayers', () => {
  it('says nothing where nothing was changed', () => {
    expect(encodeLayers(LAYER_DEFAULTS)).toBe('');
  });

  it('reads well', () => {
    const layers = { ...LAYER_DEFAULTS, provinces: 'before-2025', hasRoads: true } as const;
    expect(encodeLayers({ ...layers, hiddenGroups: ['towns'] })).toBe('before-2025,roads,no-towns');
  });

  it('is undone by decodeLayers', () => {
    fc.assert(
      fc.property(anyLayers, (layers) => {
        expect(decodeLayers(encodeLayers(layers))).toEqual(layers);
      }),
      { seed: 5 },
    );
  });
});

describe('decodeLayers', () => {
  it('leaves out what it does not know', () => {
    expect(decodeLayers('sea,<b>,roads')).toEqual({ ...LAYER_DEFAULTS, hasRoads: true });
  });
});

describe('isKindShown', () => {
  it('has every kind of place in exactly one group', () => {
    expect(Object.values(PLACE_GROUPS).flat().sort()).toEqual([...PLACE_KINDS].sort());
  });

  it('hides a group with all its kinds', () => {
    const layers: Layers = { ...LAYER_DEFAULTS, hiddenGroups: ['summits'] };
    expect(['pass', 'town'].map((kind) => isKindShown(kind, layers))).toEqual([false, true]);
  });
});
