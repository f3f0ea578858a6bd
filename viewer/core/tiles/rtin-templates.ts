/** A triangle of the network, relative to the middle of its long side, and the posts it covers. */
export interface RtinTemplate {
  /** Ends of the long side and the right angle, in posts from the middle. */
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** Posts covered, corners left out. */
  readonly offsets: Int32Array;
  /** Shares of the corners a and b at these posts; the rest is c's. */
  readonly shareA: Float64Array;
  readonly shareB: Float64Array;
  /** Mean squared distance of the corners from these posts, by their shares, in posts squared. */
  readonly squareCols: Float64Array;
  readonly squareRows: Float64Array;
}

/** Both triangles of a long side. */
type Pair = readonly [RtinTemplate, RtinTemplate];

/** Triangles whose long side is a step across, along, or the diagonal of a cell of that step. */
export interface RtinTemplates {
  /** Long side in a row; above it and below it. */
  readonly across: Pair;
  /** Long side in a column; west and east of it. */
  readonly along: Pair;
  /** Long side from the north-west to the south-east. */
  readonly falling: Pair;
  /** Long side from the north-east to the south-west. */
  readonly rising: Pair;
}

const KNOWN = new Map<string, RtinTemplates>();

/** The triangles of a step in a grid of so many posts a side; made once. */
export function rtinTemplates(sidePosts: number, step: number): RtinTemplates {
  const key = `${sidePosts}/${step}`;
  const known = KNOWN.get(key);
  if (known !== undefined) return known;
  const h = step / 2;
  const of = (a: Place, b: Place, c: Place) => template(sidePosts, a, b, c);
  const made: RtinTemplates = {
    across: [of([0, -h], [0, h], [-h, 0]), of([0, -h], [0, h], [h, 0])],
    along: [of([-h, 0], [h, 0], [0, -h]), of([-h, 0], [h, 0], [0, h])],
    falling: [of([-h, -h], [h, h], [h, -h]), of([-h, -h], [h, h], [-h, h])],
    rising: [of([-h, h], [h, -h], [-h, -h]), of([-h, h], [h, -h], [h, h])],
  };
  KNOWN.set(key, made);
  return made;
}

/** Row and column, in posts from the middle. */
type Place = readonly [number, number];

function template(sidePosts: number, a: Place, b: Place, c: Place): RtinTemplate {
  const corners = [a, b, c];
  const rows = corners.map(([row]) => row);
  const cols = corners.map(([, col]) => col);
  const area = (p: Place, q: Place, r: Place) =>
    (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  const whole = area(a, b, c);
  const covered: { offset: number; a: number; b: number; cols: number; rows: number }[] = [];
  for (let row = Math.min(...rows); row <= Math.max(...rows); row++) {
    for (let col = Math.min(...cols); col <= Math.max(...cols); col++) {
      const at: Place = [row, col];
      const shares = [area(at, b, c) / whole, area(a, at, c) / whole, area(a, b, at) / whole];
      if (shares.some((share) => share < 0 || share === 1)) continue;
      const square = (axis: 0 | 1) =>
        corners.reduce((sum, corner, i) => sum + shares[i]! * (corner[axis] - at[axis]) ** 2, 0);
      covered.push({
        offset: row * sidePosts + col,
        a: shares[0]!,
        b: shares[1]!,
        cols: square(1),
        rows: square(0),
      });
    }
  }
  return {
    a: a[0] * sidePosts + a[1],
    b: b[0] * sidePosts + b[1],
    c: c[0] * sidePosts + c[1],
    offsets: Int32Array.from(covered, (post) => post.offset),
    shareA: Float64Array.from(covered, (post) => post.a),
    shareB: Float64Array.from(covered, (post) => post.b),
    squareCols: Float64Array.from(covered, (post) => post.cols),
    squareRows: Float64Array.from(covered, (post) => post.rows),
  };
}
