import { clamp, mix, smoothStep } from '../maths/curves';
import { hashCell } from '../maths/random';
import type { FieldContext } from '../near/field-context';
import type { GroundAt } from '../near/near-field';
import {
  blendColour,
  detailShare,
  resetSurface,
  type Surface,
  type SurfacePoint,
  scaleColour,
  setColour,
  setNormal,
} from '../shade/surface';
import type { StillLand } from './still-recipe';
import { isWet } from './still-wet';

/** Share of a point that people till on steps, 0 to 1. */
export type TilledAt = (x: number, y: number, slope: number) => number;

const STEP_M: Readonly<Record<'terraces' | 'tea', number>> = { terraces: 2.1, tea: 0.42 };
const TILLED_RADIUS_M = 1900;
/** Widths as seen from above, metres. */
const RISER_M = 1.5;
const BUND_M = 0.7;
const TEA_PATH_M = 0.9;

/** Where terraces or tea lie: round the place, on slopes that allow it, in patches. */
export function createTilled({ noise }: FieldContext, land: StillLand): TilledAt {
  if (land.cover !== 'terraces' && land.cover !== 'tea') return () => 0;
  const steepest = land.cover === 'tea' ? 0.13 : 0.2;
  return (x, y, slope) => {
    const r = Math.hypot(x, y);
    if (r > TILLED_RADIUS_M * 1.3) return 0;
    const patch = (land.cover === 'tea' ? 0.85 : 0.6) * noise.fractal2(x / 430, y / 430, 3);
    const reach = 1 - smoothStep(0.6, 1.25, r / TILLED_RADIUS_M + patch);
    return reach * (1 - smoothStep(steepest * 0.7, steepest * 1.3, slope + 0.05 * patch));
  };
}

/**
 * Paints steps along the contours: treads with their crop, risers of grass, fields of a few treads.
 *
 * @returns false where nothing is tilled
 */
export function paintSteps(
  context: FieldContext,
  land: StillLand,
  tilled: TilledAt,
  point: SurfacePoint,
  surface: Surface,
  groundAt: GroundAt,
): boolean {
  if (land.cover !== 'terraces' && land.cover !== 'tea') return false;
  const { x, y, distanceM } = point;
  const e = Math.max(3, distanceM * 0.004);
  const gx = (groundAt(x + e, y) - groundAt(x - e, y)) / (2 * e);
  const gy = (groundAt(x, y + e) - groundAt(x, y - e)) / (2 * e);
  const slope = 1 - 1 / Math.hypot(gx, gy, 1);
  const share = tilled(x, y, slope);
  if (share < 0.5) return false;
  resetSurface(surface);
  const steep = Math.hypot(gx, gy);
  const stepM = STEP_M[land.cover];
  const { noise } = context;
  const wave = 0.8 * noise.gradient2(x / 31, y / 31) + 1.7 * noise.gradient2(x / 110, y / 110);
  const z = groundAt(x, y) + wave;
  const tread = Math.floor(z / stepM);
  const inside = z / stepM - tread;
  // How much of a step one sample spans: far ones blur into one tone.
  const grazing = land.cover === 'tea' ? 1.4 : 1;
  const spanRatio = (grazing * point.footprintM * Math.max(0.06, steep)) / stepM;
  const treadM = stepM / Math.max(0.02, steep);
  const crisp = detailShare(spanRatio, 0.3, 1.1);
  if (land.cover === 'tea')
    paintTea(context, point, surface, { inside, tread, treadM, crisp, gx, gy });
  else paintPaddy(context, point, surface, { inside, tread, treadM, crisp, gx, gy });
  return true;
}

interface Step {
  /** 0 at the outer foot of a tread, 1 at the next riser. */
  readonly inside: number;
  readonly tread: number;
  /** How wide it is from above. */
  readonly treadM: number;
  readonly crisp: number;
  readonly gx: number;
  readonly gy: number;
}

