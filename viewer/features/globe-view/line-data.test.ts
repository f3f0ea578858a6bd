import { describe, expect, it } from 'vitest';
import type { BorderLines, RiverLines, RoadNetwork } from '#scene';
import { borderLinesOf, provinceNamesOf, riverLinesOf, roadLinesOf } from './line-data';

const line = [
  [104, 21],
  [104.1, 21],
] as const;
const name = (provinceId: string, era: 'present' | 'before-2025') => ({
  provinceId,
  era,
  name: { vi: provinceId, en: provinceId },
  spots: [[104, 21]] as const,
});
const borders: BorderLines = {
  id: 'borders',
  borders: [
    {
      id: 'inner',
      provinceIds: ['lao-cai'],
      provinceBefore2025Ids: ['lao-cai', 'yen-bai'],
      eras: ['before-2025'],
      coordinates: line,
    },
    {
      id: 'outer',
      provinceIds: ['lao-cai', 'son-la'],
      provinceBefore2025Ids: ['yen-bai', 'son-la'],
      eras: ['present', 'before-2025'],
      coordinates: line,
    },
  ],
  names: [name('lao-cai', 'present'), name('yen-bai', 'before-2025')],
};

describe('borderLinesOf', () => {
  it('draws for each map what was there then', () => {
    const counts = (['present', 'before-2025', 'none'] as const).map(
      (era) => borderLinesOf(borders, era).length,
    );
    expect(counts).toEqual([1, 2, 0]);
  });
});

describe('provinceNamesOf', () => {
  it('names the provinces of the map that is drawn', () => {
    const ids = (era: 'present' | 'before-2025' | 'none') =>
      provinceNamesOf(borders, era, 'vi').map(({ id }) => id);
    expect([ids('present'), ids('before-2025'), ids('none')]).toEqual([
      ['lao-cai'],
      ['yen-bai'],
      [],
    ]);
  });
});

describe('roadLinesOf', () => {
  it('draws great roads over lesser ones, and marks those whose course is not known', () => {
    const edge = {
      from: 'a',
      to: 'b',
      roads: [],
      terrain: 'hills',
      lengthKm: 10,
      isApproximate: false,
      hours: { car: 1, motorbike: null, coach: null },
      coordinates: line,
    } as const;
    const roads: RoadNetwork = {
      id: 'roads',
      nodes: [],
      edges: [
        { ...edge, roadClass: 'expressway', isStraight: false },
        { ...edge, roadClass: 'national', isStraight: true },
        { ...edge, roadClass: 'local', isStraight: false },
      ],
    };
    expect(roadLinesOf(roads).map(({ look }) => look)).toEqual([
      'road-unknown',
      'local',
      'expressway',
    ]);
  });
});

describe('riverLinesOf', () => {
  it('draws rivers by the width of their water', () => {
    const river = (widthM: number) => ({ id: `r${widthM}`, name: '', widthM, lines: [line] });
    const rivers: RiverLines = { id: 'rivers', rivers: [river(300), river(70), river(25)] };
    expect(riverLinesOf(rivers).map(({ look }) => look)).toEqual(['river-wide', 'river', 'stream']);
  });
});
