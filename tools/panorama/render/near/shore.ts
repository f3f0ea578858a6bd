import { clamp, smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import {
  blendColour,
  bump,
  type Surface,
  type SurfacePoint,
  scaleColour,
  setColour,
} from '../shade/surface';
import type { WaterBody } from './water';

/** Reddish earth and stones that a falling lake lays bare. */
export function paintShore(
  noise: Noise,
  water: WaterBody,
  drawdownM: number,
  point: SurfacePoint,
  surface: Surface,
): void {
  const { x, y, z, footprintM: fp } = point;
  const over = z - water.levelM;
  const ragged =
    over + 0.5 * noise.fractal2(x / 9, y / 9, 4) + 0.3 * noise.gradient2(x / 60, y / 60);
  const share = smoothStep(drawdownM * 1.12 + 0.25, drawdownM * 0.86, ragged);
  if (share <= 0) return;
  const { albedo } = surface;
  const [r, g, b] = [albedo[0]!, albedo[1]!, albedo[2]!];
  const broad = noise.fractal2(x / 3, y / 3, 4);
  setColour(albedo, 0.235, 0.165, 0.108);
  blendColour(albedo, 0.27, 0.235, 0.185, smoothStep(0, 0.4, noise.fractal2(x / 17, y / 17, 3)));
  const fine = fp < 0.3 ? noise.fractal2(x * 2.2, y * 2.2, 4) : 0;
  scaleColour(albedo, 1 + 0.3 * broad + 0.3 * fine);
  const stones = noise.cells2(x * 2.6, y * 2.6);
  if (fp < 0.12 && stones.id > 150) {
    const stone = smoothStep(0.42, 0.3, stones.nearest) * (1 - fp / 0.12);
    blendColour(albedo, 0.19, 0.18, 0.165, 0.8 * stone);
  }
  // The lake fell in steps and left a line at each.
  const line = Math.sin(over * 10.5 + 2.2 * noise.gradient2(x / 23, y / 23)) * detail(fp, 0.5);
  scaleColour(albedo, 1 + 0.14 * line);
  const grass = smoothStep(drawdownM * 0.5, drawdownM, ragged) * smoothStep(-0.1, 0.3, broad + 0.1);
  blendColour(albedo, 0.1, 0.14, 0.035, 0.7 * grass);
  const wet = smoothStep(0.35, 0.02, over + 0.1 * broad);
  scaleColour(albedo, 1 - 0.5 * wet);
  for (let c = 0; c < 3; c++) {
    albedo[c] = albedo[c]! * share + (c === 0 ? r : c === 1 ? g : b) * (1 - share);
  }
  surface.openness = clamp(surface.openness + share * 0.3, 0, 1);
  if (fp < 0.05) bump(noise, surface, point, 7, 0.16 * share, 3);
}

function detail(footprintM: number, sizeM: number): number {
  return clamp(1 - footprintM / sizeM, 0, 1);
}
