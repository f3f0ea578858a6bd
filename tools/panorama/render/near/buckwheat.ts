import { clamp, smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import { hashCell } from '../maths/random';
import { blendColour, type Surface, type SurfacePoint, scaleColour } from '../shade/surface';

/** A round patch of fields, metres of the land. */
export interface FieldPatch {
  readonly x: number;
  readonly y: number;
  readonly radiusM: number;
}

/** Share of a point that is field: ragged rims, paths and stones between plots. */
export function fieldShare(
  noise: Noise,
  patches: readonly FieldPatch[],
  x: number,
  y: number,
): number {
  let share = 0;
  for (const patch of patches) {
    const d = Math.hypot(x - patch.x, y - patch.y) / patch.radiusM;
    if (d > 1.4) continue;
    share = Math.max(share, smoothStep(1, 0.93, d + 0.25 * noise.fractal2(x / 40, y / 40, 3)));
  }
  if (share <= 0) return 0;
  const plot = noise.cells2(x / 26 + 0.3 * noise.gradient2(x / 19, y / 19), y / 17);
  return (
    share *
    smoothStep(0.035, 0.075, plot.second - plot.nearest) *
    ((plot.id * 7) % 23 > 2 ? 1 : 0.12)
  );
}

/** How far the flowers of a plot are, 0 = white and young, 1 = deep pink. */
export function bloomAt(noise: Noise, x: number, y: number): number {
  const plot = noise.cells2(x / 26 + 0.3 * noise.gradient2(x / 19, y / 19), y / 17);
  return clamp(0.35 + 0.5 * hashCell(plot.id, 3, 5) + 0.25 * noise.gradient2(x / 5, y / 5), 0, 1);
}

/** Flowering buckwheat seen from where single plants are no longer drawn. */
export function paintBuckwheat(
  noise: Noise,
  share: number,
  point: SurfacePoint,
  surface: Surface,
): void {
  const { x, y, distanceM, footprintM: fp } = point;
  const { albedo } = surface;
  const bloom = bloomAt(noise, x, y);
  const near = smoothStep(8, 40, distanceM);
  blendColour(albedo, 0.085, 0.07, 0.04, share * 0.85);
  const grain = fp < 0.6 ? noise.fractal2(x * 1.6, y * 1.6, 3) : 0;
  const cover = share * (0.12 + 0.62 * near) * clamp(0.85 + grain, 0, 1);
  blendColour(albedo, 0.44 - 0.07 * bloom, 0.29 - 0.17 * bloom, 0.32 - 0.13 * bloom, cover);
  scaleColour(albedo, 1 + 0.25 * noise.gradient2(x / 3, y / 3) * share);
}
