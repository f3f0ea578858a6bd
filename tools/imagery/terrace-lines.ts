import type { Ground, Mix } from './land-cover';
import { smooth } from './shading';

/** Fewest pixels from one drawn terrace edge to the next, and the finest step that is drawn. */
const LEAST_SPACING_PX = 4.2;
const FINEST_STEP_M = 5;

/**
 * Draws the edges of terraces along the true contours: light treads, dark risers. The step between
 * edges doubles until they are far enough apart to be seen, one step passing into the next.
 *
 * @param share - how much of the pixel is terraced, 0..1
 */
export function drawTerraces(mix: Mix, ground: Ground, share: number, metresPerPx: number): void {
  const near = 1 - smooth(30, 62, metresPerPx);
  if (share < 0.02 || near <= 0) return;
  const slope = Math.max(0.04, 0.4 * ground.slope + 0.6 * ground.middleSlope);
  const wantedM = Math.max(FINEST_STEP_M, LEAST_SPACING_PX * metresPerPx * slope);
  const doublings = Math.log2(wantedM / FINEST_STEP_M);
  const whole = Math.floor(doublings);
  const passing = smooth(0.25, 0.75, doublings - whole);
  for (let k = 0; k < 2; k++) {
    const stepM = FINEST_STEP_M * 2 ** (whole + k);
    const spacingPx = stepM / (Math.max(ground.slope, 0.02) * metresPerPx);
    const strength = share * near * (k === 1 ? passing : 1 - passing) * smooth(2.4, 4, spacingPx);
    if (strength < 0.01) continue;
    const phase = 0.5 + 0.5 * Math.cos((2 * Math.PI * ground.heightM) / stepM);
    const edge = phase * phase;
    mix.lightness += strength * (0.04 - 0.105 * edge);
    mix.b += 0.012 * strength * (1 - edge);
  }
}
