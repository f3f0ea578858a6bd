import { REFRACTED_RADIUS_M } from '../light/air-medium';
import type { Daylight } from '../light/daylight';
import type { HazeView } from '../light/haze-view';
import type { SkyView } from '../light/sky-view';
import { clamp, mix } from '../maths/curves';
import type { Noise } from '../maths/noise';
import { hashCell } from '../maths/random';
import type { WaterBody } from '../near/water';
import { type RippleSlope, readRipples } from './ripples';
import type { SurfacePoint } from './surface';
import type { Sight } from './surface-light';

/** What water is lit from, and what it mirrors. */
export interface WaterSource {
  readonly noise: Noise;
  readonly daylight: Daylight;
  readonly sky: SkyView;
  readonly haze: HazeView;
  groundAt(x: number, y: number): number;
  /** Crowns on ground, so that a mirrored shore is not bare. */
  crownAt(x: number, y: number): number;
  /**
   * Light of an object that a ray from the water meets before `far`.
   *
   * @returns distance of it, 0 = none
   */
  objectAlong(from: SurfacePoint, ray: Sight, far: number, out: Float64Array): number;
  /** Light of ground that a ray from the water meets. */
  groundLight(at: SurfacePoint, ray: Sight, out: Float64Array): void;
}

const FAR_OBJECTS_M = 700;
const MIRROR_TO_M = 14_000;
const WATER_F0 = 0.02;
const BRIGHTEST_GLINT = 24;
/** Two rays a sample: the waves that it cannot show are spread over them. */
const RAYS = 2;

/** Lights water: what it mirrors, what comes back out of it, the sun's glitter. One a thread. */
export class WaterLight {
  private readonly source: WaterSource;
  private readonly ripples: RippleSlope = { x: 0, y: 0, hidden: 0 };
  private readonly mirrored = new Float64Array(3);
  private readonly hit: SurfacePoint = { x: 0, y: 0, z: 0, distanceM: 0, footprintM: 0 };
  private readonly ray: Sight = {
    vx: 0,
    vy: 0,
    vz: 0,
    headingRad: 0,
    pitchRad: 0,
    column: 0,
    row: 0,
  };

  constructor(source: WaterSource) {
    this.source = source;
  }

  /**
   * Radiance of water toward the eye, before haze.
   *
   * @param point - on the surface
   * @param bedM - height of the ground below it
   * @param bed - light of the bed as if it lay dry
   */
  light(
    water: WaterBody,
    point: SurfacePoint,
    bedM: number,
    bed: Float64Array,
    sight: Sight,
    out: Float64Array,
  ): void {
    const { noise, daylight } = this.source;
    const { ripples } = this;
    readRipples(noise, water.windRatio, point.x, point.y, point.footprintM, ripples);
    const sun = daylight.sunAt(point.x, point.y, point.z);
    const visible = daylight.visibility(point.x, point.y, point.z + 0.2, 0.6);
    const up = daylight.ambientAt(0, 0, 1);
    const depth = Math.max(0, point.z - bedM);
    const through = Math.exp(-depth / (water.clearM * Math.max(0.15, -sight.vz)));
    const spread = Math.sqrt(ripples.hidden);
    const body: [number, number, number] = [0, 0, 0];
    for (let c = 0; c < 3; c++) {
      const light = sun[c]! * daylight.sun.z * visible + up[c]! * 0.9;
      body[c] = mix((water.colour[c]! / Math.PI) * light, bed[c]! * 0.6, through);
    }
    out.fill(0);
    for (let k = 0; k < RAYS; k++) {
      const jx = (hashCell(sight.column, sight.row, 61 + k) - 0.5) * 3.4 * spread;
      const jy = (hashCell(sight.column, sight.row, 71 + k) - 0.5) * 3.4 * spread;
      const fresnel = this.reflect(point, sight, ripples.x + jx, ripples.y + jy);
      for (let c = 0; c < 3; c++) {
        out[c]! += mix(body[c]!, this.mirrored[c]!, fresnel) / RAYS;
      }
    }
    if (visible > 0.01) this.addGlitter(sight, spread, sun, visible, out);
  }

