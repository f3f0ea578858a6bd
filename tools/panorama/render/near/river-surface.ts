import { clamp, mix, smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import {
  blendColour,
  resetSurface,
  type Surface,
  type SurfacePoint,
  setColour,
} from '../shade/surface';
import type { RiverLine } from './river-line';

/** Gravel and stones lie bare to here from the water. */
const GRAVEL_M = 7;

/** Ground with the stream's surface on it. */
export function riverSurface(river: RiverLine, x: number, y: number, z: number): number {
  const { besideM, halfM, levelM } = river.read(x, y);
  return besideM < halfM + 3 ? Math.max(z, levelM) : z;
}

/**
 * Colours running water, its foam and its bed of stones.
 *
 * @returns false where there is neither
 */
export function paintRiver(
  noise: Noise,
  river: RiverLine,
  point: SurfacePoint,
  surface: Surface,
): boolean {
  const { x, y, z, footprintM: fp } = point;
  const { besideM, halfM, levelM, downX, downY } = river.read(x, y);
  const outM = besideM - halfM;
  const torn = 1.2 * noise.fractal2(x / 4, y / 4, 3);
  if (outM > GRAVEL_M + 3 * torn) return false;
  const isWater = z < levelM + 0.05 && outM < 2.5;
  resetSurface(surface);
  surface.nx = 0;
  surface.ny = 0;
  surface.nz = 1;
  if (isWater) paintWater(noise, point, surface, clamp(-outM / halfM, 0, 1), downX, downY);
  else paintGravel(noise, x, y, fp, surface);
  const scale = 1 / Math.hypot(surface.nx, surface.ny, surface.nz);
  surface.nx *= scale;
  surface.ny *= scale;
  surface.nz *= scale;
  surface.face[0] = 0;
  surface.face[1] = 0;
  surface.face[2] = 1;
  return true;
}

/** @param middle - 0 at the bank, 1 in the middle */
function paintWater(
  noise: Noise,
  { x, y, footprintM: fp }: SurfacePoint,
  surface: Surface,
  middle: number,
  downX: number,
  downY: number,
): void {
  const along = x * downX + y * downY;
  const across = -x * downY + y * downX;
  const n = noise.gradient2;
  const riffle = smoothStep(
    -0.05,
    0.5,
    n(along / 26, across / 40) + 0.3 * n(along / 9, across / 9),
  );
  const chop = fp < 1.2 ? n(along / 1.5, across / 0.7) : 0;
  const small = fp < 0.4 ? n(along / 0.5 + 7, across / 0.28) : 0;
  const stones = noise.cells2(x / 1.1, y / 1.1).nearest;
  const bed = mix(0.9, 1.1, smoothStep(0.2, 0.6, stones));
  setColour(surface.albedo, 0.085 * bed, 0.1 * bed, 0.07 * bed);
  blendColour(surface.albedo, 0.035, 0.062, 0.05, 0.8 * smoothStep(0.1, 0.8, middle));
  const foam =
    smoothStep(0.3, 0.62, 0.5 * chop + 0.35 * small + 0.7 * riffle - 0.12 + (fp > 1.2 ? 0.1 : 0)) *
    riffle;
  blendColour(surface.albedo, 0.62, 0.65, 0.64, foam * 0.85);
  surface.wet = (0.9 - 0.3 * riffle) * (1 - 0.85 * foam);
  surface.nx = 0.14 * riffle * chop + 0.05 * small;
  surface.ny = 0.12 * riffle * small - 0.06 * chop;
}

/** Rounded stones of two sizes with sand between them. */
function paintGravel(noise: Noise, x: number, y: number, fp: number, surface: Surface): void {
  const { albedo } = surface;
  const tone = 1 + 0.4 * noise.fractal2(x / 5, y / 5, 3);
  setColour(albedo, 0.235 * tone, 0.215 * tone, 0.18 * tone);
  for (const [sizeM, amount] of [
    [1.15, 0.8],
    [0.36, 0.7],
    [0.13, 0.55],
  ] as const) {
    if (fp > sizeM * 0.7) continue;
    const cell = noise.cells2(x / sizeM + sizeM, y / sizeM);
    const grey = 0.75 + (0.5 * ((cell.id * 7) % 23)) / 23;
    const inside = 1 - smoothStep(0.3, 0.48, cell.nearest);
    const g = grey * (0.8 + 0.5 * inside);
    const { nearest, second } = cell;
    blendColour(albedo, 0.27 * g, 0.26 * g, 0.235 * g, amount * inside);
    blendColour(albedo, 0.07, 0.065, 0.055, 0.5 * (1 - smoothStep(0, 0.14, second - nearest)));
    const e = sizeM * 0.08;
    const dx = noise.cells2((x + e) / sizeM + sizeM, y / sizeM).nearest - nearest;
    const dy = noise.cells2(x / sizeM + sizeM, (y + e) / sizeM).nearest - nearest;
    surface.nx += (inside * amount * dx) / 0.09;
    surface.ny += (inside * amount * dy) / 0.09;
  }
}
