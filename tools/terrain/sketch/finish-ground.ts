import { blurred } from '../blur';
import { bilinear } from '../height-field';
import { anchorsOf, correctToAnchors } from './correct';
import type { Country } from './country';
import { type Land, type LandSource, MEAN_KEEPING_M } from './land';
import { fractalNoise, gradientNoise, hash01 } from './noise';
import { carriedOver, unscattered } from './scatter';
import type { SketchGrid } from './sketch-grid';
import { clearSummits } from './summits';
import { smoothlyDoubled } from './upsample';
import { layWater } from './water';

/** Distance between the cones of tower karst. */
const CONE_SPACING_M = 1_150;

/** Height of the tallest cones over the hollows between them. */
const CONE_HEIGHT_M = 175;

/** Above this nothing grows on at full height: the envelope overshoots where crests cross. */
const HIGH_M = 2_300;

/** Valley floors are rounded over this width along rivers and the rims of basins. */
const FLOOR_M = 700;

/** How far anchors reach on the evolved land, then points alone on the finished posts. */
const BENDS_M = [4_500, 2_200, 1_400] as const;
const POINT_BENDS_M = [1_100, 700, 500] as const;
const PLACE_BENDS_M = [300, 300, 300] as const;

/**
 * The finished ground: the evolved land with its crests kept from overshooting, karst covered with
 * cones, the rims of basins rounded; bent to the heights of the facts; on ever finer posts; with
 * water laid into it.
 *
 * @returns metres on `grid`, which has twice the land's resolution
 */
export function finishedGround(land: Land, grid: SketchGrid, source: LandSource): Float32Array {
  const coarse = unscattered(land.grid);
  const [evolved] = carriedOver([land.heights], land.grid, coarse) as [Float32Array];
  for (let i = 0; i < evolved.length; i++) {
    const over = evolved[i]! - HIGH_M;
    if (over > 0) evolved[i] = HIGH_M + over / (1 + over / 1_300);
  }
  const ground = evolved;
  const mobility = roundFloors(coarse, ground, land.country);
  const anchors = anchorsOf(source.facts);
  const { strata } = source;
  const now = blurred(coarse, ground, MEAN_KEEPING_M);
  for (let i = 0; i < ground.length; i++) {
    ground[i]! += mobility[i]! * 0.8 * (land.mean[i]! - now[i]!);
  }
  correctToAnchors(coarse, ground, anchors, mobility, { passesM: BENDS_M, strata });
  const heights = smoothlyDoubled(ground, coarse, grid);
  addKarst(grid, heights, coarse, land.country);
  const dryness = layWater(grid, heights, source.facts, source.courses);
  const points = anchors.filter((anchor) => anchor.isPoint);
  correctToAnchors(grid, heights, points, dryness, { passesM: POINT_BENDS_M, strata });
  clearSummits(grid, heights, source.facts);
  // Places by the water: the last few hundred metres.
  correctToAnchors(grid, heights, points, dryness.fill(1), { passesM: PLACE_BENDS_M, strata });
  for (let i = 0; i < heights.length; i++) heights[i] = Math.max(0, heights[i]!);
  return heights;
}

/** Cones and hollows on karst, denser in one place than in another. */
function addKarst(
  grid: SketchGrid,
  heights: Float32Array,
  coarse: SketchGrid,
  country: Country,
): void {
  const { cols, rows } = grid;
  for (let row = 0, at = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++, at++) {
      const karst = bilinear(country.karst, coarse.cols, coarse.rows, col / 2, row / 2);
      if (karst < 0.02) continue;
      const x = (col * grid.colStepM) / CONE_SPACING_M;
      const y = (row * grid.rowStepM) / CONE_SPACING_M;
      const patch = Math.max(0.3, 0.6 + fractalNoise(x / 7, y / 7, 47, 2, 0.5));
      const share = karst * Math.min(1.3, patch);
      const bend = 0.2 * gradientNoise(x * 0.8, y * 0.8, 91);
      const hollow = gradientNoise(x * 0.9 - bend, y * 0.9 + bend, 93);
      const gully = Math.sqrt(hollow * hollow + 0.015);
      heights[at]! += share * CONE_HEIGHT_M * (0.75 * coneAt(x + bend, y - bend) + gully - 0.45);
    }
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

/**
 * Smooths the land towards its own mean along water and round the edges of plains.
 *
 * @returns 0 on water, 1 far from it
 */
function roundFloors(grid: SketchGrid, heights: Float32Array, country: Country): Float32Array {
  const water = country.waterM.map((levelM) => (Number.isNaN(levelM) ? 0 : 1));
  const nearWater = blurred(grid, water, FLOOR_M);
  const rim = blurred(grid, country.plain, 2 * FLOOR_M);
  const smooth = blurred(grid, heights, FLOOR_M);
  for (let i = 0; i < heights.length; i++) {
    const share = Math.min(0.85, 3 * nearWater[i]! + Math.min(1, 2.4 * rim[i]!));
    heights[i]! += share * (smooth[i]! - heights[i]!);
    // A line one post wide leaves a sixth of itself in its own place.
    nearWater[i] = 1 - Math.min(1, 6 * nearWater[i]!);
  }
  return nearWater;
}
