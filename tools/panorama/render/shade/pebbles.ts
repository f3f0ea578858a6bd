import { smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import {
  blendColour,
  bump,
  detailShare,
  type Surface,
  type SurfacePoint,
  scaleColour,
} from './surface';

/** Sizes of stones in trodden earth: cells a metre, one cell of how many holds a stone. */
const SIZES: readonly (readonly [number, number])[] = [
  [6, 7],
  [13, 4],
  [28, 2],
];

/**
 * Strews stones of three sizes, grit and clods over painted earth.
 *
 * @param share - how much of the earth is bare, 0 to 1
 */
export function paintPebbles(
  noise: Noise,
  share: number,
  point: SurfacePoint,
  surface: Surface,
): void {
  const { x, y, footprintM: fp } = point;
  if (share <= 0.02 || fp > 0.06) return;
  const { albedo } = surface;
  for (const [perM, among] of SIZES) {
    const seen = share * detailShare(fp, 0.08 / perM, 0.5 / perM);
    if (seen <= 0) continue;
    const cell = noise.cells2(x * perM + perM, y * perM);
    const id = cell.id;
    if (id % among !== 0) continue;
    const edge = 0.2 + (id % 13) / 60;
    const isStone = smoothStep(edge + 0.06, edge - 0.04, cell.nearest);
    const rim = smoothStep(edge + 0.2, edge, cell.nearest) * (1 - isStone);
    const tone = 0.68 + (id % 23) / 36;
    scaleColour(albedo, 1 - 0.5 * rim * seen);
    blendColour(albedo, 0.19 * tone, 0.168 * tone, 0.142 * tone, 0.85 * isStone * seen);
  }
  const fine = share * detailShare(fp, 0.005, 0.03);
  const grit = noise.gradient3(x * 75, y * 75, 2) + 0.6 * noise.gradient3(x * 31, y * 31, 6);
  scaleColour(albedo, 1 + 0.26 * fine * grit);
  const damp = smoothStep(0.05, 0.4, noise.fractal2(x / 1.7 + 3, y / 1.7, 4));
  scaleColour(albedo, 1 - 0.32 * share * damp);
  if (fp < 0.02) bump(noise, surface, point, 17, 0.11 * share, 3);
}
