import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FINDABLE_TYPES } from '#core/find/findable';
import { NO_NARROWING } from '#core/find/narrowing';
import { type FindView, NO_FIND } from './find-view';
import { decodeView, encodeView } from './url-codec';
import { OPENING_VIEW, type View } from './view';

const within = (min: number, max: number, digits: number) =>
  fc.double({ min, max, noNaN: true }).map((value) => Number(value.toFixed(digits)) + 0);

const anyFind: fc.Arbitrary<FindView> = fc.record({
  text: fc.constantFrom('', 'pha din', 'Mù Cang Chải & bản', '100%'),
  narrowing: fc.record({
    types: fc.subarray([...FINDABLE_TYPES]),
    kinds: fc.subarray(['summit', 'tea-hill']),
    province: fc.option(
      fc.record({
        era: fc.constantFrom('present' as const, 'before-2025' as const),
        id: fc.constantFrom('lao-cai', 'son-la'),
      }),
    ),
    month: fc.option(fc.integer({ min: 1, max: 12 })),
    people: fc.option(fc.constantFrom('mong', 'thai-trang')),
    difficulty: fc.option(fc.constantFrom('easy', 'hard')),
    hasPanorama: fc.boolean(),
  }),
  alongRouteId: fc.option(fc.constantFrom('ha-giang-loop')),
});

const anyView: fc.Arbitrary<View> = fc
  .record({
    placeId: fc.option(fc.constantFrom('fansipan', 'mam-xoi')),
    routeId: fc.option(fc.constantFrom('northwest-arc')),
    panoramaId: fc.option(fc.constantFrom('fansipan-sunrise')),
    camera: fc.option(
      fc.record({
        lonDeg: within(-180, 180, 6),
        latDeg: within(-90, 90, 6),
        heightEllipsoidalM: within(-400, 1e7, 1),
        headingDeg: within(0, 359.99, 2),
        pitchDeg: within(-90, 90, 2),
      }),
    ),
    look: fc.option(
      fc.record({
        headingDeg: within(0, 359.99, 2),
        pitchDeg: within(-90, 90, 2),
        verticalFovDeg: within(20, 95, 1),
      }),
    ),
    find: anyFind,
    story: fc.option(
      fc.record({
        storyId: fc.constantFrom('terraces-through-the-year'),
        chapter: fc.integer({ min: 0, max: 11 }),
      }),
    ),
    calendar: fc.option(
      fc.record({
        year: fc.integer({ min: 2000, max: 2097 }),
        month: fc.integer({ min: 1, max: 12 }),
      }),
    ),
  })
  .map((view) => (view.panoramaId ? view : { ...view, look: null }));

describe('encodeView', () => {
  it('says nothing for the opening view', () => {
    expect(encodeView(OPENING_VIEW)).toBe('');
  });

  it('reads well', () => {
    expect(
      encodeView({
        placeId: 'fansipan',
        routeId: null,
        panoramaId: 'fansipan-sunrise',
        camera: null,
        look: { headingDeg: 92.004, pitchDeg: -3, verticalFovDeg: 65 },
        story: { storyId: 'stone-plateau', chapter: 2 },
        find: { ...NO_FIND, text: 'pha din', narrowing: { ...NO_NARROWING, month: 9 } },
        calendar: null,
      }),
    ).toBe(
      'story=stone-plateau&chapter=3&place=fansipan&panorama=fansipan-sunrise&look=92,-3,65&find=pha+din&month=9',
    );
  });

  it('is undone by decodeView', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(decodeView(encodeView(view))).toEqual(view);
      }),
      { seed: 9 },
    );
  });
});

describe('decodeView', () => {
  it.each([
    'camera=1,2,3',
    'camera=a,b,c,d,e',
    'camera=200,0,0,0,0',
    'camera=104,22,,0,0',
    'calendar=2026-13',
    'calendar=next',
    'place=<script>',
    'look=1,2,3',
    'month=13&what=nothing&in=mars.x&level=<b>&with=wings&along=',
    'panorama=',
  ])('opens the page for the damaged address ?%s', (query) => {
    expect(decodeView(query)).toEqual(OPENING_VIEW);
  });
});
