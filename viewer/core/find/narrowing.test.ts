import { describe, expect, it } from 'vitest';
import type { Findable } from './findable';
import { fits, isNarrow, NO_NARROWING } from './narrowing';
import { kmToLines } from './nearness';

const MARKET: Findable = {
  type: 'event',
  id: 'bac-ha-market',
  kind: 'event',
  name: { vi: 'Chợ phiên Bắc Hà', en: 'Bắc Hà Sunday market' },
  alsoCalled: [],
  provinceIds: ['lao-cai'],
  provinceBefore2025Ids: ['lao-cai'],
  months: [9, 10],
  peoples: ['mong', 'tay'],
  difficulty: 'easy',
  hasPanorama: false,
  placeIds: ['bac-ha'],
  importance: 2,
};

describe('fits', () => {
  it('lets everything through where nothing is asked for', () => {
    expect(isNarrow(NO_NARROWING)).toBe(false);
    expect(fits(MARKET, NO_NARROWING)).toBe(true);
  });

  it.each([
    [{ types: ['event'] }, true],
    [{ types: ['place', 'route'] }, false],
    [{ month: 9 }, true],
    [{ month: 3 }, false],
    [{ people: 'tay' }, true],
    [{ people: 'dao' }, false],
    [{ difficulty: 'easy' }, true],
    [{ province: { era: 'present', id: 'lao-cai' } }, true],
    [{ province: { era: 'before-2025', id: 'yen-bai' } }, false],
    [{ hasPanorama: true }, false],
  ] as const)('answers %j with %s', (wish, answer) => {
    expect(isNarrow({ ...NO_NARROWING, ...wish })).toBe(true);
    expect(fits(MARKET, { ...NO_NARROWING, ...wish })).toBe(answer);
  });

  it('does not take silence for a yes', () => {
    const silent = { ...MARKET, months: [], difficulty: null };
    expect(fits(silent, { ...NO_NARROWING, month: 9 })).toBe(false);
    expect(fits(silent, { ...NO_NARROWING, difficulty: 'easy' })).toBe(false);
  });
});

describe('kmToLines', () => {
  it('measures to the inside of a segment, not to its ends', () => {
    const line = [
      [104, 22],
      [104.2, 22],
    ] as const;
    expect(kmToLines([104.1, 22.09], [line])).toBeCloseTo(10.0, 1);
  });

  it('is infinite where there is no line', () => {
    expect(kmToLines([104, 22], [])).toBe(Number.POSITIVE_INFINITY);
  });
});
