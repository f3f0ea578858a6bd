import { describe, expect, it } from 'vitest';
import { vietnamDayOf } from './vietnam-day';

describe('vietnamDayOf', () => {
  it('is tomorrow from five in the afternoon, UTC', () => {
    expect(vietnamDayOf(new Date('2026-12-31T16:59:59Z'))).toEqual({
      year: 2026,
      month: 12,
      day: 31,
    });
    expect(vietnamDayOf(new Date('2026-12-31T17:00:00Z'))).toEqual({
      year: 2027,
      month: 1,
      day: 1,
    });
  });
});
