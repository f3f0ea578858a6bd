import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declutterLabels, type LabelBox } from './declutter';

const box = (id: string, leftPx: number, rank: number): LabelBox => ({
  id,
  leftPx,
  topPx: 0,
  widthPx: 80,
  heightPx: 20,
  rank,
});

describe('declutterLabels', () => {
  it('lets the less important of two overlapping labels give way', () => {
    expect([...declutterLabels([box('ta-van', 0, 3), box('sa-pa', 40, 1)], 4)]).toEqual(['sa-pa']);
  });

  it('keeps labels that stand apart', () => {
    expect(declutterLabels([box('a', 0, 1), box('b', 90, 1)], 4).size).toBe(2);
  });

  it('never draws two labels over each other and always draws the first', () => {
    const anyBox = fc.record({
      id: fc.uuid(),
      leftPx: fc.integer({ min: 0, max: 600 }),
      topPx: fc.integer({ min: 0, max: 300 }),
      widthPx: fc.integer({ min: 10, max: 120 }),
      heightPx: fc.integer({ min: 10, max: 30 }),
      rank: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(anyBox, { minLength: 1, maxLength: 60 }), (boxes) => {
        const ids = declutterLabels(boxes, 0);
        const drawn = boxes.filter((b) => ids.has(b.id));
        expect(drawn.length).toBeGreaterThan(0);
        for (const a of drawn) {
          for (const b of drawn) {
            if (a.id === b.id) continue;
            const isOver =
              a.leftPx < b.leftPx + b.widthPx &&
              b.leftPx < a.leftPx + a.widthPx &&
              a.topPx < b.topPx + b.heightPx &&
              b.topPx < a.topPx + a.heightPx;
            expect(isOver).toBe(false);
          }
        }
      }),
      { seed: 7 },
    );
  });
});
