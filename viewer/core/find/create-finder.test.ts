import { describe, expect, it } from 'vitest';
import { createFinder } from './create-finder';
import type { Findable } from './findable';

const BASE = {
  alsoCalled: [],
  provinceIds: ['lao-cai'],
  provinceBefore2025Ids: ['lao-cai'],
  months: [],
  peoples: [],
  difficulty: null,
  hasPanorama: false,
  placeIds: [],
  importance: 3,
} as const;

function place(id: string, vi: string, en: string, more: Partial<Findable> = {}): Findable {
  return { ...BASE, type: 'place', id, kind: 'town', name: { vi, en }, ...more };
}

const FINDABLES: readonly Findable[] = [
  place('pha-din', 'Đèo Pha Đin', 'Pha Đin pass', { kind: 'pass', importance: 1 }),
  place('pha-luong', 'Đỉnh Pha Luông', 'Pha Luông', { kind: 'summit' }),
  place('mu-cang-chai', 'Mù Cang Chải', 'Mù Cang Chải', { importance: 1 }),
  place('mu-ca', 'Mù Cả', 'Mù Cả', { importance: 4 }),
  place('sa-pa', 'Sa Pa', 'Sa Pa', { importance: 1 }),
  place('sa-pa-market', 'Chợ Sa Pa', 'Sa Pa market', { kind: 'market' }),
  place('sin-ho', 'Sìn Hồ', 'Sìn Hồ'),
  place('sin-suoi-ho', 'Sin Suối Hồ', 'Sin Suối Hồ'),
  place('bac-ha', 'Bắc Hà', 'Bắc Hà'),
  place('a1', 'Đồi A1', 'Hill A1', { alsoCalled: ['Eliane 2'] }),
  {
    ...BASE,
    type: 'event',
    id: 'bac-ha-market',
    kind: 'event',
    name: { vi: 'Chợ phiên Bắc Hà', en: 'Bắc Hà Sunday market' },
  },
];

const finder = createFinder(FINDABLES, ({ kind }) => [kind]);
const first = (text: string): string | undefined => finder.find(text)[0]?.id;

describe('createFinder', () => {
  it.each([
    ['pha din', 'pha-din'],
    ['mu cang chai', 'mu-cang-chai'],
    ['sapa', 'sa-pa'],
    ['mù căng', 'mu-cang-chai'],
    ['ĐÈO PHA ĐIN', 'pha-din'],
    ['phadin', 'pha-din'],
    ['bac ha sunday', 'bac-ha-market'],
    ['eliane', 'a1'],
    ['chợ sa', 'sa-pa-market'],
  ])('finds %j', (text, id) => {
    expect(first(text)).toBe(id);
  });

  it.each([
    ['mu cang chia', 'mu-cang-chai'],
    ['mu cag chai', 'mu-cang-chai'],
    ['pha dinn', 'pha-din'],
    ['sin suoi hoo', 'sin-suoi-ho'],
  ])('forgives the slip in %j', (text, id) => {
    expect(first(text)).toBe(id);
  });

  it('finds while a word is not finished', () => {
    expect(finder.find('sin s')[0]?.id).toBe('sin-suoi-ho');
  });

  it('puts the whole name before names that only begin so', () => {
    expect(finder.find('sa pa').map(({ id }) => id)).toEqual(['sa-pa', 'sa-pa-market']);
  });

  it('prefers the marks that were typed', () => {
    expect(first('Mù Cả')).toBe('mu-ca');
  });

  it('finds by what a thing is', () => {
    expect(finder.find('summit').map(({ id }) => id)).toEqual(['pha-luong']);
  });

  it.each(['', '  ', '!?', 'zzzzzz'])('finds nothing for %j', (text) => {
    expect(finder.find(text)).toEqual([]);
  });
});
