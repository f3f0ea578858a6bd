import type { LandFrame } from '../land/land-frame';
import type { LargeForm } from '../land/relief';
import { clamp, mix, smoothStep } from '../maths/curves';
import type { RecipeRoad } from '../recipe';

/** Where a point lies to a road. */
export interface RoadHit {
  /** Distance beside the centre line, + = left of its direction, metres. */
  besideM: number;
  /** Height of the road there, above the sea. */
  z: number;
  /** Distance along the road from its start. */
  alongM: number;
}

/** A point of a road with its unit vector to the left. */
export interface RoadPoint {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly leftX: number;
  readonly leftY: number;
}

const STEP_M = 3;
const BUCKET_M = 30;
/** Evens the grade over some 40 m: the road stays on its slope. */
const SMOOTHING_PASSES = 400;

/** A mountain road: a smooth line through laid vertices, graded evenly, cut into the slope. */
export class RoadLine {
  readonly road: RecipeRoad;
  readonly lengthM: number;
  /** Last answer of {@link near}. */
  readonly hit: RoadHit = { besideM: 0, z: 0, alongM: 0 };
  private readonly xs: Float64Array;
  private readonly ys: Float64Array;
  private readonly zs: Float64Array;
  private readonly buckets = new Map<number, number[]>();

  constructor(road: RecipeRoad, frame: LandFrame, ground: LargeForm) {
    this.road = road;
    const points = curveThrough(road.line.map(([lon, lat]) => frame.toLocal(lon, lat)));
    this.xs = Float64Array.from(points, (p) => p[0]);
    this.ys = Float64Array.from(points, (p) => p[1]);
    this.zs = gradeEvenly(Float64Array.from(points, (p) => ground(p[0], p[1])));
    this.lengthM = (points.length - 1) * STEP_M;
    for (let i = 0; i + 1 < points.length; i++) {
      const key = bucketKey(this.xs[i]!, this.ys[i]!);
      const bucket = this.buckets.get(key);
      if (bucket) bucket.push(i);
      else this.buckets.set(key, [i]);
    }
  }

  /**
   * Finds the nearest point of the centre line; the answer is in `hit`.
   *
   * @returns false if the road is further than about 30 m
   */
  near(x: number, y: number): boolean {
    let best = BUCKET_M * BUCKET_M;
    let isFound = false;
    for (let i = -1; i <= 1; i++) {
      for (let j = -1; j <= 1; j++) {
        const bucket = this.buckets.get(bucketKey(x + i * BUCKET_M, y + j * BUCKET_M));
        if (!bucket) continue;
        for (const k of bucket) {
          const d = this.measure(k, x, y, best);
          if (d < best) {
            best = d;
            isFound = true;
          }
        }
      }
    }
    return isFound;
  }

  /** Point at a distance from the start. */
  at(alongM: number): RoadPoint {
    const f = clamp(alongM / STEP_M, 0, this.xs.length - 2.001);
    const k = Math.floor(f);
    const t = f - k;
    const dx = this.xs[k + 1]! - this.xs[k]!;
    const dy = this.ys[k + 1]! - this.ys[k]!;
    const length = Math.hypot(dx, dy) || 1;
    return {
      x: this.xs[k]! + dx * t,
      y: this.ys[k]! + dy * t,
      z: mix(this.zs[k]!, this.zs[k + 1]!, t),
      leftX: -dy / length,
      leftY: dx / length,
    };
  }

  /**
   * Ground with the road in it: a flat bed, a cut into the hill above, a bank below.
   *
   * @param h - ground without the road
   */
  cutInto(x: number, y: number, h: number): number {
    if (!this.near(x, y)) return h;
    const side = Math.abs(this.hit.besideM);
    const half = this.road.widthM / 2;
    const dz = h - this.hit.z;
    const cut = this.road.wall === 'rock' ? 0.38 * dz + 0.5 : 0.7 * dz + 1;
    const run = Math.min(22, dz > 0 ? cut : -1.5 * dz + 3);
    return mix(
      this.hit.z - 0.02 * Math.min(side, half),
      h,
      smoothStep(half + 1.1, half + 1.4 + run, side),
    );
  }

  private measure(k: number, x: number, y: number, best: number): number {
    const ax = this.xs[k]!;
    const ay = this.ys[k]!;
    const dx = this.xs[k + 1]! - ax;
    const dy = this.ys[k + 1]! - ay;
    const t = clamp(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy), 0, 1);
    const px = x - ax - dx * t;
    const py = y - ay - dy * t;
    const d = px * px + py * py;
    if (d < best) {
      this.hit.besideM = Math.sqrt(d) * (dx * py - dy * px > 0 ? 1 : -1);
      this.hit.z = mix(this.zs[k]!, this.zs[k + 1]!, t);
      this.hit.alongM = (k + t) * STEP_M;
    }
    return d;
  }
}

function bucketKey(x: number, y: number): number {
  return Math.floor(x / BUCKET_M + 5000) * 16_384 + Math.floor(y / BUCKET_M + 5000);
}

/** Catmull-Rom through the vertices, resampled at even steps, corners eased. */
function curveThrough(vertices: readonly (readonly [number, number])[]): [number, number][] {
  const fine: [number, number][] = [];
  const at = (i: number) => vertices[clamp(i, 0, vertices.length - 1)]!;
  for (let i = 0; i + 1 < vertices.length; i++) {
    const [p, q, r, s] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let k = 0; k < 40; k++) {
      const t = k / 40;
      const axis = (a: 0 | 1) =>
        q[a] +
        0.5 *
          t *
          (r[a] -
            p[a] +
            t * (2 * p[a] - 5 * q[a] + 4 * r[a] - s[a] + t * (3 * (q[a] - r[a]) + s[a] - p[a])));
      fine.push([axis(0), axis(1)]);
    }
  }
  fine.push([...at(vertices.length - 1)]);
  const even: [number, number][] = [fine[0]!];
  let carry = 0;
  for (let i = 0; i + 1 < fine.length; i++) {
    const [ax, ay] = fine[i]!;
    const [bx, by] = fine[i + 1]!;
    const length = Math.hypot(bx - ax, by - ay);
    let d = STEP_M - carry;
    for (; d <= length; d += STEP_M) even.push([mix(ax, bx, d / length), mix(ay, by, d / length)]);
    carry = length - (d - STEP_M);
  }
  return even;
}

function gradeEvenly(heights: Float64Array): Float64Array {
  let z = heights;
  for (let pass = 0; pass < SMOOTHING_PASSES; pass++) {
    const next = z.slice();
    for (let i = 1; i + 1 < z.length; i++) next[i] = (z[i - 1]! + 2 * z[i]! + z[i + 1]!) / 4;
    z = next;
  }
  return z;
}
