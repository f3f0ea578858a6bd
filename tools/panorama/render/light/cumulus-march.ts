import { clamp, smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import { henyeyGreenstein, REFRACTED_RADIUS_M } from './air-medium';
import {
  CUMULUS_HIGHEST_M,
  type CumulusField,
  cumulusHighest,
  cumulusReach,
  cumulusTop,
} from './cumulus-field';

/** What one sight line through the clouds gathers. */
export interface CloudSight {
  /** Share of what lies behind that gets through. */
  through: number;
  /** Weights of direct sun, sky light from above and light from below in what is gathered. */
  sun: number;
  above: number;
  below: number;
  /** Mean distance of the cloud, metres. */
  distanceM: number;
}

const EXTINCTION_PER_M = 0.024;
const REACH_M = 95_000;
const OPAQUE = 0.015;
/** Lengths of the steps toward the sun. */
const SUN_STEPS_M = [24, 40, 64, 100, 160, 260, 420] as const;
/** Orders of scattering: each is weaker, goes deeper and is more even than the one before. */
const ORDERS = 3;

/** Walks sight lines through the slab of fair-weather clouds. One a thread. */
export class CumulusMarch {
  readonly sight: CloudSight = { through: 1, sun: 0, above: 0, below: 0, distanceM: 0 };
  private readonly field: CumulusField;
  private readonly noise: Noise;
  private readonly sun: { readonly x: number; readonly y: number; readonly z: number };
  private torn = 0;
  private readonly phases = new Float64Array(ORDERS);

  constructor(field: CumulusField, noise: Noise, sun: CumulusMarch['sun']) {
    this.field = field;
    this.noise = noise;
    this.sun = sun;
  }

  /**
   * Gathers along one direction; the answer is in `sight`.
   *
   * @param eyeM - height of the eye above the sea, below the base
   * @param sunCosine - of the angle between the direction and the sun
   * @param footprintRad - angle that one sample covers
   */
  walk(
    eyeM: number,
    pitchRad: number,
    headingRad: number,
    sunCosine: number,
    footprintRad: number,
  ): CloudSight {
    const { sight, field } = this;
    sight.through = 1;
    sight.sun = 0;
    sight.above = 0;
    sight.below = 0;
    sight.distanceM = 0;
    let asymmetry = 0.72;
    for (let k = 0; k < ORDERS; k++, asymmetry *= 0.45) {
      this.phases[k] = 4 * Math.PI * henyeyGreenstein(asymmetry, sunCosine);
    }
    const overEyeM = field.baseM - eyeM;
    const near = layerDistance(pitchRad, overEyeM);
    const far = Math.min(REACH_M, layerDistance(pitchRad, overEyeM + CUMULUS_HIGHEST_M));
    if (near >= REACH_M) return sight;
    const flat = Math.cos(pitchRad);
    const ex = Math.sin(headingRad) * flat;
    const ey = Math.cos(headingRad) * flat;
    const up = Math.sin(pitchRad);
    let weight = 0;
    let step = 0;
    for (let t = near + 5; t < far && sight.through > OPAQUE; t += step) {
      const x = ex * t;
      const y = ey * t;
      const z = eyeM + up * t + (flat * flat * t * t) / (2 * REFRACTED_RADIUS_M) - field.baseM;
      const fine = Math.max(26, t * 0.0045);
      if (cumulusHighest(field, x, y) + 120 < z) {
        step = Math.max(150, t * 0.012);
        continue;
      }
      const density = this.density(x, y, z, t * footprintRad);
      step = density > 0 ? fine : fine * 1.8;
      if (density <= 0) continue;
      const share = sight.through * (1 - Math.exp(-EXTINCTION_PER_M * density * fine));
      this.addLight(x, y, z, share);
      weight += share;
      sight.distanceM += share * t;
      sight.through -= share;
    }
    if (weight > 0) sight.distanceM /= weight;
    if (sight.through <= OPAQUE) sight.through = 0;
    return sight;
  }

  /** Density, 0 to 1: the field's height with billows and wisps eaten into it. */
  private density(x: number, y: number, z: number, footprintM: number): number {
    const { noise, field } = this;
    const reach = cumulusReach(field, x, y);
    if (reach <= 0 || reach + 200 < z) return 0;
    const a = 150 * noise.gradient3(x / 360, y / 360, z / 300);
    const b = 92 * noise.gradient3(x / 151 + 5, y / 151, z / 130);
    const c = footprintM < 40 ? 56 * noise.gradient3(x / 64, y / 64 + 7, z / 57) : 0;
    const d = footprintM < 20 ? 32 * noise.gradient3(x / 28, y / 28, z / 26 + 3) : 0;
    const e = footprintM < 9 ? 17 * noise.gradient3(x / 12, y / 12 + 2, z / 11) : 0;
    const torn = a + b + c + d + e;
    this.torn = torn;
    // Sides are steep: moved sideways they tear, moved up and down they would stay smooth.
    const top = cumulusTop(field, x + 0.8 * torn, y + 0.8 * (a - b + c - d + e));
    if (top <= 0) return 0;
    const depth = top - z + (0.75 * torn - 40) * Math.min(1, 0.3 + top / 300);
    const foot = z + 30 + 0.24 * torn;
    return clamp(Math.min(depth / (70 + 0.12 * top), foot / 60), 0, 1);
  }

  private addLight(x: number, y: number, z: number, share: number): void {
    const { sight, field, sun } = this;
    let depth = 0;
    let at = 0;
    for (const length of SUN_STEPS_M) {
      const mid = at + length / 2;
      at += length;
      const zs = z + sun.z * mid;
      const top = cumulusTop(field, x + sun.x * mid, y + sun.y * mid);
      const soft = 70 + 0.55 * length;
      // Heads and hollows of the surface shade it too; they matter less the further light goes.
      const inside = clamp((top - zs + this.torn * (1 - mid / 500)) / soft + 0.25, 0, 1);
      depth += EXTINCTION_PER_M * length * inside * smoothStep(-60, 40, zs) * (top > 0 ? 1 : 0);
    }
    let light = 0;
    let strength = 1;
    let deep = 1;
    for (let k = 0; k < ORDERS; k++) {
      light += strength * this.phases[k]! * Math.exp(-depth * deep);
      strength *= 0.62;
      deep *= 0.3;
    }
    const top = cumulusTop(field, x, y);
    const high = clamp(z / Math.max(200, top), 0, 1);
    sight.sun += share * light;
    sight.above += share * (0.3 + 0.7 * high);
    sight.below += share * (1 - 0.75 * high);
  }
}

/** Distance along a direction to a layer over the eye; the Earth is round. */
export function layerDistance(pitchRad: number, overEyeM: number): number {
  const s = Math.sin(pitchRad) * REFRACTED_RADIUS_M;
  return Math.sqrt(s * s + 2 * REFRACTED_RADIUS_M * overEyeM) - s;
}
