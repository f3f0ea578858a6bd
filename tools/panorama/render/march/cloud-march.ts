import type { Clipmap } from '../land/clipmap';
import { CLOUD_EXTINCTION_PER_M, cloudErosion } from '../land/cloud-sea';
import { henyeyGreenstein, REFRACTED_RADIUS_M } from '../light/air-medium';
import type { Daylight } from '../light/daylight';
import { clamp, smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';

/** What the cloud march needs. */
export interface CloudMarchSource {
  readonly clip: Clipmap;
  readonly noise: Noise;
  readonly daylight: Daylight;
  readonly eye: { readonly x: number; readonly y: number; readonly z: number };
  readonly sunHeadingRad: number;
  readonly sunPitchRad: number;
}

const START_M = 300;
const OPAQUE = 0.012;

/** The cloud sea gathered front to back along one azimuth, as a soft volume below its top. */
export class CloudMarch {
  /** Share of what lies behind that gets through, by row. */
  readonly through: Float32Array;
  readonly light: Float32Array;
  /** Weighted distance and weight: their ratio is where the cloud is seen. */
  readonly distance: Float32Array;
  readonly weight: Float32Array;
  private readonly source: CloudMarchSource;
  private readonly rows: number;
  private readonly tangents: Float64Array;
  private readonly stepRatio: number;
  private readonly reachM: number;
  private readonly forward: Float64Array;
  private readonly step = { lit: 0, shade: 0, thin: 0, visible: 0, cloudShadowM: 0 };

  constructor(source: CloudMarchSource, rows: number, stepRatio: number) {
    this.source = source;
    this.rows = rows;
    this.stepRatio = stepRatio;
    this.reachM = source.clip.reachM * 0.98;
    this.through = new Float32Array(rows);
    this.light = new Float32Array(rows * 3);
    this.distance = new Float32Array(rows);
    this.weight = new Float32Array(rows);
    this.tangents = new Float64Array(rows);
    this.forward = new Float64Array(rows);
    for (let r = 0; r < rows; r++) {
      this.tangents[r] = Math.tan((0.5 - (r + 0.5) / rows) * Math.PI);
    }
  }

  /**
   * Gathers the cloud before the ground.
   *
   * @param groundM - horizontal distance of the ground by row, 0 = none
   */
  run(headingRad: number, groundM: Float32Array): void {
    const { clip, eye } = this.source;
    this.through.fill(1);
    this.light.fill(0);
    this.distance.fill(0);
    this.weight.fill(0);
    this.prepareForward(headingRad);
    const east = Math.sin(headingRad);
    const north = Math.cos(headingRad);
    let low = this.rows - 1;
    let step = 0;
    for (let d = START_M; d < this.reachM; d += step) {
      step = Math.max(7, d * this.stepRatio);
      const x = eye.x + east * d;
      const y = eye.y + north * d;
      const drop = (d * d) / (2 * REFRACTED_RADIUS_M);
      const top = clip.get('cloud', x, y);
      const limit = (top + 22 + d * 0.0006 - drop - eye.z) / d;
      while (
        low >= 0 &&
        (this.through[low]! < OPAQUE || (groundM[low]! > 0 && groundM[low]! < d))
      ) {
        low--;
      }
      if (low < 0) break;
      if (this.tangents[low]! > limit) continue;
      this.lightStep(x, y, d, top);
      for (let r = low; r >= 0 && this.tangents[r]! <= limit; r--) {
        if (this.through[r]! < OPAQUE || (groundM[r]! > 0 && groundM[r]! < d)) continue;
        this.gather(r, x, y, d, step, top, eye.z + this.tangents[r]! * d + drop);
      }
    }
  }

  private prepareForward(headingRad: number): void {
    const { sunHeadingRad, sunPitchRad } = this.source;
    const flat = Math.cos(headingRad - sunHeadingRad) * Math.cos(sunPitchRad);
    const up = Math.sin(sunPitchRad);
    for (let r = 0; r < this.rows; r++) {
      const c = 1 / Math.sqrt(1 + this.tangents[r]! ** 2);
      const cosine = c * flat + this.tangents[r]! * c * up;
      this.forward[r] = 4 * Math.PI * henyeyGreenstein(0.62, cosine);
    }
  }

  /** Light on the deck's surface at one step, the same for all rows. */
  private lightStep(x: number, y: number, d: number, top: number): void {
    const { clip, daylight } = this.source;
    const { sun } = daylight;
    const e = Math.max(14, d * 0.0035);
    const wide = 90 + d * 0.008;
    const gx = (clip.get('cloud', x + e, y) - clip.get('cloud', x - e, y)) / (2 * e);
    const gy = (clip.get('cloud', x, y + e) - clip.get('cloud', x, y - e)) / (2 * e);
    const mean =
      (clip.get('cloud', x + wide, y) +
        clip.get('cloud', x - wide, y) +
        clip.get('cloud', x, y + wide) +
        clip.get('cloud', x, y - wide)) /
      4;
    daylight.sunAt(x, y, top);
    const facing = (-gx * sun.x - gy * sun.y + sun.z) / Math.sqrt(gx * gx + gy * gy + 1);
    this.step.lit = clamp((facing + 0.17) / 1.17, 0, 1);
    this.step.shade = clamp(0.72 + (top - mean) / (30 + wide * 0.16), 0.28, 1.15);
    this.step.thin = 0.12 + 0.88 * smoothStep(-60, 150, top - clip.get('ground', x, y));
    this.step.visible = smoothStep(-60, 90, top - clip.get('groundShadow', x, y));
    this.step.cloudShadowM = clip.get('cloudShadow', x, y);
  }

  private gather(
    r: number,
    x: number,
    y: number,
    d: number,
    stepM: number,
    top: number,
    z: number,
  ): void {
    const { noise, daylight } = this.source;
    const { step } = this;
    const pixelM = (Math.PI / this.rows) * d;
    let depth = top - z;
    if (d < 22_000) {
      depth += cloudErosion(noise, x, y, z, d) * (d < 12_000 ? 1 : (22_000 - d) / 10_000);
    }
    if (depth < -pixelM) return;
    const density = clamp((depth + pixelM * 0.5) / (20 + pixelM), 0, 1);
    const share = 1 - Math.exp(-CLOUD_EXTINCTION_PER_M * density * step.thin * stepM);
    if (share < 0.002) return;
    const w = share * this.through[r]!;
    const under = step.cloudShadowM - z;
    const spread = 26 + d * 0.0008;
    const visible =
      step.visible *
      (0.18 * Math.exp(-Math.max(0, under) / 160) + 0.82 * clamp(1 - (under + 6) / spread, 0, 1));
    const skin = Math.exp(-Math.max(0, depth) / 24);
    const direct = visible * (0.32 * step.lit + 0.01 + (0.01 + 0.03 * skin) * this.forward[r]!);
    const around = step.shade * (0.8 + 0.2 * skin) * 0.27;
    for (let c = 0; c < 3; c++) {
      this.light[r * 3 + c]! += w * (daylight.direct[c]! * direct + daylight.ambient[c]! * around);
    }
    this.distance[r]! += w * d;
    this.weight[r]! += w;
    this.through[r]! -= w;
  }
}
