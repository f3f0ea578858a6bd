import { describe, expect, it } from 'vitest';
import { measure, monthsText, rangeText } from './fact-text';

describe('monthsText', () => {
  it.each([
    [[9, 10, 5], 'tháng 5, 9–10', 'May, September–October'],
    [[11, 12, 1, 2], 'tháng 11–2', 'November–February'],
    [[3], 'tháng 3', 'March'],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 'tháng 1–12', 'January–December'],
  ])('writes %j as runs', (months, vi, en) => {
    expect(monthsText(months)).toEqual({ vi, en });
  });
});

describe('measure', () => {
  it('groups and points numbers as each language does', () => {
    expect(measure(3147.3, 'm')).toEqual({ vi: '3.147,3 m', en: '3,147.3 m' });
  });
});

describe('rangeText', () => {
  it('counts one and many', () => {
    const unit = { vi: 'giờ', en: 'hour' };
    expect(rangeText({ from: 1, to: 1 }, unit)).toEqual({ vi: '1 giờ', en: '1 hour' });
    expect(rangeText({ from: 4, to: 48 }, unit)).toEqual({ vi: '4–48 giờ', en: '4–48 hours' });
  });
});
