import type { Country } from './country';
import { fractalNoise, hash01 } from './noise';
import type { SketchGrid } from './sketch-grid';

/** Distance between the cones of tower karst. */
const CONE_SPACING_M = 1_250;

/** Height of the tallest cones over the hollows between them. */
const CONE_HEIGHT_M = 210;

/**
 * Covers karst with rounded hills, each on its own seeded place, and hollows between them.
 *
 * @param karst - 0..1 per post
 * @param isBase - posts that stay as they are
 */
export function addKarstCones(
  grid: SketchGrid,
  heights: Float32Array,
  karst: Float32Array,
  isBase: Uint8Array,
): void {
  for (let i = 0; i < heights.length; i++) {
    if (karst[i]! < 0.02 || isBase[i] === 1) continue;
    const x = ((i % grid.cols) * grid.colStepM) / CONE_SPACING_M;
    const y = (Math.floor(i / grid.cols) * grid.rowStepM) / CONE_SPACING_M;
    heights[i]! += karst[i]! * CONE_HEIGHT_M * (coneAt(x, y) - 0.3);
  }
}

/** 0 between the cones, up to 1 on top of the tallest. */
function coneAt(x: number, y: number): number {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  let highest = 0;
  for (let row = iy - 1; row <= iy + 1; row++) {
    for (let col = ix - 1; col <= ix + 1; col++) {
      const dx = x - (col + 0.15 + 0.7 * hash01(col, row, 31));
      const dy = y - (row + 0.15 + 0.7 * hash01(col, row, 57));
      const far = (dx * dx + dy * dy) / 0.72;
      if (far >= 1) continue;
      highest = Math.max(highest, (0.4 + 0.6 * hash01(col, row, 83)) * (1 - far) * (1 - far));
    }
  }
  return highest;
}

/** Small unevenness that grows with the slope: none on water and plains. */
export function addGroundDetail(grid: SketchGrid, heights: Float32Array, country: Country): void {
  const { cols, rows } = grid;
  const before = heights.slice();
  for (let row = 1; row < rows - 1; row++) {
    for (let col = 1; col < cols - 1; col++) {
      const at = row * cols + col;
      if (country.isBase[at] === 1) continue;
      const slopeX = (before[at + 1]! - before[at - 1]!) / (2 * grid.colStepM);
      const slopeY = (before[at + cols]! - before[at - cols]!) / (2 * grid.rowStepM);
      const slope = Math.min(0.6, Math.hypot(slopeX, slopeY));
      const xKm = (col * grid.colStepM) / 1000;
      const yKm = (row * grid.rowStepM) / 1000;
      heights[at]! += 55 * slope * fractalNoise(xKm / 1.6, yKm / 1.6, 91, 2, 0.5);
    }
  }
}
