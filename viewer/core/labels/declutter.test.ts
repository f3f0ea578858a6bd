import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declutterPins, type LabelledPin } from './declutter';

const OPTIONS = {
  pinPx: 12,
  labelOffsetPx: 10,
  gapPx: 2,
  leftPx: -1000,
  widthPx: 1000,
  keepsAllPins: false,
};
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
  it('puts a name to the left where the right is taken', () => {
    expect(drawn([pin('mam-xoi', 460, 1), pin('tu-le', 440, 3)])).toEqual({
      'mam-xoi': 'right',
      'tu-le': 'left',
    });
  });

  it('puts a name to the left at the right edge of the picture', () => {
    expect(drawn([pin('den-hung', 950, 1)])).toEqual({ 'den-hung': 'left' });
  });

  it('draws nothing that a panel covers, and no name that reaches under it', () => {
    const panel = { ...OPTIONS, leftPx: 380 };
    const drawings = declutterPins([pin('a-pa-chai', 300, 1), pin('muong-lay', 400, 2)], panel);
    expect(Object.fromEntries(drawings)).toEqual({ 'a-pa-chai': 'hidden', 'muong-lay': 'right' });
  });

  it('puts a name below its pin where neither side has room', () => {
    const narrow = { ...OPTIONS, leftPx: 0, widthPx: 140 };
    expect(declutterPins([pin('mam-xoi', 70, 1)], narrow).get('mam-xoi')).toBe('below');
  });

  it('leaves a name out that finds no room, and hides a pin under a name', () => {
    expect(
      drawn([
        pin('sa-pa', 400, 1),
        pin('ta-van', 430, 4),
        pin('cat-cat', 382, 3),
        pin('o', 290, 2),
      ]),
    ).toEqual({ 'sa-pa': 'right', o: 'right', 'cat-cat': 'hidden', 'ta-van': 'hidden' });
    expect(drawn([pin('a', 400, 1), pin('b', 285, 2), pin('c', 386, 3)])).toEqual({
      a: 'right',
      b: 'right',
      c: 'bare',
    });
  });

  it('keeps names off the pins where every pin is drawn', () => {
    const pins = [pin('ky-quan-san', 460, 1), pin('pu-ta-leng', 500, 2)];
    expect(Object.fromEntries(declutterPins(pins, { ...OPTIONS, keepsAllPins: true }))).toEqual({
      'ky-quan-san': 'left',
      'pu-ta-leng': 'right',
    });
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
        if (drawing === 'below') {
          const half = Math.max(6, p.labelWidthPx / 2);
          return [
            { l: p.xPx - half, r: p.xPx + half, t: p.yPx - 6, b: p.yPx + 6 + p.labelHeightPx },
          ];
        }
        const halfHeightPx = (drawing === 'bare' ? 12 : Math.max(12, p.labelHeightPx)) / 2;
        const reach = 10 + p.labelWidthPx;
        const l = p.xPx - (drawing === 'left' ? reach : 6);
        const r = p.xPx + (drawing === 'right' ? reach : 6);
        return [{ l, r, t: p.yPx - halfHeightPx, b: p.yPx + halfHeightPx }];
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
