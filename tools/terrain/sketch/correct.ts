import { bilinear } from '../height-field';
import type { SketchFacts } from './facts';
import { colOf, rowOf, type SketchGrid } from './sketch-grid';
import type { Strata } from './strata';

/** A place where the sheet shall have a height. */
export interface Anchor {
  readonly lonDeg: number;
  readonly latDeg: number;
  readonly heightM: number;
  /** Close by, places count alone; a line's vertices give them way. */
  readonly isPoint: boolean;
  /** No pass reaches further from it than this. */
  readonly widestM: number;
}

/** Summits are sharp: their height says little of the country a few kilometres off. */
const SUMMIT_WIDEST_M = 2_600;

/** How {@link correctToAnchors} bends. */
export interface CorrectOptions {
  /** How far an anchor reaches, pass by pass: first the country, then the place. */
  readonly passesM: readonly number[];
  /** What is bent is drawn out along the strike. */
  readonly strata: Strata;
  /** Moved by the same amounts. */
  readonly alongside?: Float32Array;
}

/** How much further an anchor reaches along the strike than across it. */
const ALONG = 1.6;
const ACROSS = 0.62;

/** All vertices of crests and valleys, and all single points. */
export function anchorsOf(facts: SketchFacts): readonly Anchor[] {
  const lines = [...facts.ridges, ...facts.valleys].flatMap((line) =>
    line.points.map(([lonDeg, latDeg, heightM]) => ({
      lonDeg,
      latDeg,
      heightM,
      isPoint: false,
      widestM: Infinity,
    })),
  );
  const points = facts.points.map(({ lonDeg, latDeg, heightM, kind }) => {
    const widestM = kind === 'summit' ? SUMMIT_WIDEST_M : Infinity;
    return { lonDeg, latDeg, heightM, isPoint: true, widestM };
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
  { passesM, strata, alongside }: CorrectOptions,
): void {
  const sum = new Float32Array(heights.length);
  const weight = new Float32Array(heights.length);
  for (const radiusM of passesM) {
    sum.fill(0);
    weight.fill(0);
    for (const anchor of anchors) {
      if (radiusM > anchor.widestM) continue;
      const col = colOf(grid, anchor.lonDeg);
      const row = rowOf(grid, anchor.latDeg);
      if (col < 0 || row < 0 || col > grid.cols - 1 || row > grid.rows - 1) continue;
      const missing = anchor.heightM - bilinear(heights, grid.cols, grid.rows, col, row);
      const strike = strikeAt(strata, anchor.lonDeg, anchor.latDeg);
      splat(grid, { sum, weight, strike }, col, row, radiusM, missing);
    }
    for (let i = 0; i < heights.length; i++) {
      // Where the anchors are far, their weights are small and so is the correction.
      if (weight[i]! === 0) continue;
      const change = (mobility[i]! * sum[i]!) / Math.max(1, weight[i]!);
      heights[i]! += change;
      if (alongside) alongside[i]! += change;
    }
  }
}

function strikeAt(strata: Strata, lonDeg: number, latDeg: number): readonly [number, number] {
  const at = Math.round(rowOf(strata.grid, latDeg)) * strata.grid.cols;
  const post = at + Math.round(colOf(strata.grid, lonDeg));
  return [strata.east[post]!, strata.south[post]!];
}

interface Correction {
  readonly sum: Float32Array;
  readonly weight: Float32Array;
  readonly strike: readonly [east: number, south: number];
}

function splat(
  grid: SketchGrid,
  { sum, weight, strike }: Correction,
  col: number,
  row: number,
  radiusM: number,
  missing: number,
): void {
  const reachM = 2 * radiusM;
  const reachCols = (ALONG * reachM) / grid.colStepM;
  const reachRows = (ALONG * reachM) / grid.rowStepM;
  const left = Math.max(0, Math.ceil(col - reachCols));
  const right = Math.min(grid.cols - 1, Math.floor(col + reachCols));
  const top = Math.max(0, Math.ceil(row - reachRows));
  const bottom = Math.min(grid.rows - 1, Math.floor(row + reachRows));
  for (let y = top; y <= bottom; y++) {
    const south = ((y - row) * grid.rowStepM) / reachM;
    for (let x = left; x <= right; x++) {
      const east = ((x - col) * grid.colStepM) / reachM;
      const along = (east * strike[0] + south * strike[1]) / ALONG;
      const across = (south * strike[0] - east * strike[1]) / ACROSS;
      const far = along * along + across * across;
      if (far >= 1) continue;
      const share = (1 - far) * (1 - far) * (1 - far);
      sum[y * grid.cols + x]! += share * missing;
      weight[y * grid.cols + x]! += share;
    }
  }
}
