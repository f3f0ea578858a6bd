import type { HeightField } from './height-field';

/** One resolution of a height field; plain data on shared memory. */
export interface FieldLevel {
  readonly cols: number;
  readonly rows: number;
  readonly stepLonDeg: number;
  readonly stepLatDeg: number;
  readonly values: Float32Array;
}

/** A height field in halving resolutions, the finest first. Posts of all levels start in the north-west. */
export interface FieldPyramid {
  readonly westDeg: number;
  readonly northDeg: number;
  readonly eastDeg: number;
  readonly southDeg: number;
  readonly levels: readonly FieldLevel[];
}

/** Coarsest level: below this many posts nothing is halved. */
const FEWEST_POSTS = 9;

/** Builds all resolutions of a field, each smoothed (1 2 1) before every other post is kept. */
export function fieldPyramid(field: HeightField): FieldPyramid {
  const { boxDeg, cols, rows } = field;
  let level: FieldLevel = {
    cols,
    rows,
    stepLonDeg: (boxDeg.eastDeg - boxDeg.westDeg) / (cols - 1),
    stepLatDeg: (boxDeg.northDeg - boxDeg.southDeg) / (rows - 1),
    values: onSharedMemory(field.heightsOrthometricM),
  };
  const levels = [level];
  while (Math.min(level.cols, level.rows) > FEWEST_POSTS) {
    level = halved(level);
    levels.push(level);
  }
  return { ...boxDeg, levels };
}

function halved(level: FieldLevel): FieldLevel {
  const cols = Math.floor((level.cols + 1) / 2);
  const rows = Math.floor((level.rows + 1) / 2);
  const from = level.values;
  const values = new Float32Array(new SharedArrayBuffer(cols * rows * 4));
  for (let row = 0; row < rows; row++) {
    const middle = 2 * row * level.cols;
    const above = middle - (row > 0 ? level.cols : 0);
    const below = middle + (2 * row + 1 < level.rows ? level.cols : 0);
    for (let col = 0; col < cols; col++) {
      const x = 2 * col;
      const left = x > 0 ? x - 1 : x;
      const right = x + 1 < level.cols ? x + 1 : x;
      // Written out: a function in here would be made anew for every post.
      const corners =
        from[above + left]! + from[above + right]! + from[below + left]! + from[below + right]!;
      const sides =
        from[above + x]! + from[below + x]! + from[middle + left]! + from[middle + right]!;
      values[row * cols + col] = (corners + 2 * sides + 4 * from[middle + x]!) / 16;
    }
  }
  return {
    cols,
    rows,
    stepLonDeg: level.stepLonDeg * 2,
    stepLatDeg: level.stepLatDeg * 2,
    values,
  };
}

function onSharedMemory(values: Float32Array): Float32Array {
  if (values.buffer instanceof SharedArrayBuffer) return values;
  const shared = new Float32Array(new SharedArrayBuffer(values.byteLength));
  shared.set(values);
  return shared;
}
