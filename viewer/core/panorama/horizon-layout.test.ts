import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HORIZON_LAYOUT, type HorizonMark, layoutHorizon } from './horizon-layout';

const OPTIONS = { ...HORIZON_LAYOUT, widthPx: 1280, heightPx: 720 };

const mark = (id: string, xPx: number, yPx = 400): HorizonMark => ({
  id,
  xPx,
  yPx,
  widthPx: 100,
  heightPx: 20,
});

describe('layoutHorizon', () => {
  it('puts a name straight above its thing', () => {
    expect(layoutHorizon([mark('a', 600)], [], OPTIONS).get('a')).toEqual({
      leftPx: 550,
      topPx: 400 - 32 - 20,
      row: 0,
    });
  });

  it('lifts a name over one that is more important', () => {
    const spots = layoutHorizon([mark('a', 600), mark('b', 640)], [], OPTIONS);
    // The line of the second would run through the first name: it has no room at all.
    expect([...spots.keys()]).toEqual(['a']);
    const apart = layoutHorizon([mark('a', 600), mark('b', 660)], [], OPTIONS);
    expect(apart.get('b')?.row).toBe(1);
  });

  it('finds room for more names when things move apart', () => {
    const things = Array.from({ length: 12 }, (_, i) => i);
    const at = (spreadPx: number) =>
      layoutHorizon(
        things.map((i) => mark(`${i}`, 640 + (i - 6) * spreadPx)),
        [],
        OPTIONS,
      ).size;
    expect(at(30)).toBeLessThan(at(60));
    expect(at(90)).toBe(12);
  });

  it('keeps a name whole at the edge, and names nothing beyond it', () => {
    const spots = layoutHorizon([mark('edge', 20), mark('out', -5)], [], OPTIONS);
    expect(spots.get('edge')?.leftPx).toBe(10);
    expect(spots.has('out')).toBe(false);
  });

  it('keeps off what must stay free', () => {
    const hotspot = { leftPx: 560, topPx: 340, rightPx: 700, bottomPx: 380 };
    const spots = layoutHorizon([mark('a', 720), mark('b', 600)], [hotspot], OPTIONS);
    expect([...spots.keys()]).toEqual(['a']);
  });

  it('moves a name aside where it has no room above its thing', () => {
    const panel = { leftPx: 620, topPx: 0, rightPx: 700, bottomPx: 380 };
    expect(layoutHorizon([mark('a', 600)], [panel], OPTIONS).get('a')?.leftPx).toBe(512);
  });

  it('keeps a name in its row while it can', () => {
    const before = new Map([['a', { leftPx: 0, topPx: 0, row: 2 }]]);
    expect(layoutHorizon([mark('a', 600)], [], OPTIONS, before).get('a')?.row).toBe(2);
  });

  it('lets no name cover a name or a line, and always draws the first', () => {
    const anyMark = fc.record({
      id: fc.uuid(),
      xPx: fc.integer({ min: 10, max: 1270 }),
      yPx: fc.integer({ min: 200, max: 500 }),
      widthPx: fc.integer({ min: 30, max: 180 }),
      heightPx: fc.integer({ min: 16, max: 30 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(anyMark, { selector: ({ id }) => id, minLength: 1 }), (marks) => {
        const spots = layoutHorizon(marks, [], OPTIONS);
        expect(spots.has(marks[0]?.id ?? '')).toBe(true);
        const drawn = marks.flatMap((one) => {
          const spot = spots.get(one.id);
          if (!spot) return [];
          const { leftPx: l, topPx: t } = spot;
          const name = { id: one.id, l, t, r: l + one.widthPx, b: t + one.heightPx };
          return [name, { id: one.id, l: one.xPx, t: name.b, r: one.xPx, b: one.yPx }];
        });
        for (const [i, a] of drawn.entries()) {
          for (const b of drawn.slice(i + 1)) {
            if (a.id === b.id) continue;
            expect(a.l < b.r && b.l < a.r && a.t < b.b && b.t < a.b).toBe(false);
          }
        }
      }),
      { seed: 7 },
    );
  });
});
