import type { Ecef } from '../geo/ellipsoid';

/**
 * A unit vector in two bytes, octahedral projection.
 *
 * @param grain - keep only multiples of so many steps: 1 is within 1 degree, 2 within 2
 * @returns x in the low byte, y in the high byte
 * @see Meyer et al., On Floating-Point Normal Vectors (2010); quantized-mesh 1.0, Oct-Encoded
 *   Per-Vertex Normals
 */
export function octFromNormal(normal: Ecef, grain = 1): number {
  const [nx, ny, nz] = normal;
  const sum = Math.abs(nx) + Math.abs(ny) + Math.abs(nz);
  let x = nx / sum;
  let y = ny / sum;
  if (nz < 0) {
    const foldedX = (1 - Math.abs(y)) * signNotZero(x);
    y = (1 - Math.abs(x)) * signNotZero(y);
    x = foldedX;
  }
  return byteFromSigned(x, grain) | (byteFromSigned(y, grain) << 8);
}

/** The unit vector of two octahedral bytes, within about a degree of the one encoded. */
export function normalFromOct(packed: number): Ecef {
  let x = ((packed & 255) / 255) * 2 - 1;
  let y = ((packed >> 8) / 255) * 2 - 1;
  const z = 1 - Math.abs(x) - Math.abs(y);
  if (z < 0) {
    const unfoldedX = (1 - Math.abs(y)) * signNotZero(x);
    y = (1 - Math.abs(x)) * signNotZero(y);
    x = unfoldedX;
  }
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

function signNotZero(value: number): number {
  return value < 0 ? -1 : 1;
}

function byteFromSigned(value: number, grain: number): number {
  const steps = (Math.min(1, Math.max(-1, value)) * 0.5 + 0.5) * 255;
  return Math.min(255, Math.round(steps / grain) * grain);
}
