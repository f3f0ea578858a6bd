import { blurred, type MetricGrid } from '../terrain/blur';

/** The mapmaker's light: from the north-west, here a little further west. */
const LIGHT_AZIMUTH_RAD = (300 * Math.PI) / 180;

/** How far the light turns at most, so that it falls across the ridges and not along them. */
const LIGHT_SWING_RAD = (35 * Math.PI) / 180;

/** Ridges of about this size turn the light. */
const RIDGE_M = 5_500;

/**
 * Direction of the main light at every post, turned towards the local direction of slopes:
 * the ranges strike north-west, along a fixed light, and would look flat.
 *
 * @returns unit vectors to the light, east and north
 * @see E. Imhof, Cartographic Relief Presentation (1965), adjusting the light
 */
export function lightAcrossRidges(
  grid: MetricGrid,
  heights: Float32Array,
): { east: Float32Array; north: Float32Array } {
  const { cols, rows } = grid;
  const xx = new Float32Array(heights.length);
  const yy = new Float32Array(heights.length);
  const xy = new Float32Array(heights.length);
  for (let row = 1; row < rows - 1; row++) {
    for (let col = 1; col < cols - 1; col++) {
      const at = row * cols + col;
      const x = (heights[at + 1]! - heights[at - 1]!) / (2 * grid.colStepM);
      const y = (heights[at - cols]! - heights[at + cols]!) / (2 * grid.rowStepM);
      xx[at] = x * x;
      yy[at] = y * y;
      xy[at] = x * y;
    }
  }
  const [sxx, syy, sxy] = [xx, yy, xy].map((part) => blurred(grid, part, RIDGE_M));
  const base = Math.PI / 2 - LIGHT_AZIMUTH_RAD;
  const east = new Float32Array(heights.length);
  const north = new Float32Array(heights.length);
  for (let i = 0; i < heights.length; i++) {
    const [a, b, c] = [sxx![i]!, syy![i]!, sxy![i]!];
    const across = 0.5 * Math.atan2(2 * c, a - b);
    const sum = a + b;
    const agreement = Math.min(1, (1.4 * Math.hypot(a - b, 2 * c)) / (sum + 1e-6));
    const strength = agreement * Math.min(1, sum / 0.01);
    const turned = base + LIGHT_SWING_RAD * strength * Math.sin(2 * (across - base));
    east[i] = Math.cos(turned);
    north[i] = Math.sin(turned);
  }
  return { east, north };
}
