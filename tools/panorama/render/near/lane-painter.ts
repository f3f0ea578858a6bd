import { smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
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
import type { LaneLayout } from './lane-layout';
import type { GroundAt } from './near-field';

/**
 * Paints the lane's flagstones and the yards' beaten earth.
 *
 * @returns false where neither is
 */
export function paintLane(
  noise: Noise,
  layout: LaneLayout,
  point: SurfacePoint,
  surface: Surface,
  groundAt: GroundAt,
): boolean {
  const { x, y, distanceM } = point;
  if (distanceM > 400) return false;
  const beside = layout.besideLane(x, y);
  const ragged = beside + 0.14 * noise.fractal2(x * 1.6, y * 1.6, 3);
  if (ragged < 0.12) {
    level(point, surface, groundAt);
    paintFlags(noise, layout, point, surface);
    return true;
  }
  const yard = layout.besideYard(x, y) + 1.6 * noise.fractal2(x / 2, y / 2, 4);
  if (yard > 0.35 && beside > 0.5) return false;
  level(point, surface, groundAt);
  paintYard(noise, point, surface);
  return true;
}

function level(point: SurfacePoint, surface: Surface, groundAt: GroundAt): void {
  const { x, y } = point;
  resetSurface(surface);
  const e = Math.max(0.3, point.footprintM * 2);
  setNormal(
    surface,
    (groundAt(x - e, y) - groundAt(x + e, y)) / (2 * e),
    (groundAt(x, y - e) - groundAt(x, y + e)) / (2 * e),
    1,
  );
  surface.shadowSoftM = 0.15 + point.distanceM * 0.003;
}

/** Flat stones of many sizes, moss and earth in their joints. */
function paintFlags(noise: Noise, layout: LaneLayout, point: SurfacePoint, surface: Surface): void {
  const { x, y, footprintM: fp } = point;
  const { besideM, alongM } = layout.lane.hit;
  const bend = 0.22 * noise.gradient2(x * 1.1, y * 1.1);
  const cell = noise.cells2((besideM + bend) * 1.75, (alongM + bend) * 1.45);
  const joint = smoothStep(0.085, 0.02, cell.second - cell.nearest);
  const id = cell.id;
  const tone = 0.72 + (id % 31) / 52;
  const warm = (id % 7) / 7;
  const worn = noise.fractal2(x * 0.5, y * 0.5, 4);
  const k = tone * (1 + 0.3 * worn);
  setColour(surface.albedo, (0.17 + 0.03 * warm) * k, 0.16 * k, (0.145 - 0.025 * warm) * k);
  const speck = noise.gradient3(x * 85, y * 85, id) + 0.7 * noise.gradient3(x * 34, y * 34, id);
  scaleColour(surface.albedo, 1 + 0.24 * speck * detailShare(fp, 0.008, 0.05));
  const lichen = smoothStep(0.16, 0.3, noise.fractal2(x * 3.1 + 9, y * 3.1, 4));
  blendColour(surface.albedo, 0.24, 0.25, 0.2, 0.35 * lichen);
  const moss = smoothStep(-0.2, 0.3, noise.gradient2(x / 1.5, y / 1.5)) * 0.8;
  blendColour(surface.albedo, 0.075, 0.06, 0.042, joint);
  blendColour(surface.albedo, 0.06, 0.085, 0.025, joint * moss);
  surface.openness = 1 - 0.35 * joint;
  surface.gloss = 0.012 * (1 - joint);
  if (fp < 0.05) bump(noise, surface, point, 4.5, 0.1, 3);
  if (fp < 0.01) bump(noise, surface, point, 40, 0.05, 2);
}

function paintYard(noise: Noise, point: SurfacePoint, surface: Surface): void {
  const { x, y, footprintM: fp } = point;
  const broad = noise.fractal2(x / 1.9, y / 1.9, 4);
  const k = 1 + 0.4 * broad + 0.2 * noise.gradient2(x * 5, y * 5) * detailShare(fp, 0.03, 0.2);
  setColour(surface.albedo, 0.215 * k, 0.16 * k, 0.112 * k);
  blendColour(surface.albedo, 0.12, 0.085, 0.058, 0.7 * smoothStep(0.02, 0.4, broad));
  const weeds = smoothStep(0.16, 0.36, noise.fractal2(x / 0.9 + 8, y / 0.9, 4));
  blendColour(surface.albedo, 0.08, 0.105, 0.03, 0.75 * weeds);
  paintPebbles(noise, 1 - weeds, point, surface);
}

/** Winter fields on the treads: stubble, turned earth, young greens; grass on the banks. */
export function dressTerraces(
  noise: Noise,
  layout: LaneLayout,
  slopeH: number,
  point: SurfacePoint,
  surface: Surface,
): void {
  const { x, y, footprintM: fp } = point;
  const { share, u } = layout.tread(x, y, slopeH);
  if (share <= 0 || layout.besideYard(x, y) < 3) return;
  const tread = share * smoothStep(0.8, 0.72, u) * smoothStep(0.02, 0.14, u);
  const kind = layout.plot(x, y);
  const rows = fp < 0.4 ? 0.15 * noise.gradient2(x / 0.5, y / 2.5) : 0;
  const k = 1 + 0.3 * noise.fractal2(x / 3, y / 3, 4) + rows;
  if (kind < 2) blendColour(surface.albedo, 0.225 * k, 0.175 * k, 0.095 * k, tread * 0.85);
  else if (kind === 2) blendColour(surface.albedo, 0.135 * k, 0.09 * k, 0.06 * k, tread * 0.85);
  else if (kind === 3) blendColour(surface.albedo, 0.085 * k, 0.135 * k, 0.03 * k, tread * 0.85);
  else blendColour(surface.albedo, 0.15 * k, 0.15 * k, 0.05 * k, tread * 0.7);
  surface.openness *= 1 - 0.3 * share * smoothStep(0.12, 0, u);
  if (kind === 2) paintPebbles(noise, 0.6 * tread, point, surface);
}
