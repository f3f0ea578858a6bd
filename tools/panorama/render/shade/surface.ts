import { clamp } from '../maths/curves';
import type { Noise } from '../maths/noise';

/** Where a sight line ends. */
export interface SurfacePoint {
  x: number;
  y: number;
  /** Above the sea. */
  z: number;
  /** Along the sight line. */
  distanceM: number;
  /** Width of one picture sample at that distance. */
  footprintM: number;
}

/** What light needs to know of a point of ground or of an object. */
export interface Surface {
  /** Reflectance, linear, three colours. */
  readonly albedo: Float64Array;
  /** Normal with its fine bumps; unit length after shading starts. */
  nx: number;
  ny: number;
  nz: number;
  /** Normal of the form without bumps. */
  readonly face: Float64Array;
  /** Share of the sky that is seen, 0 to 1. */
  openness: number;
  /** Share of light that leaves at the far side of a leaf. */
  translucency: number;
  /** Strength and roughness of a highlight. */
  gloss: number;
  roughness: number;
  /** Share covered by still water, 0 to 1. */
  wet: number;
  /** Mirror share, for metal. */
  mirror: number;
  /** Height over which a shadow's edge is drawn out. */
  shadowSoftM: number;
  /** The shadow is read this far beside the point (steep faces). */
  shadowX: number;
  shadowY: number;
}

export function createSurface(): Surface {
  return {
    albedo: new Float64Array(3),
    nx: 0,
    ny: 0,
    nz: 1,
    face: new Float64Array([0, 0, 1]),
    openness: 1,
    translucency: 0,
    gloss: 0,
    roughness: 0.4,
    wet: 0,
    mirror: 0,
    shadowSoftM: 0.3,
    shadowX: 0,
    shadowY: 0,
  };
}

/** Forgets what was painted before. */
export function resetSurface(surface: Surface): void {
  surface.openness = 1;
  surface.translucency = 0;
  surface.gloss = 0;
  surface.roughness = 0.4;
  surface.wet = 0;
  surface.mirror = 0;
  surface.shadowSoftM = 0.3;
  surface.shadowX = 0;
  surface.shadowY = 0;
}

export function setColour(albedo: Float64Array, r: number, g: number, b: number): void {
  albedo[0] = r;
  albedo[1] = g;
  albedo[2] = b;
}

/** Moves a colour toward another. */
export function blendColour(
  albedo: Float64Array,
  r: number,
  g: number,
  b: number,
  share: number,
): void {
  albedo[0]! += (r - albedo[0]!) * share;
  albedo[1]! += (g - albedo[1]!) * share;
  albedo[2]! += (b - albedo[2]!) * share;
}

export function scaleColour(albedo: Float64Array, factor: number): void {
  albedo[0]! *= factor;
  albedo[1]! *= factor;
  albedo[2]! *= factor;
}

/** Points the surface's normal, and its face's, along a vector. */
export function setNormal(surface: Surface, nx: number, ny: number, nz: number): void {
  const scale = 1 / Math.hypot(nx, ny, nz);
  surface.nx = nx * scale;
  surface.ny = ny * scale;
  surface.nz = nz * scale;
  surface.face[0] = surface.nx;
  surface.face[1] = surface.ny;
  surface.face[2] = surface.nz;
}

/** Tilts the normal by the slope of 3-D noise. */
export function bump(
  noise: Noise,
  surface: Surface,
  point: SurfacePoint,
  perM: number,
  amount: number,
  octaves: number,
): void {
  const q = 0.35;
  const x = point.x * perM;
  const y = point.y * perM;
  const z = point.z * perM;
  const base = noise.fractal3(x, y, z, octaves);
  const gx = (noise.fractal3(x + q, y, z, octaves) - base) / q;
  const gy = (noise.fractal3(x, y + q, z, octaves) - base) / q;
  const gz = (noise.fractal3(x, y, z + q, octaves) - base) / q;
  const along = gx * surface.nx + gy * surface.ny + gz * surface.nz;
  const nx = surface.nx - amount * (gx - along * surface.nx);
  const ny = surface.ny - amount * (gy - along * surface.ny);
  const nz = surface.nz - amount * (gz - along * surface.nz);
  const scale = 1 / Math.hypot(nx, ny, nz);
  surface.nx = nx * scale;
  surface.ny = ny * scale;
  surface.nz = nz * scale;
}

/** 1 where a sample is much finer than a feature, 0 where it is coarser. */
export function detailShare(footprintM: number, fineM: number, coarseM: number): number {
  return clamp((coarseM - footprintM) / (coarseM - fineM), 0, 1);
}
