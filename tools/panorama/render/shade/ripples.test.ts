import { describe, expect, it } from 'vitest';
import { createNoise } from '../maths/noise';
import { readRipples } from './ripples';

const noise = createNoise(8);

function slopes(windRatio: number, footprintM: number) {
  const out = { x: 0, y: 0, hidden: 0 };
  let shown = 0;
  let hidden = 0;
  for (let k = 0; k < 400; k++) {
    readRipples(noise, windRatio, k * 3.7, k * 1.9, footprintM, out);
    shown += out.x ** 2 + out.y ** 2;
    hidden += out.hidden;
  }
  return { shown: shown / 400, hidden: hidden / 400 };
}

describe('readRipples', () => {
  it('is steeper in more wind and nearly a mirror without', () => {
    expect(slopes(0, 0.01).shown).toBe(0);
    expect(slopes(0.9, 0.01).shown).toBeGreaterThan(4 * slopes(0.3, 0.01).shown);
  });

  it('hands waves that a sample cannot show over to its hidden slope', () => {
    const [near, far] = [slopes(0.6, 0.01), slopes(0.6, 30)];
    expect(far.shown).toBe(0);
    expect(far.hidden).toBeGreaterThan(near.hidden * 3);
  });
});
