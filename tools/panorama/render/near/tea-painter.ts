import { clamp, smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
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
  const hedge = land.hedgeM(x, y);
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
  setColour(surface.albedo, 0.165 * soil, 0.105 * soil, 0.066 * soil);
  blendColour(surface.albedo, 0.12, 0.12, 0.04, 0.5 * smoothStep(0, 0.35, n(x / 1.1, y / 1.1)));
  const leaf = smoothStep(0.12, 0.4, crop);
  if (leaf > 0) {
    const patch = n(x / 14, y / 14) * 0.5 + n(x / 3.7, y / 3.7) * 0.5;
    const young = clamp(0.45 + 0.7 * patch, 0, 1) * top;
    const fine = n(x * 13, y * 13) * 0.6 + n(x * 31, y * 31 + 4) * 0.5;
    const k = (0.62 + 0.5 * top) * (1 + 0.5 * fine * detailShare(fp, 0.02, 0.09));
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
  else surface.openness = 0.4 + 0.6 * smoothStep(0.05, 0.75, crop + path);
  if (path > 0) paintTrack(noise, point, surface, path);
  surface.shadowSoftM = 0.12 + distanceM * 0.003;
  return true;
}

function paintTrack(
  noise: Noise,
  { x, y, footprintM: fp }: SurfacePoint,
  surface: Surface,
  path: number,
): void {
  const n = noise.gradient2;
  const rut = noise.fractal2(x / 1.4, y / 1.4, 4);
  const k = 1 + 0.4 * rut + 0.25 * n(x * 9, y * 9) * detailShare(fp, 0.03, 0.12);
  const worn = path * smoothStep(-0.35, 0.1, rut + 0.2);
  blendColour(surface.albedo, 0.25 * k, 0.17 * k, 0.112 * k, worn);
  blendColour(surface.albedo, 0.1, 0.125, 0.038, path * 0.7 * smoothStep(0.05, 0.3, -rut));
  surface.translucency *= 1 - path;
  surface.openness = Math.max(surface.openness, path);
}
