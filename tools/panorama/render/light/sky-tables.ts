import { mix } from '../maths/curves';
import {
  type AirMedium,
  createRay,
  createWalk,
  EARTH_RADIUS_M,
  marchAir,
  sharedFloats,
} from './air-medium';

const SKY_AZIMUTHS = 72;
const SKY_PITCHES = 160;
const AIR_AZIMUTHS = 40;
const AIR_PITCHES = 56;
const AIR_DISTANCES = 36;
const AIR_CURVE = 2.2;
/** Length of the aerial-perspective table, metres. */
export const AIR_REACH_M = 170_000;

/** Radiance of the clear sky, and what lies in the air before a thing, seen from one eye. */
export interface SkyTables {
  readonly sky: Float32Array;
  readonly air: Float32Array;
}

/**
 * Computes both tables, dense toward the sun and the horizon.
 *
 * @param eyeHeightM - above the sea
 */
export function buildSkyTables(air: AirMedium, eyeHeightM: number, sunPitchRad: number): SkyTables {
  const tables: SkyTables = {
    sky: sharedFloats(SKY_AZIMUTHS * SKY_PITCHES * 3),
    air: sharedFloats(AIR_AZIMUTHS * AIR_PITCHES * AIR_DISTANCES * 6),
  };
  const ray = createRay();
  for (let i = 0; i < SKY_AZIMUTHS; i++) {
    const fromSunRad = Math.PI * (i / (SKY_AZIMUTHS - 1)) ** 2;
    for (let j = 0; j < SKY_PITCHES; j++) {
      const s = (2 * j) / (SKY_PITCHES - 1) - 1;
      marchAir(
        air,
        eyeHeightM,
        (Math.sign(s) * s * s * Math.PI) / 2,
        fromSunRad,
        sunPitchRad,
        44,
        ray,
      );
      tables.sky.set(ray.light, (i * SKY_PITCHES + j) * 3);
    }
  }
  for (let i = 0; i < AIR_AZIMUTHS; i++) {
    for (let j = 0; j < AIR_PITCHES; j++)
      fillAirRay(tables.air, i, j, air, eyeHeightM, sunPitchRad);
  }
  return tables;
}

/** The ground is lowered out of the way, so that every distance has a value. */
function fillAirRay(
  table: Float32Array,
  i: number,
  j: number,
  air: AirMedium,
  eyeHeightM: number,
  sunPitchRad: number,
): void {
  const s = (2 * j) / (AIR_PITCHES - 1) - 1;
  const pitchRad = s < 0 ? -s * s * 1.2 : s * s * 0.5;
  const fromSunRad = Math.PI * (i / (AIR_AZIMUTHS - 1)) ** 2;
  const walk = createWalk(air, EARTH_RADIUS_M + eyeHeightM, pitchRad, fromSunRad, sunPitchRad, 300);
  const ray = createRay();
  ray.through.fill(1);
  const start = (i * AIR_PITCHES + j) * AIR_DISTANCES * 6;
  let before = 0;
  for (let k = 0; k < AIR_DISTANCES; k++) {
    const at = AIR_REACH_M * (k / (AIR_DISTANCES - 1)) ** AIR_CURVE;
    if (k > 0) {
      const piece = (at - before) / 3;
      for (let q = 0; q < 3; q++) walk(before + (q + 0.5) * piece, piece, ray);
    }
    before = at;
    table.set(ray.light, start + k * 6);
    table.set(ray.through, start + k * 6 + 3);
  }
}

/**
 * Radiance of the clear sky.
 *
 * @param fromSunRad - azimuth from the sun's, 0 to pi
 */
export function skyAt(
  { sky }: SkyTables,
  pitchRad: number,
  fromSunRad: number,
  out: Float64Array,
): Float64Array {
  const fa = Math.sqrt(fromSunRad / Math.PI) * (SKY_AZIMUTHS - 1);
  const s = pitchRad / (Math.PI / 2);
  const fb = ((Math.sign(s) * Math.sqrt(Math.abs(s)) + 1) / 2) * (SKY_PITCHES - 1);
  const i = Math.min(SKY_AZIMUTHS - 2, Math.floor(fa));
  const j = Math.min(SKY_PITCHES - 2, Math.floor(fb));
  const u = fa - i;
  const v = fb - j;
  const a = (i * SKY_PITCHES + j) * 3;
  const b = a + SKY_PITCHES * 3;
  for (let c = 0; c < 3; c++) {
    const near = sky[a + c]! * (1 - v) + sky[a + 3 + c]! * v;
    out[c] = near * (1 - u) + (sky[b + c]! * (1 - v) + sky[b + 3 + c]! * v) * u;
  }
  return out;
}

/**
 * Light scattered in before a thing (first three) and the share of its own light that gets
 * through (last three).
 */
export function airBefore(
  { air }: SkyTables,
  pitchRad: number,
  fromSunRad: number,
  distanceM: number,
  out: Float64Array,
): Float64Array {
  const fa = Math.sqrt(fromSunRad / Math.PI) * (AIR_AZIMUTHS - 1);
  const s =
    pitchRad < 0
      ? -Math.sqrt(Math.min(1, -pitchRad / 1.2))
      : Math.sqrt(Math.min(1, pitchRad / 0.5));
  const fb = ((s + 1) / 2) * (AIR_PITCHES - 1);
  const fd = Math.min(1, distanceM / AIR_REACH_M) ** (1 / AIR_CURVE) * (AIR_DISTANCES - 1);
  const i = Math.min(AIR_AZIMUTHS - 2, Math.floor(fa));
  const j = Math.min(AIR_PITCHES - 2, Math.floor(fb));
  const k = Math.min(AIR_DISTANCES - 2, Math.floor(fd));
  const u = fa - i;
  const v = fb - j;
  const a = ((i * AIR_PITCHES + j) * AIR_DISTANCES + k) * 6;
  const b = a + AIR_DISTANCES * 6;
  const c = a + AIR_PITCHES * AIR_DISTANCES * 6;
  const d = c + AIR_DISTANCES * 6;
  for (let q = 0; q < 6; q++) {
    const near = mix(mix(air[a + q]!, air[b + q]!, v), mix(air[c + q]!, air[d + q]!, v), u);
    const q6 = q + 6;
    const far = mix(mix(air[a + q6]!, air[b + q6]!, v), mix(air[c + q6]!, air[d + q6]!, v), u);
    out[q] = near + (fd - k) * (far - near);
  }
  return out;
}
