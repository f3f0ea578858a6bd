import { clamp } from '../maths/curves';

/** Mean radius of the Earth, metres (IUGG mean radius R1, rounded as the tables need). */
export const EARTH_RADIUS_M = 6_371_000;
/** Radius of the sphere on which a sight line with average refraction (k = 0.13) is straight. */
export const REFRACTED_RADIUS_M = EARTH_RADIUS_M / (1 - 0.13);
/** Extraterrestrial sunlight on a facing surface, in the renderer's units (red, green, blue). */
export const SUN_IRRADIANCE: readonly [number, number, number] = [21, 20.2, 19.2];

const TOP_M = 90_000;
/** Scattering at sea level per metre for 680, 550 and 440 nm (Bruneton and Neyret 2008). */
const RAYLEIGH_PER_M = [5.8e-6, 13.56e-6, 33.1e-6] as const;
/** Ozone absorption at its peak height, per metre (Hillaire 2020). */
const OZONE_PER_M = [0.65e-6, 1.88e-6, 0.085e-6] as const;
const MIE_SCATTERING_PER_M = 4.0e-6;
const MIE_EXTINCTION_PER_M = 4.4e-6;
const HEIGHTS = 48;
const COSINES = 256;
const MULTI_HEIGHTS = 12;
const MULTI_COSINES = 24;

/** The air of one day. */
export interface AirParams {
  /** Aerosol, 1 = clear mountain air. */
  readonly hazeRatio: number;
  /** Height over which aerosol thins to a third. */
  readonly hazeScaleM: number;
  /** Forward throw of aerosol, Henyey-Greenstein g. */
  readonly hazeForward: number;
  /** Reflectance of the land and cloud below, for light scattered up again. */
  readonly groundAlbedo: number;
}

/** What the air does at one height: extinction (3), Rayleigh density, Mie scattering. */
export type AirSample = Float64Array;

/** Transmittance of the air toward the sun and light scattered more than once, as tables. */
export class AirMedium {
  readonly params: AirParams;
  private readonly toSun: Float32Array;
  private multi: Float32Array | undefined;

  /**
   * @param tables - those of a medium with the same params made on another thread
   */
  constructor(params: AirParams, tables?: { toSun: Float32Array; multi: Float32Array }) {
    this.params = params;
    if (tables) {
      this.toSun = tables.toSun;
      this.multi = tables.multi;
      return;
    }
    this.toSun = sharedFloats(HEIGHTS * COSINES * 3);
    this.fillToSun();
    this.multi = this.computeMulti();
  }

  /** The tables, for another thread. */
  get tables(): { toSun: Float32Array; multi: Float32Array } {
    return { toSun: this.toSun, multi: this.multi! };
  }

  sample(heightM: number, out: AirSample): AirSample {
    const rayleigh = Math.exp(-heightM / 8000);
    const mie =
      this.params.hazeRatio *
      (Math.exp(-heightM / this.params.hazeScaleM) + 0.02 * Math.exp(-heightM / 6000));
    const ozone = Math.max(0, 1 - Math.abs(heightM - 25_000) / 15_000);
    for (let c = 0; c < 3; c++) {
      out[c] =
        RAYLEIGH_PER_M[c]! * rayleigh +
        MIE_EXTINCTION_PER_M * mie * tint(c) +
        OZONE_PER_M[c]! * ozone;
    }
    out[3] = rayleigh;
    out[4] = MIE_SCATTERING_PER_M * mie;
    return out;
  }

  /** Share of sunlight that reaches a height when the sun's elevation has the sine `sine`. */
  sunShare(heightM: number, sine: number, out: Float64Array): Float64Array {
    const fi = Math.sqrt(clamp(heightM, 0, TOP_M) / TOP_M) * (HEIGHTS - 1);
    const fj = Math.sqrt(clamp((sine + 0.15) / 1.15, 0, 1)) * (COSINES - 1);
    lookUp(this.toSun, fi, fj, HEIGHTS, COSINES, out);
    return out;
  }

  /** Light scattered more than once, per unit of sunlight, same from all sides. */
  multiShare(heightM: number, sine: number, out: Float64Array): Float64Array {
    if (!this.multi) return out.fill(0);
    const fi = Math.sqrt(clamp(heightM / 30_000, 0, 1)) * (MULTI_HEIGHTS - 1);
    const fj = clamp((sine + 0.25) / 1.25, 0, 1) ** 0.6 * (MULTI_COSINES - 1);
    lookUp(this.multi, fi, fj, MULTI_HEIGHTS, MULTI_COSINES, out);
    return out;
  }

