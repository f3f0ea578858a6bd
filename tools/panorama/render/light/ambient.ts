import { type AirMedium, SUN_IRRADIANCE } from './air-medium';
import { type SkyTables, skyAt } from './sky-tables';

/**
 * Light of the sky and of the lit land on six faces of a cube: up, down, east, west, north,
 * south; three colours each. Irradiance in the renderer's units.
 */
export type AmbientCube = Float64Array;

const DIRECTIONS = 800;
const GOLDEN_TURN_RAD = 2.399963;
const FACES = [
  [0, 0, 1],
  [0, 0, -1],
  [1, 0, 0],
  [-1, 0, 0],
  [0, 1, 0],
  [0, -1, 0],
] as const;

/** What the ambient light is gathered from. */
export interface AmbientSource {
  readonly tables: SkyTables;
  readonly air: AirMedium;
  readonly sunHeadingRad: number;
  readonly sunPitchRad: number;
  /** Height and reflectance of the land or cloud below. */
  readonly floorHeightM: number;
  readonly floorAlbedo: number;
}

/** Gathers the light of the whole sphere. */
export function gatherAmbient(source: AmbientSource): AmbientCube {
  const dark = gather(source, [0, 0, 0]);
  const sun = source.air.sunShare(
    source.floorHeightM,
    Math.sin(source.sunPitchRad),
    new Float64Array(3),
  );
  const tilt = Math.max(0.12, Math.sin(source.sunPitchRad) * 1.3);
  const floor = [0, 1, 2].map(
    (c) => (source.floorAlbedo / Math.PI) * (dark[c]! * 0.9 + SUN_IRRADIANCE[c]! * sun[c]! * tilt),
  );
  return gather(source, floor);
}

function gather(source: AmbientSource, floor: readonly number[]): AmbientCube {
  const cube = new Float64Array(18);
  const sky = new Float64Array(3);
  for (let k = 0; k < DIRECTIONS; k++) {
    const z = 1 - (2 * k + 1) / DIRECTIONS;
    const flat = Math.sqrt(1 - z * z);
    const heading = k * GOLDEN_TURN_RAD;
    const direction = [flat * Math.sin(heading), flat * Math.cos(heading), z];
    if (z > 0) {
      skyAt(source.tables, Math.asin(z), azimuthBetween(heading, source.sunHeadingRad), sky);
    }
    const light = z > 0 ? sky : floor;
    FACES.forEach((face, i) => {
      const cosine = face[0] * direction[0]! + face[1] * direction[1]! + face[2] * direction[2]!;
      if (cosine <= 0) return;
      for (let c = 0; c < 3; c++) {
        cube[i * 3 + c]! += (light[c]! * cosine * 4 * Math.PI) / DIRECTIONS;
      }
    });
  }
  return cube;
}

/** Ambient light on a surface, irradiance. */
export function ambientOn(
  cube: AmbientCube,
  nx: number,
  ny: number,
  nz: number,
  out: Float64Array,
): Float64Array {
  const ix = nx > 0 ? 6 : 9;
  const iy = ny > 0 ? 12 : 15;
  const iz = nz > 0 ? 0 : 3;
  for (let c = 0; c < 3; c++) {
    out[c] = cube[ix + c]! * nx * nx + cube[iy + c]! * ny * ny + cube[iz + c]! * nz * nz;
  }
  return out;
}

/** Angle between two headings, 0 to pi. */
export function azimuthBetween(aRad: number, bRad: number): number {
  const d = Math.abs(aRad - bRad) % (2 * Math.PI);
  return d > Math.PI ? 2 * Math.PI - d : d;
}
