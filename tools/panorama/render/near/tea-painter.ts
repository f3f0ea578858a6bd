import { clamp, smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import { paintPebbles } from '../shade/pebbles';
import {
  blendColour,
  bump,
  detailShare,
  resetSurface,
  type Surface,
  type SurfacePoint,
  scaleColour,
  setColour,
  setNormal,
} from '../shade/surface';
import type { GroundAt } from './near-field';
import type { TeaLand } from './tea-land';

/** Beyond this a sample is too coarse for single hedges' relief. */
const RELIEF_TO_M = 330;

/**
 * Paints hedges of tea, the soil between them and the tracks.
 *
 * @returns false outside the garden
 */
export function paintTea(
  noise: Noise,
  land: TeaLand,
  cellM: number,
  point: SurfacePoint,
  surface: Surface,
  groundAt: GroundAt,
): boolean {
  const { x, y, footprintM: fp, distanceM } = point;
  const spot = land.read(x, y);
  if (spot.garden === 0) return false;
  const { furrow, path } = spot;
  // Grids draw a hedge's end out: its face belongs to the hedge, not to the path.
  const hedge = land.growthM(x, y) * smoothStep(0.8, 0.66, path);
  resetSurface(surface);
  const e = Math.max(0.05, cellM * 0.6, distanceM * 0.0012);
  setNormal(
    surface,
    (groundAt(x - e, y) - groundAt(x + e, y)) / (2 * e),
    (groundAt(x, y - e) - groundAt(x, y + e)) / (2 * e),
    1,
  );
  const n = noise.gradient2;
  const isFar = distanceM > RELIEF_TO_M || fp > 0.5;
  const crop = hedge / 0.72;
  const top = isFar ? clamp(1.15 - furrow * 1.1, 0, 1) : smoothStep(0.35, 0.8, crop);
  const clod = n(x * 2.1, y * 2.1) * 0.5 + n(x * 7, y * 7) * 0.5 * detailShare(fp, 0.03, 0.15);
  const soil = 1 + 0.35 * clod;
  setColour(surface.albedo, 0.14 * soil, 0.088 * soil, 0.054 * soil);
  blendColour(surface.albedo, 0.1, 0.105, 0.036, 0.6 * smoothStep(0, 0.35, n(x / 1.1, y / 1.1)));
  if (fp < 0.03) paintLitter(noise, point, surface);
  const leaf = smoothStep(0.05, 0.16, crop);
  if (leaf > 0) {
    const patch = n(x / 14, y / 14) * 0.5 + n(x / 3.7, y / 3.7) * 0.5;
    const young = clamp(0.45 + 0.7 * patch, 0, 1) * top;
    const fine = n(x * 13, y * 13) * 0.6 + n(x * 31, y * 31 + 4) * 0.5;
    const face = 0.5 + 0.5 * smoothStep(0.25, 0.75, surface.face[2]!);
    // Old wood shows where a hedge was cut for the path.
    const cut = 1 - 0.35 * smoothStep(0.3, 0.66, path);
    const k = cut * face * (0.4 + 0.7 * top) * (1 + 0.5 * fine * detailShare(fp, 0.02, 0.09));
    blendColour(
      surface.albedo,
      (0.05 + 0.062 * young) * k,
      (0.086 + 0.07 * young) * k,
      (0.022 + 0.006 * young) * k,
      leaf,
    );
    surface.translucency = 0.35 * leaf;
    if (fp < 0.06) bump(noise, surface, point, 15, 0.5 * leaf, 2);
    if (fp < 0.02) bump(noise, surface, point, 44, 0.35 * leaf, 2);
  }
  if (isFar) scaleColour(surface.albedo, 0.62 + 0.45 * top);
  else surface.openness = 0.22 + 0.78 * smoothStep(0.05, 0.75, crop + path);
  if (path > 0.6) paintTrack(noise, point, surface, path);
  surface.shadowSoftM = 0.12 + distanceM * 0.003;
  return true;
}

/** Fallen leaves, clods and small stones. */
function paintLitter(noise: Noise, point: SurfacePoint, surface: Surface): void {
  const { x, y, footprintM: fp } = point;
  const cell = noise.cells2(x * 14, y * 14);
  const share = detailShare(fp, 0.006, 0.03);
  const isLeaf = smoothStep(0.3, 0.2, cell.nearest) * (cell.id % 4 === 0 ? 1 : 0);
  const tone = 0.6 + (cell.id % 23) / 30;
  blendColour(surface.albedo, 0.2 * tone, 0.13 * tone, 0.065 * tone, 0.8 * isLeaf * share);
  const clod = noise.cells2(x * 5 + 3, y * 5);
  scaleColour(surface.albedo, 1 - 0.2 * share * smoothStep(0.3, 0.75, clod.nearest));
  bump(noise, surface, point, 14, 0.16, 3);
}

function paintTrack(
  noise: Noise,
  { x, y, z, distanceM, footprintM: fp }: SurfacePoint,
  surface: Surface,
  path: number,
): void {
  const n = noise.gradient2;
  const rut = noise.fractal2(x / 1.4, y / 1.4, 4);
  const k = 1 + 0.4 * rut + 0.25 * n(x * 9, y * 9) * detailShare(fp, 0.03, 0.12);
  const worn = smoothStep(0.66, 0.8, path) * smoothStep(-0.35, 0.1, rut + 0.2);
  blendColour(surface.albedo, 0.2 * k, 0.132 * k, 0.083 * k, worn);
  blendColour(surface.albedo, 0.1, 0.125, 0.038, path * 0.7 * smoothStep(0.05, 0.3, -rut));
  surface.translucency *= 1 - worn;
  surface.openness = Math.max(surface.openness, path);
  paintPebbles(noise, worn, { x, y, z, distanceM, footprintM: fp }, surface);
}