  /** Light that one metre at this height throws toward the eye. */
  scatter(
    air: AirSample,
    c: number,
    phase: Phases,
    sun: Float64Array,
    multi: Float64Array,
  ): number {
    const rayleigh = RAYLEIGH_PER_M[c]! * air[3]!;
    const mie = air[4]! * tint(c);
    return (
      SUN_IRRADIANCE[c]! *
      ((rayleigh * phase.rayleigh + mie * phase.mie) * sun[c]! + (rayleigh + mie) * multi[c]!)
    );
  }

  phases(cosine: number): Phases {
    const g = this.params.hazeForward;
    return {
      rayleigh: 0.0596831 * (1 + cosine * cosine),
      mie: 0.85 * henyeyGreenstein(g, cosine) + 0.15 * henyeyGreenstein(0.35, cosine),
    };
  }

  private fillToSun(): void {
    for (let i = 0; i < HEIGHTS; i++) {
      const heightM = TOP_M * (i / (HEIGHTS - 1)) ** 2;
      for (let j = 0; j < COSINES; j++) {
        const sine = -0.15 + 1.15 * (j / (COSINES - 1)) ** 2;
        const depth = this.depthToSpace(heightM, sine);
        for (let c = 0; c < 3; c++) this.toSun[(i * COSINES + j) * 3 + c] = Math.exp(-depth[c]!);
      }
    }
  }

  private depthToSpace(heightM: number, sine: number): readonly number[] {
    const r = EARTH_RADIUS_M + heightM;
    const b = r * sine;
    if (b < 0 && b * b - r * r + (EARTH_RADIUS_M - 300) ** 2 > 0) return [99, 99, 99];
    const lengthM = -b + Math.sqrt(b * b - r * r + (EARTH_RADIUS_M + TOP_M) ** 2);
    const air = new Float64Array(5);
    const depth = [0, 0, 0];
    const steps = 60;
    let before = 0;
    for (let i = 1; i <= steps; i++) {
      const at = lengthM * (i / steps) ** 2;
      const s = (before + at) / 2;
      this.sample(Math.sqrt(r * r + s * s + 2 * s * b) - EARTH_RADIUS_M, air);
      for (let c = 0; c < 3; c++) depth[c]! += air[c]! * (at - before);
      before = at;
    }
    return depth;
  }

  /** Light scattered twice, taken as the same from all sides; a geometric series for the rest. */
  private computeMulti(): Float32Array {
    const table = sharedFloats(MULTI_HEIGHTS * MULTI_COSINES * 3);
    const result = createRay();
    const ground = new Float64Array(3);
    const directions = 40;
    for (let i = 0; i < MULTI_HEIGHTS; i++) {
      const heightM = 30_000 * (i / (MULTI_HEIGHTS - 1)) ** 2 + 10;
      for (let j = 0; j < MULTI_COSINES; j++) {
        const sine = clamp((j / (MULTI_COSINES - 1)) ** (1 / 0.6) * 1.25 - 0.25, -1, 1);
        const twice = [0, 0, 0];
        const share = [0, 0, 0];
        this.sunShare(0, sine, ground);
        for (let k = 0; k < directions; k++) {
          const up = 1 - (2 * k + 1) / directions;
          marchAir(this, heightM, Math.asin(up), k * 2.39996, Math.asin(sine), 14, result);
          for (let c = 0; c < 3; c++) {
            const light = result.light[c]! / SUN_IRRADIANCE[c]!;
            const bounced = result.isGround
              ? (result.through[c]! * this.params.groundAlbedo * Math.max(0, sine) * ground[c]!) /
                Math.PI
              : 0;
            twice[c]! += (light + bounced) / directions;
            share[c]! += ((1 - result.through[c]!) * 0.9) / directions;
          }
        }
        for (let c = 0; c < 3; c++) {
          table[(i * MULTI_COSINES + j) * 3 + c] = twice[c]! / (1 - Math.min(0.8, share[c]!));
        }
      }
    }
    return table;
  }
}

/** Strength of scattering toward the eye, per steradian. */
export interface Phases {
  readonly rayleigh: number;
  readonly mie: number;
}

