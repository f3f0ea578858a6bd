import { describe, expect, it } from 'vitest';
import type { PlaceSummary } from '#scene';
import { placesWithViews } from './list-groups';

function place(vi: string, change: Partial<PlaceSummary> = {}): PlaceSummary {
  return {
    id: vi,
    kind: 'peak',
    name: { vi, en: vi },
    lonDeg: 104,
    latDeg: 22,
    heightOrthometricM: null,
    heightEllipsoidalM: null,
    importance: 3,
    provinceIds: ['lao-cai'],
    panoramaIds: [],
    detailUrl: '',
    ...change,
  };
}
const names = (places: readonly PlaceSummary[]) => places.map(({ name }) => name.vi);

describe('placesWithViews', () => {
  it('puts the most important first', () => {
    const views = { panoramaIds: ['a'] };
    const places = [place('B', views), place('A', { ...views, importance: 1 }), place('C')];
    expect(names(placesWithViews(places))).toEqual(['A', 'B']);
  });
});
