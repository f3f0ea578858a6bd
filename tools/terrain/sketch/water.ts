import type { LakeFact, SketchFacts } from './facts';
import { drownedStretch, lakeShore } from './lake-levels';
import { gradientNoise } from './noise';
import { fillOutline } from './rasterise';
import type { RiverCourse } from './river-course';
import { colOf, rowOf, type SketchGrid } from './sketch-grid';

/** From the water's edge to where the hillside has its own height: at most, and its unevenness. */
const BANK_M = 1_100;
const NARROWEST_BANK = 0.5;
const BANK_WAVELENGTH_M = 2_300;

/** How far and how high the nearest water is. */
interface NearWater {
  /** Metres from the post to the water's edge; infinite beyond {@link BANK_M}. */
  readonly distanceM: Float32Array;
  readonly levelM: Float32Array;
}

/**
 * Lays rivers and lakes into finished ground: the water at its level, valley sides that rise from
 * it without a step.
 *
 * @param heights - changed in place
 * @returns 0 on water, 1 beyond its banks, between on them
 */
export function layWater(
  grid: SketchGrid,
  heights: Float32Array,
  facts: SketchFacts,
  courses: readonly RiverCourse[],
): Float32Array {
  const count = heights.length;
  const dryness = new Float32Array(count).fill(1);
  const water: NearWater = {
    distanceM: new Float32Array(count).fill(Infinity),
    levelM: new Float32Array(count),
  };
  for (const course of courses) markCourse(grid, water, course, facts.lakes);
  for (const lake of facts.lakes) if (lake.kind === 'outline') markShore(grid, water, lake);
  for (let i = 0; i < count; i++) {
    if (water.distanceM[i]! >= BANK_M) continue;
    const t = water.distanceM[i]! / (BANK_M * bankShare(grid, i));
    if (t >= 1) continue;
    const share = t <= 0 ? 0 : t * (0.5 + t * (1.5 - t));
    dryness[i] = share;
    const aboveM = heights[i]! - water.levelM[i]!;
    // Ground below the water comes up to it; banks keep their height from where they have it.
    heights[i] = water.levelM[i]! + share * aboveM;
  }
  layLakes(grid, heights, dryness, facts.lakes);
  return dryness;
}

/** Banks are wide in one place and narrow in another. */
function bankShare(grid: SketchGrid, post: number): number {
  const x = ((post % grid.cols) * grid.colStepM) / BANK_WAVELENGTH_M;
  const y = (Math.floor(post / grid.cols) * grid.rowStepM) / BANK_WAVELENGTH_M;
  const noise = 0.5 + 0.9 * gradientNoise(x, y, 307);
  return Math.min(1, Math.max(NARROWEST_BANK, noise + 0.15));
}

function markShore(grid: SketchGrid, water: NearWater, lake: LakeFact & { kind: 'outline' }): void {
  const shore = lakeShore(lake);
  for (const [i, a] of shore.entries()) {
    const b = shore[(i + 1) % shore.length]!;
    markPiece(grid, water, [a[0], a[1], lake.levelM], [b[0], b[1], lake.levelM], 0);
  }
}

function layLakes(
  grid: SketchGrid,
  heights: Float32Array,
  dryness: Float32Array,
  lakes: readonly LakeFact[],
): void {
  for (const lake of lakes) {
    if (lake.kind !== 'outline') continue;
    const shore = lakeShore(lake);
    fillOutline(grid, heights, shore, lake.levelM);
    fillOutline(grid, dryness, shore, 0);
  }
}

function markCourse(
  grid: SketchGrid,
  water: NearWater,
  course: RiverCourse,
  lakes: readonly LakeFact[],
): void {
  const { points, river } = course;
  const drowned = lakes.flatMap((lake) =>
    lake.kind === 'stretch' && lake.riverId === river.id
      ? [{ ...drownedStretch(course, lake), widthM: lake.widthM }]
      : [],
  );
  for (let i = 0; i + 1 < points.length; i++) {
    const lake = drowned.find(({ fromIndex, toIndex }) => i >= fromIndex && i < toIndex);
    const widthM = lake?.widthM ?? river.widthM * ((i + 1) / points.length);
    markPiece(grid, water, points[i]!, points[i + 1]!, widthM / 2);
  }
}

function markPiece(
  grid: SketchGrid,
  water: NearWater,
  a: readonly [number, number, number],
  b: readonly [number, number, number],
  halfWidthM: number,
): void {
  const { cols, rows, colStepM, rowStepM } = grid;
  const ax = colOf(grid, a[0]) * colStepM;
  const ay = rowOf(grid, a[1]) * rowStepM;
  const dx = colOf(grid, b[0]) * colStepM - ax;
  const dy = rowOf(grid, b[1]) * rowStepM - ay;
  const squared = dx * dx + dy * dy || 1;
  const reachM = BANK_M + halfWidthM;
  const left = Math.max(0, Math.ceil((Math.min(ax, ax + dx) - reachM) / colStepM));
  const right = Math.min(cols - 1, Math.floor((Math.max(ax, ax + dx) + reachM) / colStepM));
  const top = Math.max(0, Math.ceil((Math.min(ay, ay + dy) - reachM) / rowStepM));
  const bottom = Math.min(rows - 1, Math.floor((Math.max(ay, ay + dy) + reachM) / rowStepM));
  for (let row = top; row <= bottom; row++) {
    for (let col = left; col <= right; col++) {
      const px = col * colStepM - ax;
      const py = row * rowStepM - ay;
      const t = Math.min(1, Math.max(0, (px * dx + py * dy) / squared));
      const offX = px - t * dx;
      const offY = py - t * dy;
      const offM = Math.max(0, Math.sqrt(offX * offX + offY * offY) - halfWidthM);
      const at = row * cols + col;
      if (offM >= BANK_M || offM >= water.distanceM[at]!) continue;
      water.distanceM[at] = offM;
      water.levelM[at] = a[2] + t * (b[2] - a[2]);
    }
  }
}
