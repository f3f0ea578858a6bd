import { clamp, mix, smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import { hashCell } from '../maths/random';
import { paintRock, type RockLook } from '../shade/rock';
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
import type { GroundAt, GroundPainter } from './near-field';

/** Land that nobody farms: scrub, forest, grass, rock. */
export interface WildLook {
  readonly rock: RockLook;
  /** Slope (1 - normal's height) from which rock shows. */
  readonly rockFromSlope: number;
  /** Rock among the soil near the viewer: + more rock, - more soil. */
  readonly stoninessRatio: number;
  /** Grass near by, linear reflectance. */
  readonly grass: readonly [number, number, number];
  /** Forest cover at a point, 0 to 1. */
  forest(x: number, y: number, z: number): number;
  /** Tilled land at a point, 0 to 1 (valley fields seen from far). */
  fields(x: number, y: number, z: number, slope: number): number;
}

const NEAR_M = 70;
const CROWN_CELL_M = 11;
/** Nearer, planted trees are the crowns. */
const CROWNS_FROM_M = 2400;

/** Makes a painter of wild ground; slopes are read from `groundAt`. */
export function createWildPainter(
  noise: Noise,
  look: WildLook,
  groundAt: GroundAt,
  micro: (x: number, y: number) => number,
  cellAt: (x: number, y: number) => number,
): GroundPainter {
  const heightAt = (x: number, y: number, distanceM: number): number =>
    distanceM < NEAR_M
      ? groundAt(x, y) + micro(x, y) * clamp((NEAR_M - distanceM) / 30, 0, 1)
      : groundAt(x, y);
  return (point, surface) => {
    resetSurface(surface);
    const { x, y, distanceM } = point;
    const isNear = distanceM < NEAR_M;
    const e = isNear
      ? Math.max(0.03, distanceM * 0.004)
      : Math.max(distanceM * 0.0012, cellAt(x, y) * 0.75);
    const d = distanceM;
    const gx = (heightAt(x + e, y, d) - heightAt(x - e, y, d)) / (2 * e);
    const gy = (heightAt(x, y + e, d) - heightAt(x, y - e, d)) / (2 * e);
    setNormal(surface, -gx, -gy, 1);
    const slope = 1 - surface.nz;
    if (isNear) paintNear(noise, look, point, surface, slope);
    else paintFar(noise, look, point, surface, slope, groundAt);
  };
}

function paintNear(
  noise: Noise,
  look: WildLook,
  point: SurfacePoint,
  surface: Surface,
  slope: number,
): void {
  const { x, y, footprintM: fp } = point;
  const { albedo } = surface;
  const soil = noise.fractal2(x * 1.3, y * 1.3, 5);
  const turf = noise.fractal2(x / 3.1 + 3, y / 3.1, 4);
  const k = look.stoninessRatio;
  const share = smoothStep(0.1 - k, -0.12 - k, turf + slope * 0.5);
  paintRock(noise, look.rock, surface, point, 3);
  if (share <= 0) return;
  bump(noise, surface, point, 16, 0.25 * share, 2);
  const c = 0.5 + 0.5 * soil;
  blendColour(albedo, 0.105 + 0.07 * c, 0.083 + 0.055 * c, 0.055 + 0.025 * c, share);
  const [r, g, b] = look.grass;
  blendColour(
    albedo,
    r * 0.7,
    g * 0.7,
    b * 0.8,
    0.8 * share * smoothStep(-0.2, 0.2, soil + turf * 0.5),
  );
  // Further off the eye sees the blades that are drawn on the soil, not the soil.
  const turfed = share * smoothStep(10, 42, point.distanceM) * (0.75 + 0.2 * soil);
  blendColour(albedo, r * 1.05 + 0.02, g * 0.98 + 0.01, b * 1.1, turfed);
  if (fp < 0.02) {
    const grit = noise.gradient3(x * 60, y * 60, 1) + 0.6 * noise.gradient3(x * 23, y * 23, 4);
    scaleColour(albedo, 1 + 0.36 * grit * share);
    if (fp < 0.008) bump(noise, surface, point, 70, 0.14 * share, 2);
  }
  surface.shadowSoftM = 0.25;
}

function paintFar(
  noise: Noise,
  look: WildLook,
  point: SurfacePoint,
  surface: Surface,
  slope: number,
  groundAt: GroundAt,
): void {
  const { x, y, z, distanceM, footprintM: fp } = point;
  const { albedo } = surface;
  const patch = noise.fractal2(x / 55, y / 55, 4);
  const small = noise.fractal2(x / 11 + 4, y / 11, 4);
  const forest = look.forest(x, y, z);
  const [r, g, b] = look.grass;
  setColour(albedo, 0.042, 0.062, 0.024);
  blendColour(albedo, r, g, b, clamp(1 - forest + small * 0.9, 0, 1));
  blendColour(albedo, 0.16, 0.125, 0.065, 0.45 * smoothStep(0.05, 0.3, patch) * (1 - forest));
  const fields = look.fields(x, y, z, slope);
  if (fields > 0.01) paintFields(noise, point, surface, fields);
  const grain = tussocks(noise, x, y, fp);
  scaleColour(albedo, 1 + 0.45 * grain);
  const bare = smoothStep(
    look.rockFromSlope,
    look.rockFromSlope + 0.16,
    slope + 0.22 * small + 0.12 * patch,
  );
  if (bare > 0) {
    const s = 0.62 * (0.8 + 0.5 * noise.fractal2((x + y) / 14, z / 5, 3));
    const [rr, rg, rb] = look.rock.colour;
    blendColour(albedo, rr * s, rg * s, rb * s, bare * 0.9);
  }
  if (fp < 4)
    bump(
      noise,
      surface,
      point,
      1 / Math.max(2.2, fp * 3),
      (0.14 + 0.28 * forest) * (1 - bare * 0.4),
      2,
    );
  paintCrowns(point, surface, forest * (1 - bare) * (1 - fields));
  const e = 60 + distanceM * 0.006;
  const around =
    (groundAt(x + e, y) + groundAt(x - e, y) + groundAt(x, y + e) + groundAt(x, y - e)) / 4;
  surface.openness *=
    clamp(0.78 - ((around - groundAt(x, y)) / e) * 1.6, 0.35, 1) *
    clamp(0.8 + grain * 0.5, 0.4, 1.1);
  surface.shadowSoftM = 0.5 + distanceM * 0.004;
}

/** Tufts and hollows of grass and scrub at every size that a sample can show, about -1 to 1. */
function tussocks(noise: Noise, x: number, y: number, fp: number): number {
  const n = noise.gradient2;
  if (fp > 3) return n(x / 23, y / 23) * 0.35;
  const broad = n(x / 2.3, y / 2.3) * 0.35 + n(x / 5.1, y / 5.1) * 0.4;
  if (fp > 0.3) return broad * 1.2;
  const fine = detailShare(fp, 0.08, 0.3);
  const tufts = n(x / 0.75 + 3, y / 0.75) * 0.5 + (fp < 0.1 ? n(x / 0.3, y / 0.3 + 8) * 0.4 : 0);
  return broad * (1.2 - 0.4 * fine) + tufts * fine;
}

function paintFields(noise: Noise, point: SurfacePoint, surface: Surface, share: number): void {
  const { x, y, z, footprintM: fp } = point;
  const i = Math.floor(x / 60 + noise.gradient2(x / 130, y / 130));
  const j = Math.floor(y / 60 + noise.gradient2(x / 90, y / 110));
  const hue = hashCell(i, j, 3);
  const line = fp < 6 ? 0.82 + 0.22 * Math.sin(z * 1.9 + 3 * hue) : 0.82;
  blendColour(
    surface.albedo,
    mix(0.1, 0.24, hue) * line,
    mix(0.14, 0.18, hue) * line,
    mix(0.04, 0.06, hue) * line,
    share * 0.75,
  );
}

/** Single crowns as bumps, while a sample is finer than a crown. */
function paintCrowns(point: SurfacePoint, surface: Surface, forest: number): void {
  const { x, y, distanceM, footprintM: fp } = point;
  if (forest < 0.05 || fp > CROWN_CELL_M * 0.8 || distanceM < CROWNS_FROM_M) return;
  const ci = Math.floor(x / CROWN_CELL_M);
  const cj = Math.floor(y / CROWN_CELL_M);
  let best = 9;
  let bx = 0;
  let by = 0;
  let shade = 0.5;
  for (let q = -1; q <= 1; q++) {
    for (let p = -1; p <= 1; p++) {
      const px = (ci + p + hashCell(ci + p, cj + q, 5)) * CROWN_CELL_M - x;
      const py = (cj + q + hashCell(ci + p, cj + q, 6)) * CROWN_CELL_M - y;
      const d = (px * px + py * py) / (CROWN_CELL_M * CROWN_CELL_M);
      if (d < best) {
        best = d;
        bx = px;
        by = py;
        shade = hashCell(ci + p, cj + q, 7);
      }
    }
  }
  const k = forest * (1 - smoothStep(CROWN_CELL_M * 0.3, CROWN_CELL_M * 0.8, fp));
  const nx = surface.nx - (bx / CROWN_CELL_M) * 1.7 * k;
  const ny = surface.ny - (by / CROWN_CELL_M) * 1.7 * k;
  const scale = 1 / Math.hypot(nx, ny, surface.nz);
  surface.nx = nx * scale;
  surface.ny = ny * scale;
  surface.nz *= scale;
  surface.openness *= 1 - 0.6 * k * smoothStep(0.1, 0.55, best);
  scaleColour(surface.albedo, 1 + (shade - 0.5) * 0.55 * k);
}