/** A ray through the air: light gathered, share that gets through, whether it met the ground. */
export interface AirRay {
  readonly light: Float64Array;
  readonly through: Float64Array;
  isGround: boolean;
}

export function createRay(): AirRay {
  return { light: new Float64Array(3), through: new Float64Array(3), isGround: false };
}

/** Henyey-Greenstein phase function, per steradian. */
export function henyeyGreenstein(g: number, cosine: number): number {
  return (1 - g * g) / (4 * Math.PI * (1 + g * g - 2 * g * cosine) ** 1.5);
}

/**
 * Walks a ray to space or to the ground.
 *
 * @param pitchRad - elevation of the ray
 * @param fromSunRad - azimuth from the sun's
 */
export function marchAir(
  air: AirMedium,
  heightM: number,
  pitchRad: number,
  fromSunRad: number,
  sunPitchRad: number,
  steps: number,
  out: AirRay,
): AirRay {
  const r = EARTH_RADIUS_M + heightM;
  const up = Math.sin(pitchRad);
  const b = r * up;
  const toGround = b * b - r * r + EARTH_RADIUS_M ** 2;
  out.isGround = b < 0 && toGround > 0;
  const endM = out.isGround
    ? -b - Math.sqrt(toGround)
    : -b + Math.sqrt(b * b - r * r + (EARTH_RADIUS_M + TOP_M) ** 2);
  out.light.fill(0);
  out.through.fill(1);
  const walk = createWalk(air, r, pitchRad, fromSunRad, sunPitchRad);
  let before = 0;
  for (let i = 1; i <= steps; i++) {
    const at = endM * (i / steps) ** 2;
    walk((before + at) / 2, at - before, out);
    before = at;
  }
  return out;
}

/**
 * One step along a ray: adds the light of a piece of air and dims what lies behind.
 *
 * @param r - distance of the eye from the Earth's centre, metres
 */
export function createWalk(
  air: AirMedium,
  r: number,
  pitchRad: number,
  fromSunRad: number,
  sunPitchRad: number,
  floorM = 0,
): (midM: number, lengthM: number, ray: AirRay) => void {
  const up = Math.sin(pitchRad);
  const b = r * up;
  const sunFlat = Math.cos(sunPitchRad);
  const sunUp = Math.sin(sunPitchRad);
  const toward = Math.cos(pitchRad) * Math.cos(fromSunRad);
  const phase = air.phases(toward * sunFlat + up * sunUp);
  const sample = new Float64Array(5);
  const sun = new Float64Array(3);
  const multi = new Float64Array(3);
  return (midM, lengthM, ray) => {
    const radius = Math.sqrt(r * r + midM * midM + 2 * midM * b);
    const heightM = Math.max(floorM, radius - EARTH_RADIUS_M);
    const sine = ((r + midM * up) * sunUp + midM * toward * sunFlat) / radius;
    air.sample(heightM, sample);
    air.sunShare(heightM, sine, sun);
    air.multiShare(heightM, sine, multi);
    for (let c = 0; c < 3; c++) {
      const extinction = Math.max(sample[c]!, 1e-12);
      const share = Math.exp(-extinction * lengthM);
      const source = air.scatter(sample, c, phase, sun, multi);
      ray.light[c]! += (ray.through[c]! * source * (1 - share)) / extinction;
      ray.through[c]! *= share;
    }
  };
}

/** Zeroed floats that threads share. */
export function sharedFloats(length: number): Float32Array {
  return new Float32Array(new SharedArrayBuffer(Math.max(1, length) * 4), 0, length);
}

function tint(c: number): number {
  return c === 0 ? 1 : c === 1 ? 0.95 : 0.86;
}

function lookUp(
  table: Float32Array,
  fi: number,
  fj: number,
  rows: number,
  cols: number,
  out: Float64Array,
): void {
  const i = Math.min(rows - 2, Math.floor(fi));
  const j = Math.min(cols - 2, Math.floor(fj));
  const u = fi - i;
  const v = fj - j;
  const a = (i * cols + j) * 3;
  const b = a + cols * 3;
  for (let c = 0; c < 3; c++) {
    const low = table[a + c]! * (1 - v) + table[a + 3 + c]! * v;
    out[c] = low * (1 - u) + (table[b + c]! * (1 - v) + table[b + 3 + c]! * v) * u;
  }
}
