import { mix, smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import { MATERIAL } from '../mesh/mesh';
import { paintBuiltMaterial } from './built-materials';
import { paintRock, type RockLook } from './rock';
import { paintRuralMaterial } from './rural-materials';
import {
  blendColour,
  bump,
  resetSurface,
  type Surface,
  type SurfacePoint,
  scaleColour,
  setColour,
} from './surface';

const STONE: RockLook = {
  colour: [0.33, 0.315, 0.295],
  lichenRatio: 0.22,
  mossRatio: 0.12,
  bumpRatio: 0.3,
};
const WARM_STONE: RockLook = { colour: [0.25, 0.225, 0.19], lichenRatio: 0.35, mossRatio: 0.7 };

/** How a thin leaf takes light. */
const LEAVES: Readonly<
  Record<number, { r: number; g: number; b: number; through: number; gloss: number }>
> = {
  [MATERIAL.leaf]: { r: 0.045, g: 0.085, b: 0.022, through: 0.5, gloss: 0.05 },
  [MATERIAL.dry]: { r: 0.3, g: 0.22, b: 0.105, through: 0.5, gloss: 0 },
  [MATERIAL.flower]: { r: 0.62, g: 0.13, b: 0.22, through: 0.6, gloss: 0 },
  [MATERIAL.banana]: { r: 0.11, g: 0.2, b: 0.03, through: 0.8, gloss: 0.03 },
  [MATERIAL.pine]: { r: 0.045, g: 0.075, b: 0.03, through: 0.35, gloss: 0.01 },
  [MATERIAL.stalk]: { r: 0.16, g: 0.17, b: 0.06, through: 0, gloss: 0.02 },
  [MATERIAL.flagRed]: { r: 0.6, g: 0.03, b: 0.025, through: 0.7, gloss: 0 },
  [MATERIAL.flagYellow]: { r: 0.75, g: 0.55, b: 0.03, through: 0.7, gloss: 0 },
  [MATERIAL.petalYellow]: { r: 0.66, g: 0.41, b: 0.012, through: 0.6, gloss: 0 },
  [MATERIAL.petalWhite]: { r: 0.82, g: 0.79, b: 0.76, through: 0.6, gloss: 0 },
  [MATERIAL.petalPink]: { r: 0.66, g: 0.23, b: 0.31, through: 0.6, gloss: 0 },
  [MATERIAL.plume]: { r: 0.5, g: 0.44, b: 0.36, through: 0.7, gloss: 0 },
  [MATERIAL.petalRed]: { r: 0.56, g: 0.055, b: 0.025, through: 0.6, gloss: 0 },
};

/** Whether a material is thin and lit from both sides. */
export function isLeafy(material: number): boolean {
  return LEAVES[material] !== undefined || material === MATERIAL.bamboo;
}

/**
 * Colours a point of an object; normal and face are set already.
 *
 * @param local - the point in the object's own metres
 */
export function paintObject(
  noise: Noise,
  material: number,
  tint: number,
  local: Float64Array,
  point: SurfacePoint,
  surface: Surface,
): void {
  resetSurface(surface);
  const { albedo } = surface;
  const vary = 0.75 + 0.5 * ((tint * 7.31) % 1);
  const leaf = LEAVES[material];
  if (leaf) {
    setColour(albedo, leaf.r * vary, leaf.g * vary, leaf.b * vary);
    surface.translucency = leaf.through;
    surface.gloss = leaf.gloss;
    surface.roughness = 0.27;
    return;
  }
  switch (material) {
    case MATERIAL.rock:
      paintRock(noise, WARM_STONE, surface, point, tint);
      surface.gloss = 0.01;
      return;
    case MATERIAL.step:
      paintRock(noise, STONE, surface, point, tint);
      surface.gloss = 0.014;
      return;
    case MATERIAL.bamboo: {
      const q = smoothStep(-0.25, 0.35, noise.fractal2(point.x / 9, point.y / 9, 3));
      setColour(
        albedo,
        mix(0.085, 0.17, q) * vary,
        mix(0.125, 0.165, q) * vary,
        mix(0.038, 0.055, q),
      );
      surface.translucency = 0.7;
      surface.gloss = 0.02;
      return;
    }
    case MATERIAL.steel:
    case MATERIAL.rail:
      paintSteel(noise, material, local, point, surface);
      return;
    default:
      if (paintBuiltMaterial(noise, material, tint, local, point, surface)) return;
      if (paintRuralMaterial(noise, material, tint, local, point, surface)) return;
      paintBuilt(noise, material, tint, local, point, surface);
  }
}

function paintSteel(
  noise: Noise,
  material: number,
  local: Float64Array,
  { x, y, footprintM: fp }: SurfacePoint,
  surface: Surface,
): void {
  const brush = fp < 0.01 ? noise.fractal3(x * 3, y * 3, local[2]! * 160, 3) : 0;
  setColour(surface.albedo, 0.03, 0.03, 0.032);
  surface.mirror = (material === MATERIAL.steel ? 0.62 : 0.5) * (1 + 0.3 * brush);
  surface.roughness = 0.3;
  surface.gloss = 0.4;
}

/** Wood, plaster, paint, thatch and tiles. */
function paintBuilt(
  noise: Noise,
  material: number,
  tint: number,
  local: Float64Array,
  point: SurfacePoint,
  surface: Surface,
): void {
  const { x, y, z, footprintM: fp } = point;
  const { albedo } = surface;
  const broad = noise.fractal3(x * 4, y * 4, z * 4, 4);
  switch (material) {
    case MATERIAL.bark: {
      const b = fp < 0.01 ? noise.fractal3(x * 30, y * 30, z * 9, 3) : 0;
      setColour(albedo, 0.11 * (1 + b), 0.085 * (1 + b), 0.062 * (1 + b));
      const lichen = smoothStep(0.05, 0.2, noise.fractal3(x * 6, y * 6, z * 6, 3)) * 0.6;
      blendColour(albedo, 0.3, 0.32, 0.27, lichen);
      return;
    }
    case MATERIAL.wood:
    case MATERIAL.plank: {
      const a = noise.fractal3(x * 5, y * 5, z * 5, 3);
      const along = material === MATERIAL.plank ? local[1]! : local[2]!;
      const grain = fp < 0.008 ? noise.fractal3(local[0]! * 60, along * 7, z * 60, 3) : 0;
      const k =
        (0.85 + 0.3 * ((tint * 5.7 + Math.floor(local[0]! * 6.7) * 0.37) % 1)) *
        (1 + 0.5 * a + 0.6 * grain);
      setColour(albedo, 0.19 * k, 0.142 * k, 0.1 * k);
      blendColour(albedo, 0.2 * k, 0.195 * k, 0.18 * k, 0.4 + 0.3 * a);
      surface.gloss = 0.015;
      return;
    }
    case MATERIAL.white: {
      setColour(albedo, 0.5, 0.485, 0.45);
      blendColour(albedo, 0.2, 0.17, 0.13, smoothStep(0, 0.4, broad + 0.22 - local[2]! * 0.5));
      return;
    }
    case MATERIAL.red:
      setColour(albedo, 0.4, 0.045, 0.03);
      scaleColour(albedo, 0.85 + 0.4 * broad);
      surface.gloss = 0.02;
      return;
    case MATERIAL.thatch: {
      const straw = fp < 0.3 ? noise.gradient3(x * 6, y * 6, z * 1.5) : 0;
      const k = (0.8 + 0.4 * ((tint * 3.3) % 1)) * (1 + 0.3 * broad + 0.25 * straw);
      setColour(albedo, 0.155 * k, 0.125 * k, 0.09 * k);
      return;
    }
    case MATERIAL.tile: {
      const rows = fp < 0.15 ? 0.14 * Math.sin(z * 34) : 0;
      const k = 1 + 0.3 * broad + rows;
      setColour(albedo, 0.2 * k, 0.105 * k, 0.07 * k);
      return;
    }
    case MATERIAL.dark:
      setColour(albedo, 0.02, 0.016, 0.012);
      return;
    default:
      setColour(albedo, 0.33, 0.32, 0.29);
      scaleColour(albedo, 1 + 0.5 * broad);
      if (fp < 0.01) bump(noise, surface, point, 20, 0.05, 2);
  }
}
