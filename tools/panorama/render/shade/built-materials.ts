import { smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import { MATERIAL } from '../mesh/mesh';
import { blendColour, type Surface, type SurfacePoint, scaleColour, setColour } from './surface';

/** House paint of northern towns, linear reflectance. */
const PLASTERS: readonly (readonly [number, number, number])[] = [
  [0.52, 0.47, 0.36],
  [0.5, 0.5, 0.47],
  [0.46, 0.36, 0.2],
  [0.36, 0.43, 0.4],
  [0.5, 0.4, 0.33],
  [0.42, 0.42, 0.4],
];

/**
 * Colours sheet roofs, plaster, poles, rust and painted signs.
 *
 * @returns false where the material is none of them
 */
export function paintBuiltMaterial(
  noise: Noise,
  material: number,
  tint: number,
  local: Float64Array,
  { x, y, z, footprintM: fp }: SurfacePoint,
  surface: Surface,
): boolean {
  const { albedo } = surface;
  const broad = noise.fractal3(x * 0.9, y * 0.9, z * 0.9, 4);
  switch (material) {
    case MATERIAL.paintBlack:
      setColour(albedo, 0.022, 0.022, 0.025);
      return true;
    case MATERIAL.rust: {
      const flake = fp < 0.05 ? noise.fractal3(x * 9, y * 9, z * 9, 4) : 0;
      setColour(albedo, 0.115, 0.062, 0.038);
      blendColour(albedo, 0.19, 0.085, 0.04, smoothStep(-0.1, 0.35, broad + 0.6 * flake));
      scaleColour(albedo, 1 + 0.5 * flake);
      return true;
    }
    case MATERIAL.fibro: {
      const wave = fp < 0.06 ? 0.13 * Math.sin(local[0]! * 40) : 0;
      setColour(albedo, 0.25, 0.245, 0.235);
      blendColour(albedo, 0.085, 0.08, 0.07, 0.75 * smoothStep(-0.1, 0.4, broad));
      scaleColour(albedo, 1 + wave);
      return true;
    }
    case MATERIAL.redSheet:
    case MATERIAL.blueSheet: {
      const wave = fp < 0.06 ? 0.12 * Math.sin(local[0]! * 32) : 0;
      const fade = 0.8 + 0.4 * ((tint * 3.7) % 1);
      if (material === MATERIAL.redSheet) setColour(albedo, 0.27 * fade, 0.075, 0.05);
      else setColour(albedo, 0.06, 0.125 * fade, 0.21 * fade);
      blendColour(albedo, 0.2, 0.15, 0.11, 0.4 * smoothStep(0, 0.4, broad));
      scaleColour(albedo, 1 + wave);
      surface.gloss = 0.03;
      return true;
    }
    case MATERIAL.plaster: {
      const [r, g, b] = PLASTERS[Math.floor(tint * 5.3) % PLASTERS.length]!;
      setColour(albedo, r, g, b);
      const streak = noise.fractal3(x * 1.7, y * 1.7, z * 0.3, 3);
      blendColour(albedo, 0.16, 0.15, 0.13, 0.55 * smoothStep(0.05, 0.4, streak));
      return true;
    }
    case MATERIAL.pole: {
      setColour(albedo, 0.32, 0.31, 0.285);
      scaleColour(albedo, 1 + 0.35 * broad);
      return true;
    }
    case MATERIAL.shingle: {
      const row = fp < 0.2 ? 0.25 * (((z * 5.2) % 1) - 0.5) : 0;
      const board =
        fp < 0.1 ? noise.gradient3(Math.floor(local[0]! * 6), Math.floor(z * 5.2), 3.5) : 0;
      const k = (0.8 + 0.35 * ((tint * 3.3) % 1)) * (1 + row + 0.35 * board + 0.3 * broad);
      setColour(albedo, 0.135 * k, 0.122 * k, 0.105 * k);
      return true;
    }
    case MATERIAL.clay: {
      const grain = fp < 0.05 ? noise.fractal3(x * 12, y * 12, z * 30, 3) : 0;
      setColour(albedo, 0.31, 0.21, 0.125);
      scaleColour(albedo, 1 + 0.35 * broad + 0.3 * grain);
      const splash = smoothStep(0.7, 0, local[2]! + broad * 0.5);
      blendColour(albedo, 0.16, 0.11, 0.075, 0.6 * splash);
      return true;
    }
    default:
      return false;
  }
}
