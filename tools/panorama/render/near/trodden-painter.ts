import { mix, smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import { hashCell } from '../maths/random';
import {
  blendColour,
  type Surface,
  type SurfacePoint,
  scaleColour,
  setColour,
} from '../shade/surface';
import type { Trodden } from './trodden';

/** Pebbles can be told apart to here. */
const PEBBLES_FINER_M = 0.03;

/** Colours the path and the yards: damp ruts, dry crumbling rims, grit, stones, weeds. */
export function paintTrodden(
  noise: Noise,
  trodden: Trodden,
  point: SurfacePoint,
  surface: Surface,
): void {
  const { x, y, footprintM: fp } = point;
  const path = trodden.path(x, y);
  const share = Math.max(path, trodden.yard(x, y));
  if (share <= 0) return;
  const n = noise.gradient2;
  const fine = fp < 0.08 ? n(x / 0.22, y / 0.22) : 0;
  const clod = fp < 0.03 ? n(x / 0.07, y / 0.07) : 0;
  const broad = noise.fractal2(x / 2.2, y / 2.2 + 4, 4);
  const beside = trodden.besidePath(x, y);
  const rut = path > 0 ? 1 - smoothStep(0.04, 0.34, Math.abs(Math.abs(beside) - 0.3)) : 0;
  const p = 0.86 + 0.5 * broad + 0.12 * fine + 0.12 * clod;
  const damp = smoothStep(0.02, 0.42, noise.fractal2(x / 2.6 + 7, y / 2.6, 3) + 0.16 * rut);
  // Red mountain earth, paler where it is dry.
  blendColour(surface.albedo, 0.225 * p, 0.15 * p, 0.092 * p, share);
  blendColour(surface.albedo, 0.1 * p, 0.065 * p, 0.04 * p, share * damp * 0.75);
  const weeds =
    smoothStep(0.1, 0.36, noise.fractal2(x / 0.7, y / 0.7 + 3, 4)) * (1 - rut) * (1 - damp * 0.6);
  blendColour(surface.albedo, 0.075, 0.1, 0.028, share * weeds * 0.75);
  const puddle = path * rut * smoothStep(0.3, 0.44, noise.fractal2(x / 2.6 + 7, y / 2.6, 2));
  surface.wet = Math.max(surface.wet * (1 - share), 0.12 * puddle);
  surface.translucency *= 1 - share;
  surface.openness = mix(surface.openness, 0.95 - 0.25 * rut, share * 0.6);
  surface.nx = mix(surface.nx, 0.16 * broad + 0.14 * clod + 0.12 * fine, share);
  surface.ny = mix(surface.ny, 0.16 * n(x / 1.3, y / 1.3) + 0.12 * fine - 0.1 * clod, share);
  surface.nz = mix(surface.nz, 1, share);
  if (fp < PEBBLES_FINER_M && share > 0.3) paintPebbles(noise, x, y, surface);
  const scale = 1 / Math.hypot(surface.nx, surface.ny, surface.nz);
  surface.nx *= scale;
  surface.ny *= scale;
  surface.nz *= scale;
}

/** Small flat stones pressed into the path. */
function paintPebbles(noise: Noise, x: number, y: number, surface: Surface): void {
  for (const [cellM, salt] of [
    [0.09, 61],
    [0.04, 62],
  ] as const) {
    const i = Math.floor(x / cellM);
    const j = Math.floor(y / cellM);
    const h = hashCell(i, j, salt);
    if (h < 0.76 + 0.4 * noise.gradient2(x / 0.6, y / 0.6)) continue;
    const radius = cellM * (0.1 + 0.24 * hashCell(i, j, salt + 1) ** 2);
    const dx = x - (i + 0.5 + 0.4 * (hashCell(i, j, salt + 2) - 0.5)) * cellM;
    const dy = y - (j + 0.5 + 0.4 * (hashCell(i, j, salt + 3) - 0.5)) * cellM;
    const a = h * 40;
    const u = dx * Math.cos(a) + dy * Math.sin(a);
    const v = (dy * Math.cos(a) - dx * Math.sin(a)) * 1.6;
    const q =
      (u * u + v * v) / (radius * radius) +
      0.7 * noise.gradient2((x / radius) * 0.9, (y / radius) * 0.9);
    if (q < 1) {
      const g = 0.7 + 0.5 * hashCell(i, j, salt + 4);
      surface.nx = (dx * 0.3) / radius;
      surface.ny = (dy * 0.3) / radius;
      setColour(surface.albedo, 0.165 * g, 0.135 * g, 0.103 * g);
    } else if (q < 1.9) scaleColour(surface.albedo, 0.78 + (0.22 * (q - 1)) / 0.9);
  }
  const grit =
    1 + 0.22 * noise.gradient2(x / 0.016, y / 0.016) + 0.18 * noise.gradient2(x / 0.05, y / 0.05);
  scaleColour(surface.albedo, grit);
}
