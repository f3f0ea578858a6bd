import { describe, expect, it } from 'vitest';
import { factFields } from './fact-fields';

describe('factFields', () => {
  it('are the fields that may be unknown', () => {
    expect(factFields('product')).toEqual(['season', 'ocop', 'maker']);
    expect(factFields('place')).toEqual(
      expect.arrayContaining(['heights', 'gettingThere', 'fees', 'register']),
    );
    expect(factFields('panorama')).toEqual(['people']);
    expect(factFields('scene')).toEqual([]);
  });
});
