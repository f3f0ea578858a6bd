import { clamp, mix, smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import {
  blendColour,
  resetSurface,
  type Surface,
  type SurfacePoint,
  scaleColour,
  setColour,
} from '../shade/surface';
import type { GroundPainter } from './near-field';
import { riceColour, ripenessAt } from './rice';
import type { RiverLine } from './river-line';
import { paintRiver } from './river-surface';
import type { SeasonLook } from './season-look';
import type { SquareGrid } from './square-grid';
import type { TerraceSteps } from './terrace-steps';
import type { Trodden } from './trodden';
import { paintTrodden } from './trodden-painter';

/** Strokes are drawn over the crop to here; the ground between them is darker. */
const STROKES_TO_M = 70;

/** What the terraces' painter needs. */
export interface TerraceSource {
  readonly noise: Noise;
  readonly steps: TerraceSteps;
  readonly trodden: Trodden;
  readonly river: RiverLine | undefined;
  readonly sky: SquareGrid;
  readonly season: SeasonLook;
  /** Paints ground that is not farmed. */
  readonly wild: GroundPainter;
  /** Height of the viewer's ground above the sea. */
  readonly eyeGroundM: number;
  readonly reachM: number;
}

/** Noise at one point, evaluated once. */
interface Grain {
  n1: number;
  n2: number;
  n3: number;
  n4: number;
}

/** Makes the painter of terraced land. */
export function createTerracePainter(source: TerraceSource): GroundPainter {
  const { noise, steps, sky } = source;
  const grain: Grain = { n1: 0, n2: 0, n3: 0, n4: 0 };
  const scratch = new Float64Array(3);
  return (point, surface) => {
    const { x, y, footprintM: fp } = point;
    const isInReach = Math.hypot(x, y) < source.reachM;
    if (source.river && isInReach && paintRiver(noise, source.river, point, surface)) return;
    if (!isInReach || !steps.read(x, y).isFarmed) {
      source.wild(point, surface);
      if (isInReach) surface.openness *= sky.at(x, y);
      if (isInReach) paintTrodden(noise, source.trodden, point, surface);
      return;
    }
    resetSurface(surface);
    const n = noise.gradient2;
    grain.n1 = n(x / 3.1, y / 3.1);
    grain.n2 = n(x / 0.9, y / 0.9 + 7);
    grain.n3 = fp < 0.25 ? n(x / 0.22, y / 0.22) : 0;
    grain.n4 = fp < 0.04 ? n(x / 0.045, y / 0.045) : 0;
    surface.openness = sky.at(x, y);
    paintTread(source, point, surface, grain, scratch);
    paintRiser(source, point, surface, grain);
    paintTrodden(noise, source.trodden, point, surface);
    unitNormal(surface);
  };
}

function paintTread(
  { noise, steps, season, eyeGroundM }: TerraceSource,
  { x, y, z, distanceM, footprintM: fp }: SurfacePoint,
  surface: Surface,
  { n1, n2, n3, n4 }: Grain,
  scratch: Float64Array,
): void {
  const { albedo } = surface;
  const slope = Math.max(0.05, steps.slope);
  const ux = steps.macro.gx / slope;
  const uy = steps.macro.gy / slope;
  const offsetM = distanceM < 65 ? 0.35 : distanceM < 590 ? 0.6 : 2;
  surface.shadowX = -ux * offsetM;
  surface.shadowY = -uy * offsetM;
  surface.shadowSoftM = 0.35;
  const inner = (1 - steps.across - steps.riserShare) * steps.widthM;
  const ripeness = ripenessAt(noise, season, x, y, steps.paddy, z - eyeGroundM);
  riceColour(ripeness + 0.05 * n1, scratch);
  const fine =
    0.86 +
    0.28 * ((steps.paddy * 53) % 1) +
    0.22 * n4 +
    0.13 * n1 +
    (fp < 1 ? 0.16 * n2 * (1 - fp) : 0) +
    0.2 * n3;
  setColour(albedo, scratch[0]! * fine, scratch[1]! * fine, scratch[2]! * fine);
  surface.translucency = 0.55;
  surface.openness *= 1 - 0.38 * Math.exp(-Math.max(0, inner) / (0.35 * steps.rise + 0.2));
  const n = noise.gradient2;
  surface.nx = 0.28 * n2 + 0.16 * n1;
  surface.ny = 0.28 * n(x / 0.9 + 31, y / 0.9) + 0.16 * n(x / 3.1 - 9, y / 3.1);
  surface.nz = 1;
  if (season.floodedRatio > 0) paintFlooded(steps.paddy, season, surface, n1, n2);
  else if (ripeness > 0.82) {
    surface.translucency = 0.1;
    const rows = fp < 0.07 ? 0.2 * Math.sin(steps.across * steps.widthM * 25 + 2 * n1) : 0;
    scaleColour(albedo, 0.85 + rows);
  }
  const s = steps.across * steps.widthM;
  if (distanceM < STROKES_TO_M && surface.wet === 0 && !(ripeness > 0.82 && s > 0.6)) {
    scaleColour(albedo, mix(0.5, 1, smoothStep(18, STROKES_TO_M, distanceM)));
  }
}

function paintFlooded(
  paddy: number,
  season: SeasonLook,
  surface: Surface,
  n1: number,
  n2: number,
): void {
  const { albedo } = surface;
  const mud = 0.5 + 0.5 * n1;
  surface.wet = paddy < season.floodedRatio ? 1 : 0;
  surface.translucency = 0;
  setColour(albedo, 0.115 + 0.05 * mud, 0.085 + 0.035 * mud, 0.05 + 0.02 * mud);
  if (paddy > 0.45 && paddy < 0.72) {
    const seedlings = 0.32 * smoothStep(-0.3, 0.4, n1 + n2 * 0.5);
    blendColour(albedo, 0.12, 0.23, 0.035, seedlings);
    surface.wet *= 1 - 0.55 * seedlings;
  }
  if (surface.wet === 0) blendColour(albedo, 0.13, 0.2, 0.035, smoothStep(0.86, 0.94, paddy) * 0.9);
  else {
    surface.nx *= 0.008;
    surface.ny *= 0.008;
  }
}

/** Risers and bunds: grass and bare earth, drawn on the steep face, not from above. */
function paintRiser(
  source: TerraceSource,
  point: SurfacePoint,
  surface: Surface,
  grain: Grain,
): void {
  const { steps, season } = source;
  const { across: f, widthM: w, riserShare } = steps;
  const s = f * w;
  const fpR = point.footprintM * 1.2;
  const blur = (fpR / w) * 0.5 + 0.02;
  const far = smoothStep(w * 0.35, w * 1.5, fpR);
  const riser = mix(smoothStep(1 - riserShare - blur, 1 - riserShare + blur, f), 0.42, far);
  const hang =
    season.cropRatio > 0.3
      ? mix(1, smoothStep(0.06, 0.17, s), smoothStep(30, 70, point.distanceM))
      : 1;
  const edge = (1 - smoothStep(0.3, 0.5 + fpR * 0.5, steps.edgeM)) * 0.9;
  const bund = Math.max(1 - smoothStep(0.55, 0.76 + fpR * 0.6, s), edge) * (1 - riser) * hang;
  if (riser <= 0.003 && bund <= 0.003) return;
  const slope = Math.max(0.05, steps.slope);
  const ux = steps.macro.gx / slope;
  const uy = steps.macro.gy / slope;
  const share = clamp(riser + bund, 0, 1);
  colourRiser(source, point, surface, grain, ux, riser, share);
  surface.nx = mix(surface.nx, -ux * 0.85 + 0.35 * grain.n2, riser);
  surface.ny = mix(surface.ny, -uy * 0.85 + 0.3 * grain.n1, riser);
  surface.nz = mix(surface.nz, 0.55, riser);
  const shade = f < 0.5 ? 0.3 : 1 - smoothStep(1 - riserShare, 1, f) * 0.7;
  surface.openness *= 1 - 0.42 * riser * shade * (1 - far * 0.5);
  surface.translucency = mix(surface.translucency, 0.25, share);
  surface.wet *= 1 - share;
  if (bund > 0.2) {
    const lean = s < 0.3 ? -0.3 : 0.3;
    surface.nx += lean * ux;
    surface.ny += lean * uy;
  }
}

/** @param ux - east part of the unit vector uphill */
function colourRiser(
  { noise, steps, season }: TerraceSource,
  { x, y, z, distanceM, footprintM: fp }: SurfacePoint,
  surface: Surface,
  { n1, n2, n3, n4 }: Grain,
  ux: number,
  riser: number,
  share: number,
): void {
  const n = noise.gradient2;
  const side = ux * ux;
  const v2 = distanceM < 250 ? faceNoise(noise, side, x, y, z, 0.55, 0.4) : n2;
  const v3 = fp < 0.12 ? faceNoise(noise, side, x, y, z, 0.13, 0.16) : 0;
  const v4 = fp < 0.04 ? faceNoise(noise, side, x, y, z, 0.024, 0.04) : 0;
  const dry = season.floodedRatio > 0 ? 0.08 : 0.2;
  const patch = 0.5 + n(x / 9 + 4, y / 9) * 0.5 + 0.35 * n2 - 0.35 * steps.paddy - dry;
  const e = 0.55 * smoothStep(0.05, 0.55, patch);
  const k = Math.max(
    0.22,
    0.58 +
      0.2 * n1 +
      0.3 * mix(n2, v2, riser) +
      0.36 * mix(n3, v3, riser) +
      0.5 * mix(n4, v4, riser),
  );
  const [r, g, b] = season.grass;
  blendColour(
    surface.albedo,
    mix(r * k, 0.155 * k + 0.03, e),
    mix(g * k, 0.1 * k + 0.02, e),
    mix(b * k, 0.055 * k + 0.01, e),
    share,
  );
}

/** Noise on a steep face: along it and up it, not from above. */
function faceNoise(
  noise: Noise,
  side: number,
  x: number,
  y: number,
  z: number,
  size: number,
  tall: number,
): number {
  return (
    side * noise.gradient2(y / size + 3, z / tall) +
    (1 - side) * noise.gradient2(x / size, z / tall)
  );
}

function unitNormal(surface: Surface): void {
  const scale = 1 / Math.hypot(surface.nx, surface.ny, surface.nz);
  surface.nx *= scale;
  surface.ny *= scale;
  surface.nz *= scale;
  surface.face[0] = surface.nx;
  surface.face[1] = surface.ny;
  surface.face[2] = surface.nz;
}
