import { smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import { MATERIAL } from '../mesh/mesh';
import { paintRock, type RockLook } from './rock';
import {
  blendColour,
  bump,
  type Surface,
  type SurfacePoint,
  scaleColour,
  setColour,
} from './surface';

const LIMESTONE: RockLook = { colour: [0.125, 0.124, 0.118], lichenRatio: 0.14, mossRatio: 0.55 };

/**
 * Colours plastic drums, nets, tarpaulins, beaten earth, mossy bark and painted hulls.
 *
 * @returns false where the material is none of them
 */
export function paintRuralMaterial(
  noise: Noise,
  material: number,
  tint: number,
  local: Float64Array,
  point: SurfacePoint,
  surface: Surface,
): boolean {
  const { x, y, z, footprintM: fp } = point;
  const { albedo } = surface;
  switch (material) {
    case MATERIAL.drum:
      setColour(albedo, 0.02, 0.09, 0.27);
      blendColour(
        albedo,
        0.16,
        0.17,
        0.15,
        0.5 * smoothStep(0, 0.4, noise.fractal3(x * 5, y * 5, z * 5, 3)),
      );
      surface.gloss = 0.05;
      return true;
    case MATERIAL.net:
      setColour(albedo, 0.035, 0.07, 0.06);
      surface.translucency = 0.5;
      return true;
    case MATERIAL.tarp: {
      const fold = noise.fractal3(x * 2.2, y * 2.2, z * 2.2, 3);
      if ((tint * 1.7) % 1 < 0.5) setColour(albedo, 0.05, 0.14, 0.3);
      else setColour(albedo, 0.1, 0.2, 0.12);
      scaleColour(albedo, 1 + 0.4 * fold);
      surface.translucency = 0.4;
      surface.gloss = 0.03;
      return true;
    }
    case MATERIAL.earth: {
      const k = 0.85 + 0.3 * ((tint * 4.3) % 1);
      const lift = 0.06 * Math.sin(local[2]! * 9);
      const broad = noise.fractal3(x * 1.3, y * 1.3, z * 1.3, 4);
      setColour(albedo, 0.4 * k, 0.285 * k, 0.145 * k);
      scaleColour(albedo, 1 + 0.35 * broad + lift);
      blendColour(albedo, 0.16, 0.125, 0.085, 0.6 * smoothStep(0.9, 0.1, local[2]! + broad));
      if (fp < 0.02) bump(noise, surface, point, 9, 0.12, 3);
      return true;
    }
    case MATERIAL.limestone:
      paintRock(noise, LIMESTONE, surface, point, tint);
      surface.gloss = 0.01;
      return true;
    case MATERIAL.mossBark:
      paintMossBark(noise, local, point, surface);
      return true;
    case MATERIAL.hull: {
      const worn = noise.fractal3(x * 3, y * 3, z * 6, 4);
      if ((tint * 2.3) % 1 < 0.55) setColour(albedo, 0.1, 0.17, 0.24);
      else setColour(albedo, 0.13, 0.2, 0.13);
      blendColour(albedo, 0.2, 0.15, 0.1, smoothStep(0.05, 0.4, worn + 0.12 - local[2]! * 0.3));
      surface.gloss = 0.03;
      return true;
    }
    default:
      return false;
  }
}

/** Bark under cushions of moss: thick on the weather side and on what lies level. */
function paintMossBark(
  noise: Noise,
  local: Float64Array,
  point: SurfacePoint,
  surface: Surface,
): void {
  const { x, y, z, footprintM: fp } = point;
  const { albedo } = surface;
  const rough = fp < 0.03 ? noise.fractal3(x * 14, y * 14, z * 4, 3) : 0;
  setColour(albedo, 0.105 * (1 + rough), 0.082 * (1 + rough), 0.06 * (1 + rough));
  const cushion = noise.fractal3(x * 2.1, y * 2.1, z * 1.3, 4);
  const share = smoothStep(
    -0.22,
    0.16,
    cushion + 0.5 * surface.face[2]! + 0.22 * surface.face[1]! + 0.16 - local[2]! * 0.035,
  );
  const tone = noise.fractal3(x * 7, y * 7, z * 7, 3);
  const fine = fp < 0.01 ? noise.gradient3(x * 60, y * 60, z * 60) : 0;
  const k = 1 + 0.5 * tone + 0.35 * fine;
  blendColour(albedo, 0.088 * k, 0.112 * k, 0.022 * k, 0.94 * share);
  const lichen = smoothStep(0.16, 0.3, noise.fractal3(x * 4 + 9, y * 4, z * 4, 4)) * (1 - share);
  blendColour(albedo, 0.3, 0.33, 0.28, 0.7 * lichen);
  if (fp < 0.03) bump(noise, surface, point, 26, 0.3 * share + 0.12, 2);
}
