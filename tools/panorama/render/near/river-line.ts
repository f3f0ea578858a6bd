import { smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';

/** A mountain stream along a line, its level falling evenly. */
export interface RiverCourse {
  readonly widthM: number;
  readonly fromHeightOrthometricM: number;
  readonly fallRatio: number;
  readonly line: readonly (readonly [number, number])[];
}

/** Where a point lies to a stream. */
export interface RiverHit {
  /** Distance beside the middle of the water, metres. */
  besideM: number;
  /** Half the width of the water there. */
  halfM: number;
  /** Height of the water there, above the sea. */
  levelM: number;
  /** Unit vector downstream. */
  downX: number;
  downY: number;
}

/** How far from the water its banks still shape the land. */
export const BANK_M = 26;
const BEND_M = 60;

/** Finds points beside a stream that bends within its line. One a thread: it keeps its answer. */
export class RiverLine {
  readonly hit: RiverHit = { besideM: 1e9, halfM: 0, levelM: 0, downX: 1, downY: 0 };
  private readonly noise: Noise;
  private readonly course: RiverCourse;
  private readonly starts: readonly number[];

  constructor(noise: Noise, course: RiverCourse) {
    this.noise = noise;
    this.course = course;
    let along = 0;
    this.starts = course.line.map(([x, y], i) => {
      const before = course.line[i - 1];
      if (before) along += Math.hypot(x - before[0], y - before[1]);
      return along;
    });
  }

  /** Reads the nearest point of the stream into `hit`. */
  read(x: number, y: number): RiverHit {
    const { hit, course, starts } = this;
    const { line } = course;
    const n = this.noise.gradient2;
    const wx = x + BEND_M * (0.5 * n(x / 260, y / 260 + 3) + 0.2 * n(x / 80, y / 80));
    const wy = y + BEND_M * (0.5 * n(x / 260 + 9, y / 260) + 0.2 * n(x / 80 + 4, y / 80));
    let best = Number.POSITIVE_INFINITY;
    let along = 0;
    for (let i = 0; i + 1 < line.length; i++) {
      const [ax, ay] = line[i]!;
      const dx = line[i + 1]![0] - ax;
      const dy = line[i + 1]![1] - ay;
      const length2 = dx * dx + dy * dy;
      const t = Math.min(1, Math.max(0, ((wx - ax) * dx + (wy - ay) * dy) / length2));
      const d = Math.hypot(wx - ax - t * dx, wy - ay - t * dy);
      if (d >= best) continue;
      best = d;
      const length = Math.sqrt(length2);
      along = starts[i]! + t * length;
      hit.downX = dx / length;
      hit.downY = dy / length;
    }
    hit.besideM = best;
    hit.halfM = (course.widthM / 2) * (1 + 0.35 * n(along / 55, 4.2) + 0.15 * n(along / 17, 8.1));
    hit.levelM = course.fromHeightOrthometricM - course.fallRatio * along;
    return hit;
  }

  /** Ground with the stream's bed and banks in it. */
  carve(x: number, y: number, h: number): number {
    const { besideM, halfM, levelM } = this.read(x, y);
    const outM = besideM - halfM;
    if (outM > BANK_M * 3) return h;
    const bed = levelM - 0.5 - 0.7 * smoothStep(0, -halfM, outM);
    const bar = levelM + 0.25 + 0.9 * smoothStep(0, BANK_M * 0.5, outM);
    const low = outM < 0 ? bed : Math.min(bar, levelM + 1.1);
    return low + (h - low) * smoothStep(2, BANK_M, outM);
  }
}
