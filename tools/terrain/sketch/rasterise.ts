import type { FactPlace, FactVertex, PointFact, RegionFact, SketchFacts } from './facts';
import type { Constraints } from './relax';
import type { RiverCourse } from './river-course';
import { colOf, rowOf, type SketchGrid } from './sketch-grid';

/** Heights of lines and points on a grid: rivers count before valleys, valleys before crests. */
export function factConstraints(
  grid: SketchGrid,
  facts: SketchFacts,
  courses: readonly RiverCourse[],
): Constraints {
  const known = emptyConstraints(grid);
  const lines = [...facts.ridges, ...facts.valleys].map((line) => line.points);
  for (const points of lines) drawLine(grid, known, points);
  for (const point of facts.points) drawPoint(grid, known, point);
  for (const course of courses) drawLine(grid, known, course.points);
  return known;
}

/** The rivers alone: the base level that everything drains to. */
export function riverConstraints(grid: SketchGrid, courses: readonly RiverCourse[]): Constraints {
  const known = emptyConstraints(grid);
  for (const course of courses) drawLine(grid, known, course.points);
  return known;
}

/** 1 inside any region of a kind, 0 outside, on a grid; even-odd rule. */
export function regionMask(
  grid: SketchGrid,
  regions: readonly RegionFact[],
  kind: RegionFact['kind'],
): Float32Array {
  const mask = new Float32Array(grid.cols * grid.rows);
  for (const region of regions) {
    if (region.kind === kind) fillOutline(grid, mask, region.outline, 1);
  }
  return mask;
}

/** Writes a value at every post inside an outline. */
export function fillOutline(
  grid: SketchGrid,
  values: Float32Array,
  outline: readonly FactPlace[],
  value: number,
): void {
  const xs = outline.map(([lonDeg]) => colOf(grid, lonDeg));
  const ys = outline.map(([, latDeg]) => rowOf(grid, latDeg));
  const top = Math.max(0, Math.ceil(Math.min(...ys)));
  const bottom = Math.min(grid.rows - 1, Math.floor(Math.max(...ys)));
  for (let row = top; row <= bottom; row++) {
    const crossings: number[] = [];
    for (let i = 0; i < outline.length; i++) {
      const j = (i + 1) % outline.length;
      const [y0, y1] = [ys[i]!, ys[j]!];
      if (y0 <= row === y1 <= row) continue;
      crossings.push(xs[i]! + ((row - y0) / (y1 - y0)) * (xs[j]! - xs[i]!));
    }
    crossings.sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const from = Math.max(0, Math.ceil(crossings[i]!));
      const to = Math.min(grid.cols - 1, Math.floor(crossings[i + 1]!));
      for (let col = from; col <= to; col++) values[row * grid.cols + col] = value;
    }
  }
}

function emptyConstraints(grid: SketchGrid): Constraints {
  const count = grid.cols * grid.rows;
  return { heightsM: new Float32Array(count), isKnown: new Uint8Array(count) };
}

function drawPoint(grid: SketchGrid, known: Constraints, point: PointFact): void {
  const col = Math.round(colOf(grid, point.lonDeg));
  const row = Math.round(rowOf(grid, point.latDeg));
  if (col < 0 || row < 0 || col >= grid.cols || row >= grid.rows) return;
  known.isKnown[row * grid.cols + col] = 1;
  known.heightsM[row * grid.cols + col] = point.heightM;
}

/** A line of posts without gaps over edges, so that no water slips through diagonally. */
function drawLine(grid: SketchGrid, known: Constraints, points: readonly FactVertex[]): void {
  for (let i = 0; i + 1 < points.length; i++) {
    const [a, b] = [points[i]!, points[i + 1]!];
    const [x0, y0] = [colOf(grid, a[0]), rowOf(grid, a[1])];
    const [x1, y1] = [colOf(grid, b[0]), rowOf(grid, b[1])];
    const steps = Math.max(1, Math.ceil(2 * Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))));
    for (let k = 0; k <= steps; k++) {
      const t = k / steps;
      const col = Math.round(x0 + t * (x1 - x0));
      const row = Math.round(y0 + t * (y1 - y0));
      if (col < 0 || row < 0 || col >= grid.cols || row >= grid.rows) continue;
      const at = row * grid.cols + col;
      known.isKnown[at] = 1;
      known.heightsM[at] = a[2] + t * (b[2] - a[2]);
    }
  }
}
