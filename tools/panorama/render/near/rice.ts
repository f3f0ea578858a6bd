import { clamp } from '../maths/curves';
import type { Noise } from '../maths/noise';
import type { SeasonLook } from './season-look';

/** Rice from green to gold to straw, linear reflectance. */
const STAGES: readonly (readonly [number, number, number])[] = [
  [0.062, 0.118, 0.02],
  [0.125, 0.155, 0.026],
  [0.215, 0.174, 0.033],
  [0.29, 0.19, 0.04],
  [0.28, 0.168, 0.042],
  [0.235, 0.17, 0.085],
  [0.16, 0.112, 0.068],
];

/** Round the viewer nobody has cut the rice yet. */
const UNCUT_WITHIN_M = 45;

/**
 * Colour of rice.
 *
 * @param ripeness - 0 = green, 0.5 = gold, 1 = straw
 */
export function riceColour(ripeness: number, out: Float64Array): void {
  const q = clamp(ripeness, 0, 0.999) * (STAGES.length - 1);
  const i = Math.floor(q);
  const a = STAGES[i]!;
  const b = STAGES[i + 1]!;
  for (let c = 0; c < 3; c++) out[c] = a[c]! + (b[c]! - a[c]!) * (q - i);
}

/**
 * Ripeness of a paddy: neighbours ripen together, each farmer a little differently, and what lies
 * low is ahead.
 */
export function ripenessAt(
  noise: Noise,
  season: SeasonLook,
  x: number,
  y: number,
  paddy: number,
  overEyeM: number,
): number {
  const r = season.ripeness;
  const n = noise.gradient2(x / 170 + 3, y / 170) * 0.2 + noise.gradient2(x / 55, y / 55) * 0.09;
  if (r < 0.15) return 0.02 + paddy * 0.12 + n * 0.3;
  if (r > 1) return 0.8 + 0.2 * paddy;
  const isCut = paddy > 0.93 && x * x + y * y > UNCUT_WITHIN_M ** 2;
  if (isCut) return 0.86 + (paddy - 0.93);
  if (paddy < 0.07) return 0.16 + paddy * 2;
  return 0.2 + r * 0.42 + n + (paddy - 0.5) * 0.4 - overEyeM * 0.0006;
}
