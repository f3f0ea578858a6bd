import { describe, expect, it } from 'vitest';
import { foundText, jsonPath } from './scene-issue';

describe('jsonPath', () => {
  it('writes names with dots, numbers and odd names in brackets', () => {
    expect(jsonPath([])).toBe('$');
    expect(jsonPath(['legs', 2, 'note', 'zh-Hans'])).toBe('$.legs[2].note["zh-Hans"]');
  });
});

describe('foundText', () => {
  it('shortens what is long and names what is not there', () => {
    expect(foundText(undefined)).toBe('nothing');
    expect(foundText('a'.repeat(200))).toHaveLength(61);
  });
});
