import { describe, expect, it } from 'vitest';
import { nearMiss, nearMissFix } from './near-miss';

const IDS = ['sa-pa', 'ta-xua', 'mu-cang-chai', 'mam-xoi'];

describe('nearMiss', () => {
  it.each([
    ['sapa', 'sa-pa'],
    ['as-pa', 'sa-pa'],
    ['mu-cang-chia', 'mu-cang-chai'],
    ['mamxoi', 'mam-xoi'],
    ['tokyo', null],
    ['', null],
  ])('takes %j for %j', (word, meant) => {
    expect(nearMiss(word, IDS)).toBe(meant);
  });
});

describe('nearMissFix', () => {
  it('lists what there is where nothing is close', () => {
    expect(nearMissFix('tokyo', IDS)).toContain('sa-pa, ta-xua, mu-cang-chai, mam-xoi');
    expect(nearMissFix('tokyo', [])).toBe('Write that record first.');
  });
});
