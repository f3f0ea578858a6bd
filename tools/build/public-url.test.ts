import { describe, expect, it } from 'vitest';
import { publicUrlOf } from './public-url';

describe('publicUrlOf', () => {
  it('is nothing where nobody said', () => {
    expect(publicUrlOf(['--full'])).toBe(null);
  });

  it('ends with a slash', () => {
    expect(publicUrlOf(['--public-url', 'https://map.example.vn/tay-bac'])).toBe(
      'https://map.example.vn/tay-bac/',
    );
  });

  it.each(['', 'map.example.vn', 'ftp://map.example.vn/', 'https://map.example.vn/?a=1'])(
    'refuses %j',
    (text) => {
      expect(() => publicUrlOf(['--public-url', text])).toThrow(
        expect.objectContaining({ code: 'build-public-url' }),
      );
    },
  );
});
