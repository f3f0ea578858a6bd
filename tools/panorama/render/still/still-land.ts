import { radFromDeg } from '#core/geo/angles';
import { createEroder, type ReliefDetail } from '../land/relief';
import { clamp, smoothStep } from '../maths/curves';
import type { FieldContext } from '../near/field-context';
import type { StillLand } from './still-recipe';

/** Height of the ground for a grid of a spacing, metres above the sea. */
export type StillShape = (x: number, y: number, cellM: number) => number;

const DETAIL: Readonly<Record<StillLand['cover'], number>> = {
  forest: 0.62,
  farmland: 0.5,
  terraces: 0.55,
  tea: 0.3,
  karst: 0.7,
  'high-mountain': 1,
};
/** Beside the picture's sector the bare elevation model will do. */
const MARGIN_RAD = radFromDeg(7);
const NEAR_M = 260;
const FLAT_SLOPE_STEP_M = 400;
const KARST_CELL_M = 520;
const KNOLL_CELL_M = 270;

/** The land of a still: elevation model, erosion, and what the place is known for. */
export function createStillShape(context: FieldContext, land: StillLand): StillShape {
  const { noise, dem } = context;
  const isInView = createSector(context, land);
  const erode = createEroder(dem, noise, detailOf(land));
  const peak = createPeak(context, land, erode);
  const karst = land.cover === 'karst' ? createKarst(context, land) : undefined;
  const knolls = land.cover === 'tea' ? createKnolls(context) : undefined;
  const water = createBasin(context, land);
  return (x, y, cellM) => {
    if (!isInView(x, y)) return water(x, y, dem(x, y));
    let h = erode(x, y, cellM);
    if (karst) h += karst(x, y);
    if (knolls) h += knolls(x, y);
    if (peak) h += peak(x, y);
    return water(x, y, h);
  };
}

/** Whether a point is in the picture or near the viewer. */
export function createSector(
  { viewerX, viewerY }: FieldContext,
  { view }: StillLand,
): (x: number, y: number) => boolean {
  const heading = radFromDeg(view.headingDeg);
  const limit = Math.cos(Math.min(Math.PI, radFromDeg(view.halfAngleDeg) + MARGIN_RAD));
  const [east, north] = [Math.sin(heading), Math.cos(heading)];
  return (x, y) => {
    const [dx, dy] = [x - viewerX, y - viewerY];
    const r = Math.hypot(dx, dy);
    return r < NEAR_M || dx * east + dy * north > limit * r;
  };
}

function detailOf(land: StillLand): ReliefDetail {
  const calm = land.settlement
    ? { calmFromM: land.settlement.radiusM, calmToM: land.settlement.radiusM + 1400 }
    : { calmFromM: 0, calmToM: land.cover === 'tea' || land.cover === 'terraces' ? 900 : 1 };
  return { detailRatio: DETAIL[land.cover], canopyRatio: 0, ...calm };
}

/** Brings a summit to its true height: a crest with arms, steeper toward its top. */
function createPeak(
  { noise }: FieldContext,
  { peak }: StillLand,
  erode: StillShape,
): ((x: number, y: number) => number) | undefined {
  if (!peak) return undefined;
  const liftM = peak.heightOrthometricM - erode(0, 0, 12);
  if (liftM <= 0) return undefined;
  return (x, y) => {
    const r = Math.hypot(x, y) / peak.radiusM;
    if (r > 3) return 0;
    const turn = Math.atan2(x, y);
    const arms = 0.16 * Math.cos(3 * turn + 1.1) + 0.1 * Math.cos(5 * turn - 0.4);
    const rough = 0.22 * noise.fractal2(x / 420, y / 420, 4);
    const q = Math.max(0, r * (1 - arms) + rough * smoothStep(0, 0.5, r));
    return liftM * Math.exp(-1.5 * q);
  };
}

/** Limestone towers, a cell each, off the place itself. */
function createKarst({ noise }: FieldContext, land: StillLand): (x: number, y: number) => number {
  const clearM = (land.settlement?.radiusM ?? 120) + 140;
  return (x, y) => {
    const share = smoothStep(clearM, clearM + 500, Math.hypot(x, y));
    if (share <= 0) return 0;
    const wx = x + 90 * noise.gradient2(x / 260, y / 260);
    const wy = y + 90 * noise.gradient2(x / 260 + 9, y / 260);
    const cell = noise.cells2(wx / KARST_CELL_M, wy / KARST_CELL_M);
    const tall = 0.35 + (0.65 * ((cell.id * 7919) % 97)) / 97;
    const q = clamp(1 - cell.nearest / 0.62, 0, 1);
    return share * tall * 190 * (1 - (1 - q) ** 2.6);
  };
}

/** Round hills side by side, as tea is planted on. */
function createKnolls({ noise }: FieldContext): (x: number, y: number) => number {
  return (x, y) => {
    const share = 1 - smoothStep(1500, 2600, Math.hypot(x, y));
    if (share <= 0) return 0;
    const cell = noise.cells2(x / KNOLL_CELL_M, y / KNOLL_CELL_M);
    const q = clamp(1 - (cell.nearest / 0.75) ** 2, 0, 1);
    const tall = 16 + (17 * ((cell.id * 7919) % 97)) / 97;
    return share * tall * q * q * (3 - 2 * q);
  };
}

/** Makes room for water: a pond of its own, or a flat valley that the model has as a plain. */
function createBasin(
  { noise, dem }: FieldContext,
  { water }: StillLand,
): (x: number, y: number, h: number) => number {
  if (!water) return (_x, _y, h) => h;
  const level = water.levelOrthometricM;
  if (water.pondRadiusM > 0) {
    return (x, y, h) => {
      const ragged = 1 + 0.3 * noise.fractal2(x / 260, y / 260, 3);
      const r = (Math.hypot(x, y) * ragged) / water.pondRadiusM;
      if (r < 1) return Math.min(h, level - 7 * (1 - r * r));
      const bank = level + 1.2 + 14 * smoothStep(1, 1.6, r);
      return r < 2.2 ? Math.max(h, bank * (1 - smoothStep(1.5, 2.2, r))) : h;
    };
  }
  const e = FLAT_SLOPE_STEP_M;
  return (x, y, h) => {
    const base = dem(x, y);
    if (Math.abs(base - level) > 14) return h;
    const slope = Math.abs(dem(x + e, y) - dem(x - e, y)) + Math.abs(dem(x, y + e) - dem(x, y - e));
    return h - 26 * smoothStep(36, 8, slope) * smoothStep(14, 5, Math.abs(base - level));
  };
}
