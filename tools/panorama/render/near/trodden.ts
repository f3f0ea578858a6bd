import { clamp, smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';

/** A level yard of beaten earth round a house. */
export interface Yard {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly radiusM: number;
}

const BUCKET_M = 48;
const PATH_TO_M = 85;
/** A yard has passed into the slope this far outside its edge. */
const RIM_M = 7;

/** Ground that feet have made: the footpath over the lookout and the yards of houses. */
export class Trodden {
  private readonly noise: Noise;
  private readonly buckets = new Map<number, Yard[]>();
  private readonly turnX: number;
  private readonly turnY: number;

  /** @param pathRad - heading of the path as it passes the viewer */
  constructor(noise: Noise, pathRad: number, yards: readonly Yard[]) {
    this.noise = noise;
    this.turnX = Math.cos(pathRad);
    this.turnY = -Math.sin(pathRad);
    for (const yard of yards) {
      for (let j = -1; j <= 1; j++) {
        for (let i = -1; i <= 1; i++) {
          const key = bucketKey(yard.x + i * BUCKET_M, yard.y + j * BUCKET_M);
          const bucket = this.buckets.get(key);
          if (bucket) bucket.push(yard);
          else this.buckets.set(key, [yard]);
        }
      }
    }
  }

  /** Distance beside the path's middle, metres; large far from the viewer. */
  besidePath(x: number, y: number): number {
    const r = Math.hypot(x, y);
    if (r > PATH_TO_M) return 99;
    const along = x * this.turnY * -1 + y * this.turnX;
    const bend = smoothStep(0, 14, r);
    return (
      x * this.turnX +
      y * this.turnY +
      bend * (2.3 * Math.sin(along / 9.5) + 1.1 * Math.sin(along / 4.1 + 2))
    );
  }

  /** How bare the path is, 0 to 1: soft, torn edges, tufts left standing in its middle. */
  path(x: number, y: number): number {
    const beside = this.besidePath(x, y);
    if (Math.abs(beside) > 3) return 0;
    const { gradient2, fractal2 } = this.noise;
    const r = Math.hypot(x, y);
    const torn =
      0.26 * gradient2(x / 1.5, y / 1.5) +
      0.2 * gradient2(x / 0.47, y / 0.47 + 5) +
      0.1 * gradient2(x / 0.16 + 3, y / 0.16);
    const halfM = 0.62 + 0.14 * gradient2(x / 6, y / 6 + 9);
    const strip = 1 - smoothStep(-0.28, 0.34, Math.abs(beside) - halfM + torn);
    const crest =
      0.55 *
      (1 - smoothStep(0.06, 0.26, Math.abs(beside + 0.05 * torn))) *
      smoothStep(0.02, 0.35, fractal2(x / 1.1, y / 1.1 + 3, 3) + 0.12) *
      smoothStep(1.2, 3, r);
    const stand = 1 - smoothStep(0.7, 1.5, r + 1.4 * torn);
    return clamp(Math.max(strip - crest, stand) * (1 - smoothStep(60, PATH_TO_M, r)), 0, 1);
  }

  /** How bare a yard is at a point, 0 to 1. */
  yard(x: number, y: number): number {
    let share = 0;
    for (const yard of this.near(x, y)) {
      const d = Math.hypot(x - yard.x, y - yard.y) + 1.6 * this.noise.gradient2(x / 2.6, y / 2.6);
      share = Math.max(share, 1 - smoothStep(yard.radiusM - 1.5, yard.radiusM + 1.2, d));
    }
    return share;
  }

  /** Ground with yards levelled into it. */
  level(x: number, y: number, h: number): number {
    let z = h;
    for (const yard of this.near(x, y)) {
      const d = Math.hypot(x - yard.x, y - yard.y);
      z = yard.z + (z - yard.z) * smoothStep(yard.radiusM, yard.radiusM + RIM_M, d);
    }
    return z;
  }

  /** Whether a point lies on or right beside a yard: nothing is farmed there. */
  isYard(x: number, y: number): boolean {
    for (const yard of this.near(x, y)) {
      if (Math.hypot(x - yard.x, y - yard.y) < yard.radiusM + RIM_M * 0.6) return true;
    }
    return false;
  }

  private near(x: number, y: number): readonly Yard[] {
    return this.buckets.get(bucketKey(x, y)) ?? NONE;
  }
}

const NONE: readonly Yard[] = [];

function bucketKey(x: number, y: number): number {
  return Math.floor(x / BUCKET_M + 4000) * 16_384 + Math.floor(y / BUCKET_M + 4000);
}
