import { bilinear } from '../height-field';
import type { SketchFacts } from './facts';
import { colOf, rowOf, type SketchGrid } from './sketch-grid';

/** A place where the sheet shall have a height. */
export interface Anchor {
  readonly lonDeg: number;
  readonly latDeg: number;
  readonly heightM: number;
  /** Summits and towns hold more ground than a vertex of a line does. */
  readonly isPoint: boolean;
}

/** How far an anchor reaches, pass by pass: first the country, then the place itself. */
const PASSES_M = [9_000, 4_500, 2_200, 1_100, 700, 700] as const;

/** The first pass in which points alone count: close to them they win over lines. */
const POINTS_ONLY_FROM = 4;

/** All vertices of crests and valleys, and all single points. */
export function anchorsOf(facts: SketchFacts): readonly Anchor[] {
  const lines = [...facts.ridges, ...facts.valleys].flatMap((line) =>
    line.points.map(([lonDeg, latDeg, heightM]) => ({ lonDeg, latDeg, heightM, isPoint: false })),
  );
  const points = facts.points.map(({ lonDeg, latDeg, heightM }) => {
    return { lonDeg, latDeg, heightM, isPoint: true };
  });
  return [...lines, ...points];
}

/**
 * Bends the sheet to the anchors by successive correction: what is missing at them is spread as
 * a weighted mean, each pass closer than the one before.
 *
 * @param heights - changed in place
 * @param mobility - 0 where nothing may move (rivers), 1 elsewhere
 * @see G. Cressman, An operational objective analysis system (1959)
 */
export function correctToAnchors(
  grid: SketchGrid,
  heights: Float32Array,
  anchors: readonly Anchor[],
  mobility: Float32Array,
): void {
  for (const [pass, radiusM] of PASSES_M.entries()) {
    const used = pass < POINTS_ONLY_FROM ? anchors : anchors.filter((anchor) => anchor.isPoint);
    const sum = new Float32Array(heights.length);
    const weight = new Float32Array(heights.length);
    for (const anchor of used) {
      const col = colOf(grid, anchor.lonDeg);
      const row = rowOf(grid, anchor.latDeg);
      if (col < 0 || row < 0 || col > grid.cols - 1 || row > grid.rows - 1) continue;
      const missing = anchor.heightM - bilinear(heights, grid.cols, grid.rows, col, row);
      splat(grid, sum, weight, col, row, radiusM, missing);
    }
    for (let i = 0; i < heights.length; i++) {
      // Where the anchors are far, their weights are small and so is the correction.
      if (weight[i]! > 0) heights[i]! += (mobility[i]! * sum[i]!) / Math.max(1, weight[i]!);
    }
  }
}

function splat(
  grid: SketchGrid,
  sum: Float32Array,
  weight: Float32Array,
  col: number,
  row: number,
  radiusM: number,
  missing: number,
): void {
  const reachCols = (2 * radiusM) / grid.colStepM;
  const reachRows = (2 * radiusM) / grid.rowStepM;
  const left = Math.max(0, Math.ceil(col - reachCols));
  const right = Math.min(grid.cols - 1, Math.floor(col + reachCols));
  const top = Math.max(0, Math.ceil(row - reachRows));
  const bottom = Math.min(grid.rows - 1, Math.floor(row + reachRows));
  for (let y = top; y <= bottom; y++) {
    const dy = ((y - row) / reachRows) ** 2;
    for (let x = left; x <= right; x++) {
      const far = dy + ((x - col) / reachCols) ** 2;
      if (far >= 1) continue;
      const share = (1 - far) * (1 - far) * (1 - far);
      sum[y * grid.cols + x]! += share * missing;
      weight[y * grid.cols + x]! += share;
    }
  }
}
