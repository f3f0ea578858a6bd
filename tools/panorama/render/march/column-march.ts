import type { Clipmap } from '../land/clipmap';
import { REFRACTED_RADIUS_M } from '../light/air-medium';
import { clamp } from '../maths/curves';
import { type WaterBody, waterLevelAt } from '../near/water';

/** What a march needs to know of the land. */
export interface MarchGround {
  readonly clip: Clipmap;
  readonly eye: { readonly x: number; readonly y: number; readonly z: number };
  readonly water?: WaterBody | undefined;
  /** Height above the clipmap's ground of small forms near by. */
  micro(x: number, y: number): number;
  /** Height of crowns on distant ground, so that skylines are not razors. */
  crown(x: number, y: number): number;
}

/** Small forms are marched to here and faded out from the first distance on. */
export const MICRO_REACH_M = 70;
const MICRO_FADE_M = 40;
const CROWN_FROM_M = 1500;
const CROWN_TO_M = 12_000;
const START_M = 0.05;

/**
 * Walks one azimuth outward once: the ground fills rows from the nadir up as its skyline rises.
 * Curvature and mean refraction (k = 0.13) lower what is far.
 */
export class ColumnMarch {
  /** Horizontal distance of each row from the zenith down, metres; 0 = sky. */
  readonly distances: Float32Array;
  /** Tangent of each row's elevation. */
  readonly tangents: Float64Array;
  private readonly ground: MarchGround;
  private readonly stepRatio: number;
  private readonly reachM: number;

  /**
   * @param rows - over 180 degrees
   * @param stepRatio - length of a step over its distance
   */
  constructor(ground: MarchGround, rows: number, stepRatio: number) {
    this.ground = ground;
    this.stepRatio = stepRatio;
    this.distances = new Float32Array(rows);
    this.tangents = new Float64Array(rows);
    for (let r = 0; r < rows; r++) {
      this.tangents[r] = Math.tan((0.5 - (r + 0.5) / rows) * Math.PI);
    }
    this.reachM = ground.clip.reachM * 0.98;
  }

  /** Ground or water at a local point as the march sees it. */
  heightAt(x: number, y: number, distanceM: number): number {
    const { clip, eye, water } = this.ground;
    let h = clip.get('ground', x, y);
    if (water && h < water.levelM) {
      const level = waterLevelAt(water, x, y);
      if (h < level) return level;
    }
    if (distanceM < MICRO_REACH_M) {
      const share =
        distanceM < MICRO_FADE_M ? 1 : (MICRO_REACH_M - distanceM) / (MICRO_REACH_M - MICRO_FADE_M);
      h += this.ground.micro(x, y) * share;
    } else if (distanceM > CROWN_FROM_M && distanceM < CROWN_TO_M && h > eye.z - 2500) {
      h += this.ground.crown(x, y);
    }
    return h;
  }

  /** Fills `distances` for one heading. */
  run(headingRad: number): void {
    const { distances, tangents, stepRatio } = this;
    const { eye } = this.ground;
    const east = Math.sin(headingRad);
    const north = Math.cos(headingRad);
    distances.fill(0);
    let row = distances.length - 1;
    let before = 0;
    let zBefore = this.heightAt(eye.x, eye.y, 0) - eye.z;
    let best = Number.NEGATIVE_INFINITY;
    // A square clipmap reaches further along its diagonals; a circle treats all azimuths alike.
    for (let d = START_M; d < this.reachM && row >= 0; ) {
      const z =
        this.heightAt(eye.x + east * d, eye.y + north * d, d) -
        (d * d) / (2 * REFRACTED_RADIUS_M) -
        eye.z;
      const t = z / d;
      if (t > best) {
        while (row >= 0 && tangents[row]! <= t) {
          const q = tangents[row]!;
          const rise = z - zBefore - q * (d - before);
          const f = Math.abs(rise) < 1e-9 ? 1 : clamp((q * before - zBefore) / rise, 0, 1);
          distances[row] = before + (d - before) * f;
          row--;
        }
        best = t;
      }
      before = d;
      zBefore = z;
      d += Math.max(0.015, d * stepRatio);
    }
  }
}
