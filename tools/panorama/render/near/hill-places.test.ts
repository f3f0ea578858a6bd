import { beforeAll, describe, expect, it } from 'vitest';
import { SILENT_PROGRESS } from '../../../io/progress';
import { type PaintCare, type PaintedPicture, paintPicture } from '../paint-picture';
import type { Recipe } from '../recipe';
import { changedColumn, seamDifference } from '../testing/picture-facts';
import { testField, testRecipe } from '../testing/test-recipe';

const WIDTH_PX = 256;
const COARSE: PaintCare = { samples: 1, gridFactor: 12, stepFactor: 3 };
/** Three pictures on a machine that does other things too. */
const TIMEOUT_MS = 180_000;
const EAST_PX = WIDTH_PX * 0.75;

function paint(nearField: Recipe['nearField'], workerCount: number): Promise<PaintedPicture> {
  const viewpoint = { lonDeg: 104, latDeg: 22, eyeHeightAboveGroundM: 2 };
  return paintPicture({ ...testRecipe(), viewpoint, nearField }, testField(), {
    widthPx: WIDTH_PX,
    workerCount,
    care: COARSE,
    progress: SILENT_PROGRESS,
  });
}

const PASS: Recipe['nearField'] = {
  kind: 'pass',
  roads: [
    {
      id: 'road',
      widthM: 6,
      surface: 'asphalt',
      guard: 'rail',
      hasPoles: true,
      line: [
        [103.9985, 22.0003],
        [104.0015, 22.0003],
      ],
    },
  ],
};
const TEA: Recipe['nearField'] = {
  kind: 'tea',
  heart: { at: [50, 50], sizeM: 20, turnDeg: 45 },
  orchard: { fromDeg: 180, toDeg: 181 },
  isInBlossom: true,
};
const LANE: Recipe['nearField'] = {
  kind: 'lane',
  line: [
    [0, -40],
    [0, 0],
    [0, 40],
  ],
  widthM: 2.5,
  houses: [],
  isInBlossom: true,
};
const RIDGE: Recipe['nearField'] = {
  kind: 'ridge',
  crest: [
    [104, 21.998, 30],
    [104, 22, 30],
    [104, 22.002, 30],
  ],
  steepness: 1,
};
const STRONGPOINT: Recipe['nearField'] = {
  kind: 'strongpoint',
  hillHeightM: 20,
  hillRadiusM: 90,
  hillAt: [0, 0],
  crater: { at: [-30, 20], radiusM: 8 },
  trenches: [
    [
      [-12, -20],
      [-12, 20],
    ],
  ],
  tank: { at: [-400, 0], headingDeg: 0 },
  bunker: { at: [-30, -30], headingDeg: 45 },
  tablet: [-5, -5],
  path: [
    [0, -30],
    [0, 0],
  ],
  wires: [],
  trees: [],
  fieldsToward: 270,
};

/** Each kind with a key thing in the east, and without it. */
const PLACES: readonly (readonly [string, Recipe['nearField'], Recipe['nearField']])[] = [
  ['pass', { ...PASS, tablet: { at: [104.00008, 22], lines: ['ĐÈO'] } }, PASS],
  ['tea', { ...TEA, orchard: { fromDeg: 75, toDeg: 105 } }, TEA],
  ['lane', { ...LANE, houses: [{ at: [13, 0], headingDeg: 0 }] }, LANE],
  [
    'ridge',
    {
      ...RIDGE,
      crest: [
        [104, 22, 30],
        [104.0012, 22, 70],
        [104.002, 22, 40],
      ],
    },
    {
      ...RIDGE,
      crest: [
        [104, 22, 30],
        [104.0012, 22, 12],
        [104.002, 22, 2],
      ],
    },
  ],
  ['strongpoint', { ...STRONGPOINT, tank: { at: [9, 0], headingDeg: 0 } }, STRONGPOINT],
];

describe.each(PLACES)('near field %s', (_kind, withThing, without) => {
  let one: PaintedPicture;
  let two: PaintedPicture;
  let plain: PaintedPicture;
  beforeAll(async () => {
    one = await paint(withThing, 1);
    two = await paint(withThing, 2);
    plain = await paint(without, 2);
  }, TIMEOUT_MS);

  it('gives the same bytes whatever the workers', () => {
    expect(Buffer.compare(one.rgb, two.rgb)).toBe(0);
  });

  it('closes at the seam as smoothly as anywhere', () => {
    const { seam, inside } = seamDifference(one);
    expect(seam).toBeLessThanOrEqual(inside);
  });

  it('puts its key thing where the recipe has it', () => {
    expect(Math.abs((changedColumn(two, plain) ?? 0) - EAST_PX)).toBeLessThan(24);
  });
});
