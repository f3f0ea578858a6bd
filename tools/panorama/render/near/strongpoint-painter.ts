import { smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import { hashCell } from '../maths/random';
import { paintPebbles } from '../shade/pebbles';
import {
  blendColour,
  bump,
  detailShare,
  resetSurface,
  type Surface,
  type SurfacePoint,
  scaleColour,
  setColour,
  setNormal,
} from '../shade/surface';
import type { GroundAt } from './near-field';
import { riceColour } from './rice';
import type { StrongpointLayout } from './strongpoint-layout';

const BRICK_M = [0.22, 0.11] as const;
const PLOT_M = [34, 72] as const;
/** Bare earth lies to here beside a trench. */
const BARE_TO_M = 1.7;
/** Streets and fields of the plain run this way, radians from north. */
export const PLAIN_TURN_RAD = 0.35;

/**
 * Paints the brick path and the trenches.
 *
 * @returns false elsewhere
 */
export function paintStrongpoint(
  noise: Noise,
  layout: StrongpointLayout,
  point: SurfacePoint,
  surface: Surface,
  groundAt: GroundAt,
): boolean {
  const { x, y, distanceM, footprintM: fp } = point;
  if (distanceM > 260) return false;
  const path = layout.path(x, y);
  const trench = layout.trench(x, y);
  if (path > 0.05 && trench > BARE_TO_M) return false;
  resetSurface(surface);
  const e = Math.max(0.06, fp * 1.5);
  setNormal(
    surface,
    (groundAt(x - e, y) - groundAt(x + e, y)) / (2 * e),
    (groundAt(x, y - e) - groundAt(x, y + e)) / (2 * e),
    1,
  );
  surface.shadowSoftM = 0.08 + distanceM * 0.003;
  if (path <= 0.05) paintBricks(noise, path, point, surface);
  else paintTrench(noise, trench, point, surface);
  return true;
}

function paintBricks(noise: Noise, path: number, point: SurfacePoint, surface: Surface): void {
  const { x, y, footprintM: fp } = point;
  const [length, width] = BRICK_M;
  const row = Math.floor((x + y) / Math.SQRT2 / width);
  const along = (x - y) / Math.SQRT2 / length + (row % 2 === 0 ? 0 : 0.5);
  const column = Math.floor(along);
  const u = Math.min(along - column, 1 - along + column) * length;
  const across = (x + y) / Math.SQRT2 / width - row;
  const v = Math.min(across, 1 - across) * width;
  const tone = 0.75 + 0.5 * hashCell(column, row, 81);
  const worn = noise.fractal2(x * 0.7, y * 0.7, 4);
  const k = tone * (1 + 0.35 * worn);
  setColour(surface.albedo, 0.21 * k, 0.105 * k, 0.075 * k);
  const joint = 1 - smoothStep(0.004, 0.011, Math.min(u, v));
  const moss = smoothStep(0.0, 0.32, noise.fractal2(x / 1.3, y / 1.3 + 3, 4));
  blendColour(surface.albedo, 0.1, 0.085, 0.065, joint * detailShare(fp, 0.006, 0.04));
  blendColour(surface.albedo, 0.075, 0.095, 0.03, 0.55 * moss);
  const kerb = smoothStep(-0.16, -0.13, path);
  blendColour(surface.albedo, 0.3 * (1 + worn), 0.29 * (1 + worn), 0.265 * (1 + worn), kerb);
  if (fp < 0.02) bump(noise, surface, point, 30, 0.07, 2);
}

function paintTrench(noise: Noise, side: number, point: SurfacePoint, surface: Surface): void {
  const { x, y, z, footprintM: fp } = point;
  const wall = 1 - surface.face[2]!;
  const k = 1 + 0.4 * noise.fractal3(x * 1.3, y * 1.3, z * 2.6, 4);
  setColour(surface.albedo, 0.225 * k, 0.15 * k, 0.098 * k);
  const pick = noise.gradient3(x * 3, y * 3, z * 9) * detailShare(fp, 0.03, 0.15);
  scaleColour(surface.albedo, 1 + 0.3 * pick * smoothStep(0.1, 0.5, wall));
  const lip = smoothStep(0.95, 1.55, side + 0.45 * noise.fractal2(x * 1.3, y * 1.3, 3));
  blendColour(surface.albedo, 0.095, 0.13, 0.034, 0.85 * lip);
  surface.openness = 0.3 + 0.7 * smoothStep(0.35, 0.85, side);
  if (fp < 0.05) bump(noise, surface, point, 7, 0.35, 3);
  paintPebbles(noise, (1 - lip) * (1 - smoothStep(0.1, 0.4, wall)), point, surface);
}

/** Rice plots of the plain, green to gold, with bunds and canals between them. */
export function dressPlain(
  noise: Noise,
  isTown: (x: number, y: number) => number,
  point: SurfacePoint,
  surface: Surface,
  scratch: Float64Array,
): void {
  const { x, y, distanceM, footprintM: fp } = point;
  if (distanceM < 220 || distanceM > 9000 || surface.face[2]! < 0.992) return;
  const share = (1 - isTown(x, y)) * smoothStep(220, 320, distanceM);
  if (share <= 0) return;
  const c = Math.cos(PLAIN_TURN_RAD);
  const s = Math.sin(PLAIN_TURN_RAD);
  const [w, l] = PLOT_M;
  const u = (x * c - y * s + 14 * noise.gradient2(x / 400, y / 400)) / w;
  const v = (x * s + y * c + 20 * noise.gradient2(x / 400 + 7, y / 400)) / l;
  const i = Math.floor(u);
  const j = Math.floor(v + 0.4 * hashCell(i, 0, 83));
  const edge = Math.min(u - i, i + 1 - u) * w;
  const ripe = 0.18 + 0.3 * hashCell(i, j, 84) + 0.22 * noise.gradient2(x / 700, y / 700);
  riceColour(ripe, scratch);
  const k = 0.9 + 0.2 * noise.fractal2(x / 19, y / 19, 3);
  blendColour(surface.albedo, scratch[0]! * k, scratch[1]! * k, scratch[2]! * k, 0.9 * share);
  const bund = smoothStep(1.2 + fp * 0.5, 0.4, edge) * Math.min(1, 1.5 / fp);
  blendColour(surface.albedo, 0.075, 0.1, 0.03, 0.7 * bund * share);
  surface.openness = 1;
}
