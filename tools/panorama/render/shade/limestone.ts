import { clamp, mix, smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import {
  blendColour,
  bump,
  detailShare,
  type Surface,
  type SurfacePoint,
  scaleColour,
} from './surface';

/** How bare and how white the rock of a place is. */
export interface LimestoneLook {
  readonly colour: readonly [number, number, number];
  /** Bushes and trees in cracks and on ledges, 0 to 1. */
  readonly growthRatio: number;
  /** Slope (1 - normal's height) from which rock shows. */
  readonly fromSlope: number;
}

/** Grey walls with dark and ochre streaks that water drew, beds, and green in their cracks. */
export function paintLimestone(
  noise: Noise,
  look: LimestoneLook,
  point: SurfacePoint,
  surface: Surface,
): void {
  const { x, y, z, footprintM: fp } = point;
  const { albedo } = surface;
  const slope = 1 - surface.face[2]!;
  const ragged =
    0.1 * noise.fractal2(x / 24, y / 24, 4) + 0.05 * noise.fractal3(x / 7, y / 7, z / 7, 2);
  // Near by, soil and turf hold on steeper ground than a coarse grid can tell.
  const near = 0.14 * smoothStep(140, 30, point.distanceM) * (look.fromSlope > 0.1 ? 1 : 0);
  const share = smoothStep(look.fromSlope + near, look.fromSlope + near + 0.13, slope + ragged);
  if (share <= 0.01) return;
  const [r, g, b] = look.colour;
  const broad = noise.fractal3(x / 31, y / 31, z / 46, 4);
  const beds = Math.sin(z / 2.9 + 2.5 * broad + 0.8 * noise.gradient2(x / 19, y / 19));
  const fine = detailShare(fp, 0.5, 4);
  const k = 1 + 0.42 * broad + 0.07 * beds * fine;
  let [cr, cg, cb] = [r * k, g * k, b * k];
  const streak =
    noise.fractal3(x / 5.2, y / 5.2, z / 70, 4) + 0.35 * noise.fractal3(x / 23, y / 23, z / 160, 2);
  const dark = 0.72 * smoothStep(0.02, 0.34, streak) * smoothStep(0.2, 0.5, slope);
  const ochre =
    0.6 *
    smoothStep(0.16, 0.4, noise.fractal3(x / 17 + 8, y / 17, z / 58, 3)) *
    smoothStep(0.4, 0.7, slope);
  cr = mix(mix(cr, 0.36, ochre), 0.085, dark);
  cg = mix(mix(cg, 0.25, ochre), 0.085, dark);
  cb = mix(mix(cb, 0.135, ochre), 0.083, dark);
  blendColour(albedo, cr, cg, cb, share);
  if (fp < 2.5) {
    const crack = Math.abs(noise.gradient3(x / 2.4, y / 2.4, z / 5.5));
    scaleColour(albedo, 1 - 0.45 * share * smoothStep(0.09, 0, crack) * detailShare(fp, 0.4, 2.5));
  }
  const tuft =
    noise.fractal3(x / 8.5, y / 8.5, z / 6.5, 4) + 0.3 * noise.gradient3(x / 2.6, y / 2.6, z / 2.2);
  const ledge = 0.55 * clamp(surface.nz, 0, 1) - 0.13 * Math.max(0, -broad);
  const green =
    look.growthRatio * smoothStep(0.18, 0.36, tuft + ledge - 0.34 * smoothStep(0.5, 0.85, slope));
  blendColour(albedo, 0.05, 0.078, 0.026, 0.92 * green * share);
  scaleColour(albedo, 1 + 0.4 * green * share * noise.gradient3(x / 1.7, y / 1.7, z / 1.7) * fine);
  if (fp < 6) bump(noise, surface, point, 1 / Math.max(3.2, fp * 3), 0.34 * share, 3);
  if (fp < 0.4) bump(noise, surface, point, 1.4, 0.2 * share, 3);
  surface.openness = clamp(surface.openness * (1 + 0.25 * share), 0, 1);
}
