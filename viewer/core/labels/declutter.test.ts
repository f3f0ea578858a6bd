import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declutterPins, type LabelledPin } from './declutter';

const OPTIONS = { pinPx: 12, labelOffsetPx: 10, gapPx: 2 };
const pin = (id: string, xPx: number, rank: number): LabelledPin => ({
  id,
  xPx,
  yPx: 100,
  labelWidthPx: 80,
  labelHeightPx: 20,
  rank,
});
const drawn = (pins: readonly LabelledPin[]) => Object.fromEntries(declutterPins(pins, OPTIONS));

describe('declutterPins', () => {
  it('leaves out the name of the less important of two neighbours', () => {
    expect(drawn([pin('sa-pa', 0, 1), pin('cat-cat', 110, 3), pin('bac-ha', 100, 5)])).toEqual({
      'sa-pa': 'labelled',
      'cat-cat': 'labelled',
      'bac-ha': 'hidden',
    });
    expect(drawn([pin('mam-xoi', 60, 1), pin('tu-le', 40, 3)])).toEqual({
      'mam-xoi': 'labelled',
      'tu-le': 'bare',
    });
  });

  it('hides a pin under a more important name', () => {
    expect(drawn([pin('fansipan', 0, 1), pin('ta-van', 40, 4)])['ta-van']).toBe('hidden');
  });

  it('never lets two things drawn cover each other, and always draws the first', () => {
    const anyPin = fc.record({
      id: fc.uuid(),
      xPx: fc.integer({ min: 0, max: 600 }),
      yPx: fc.integer({ min: 0, max: 300 }),
      labelWidthPx: fc.integer({ min: 10, max: 120 }),
      labelHeightPx: fc.integer({ min: 14, max: 30 }),
      rank: fc.integer({ min: 1, max: 5 }),
    });
    const boxes = (pins: readonly LabelledPin[]) => {
      const drawings = declutterPins(pins, OPTIONS);
      return pins.flatMap((p) => {
        const drawing = drawings.get(p.id);
        if (drawing === 'hidden') return [];
        const isLabelled = drawing === 'labelled';
        const halfHeightPx = (isLabelled ? Math.max(12, p.labelHeightPx) : 12) / 2;
        const right = isLabelled ? 10 + p.labelWidthPx : 6;
        return [
          { l: p.xPx - 6, r: p.xPx + right, t: p.yPx - halfHeightPx, b: p.yPx + halfHeightPx },
        ];
      });
    };
    fc.assert(
      fc.property(fc.array(anyPin, { minLength: 1, maxLength: 60 }), (pins) => {
        const taken = boxes(pins);
        expect(taken.length).toBeGreaterThan(0);
        for (const [i, a] of taken.entries()) {
          for (const b of taken.slice(i + 1)) {
            expect(a.l < b.r && b.l < a.r && a.t < b.b && b.t < a.b).toBe(false);
          }
        }
      }),
      { seed: 7 },
    );
  });
});
