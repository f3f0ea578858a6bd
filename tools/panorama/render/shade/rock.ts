import { smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import {
  blendColour,
  bump,
  detailShare,
  type Surface,
  type SurfacePoint,
  scaleColour,
  setColour,
} from './surface';

/** Colour and growth of a place's rock. */
export interface RockLook {
  readonly colour: readonly [number, number, number];
  /** Lichen and moss, 0 to 1. */
  readonly lichenRatio: number;
  /** Moss on level faces, 0 to 1. */
  readonly mossRatio: number;
  /** Bumps of its faces over those of broken rock: dressed stone is smoother; 1 where absent. */
  readonly bumpRatio?: number;
}

/** Speckled rock with water stains, lichen and moss: colours the surface and bends its normal. */
export function paintRock(
  noise: Noise,
  look: RockLook,
  surface: Surface,
  point: SurfacePoint,
  seed: number,
): void {
  const { albedo } = surface;
  const { x, y, z, footprintM: fp } = point;
  const [r, g, b] = look.colour;
  setColour(albedo, r, g, b);
  const broad = noise.fractal3(x * 0.6 + seed, y * 0.6, z * 0.6, 3);
  scaleColour(albedo, 1 + 0.45 * broad);
  const up = surface.face[2]!;
  const rough = look.bumpRatio ?? 1;
  if (fp < 0.03) bump(noise, surface, point, 5, 0.16 * rough, 3);
  if (fp < 0.006) bump(noise, surface, point, 38, 0.06 * rough, 2);
  if (fp < 0.012) {
    const f = detailShare(fp, 0.004, 0.012);
    const fine = noise.gradient3(x * 190, y * 190, z * 190);
    const coarse = noise.gradient3(x * 75, y * 75 + 9, z * 75);
    scaleColour(albedo, 1 + f * (0.38 * fine + 0.22 * coarse));
  }
  const stain = noise.fractal3(x * 1.5 + seed, y * 1.5, z * 0.35, 3);
  blendColour(
    albedo,
    0.055,
    0.052,
    0.05,
    0.7 * smoothStep(0.08, 0.4, stain) * smoothStep(0.95, 0.3, up),
  );
  const k = look.lichenRatio;
  if (k > 0) {
    const l1 = noise.fractal3(x * 2.6, y * 2.6 + seed, z * 2.6, 5);
    const l2 = noise.fractal3(x * 5.5 + 4, y * 5.5, z * 5.5 + seed, 4);
    blendColour(albedo, 0.4, 0.42, 0.33, k * 0.6 * smoothStep(0.1, 0.26, l1));
    blendColour(albedo, 0.21, 0.23, 0.13, k * 0.6 * smoothStep(0.14, 0.26, l2));
    if (fp < 0.08) {
      const l3 = noise.fractal3(x * 9, y * 9 + 7, z * 9, 3);
      const orange = smoothStep(0.27, 0.34, l3) * smoothStep(-0.1, 0.2, broad);
      blendColour(albedo, 0.36, 0.25, 0.08, k * 0.6 * orange);
    }
  }
  const moss = noise.fractal3(x * 1.1 + 9, y * 1.1, z * 1.1, 4);
  blendColour(
    albedo,
    0.07,
    0.09,
    0.025,
    look.mossRatio * smoothStep(0.55, 0.95, up) * smoothStep(0.02, 0.25, moss),
  );
}
