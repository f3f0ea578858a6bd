import { describe, expect, it } from 'vitest';
import type { Blur } from '#scene';
import { builtHash8, PLAIN_TILES } from './built-hash';

const SHA = 'ab12cd34'.repeat(8);
const FACE: Blur = { shape: 'ellipse', yawDeg: 1, pitchDeg: 2, widthDeg: 3, heightDeg: 4 };

describe('builtHash8', () => {
  it('is the start of the master’s own hash for plain tiles', () => {
    expect(builtHash8(SHA, PLAIN_TILES)).toBe('ab12cd34');
  });
  it('changes with every number of a blur, with their order and with the format', () => {
    const names = [
      builtHash8(SHA, PLAIN_TILES),
      builtHash8(SHA, { ...PLAIN_TILES, tileFormat: 'jpeg' }),
      builtHash8(SHA, { ...PLAIN_TILES, blurs: [FACE] }),
      builtHash8(SHA, { ...PLAIN_TILES, blurs: [{ ...FACE, shape: 'rectangle' }] }),
      ...(['yawDeg', 'pitchDeg', 'widthDeg', 'heightDeg'] as const).map((key) =>
        builtHash8(SHA, { ...PLAIN_TILES, blurs: [{ ...FACE, [key]: 9 }] }),
      ),
    ];
    expect(new Set(names).size).toBe(names.length);
  });
});
