import { blurred } from '../blur';
import type { Country } from './country';
import { fractalNoise, gradientNoise, hash01 } from './noise';
import type { SketchGrid } from './sketch-grid';

/** Distance between the cones of tower karst. */
const CONE_SPACING_M = 1_350;

/** Height of the tallest cones over the hollows between them. */
const CONE_HEIGHT_M = 175;

/** Above this nothing grows on at full height: the envelope overshoots where crests cross. */
const HIGH_M = 2_350;

/** Valley floors are rounded over this width along rivers. */
const FLOOR_M = 700;

/**
 * The last touches on the evolved land: crests kept from overshooting, karst covered with cones,
 * valley floors and the rims of basins rounded, small unevenness on slopes.
 *
 * @param heights - changed in place
 */
export function finishGround(grid: SketchGrid, heights: Float32Array, country: Country): void {
  for (let i = 0; i < heights.length; i++) {
    const over = heights[i]! - HIGH_M;
    if (over > 0) heights[i] = HIGH_M + over / (1 + over / 1_500);
  }
  addKarstCones(grid, heights, country);
  roundFloors(grid, heights, country);
  addSlopeDetail(grid, heights, country);
}

/** Rounded hills on karst, each on its own seeded place, some country without any. */
function addKarstCones(grid: SketchGrid, heights: Float32Array, country: Country): void {
  for (let i = 0; i < heights.length; i++) {
    if (country.karst[i]! < 0.02 || country.isBase[i] === 1) continue;
    const x = ((i % grid.cols) * grid.colStepM) / CONE_SPACING_M;
    const y = (Math.floor(i / grid.cols) * grid.rowStepM) / CONE_SPACING_M;
    const patch = Math.max(0, 0.55 + fractalNoise(x / 7, y / 7, 47, 2, 0.5));
    const share = country.karst[i]! * Math.min(1.3, patch);
    heights[i]! += share * CONE_HEIGHT_M * (coneAt(x, y) - 0.3);
  }
}

/** 0 between the cones, up to 1 on top of the tallest. */
function coneAt(x: number, y: number): number {
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  let highest = 0;
  for (let row = iy - 1; row <= iy + 1; row++) {
    for (let col = ix - 1; col <= ix + 1; col++) {
      const dx = x - (col + 0.1 + 0.8 * hash01(col, row, 31));
      const dy = y - (row + 0.1 + 0.8 * hash01(col, row, 57));
      const far = (dx * dx + dy * dy) / 0.9;
      if (far >= 1) continue;
      const tall = 0.25 + 0.75 * hash01(col, row, 83) ** 1.5;
      highest = Math.max(highest, tall * (1 - far) * (1 - far));
    }
  }
  return highest;
}

/** Smooths the land towards its own mean close to water and round the edges of plains. */
function roundFloors(grid: SketchGrid, heights: Float32Array, country: Country): void {
  const water = country.waterM.map((levelM) => (Number.isNaN(levelM) ? 0 : 1));
  const nearWater = blurred(grid, water, FLOOR_M);
  const rim = blurred(grid, country.plain, 2 * FLOOR_M);
  const smooth = blurred(grid, heights, FLOOR_M);
  for (let i = 0; i < heights.length; i++) {
    const share = Math.min(0.85, 1.6 * nearWater[i]! + Math.min(1, 2.4 * rim[i]!));
    heights[i]! += share * (smooth[i]! - heights[i]!);
  }
}

/** Small unevenness that grows with the slope: none on water and plains. */
function addSlopeDetail(grid: SketchGrid, heights: Float32Array, country: Country): void {
  const { cols, rows } = grid;
  const before = heights.slice();
  for (let row = 1; row < rows - 1; row++) {
    for (let col = 1; col < cols - 1; col++) {
      const at = row * cols + col;
      if (country.isBase[at] === 1) continue;
      const slopeX = (before[at + 1]! - before[at - 1]!) / (2 * grid.colStepM);
      const slopeY = (before[at + cols]! - before[at - cols]!) / (2 * grid.rowStepM);
      const slope = Math.min(0.6, Math.sqrt(slopeX * slopeX + slopeY * slopeY));
      const xKm = (col * grid.colStepM) / 1000;
      const yKm = (row * grid.rowStepM) / 1000;
      heights[at]! += 50 * slope * gradientNoise(xKm / 1.5, yKm / 1.5, 91);
    }
  }
}
