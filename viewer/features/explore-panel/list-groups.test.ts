import { describe, expect, it } from 'vitest';
import type { PlaceSummary } from '#scene';
import { found, placesWithViews } from './list-groups';

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

describe('found', () => {
  const places = ['Chợ Bắc Hà', 'Bắc Hà', 'Đèo Ô Quý Hồ', 'Hồ Thác Bà'].map((vi) => place(vi));

  it('finds names typed without marks, those that begin so first', () => {
    expect(names(found(places, 'bac ha'))).toEqual(['Bắc Hà', 'Chợ Bắc Hà']);
    expect(names(found(places, 'Ho'))).toEqual(['Hồ Thác Bà', 'Chợ Bắc Hà', 'Đèo Ô Quý Hồ']);
  });

  it('wants every word, in any order', () => {
    expect(names(found(places, 'ho deo'))).toEqual(['Đèo Ô Quý Hồ']);
    expect(names(found(places, 'ho fansipan'))).toEqual([]);
  });

  it('finds English names too', () => {
    const pass = place('Đèo Pha Đin', { name: { vi: 'Đèo Pha Đin', en: 'Pha Đin pass' } });
    expect(names(found([pass], 'pass'))).toEqual(['Đèo Pha Đin']);
  });
});

describe('placesWithViews', () => {
  it('puts the most important first', () => {
    const views = { panoramaIds: ['a'] };
    const places = [place('B', views), place('A', { ...views, importance: 1 }), place('C')];
    expect(names(placesWithViews(places))).toEqual(['A', 'B']);
  });
});
