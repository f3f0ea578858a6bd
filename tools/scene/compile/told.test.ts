import { describe, expect, it } from 'vitest';
import { reasonText, toldFact, toldOrNull } from './told';

describe('reasonText', () => {
  it('parts a reason into its two languages', () => {
    expect(reasonText('Chưa tra giờ mở cửa / opening hours not looked up')).toEqual({
      vi: 'Chưa tra giờ mở cửa',
      en: 'Opening hours not looked up',
    });
  });

  it('keeps a reason whole that does not say both', () => {
    expect(reasonText('1 / 2 / 3')).toEqual({ vi: '1 / 2 / 3', en: '1 / 2 / 3' });
  });
});

describe('toldFact', () => {
  it('tells a fact or why there is none', () => {
    expect(toldFact([1, 2])).toEqual({ told: [1, 2] });
    expect(toldFact({ unknown: 'Chưa rõ / not clear' })).toEqual({
      unknown: { vi: 'Chưa rõ', en: 'Not clear' },
    });
  });
});

describe('toldOrNull', () => {
  it('is nothing where nobody wrote anything', () => {
    expect(toldOrNull(undefined)).toBe(null);
  });
});
