import { clamp, smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';

/** Slope of the water at a point, and what of it a sample is too coarse to show. */
export interface RippleSlope {
  x: number;
  y: number;
  /** Variance of the slope that the sample cannot resolve. */
  hidden: number;
}

/** Wave lengths in metres and their steepness in a full breeze. */
const WAVES = [
  [11, 0.012],
  [3.4, 0.022],
  [1.1, 0.034],
  [0.36, 0.038],
] as const;

/**
 * Wrinkles of wind on water: fields of ripples between calm lanes.
 *
 * @param windRatio - 0 = still, 1 = breeze
 * @param footprintM - width of a sample on the water
 */
export function readRipples(
  noise: Noise,
  windRatio: number,
  x: number,
  y: number,
  footprintM: number,
  out: RippleSlope,
): RippleSlope {
  const gust =
    smoothStep(-0.35, 0.35, noise.fractal2(x / 310 + 3, y / 190, 3) + 1.4 * (windRatio - 0.5)) *
    (0.75 + 0.5 * noise.gradient2(x / 27, y / 41 + 8));
  const strength = windRatio * clamp(0.12 + 0.88 * gust, 0.05, 1.2);
  out.x = 0;
  out.y = 0;
  out.hidden = 0.00002;
  for (const [lengthM, steepness] of WAVES) {
    const a = steepness * strength * 2.2;
    const shown = clamp((lengthM - 1.6 * footprintM) / lengthM, 0, 1);
    out.hidden += (1 - shown * shown) * a * a * 0.45;
    if (shown <= 0) continue;
    const u = x / lengthM;
    const v = y / (lengthM * 1.5);
    out.x += a * shown * noise.gradient2(u + 7.3, v + lengthM);
    out.y += a * shown * noise.gradient2(u - 31, v + 17.7 * lengthM);
  }
  return out;
}
