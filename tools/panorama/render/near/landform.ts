import { radFromDeg } from '#core/geo/angles';
import { createEroder } from '../land/relief';
import { smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import type { ReliefRecipe, TerracesRecipe } from '../recipe-terraces';
import type { FieldContext } from './field-context';
import { RiverLine } from './river-line';
import { createValley, streamDistance } from './terrace-valley';

/** The land before terraces are cut into it. */
export interface Landform {
  /** Ground height above the sea. */
  height(x: number, y: number): number;
  /** Distance to the edge of running water, metres. */
  waterDistance(x: number, y: number): number;
  readonly hills: readonly { readonly x: number; readonly y: number; readonly radiusM: number }[];
  readonly forestLineM: number;
  readonly river: RiverLine | undefined;
}

/** The viewer's ground as the recipe or the elevation model has it. */
export function eyeGround({ recipe, dem }: FieldContext): number {
  return recipe.viewpoint.groundHeightOrthometricM ?? dem(0, 0);
}

/** Forest line of the round hill's valley, over the viewer. */
const VALLEY_FOREST_M = 100;
/** Added spurs have faded out here: from there on the far land has its own. */
const SPURS_TO_M = 2600;

/** Makes the land of a recipe's terraces. */
export function createLandform(
  context: FieldContext,
  { landform }: TerracesRecipe,
  cellM: number,
): Landform {
  const { noise, dem } = context;
  const erode = createEroder(dem, noise, {
    detailRatio: landform.kind === 'relief' ? 0.5 : 0.9,
    calmFromM: landform.kind === 'relief' ? 900 : 0,
    calmToM: landform.kind === 'relief' ? 3200 : 1,
    canopyRatio: 0,
  });
  const eyeGroundM = eyeGround(context);
  const far = (x: number, y: number) => erode(x, y, cellM);
  if (landform.kind === 'relief') return createRelief(noise, landform, far, eyeGroundM);
  const [x, y] = landform.hillOffsetM;
  return {
    height: standOnCrest(createValley(noise, landform.hillOffsetM, far, eyeGroundM), [x, y]),
    waterDistance: streamDistance,
    hills: [{ x, y, radiusM: 84 }],
    forestLineM: eyeGroundM + VALLEY_FOREST_M,
    river: undefined,
  };
}

function createRelief(
  noise: Noise,
  recipe: ReliefRecipe,
  far: (x: number, y: number) => number,
  eyeGroundM: number,
): Landform {
  const river = recipe.river && new RiverLine(noise, recipe.river);
  const bare = (x: number, y: number): number => {
    const base = far(x, y) + spurs(noise, recipe.spurRatio, x, y);
    const h = recipe.hills.reduce((sum, { offsetM, radiusM, heightM }) => {
      const q = ((x - offsetM[0]) ** 2 + (y - offsetM[1]) ** 2) / radiusM ** 2;
      return sum + heightM * Math.exp(-q) * (1 - 0.12 * q * Math.exp(-q));
    }, base);
    return layFloor(recipe, river, x, y, h);
  };
  // The viewer's own ground is given: the land is moved to it near by, and the nose laid on top.
  const liftM = eyeGroundM - bare(0, 0) - recipe.lookout.heightM;
  const whole = (x: number, y: number): number => {
    const near = Math.exp(-(x * x + y * y) / (520 * 520));
    return bare(x, y) + liftM * near + lookout(recipe, x, y);
  };
  const a = radFromDeg(recipe.lookout.headingDeg);
  const stood = standOnCrest(whole, [Math.sin(a), Math.cos(a)]);
  const height = (x: number, y: number): number => {
    const h = stood(x, y);
    return river ? river.carve(x, y, h) : h;
  };
  return {
    height,
    waterDistance: (x, y) => {
      if (!river) return Number.POSITIVE_INFINITY;
      const hit = river.read(x, y);
      return hit.besideM - hit.halfM;
    },
    hills: recipe.hills.map(({ offsetM, radiusM }) => ({
      x: offsetM[0],
      y: offsetM[1],
      radiusM,
    })),
    forestLineM: eyeGroundM + recipe.forestLineOverEyeM,
    river,
  };
}

/** Behind the viewer the slope is taken off within about this distance, and laid on again. */
const CREST_M = 36;
const KNOLL_M = 2.6;

/**
 * Makes the viewer stand on a low crest instead of before a bank: the rise behind begins later.
 *
 * @param ahead - any vector toward what the place is known for
 */
function standOnCrest(
  height: (x: number, y: number) => number,
  ahead: readonly [number, number],
): (x: number, y: number) => number {
  const e = 40;
  const gx = (height(e, 0) - height(-e, 0)) / (2 * e);
  const gy = (height(0, e) - height(0, -e)) / (2 * e);
  const scale = 1 / Math.hypot(ahead[0], ahead[1]);
  return (x, y) => {
    const r2 = (x * x + y * y) / (CREST_M * CREST_M);
    if (r2 > 9) return height(x, y);
    const rise = Math.max(0, gx * x + gy * y);
    const isBehind = smoothStep(0.4, -0.5, ((x * ahead[0] + y * ahead[1]) * scale) / CREST_M);
    const fade = Math.exp(-r2);
    return (
      height(x, y) -
      rise * fade * (0.4 + 0.55 * isBehind) +
      KNOLL_M * (Math.exp(-4 * r2) - 1) * fade
    );
  };
}

/** Rounded spurs with sharp gullies between them, at two sizes, and soft undulation. */
function spurs(noise: Noise, ratio: number, x: number, y: number): number {
  const n = noise.gradient2;
  const r = Math.hypot(x, y);
  const share = ratio * smoothStep(60, 420, r) * (1 - smoothStep(1500, SPURS_TO_M, r));
  const wx = x + 70 * n(x / 520, y / 520 + 9);
  const wy = y + 70 * n(x / 520 + 40, y / 520);
  const ridge = (size: number, offset: number): number => {
    const v = n(wx / size + offset, wy / size - offset);
    return Math.sqrt(v * v + 0.006) - 0.3;
  };
  return (
    share * (84 * ridge(470, 3.7) + 32 * ridge(210, 11.1)) +
    (0.25 + 0.75 * share) * (7 * n(x / 85, y / 85 + 5) + 1.6 * n(x / 34, y / 34))
  );
}

/** Fills the lowest ground up to a floor that leans gently to the stream. */
function layFloor(
  { valleyFloor, river: course }: ReliefRecipe,
  river: RiverLine | undefined,
  x: number,
  y: number,
  h: number,
): number {
  if (!valleyFloor) return h;
  const { softM } = valleyFloor;
  let floor = valleyFloor.heightOrthometricM;
  if (river && course) {
    const hit = river.read(x, y);
    floor = hit.levelM + 2.4 + 0.022 * Math.min(500, Math.max(0, hit.besideM - hit.halfM));
  }
  const q = (h - floor) / softM;
  return floor + softM * (q > 20 ? q : Math.log1p(Math.exp(q)));
}

/** The nose of land that the viewer stands on: steep ahead and aside, gentle behind. */
function lookout({ lookout: nose }: ReliefRecipe, x: number, y: number): number {
  const a = radFromDeg(nose.headingDeg);
  const ahead = x * Math.sin(a) + y * Math.cos(a);
  const aside = x * Math.cos(a) - y * Math.sin(a);
  const length = ahead > 0 ? nose.lengthM * 0.55 : nose.lengthM;
  return nose.heightM * Math.exp(-((ahead / length) ** 2) - (aside / nose.widthM) ** 2);
}