function paintPaddy(
  { noise, season }: FieldContext,
  point: SurfacePoint,
  surface: Surface,
  { inside, tread, treadM, crisp, gx, gy }: Step,
): void {
  const { x, y } = point;
  const along = (x * -gy + y * gx) / Math.max(0.05, Math.hypot(gx, gy));
  const fieldM = 34 + 40 * hashCell(tread, 3, 5);
  const field = Math.floor(along / fieldM);
  const across = along / fieldM - field;
  const hue = hashCell(tread, field, 11);
  const late = clamp(
    season.ripeness + 0.5 * (hue - 0.5) + 0.2 * noise.gradient2(x / 210, y / 210),
    0,
    1.4,
  );
  const { albedo } = surface;
  const green = [0.075 + 0.03 * hue, 0.15 + 0.03 * hue, 0.024] as const;
  const gold = [0.33 + 0.05 * hue, 0.235 + 0.03 * hue, 0.048] as const;
  const straw = [0.2, 0.165, 0.085] as const;
  const t = smoothStep(0.2, 0.62, late);
  const u = smoothStep(0.95, 1.2, late);
  for (let c = 0; c < 3; c++) {
    albedo[c] = mix(mix(green[c]!, gold[c]!, t), straw[c]!, u);
  }
  const flooded = season.floodedRatio > 0.2 && hue < season.floodedRatio ? 1 : 0;
  if (flooded > 0) {
    setColour(albedo, 0.062, 0.055, 0.042);
    surface.wet = 0.9 * crisp;
    surface.gloss = 0.3;
    surface.roughness = 0.08;
  }
  const tuft = noise.gradient2(x / 1.7, y / 1.7);
  const clump = noise.gradient2(x / 6.5 + 5, y / 6.5);
  if (flooded === 0) {
    const fine = detailShare(point.footprintM, 0.4, 1.6);
    scaleColour(albedo, 1 + 0.16 * tuft * fine + 0.1 * clump + 0.12 * (hue - 0.5));
  }
  setNormal(surface, -gx * 0.12, -gy * 0.12, 1);
  const riserShare = Math.min(0.32, RISER_M / treadM);
  const riser = smoothStep(1 - riserShare * 1.3, 1 - riserShare, inside) * crisp;
  const edge = Math.min(0.12, BUND_M / treadM);
  const side = smoothStep(0.035, 0.015, Math.min(across, 1 - across)) * 0.8;
  const bund = Math.max(smoothStep(edge, edge * 0.4, inside), side) * crisp;
  const [r, g, b] = season.grass;
  if (riser > 0) {
    surface.wet *= 1 - riser;
    blendColour(albedo, r * 0.62, g * 0.62, b * 0.7, riser);
    if (riser > 0.5) setNormal(surface, -gx * 3.2, -gy * 3.2, 1);
    surface.openness *= 1 - 0.3 * riser;
  }
  blendColour(albedo, r * 1.15, g * 1.1, b * 1.1, bund * 0.8);
  const hedge = hashCell(field, tread, 21) > 0.9 ? smoothStep(0.35, 0.1, inside) : 0;
  blendColour(albedo, 0.05, 0.075, 0.025, 0.6 * hedge * crisp);
  surface.shadowSoftM = 0.6 + point.distanceM * 0.003;
}

function paintTea(
  { noise }: FieldContext,
  point: SurfacePoint,
  surface: Surface,
  { inside, tread, treadM, crisp, gx, gy }: Step,
): void {
  const { x, y } = point;
  const { albedo } = surface;
  const hue = hashCell(tread, Math.floor(x / 90), 4);
  const fresh = 0.5 + 0.5 * noise.fractal2(x / 95, y / 95, 4);
  setColour(albedo, 0.03 + 0.036 * fresh, 0.07 + 0.06 * fresh + 0.01 * hue, 0.016 + 0.006 * hue);
  const lump = noise.gradient2(x / 0.9, y / 0.9);
  scaleColour(albedo, 1 + 0.2 * lump * detailShare(point.footprintM, 0.3, 1.1));
  // A hedge is a round loaf: its upper and lower flank turn away from each other.
  const round = (inside - 0.42) * 3.2 * crisp;
  setNormal(surface, -gx + gx * round * 3, -gy + gy * round * 3, 1);
  const pathShare = Math.min(0.28, TEA_PATH_M / treadM);
  const path = smoothStep(1 - pathShare * 1.3, 1 - pathShare, inside) * crisp;
  blendColour(albedo, 0.115, 0.082, 0.05, 0.85 * path);
  surface.openness *= 1 - 0.5 * path;
  surface.shadowSoftM = 0.5 + point.distanceM * 0.003;
}

/** Bare trodden ground, yards and plots between houses. */
export function dressSettlement(
  { noise }: FieldContext,
  land: StillLand,
  point: SurfacePoint,
  surface: Surface,
): void {
  const { settlement } = land;
  if (!settlement || isWet(land, point.z)) return;
  const { x, y } = point;
  const r = Math.hypot(x, y) / settlement.radiusM;
  if (r > 1.35) return;
  const patch = noise.fractal2(x / 46, y / 46, 3);
  const trodden = smoothStep(1.2, 0.5, r + 0.5 * patch) * smoothStep(-0.25, 0.3, patch);
  const isTown = settlement.style === 'town';
  const share = (isTown ? 0.75 : 0.45) * trodden;
  if (isTown) blendColour(surface.albedo, 0.2, 0.185, 0.165, share);
  else blendColour(surface.albedo, 0.185, 0.14, 0.095, share);
}