  /** Mirrors a sight line; the light is in `mirrored`. @returns share that is mirrored */
  private reflect(point: SurfacePoint, sight: Sight, sx: number, sy: number): number {
    const { sky } = this.source;
    const { ray, mirrored } = this;
    const scale = 1 / Math.hypot(sx, sy, 1);
    const along = Math.min(-0.001, (-sight.vx * sx - sight.vy * sy + sight.vz) * scale);
    const rx = sight.vx + 2 * along * sx * scale;
    const ry = sight.vy + 2 * along * sy * scale;
    const rz = Math.max(0.004, sight.vz - 2 * along * scale);
    const length = Math.hypot(rx, ry, rz);
    ray.vx = rx / length;
    ray.vy = ry / length;
    ray.vz = rz / length;
    ray.headingRad = Math.atan2(ray.vx, ray.vy);
    ray.pitchRad = Math.asin(ray.vz);
    ray.column = sight.column;
    ray.row = sight.row;
    if (!this.meetLand(point)) {
      sky.look(Math.max(0.006, ray.pitchRad), ray.headingRad, mirrored);
      for (let c = 0; c < 3; c++) mirrored[c] = Math.min(mirrored[c]!, 6);
    }
    return WATER_F0 + (1 - WATER_F0) * (1 + along) ** 5;
  }

  /** Re-marches a short ray over the land; its light, if it meets any, is in `mirrored`. */
  private meetLand(from: SurfacePoint): boolean {
    const { source, ray, hit, mirrored } = this;
    const flat = Math.cos(ray.pitchRad);
    const slope = ray.vz / flat;
    const groundM = this.marchLand(from, slope);
    const far = groundM > 0 ? groundM / flat : FAR_OBJECTS_M;
    if (from.distanceM < FAR_OBJECTS_M) {
      const objectM = source.objectAlong(from, ray, Math.min(far, FAR_OBJECTS_M), mirrored);
      if (objectM > 0) return true;
    }
    if (groundM === 0) return false;
    hit.x = from.x + Math.sin(ray.headingRad) * groundM;
    hit.y = from.y + Math.cos(ray.headingRad) * groundM;
    hit.z = from.z + slope * groundM;
    hit.distanceM = from.distanceM + groundM / flat;
    hit.footprintM = Math.max(0.02, (from.footprintM * hit.distanceM) / from.distanceM);
    source.groundLight(hit, ray, mirrored);
    source.haze.look(
      Math.min(0, ray.pitchRad),
      ray.headingRad,
      groundM / flat,
      hit.x,
      hit.y,
      hit.z,
    );
    source.haze.apply(mirrored);
    return true;
  }

  private marchLand(from: SurfacePoint, slope: number): number {
    const { source, ray } = this;
    const east = Math.sin(ray.headingRad);
    const north = Math.cos(ray.headingRad);
    let before = 0;
    let step = Math.max(0.5, from.footprintM);
    for (let d = step; d < MIRROR_TO_M; d += step) {
      const x = from.x + east * d;
      const y = from.y + north * d;
      const over = from.z + slope * d + (d * d) / (2 * REFRACTED_RADIUS_M);
      if (over > from.z + 1900) return 0;
      const ground = source.groundAt(x, y);
      const crown = ground > from.z + 3 && d > 30 ? source.crownAt(x, y) : 0;
      if (ground > from.z && ground + crown > over) return before + (d - before) * 0.6;
      before = d;
      step = Math.max(step, d * 0.03);
    }
    return 0;
  }

  /** The sun in all the small waves of a sample, by the distribution of their slopes. */
  private addGlitter(
    sight: Sight,
    spread: number,
    sun: Float64Array,
    visible: number,
    out: Float64Array,
  ): void {
    const { sun: toSun } = this.source.daylight;
    const hx = toSun.x - sight.vx;
    const hy = toSun.y - sight.vy;
    const hz = toSun.z - sight.vz;
    const sx = -hx / hz - this.ripples.x;
    const sy = -hy / hz - this.ripples.y;
    const variance = spread * spread * 1.6 + 0.0006;
    const length = Math.hypot(hx, hy, hz);
    const cosine = clamp((-sight.vx * hx - sight.vy * hy - sight.vz * hz) / length, 0, 1);
    const fresnel = WATER_F0 + (1 - WATER_F0) * (1 - cosine) ** 5;
    const share =
      (fresnel * Math.exp(-(sx * sx + sy * sy) / variance)) /
      (4 * Math.PI * variance * Math.max(0.04, -sight.vz) * (hz / length) ** 4);
    for (let c = 0; c < 3; c++) out[c]! += Math.min(BRIGHTEST_GLINT, sun[c]! * share * visible);
  }
}
