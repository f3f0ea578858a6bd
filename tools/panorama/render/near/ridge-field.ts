import { clamp, mix, smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import { hashCell } from '../maths/random';
import type { Recipe } from '../recipe';
import { paintPebbles } from '../shade/pebbles';
import { blendColour, type Surface, type SurfacePoint } from '../shade/surface';
import { CrestLine } from './crest-line';
import type { FieldContext } from './field-context';
import { createHillField } from './hill-field';
import type { NearField, PlantedTuft } from './near-field';
import { ridgeObjects } from './ridge-objects';
import type { WildLook } from './wild-ground';

type Ridge = Extract<Recipe['nearField'], { kind: 'ridge' }>;

const REACH_M = 150;
const PATH_M = 0.3;
const TREELESS_M = 34;

/** A knife ridge of grass and rock with a trodden path along its crest. */
export function createRidgeField(context: FieldContext, ridge: Ridge): NearField {
  const { noise, dem, recipe } = context;
  const crest = new CrestLine(ridge.crest, context.frame, dem);
  const besidePath = (x: number, y: number): number =>
    crest.near(x, y, 12) ? Math.abs(crest.hit.besideM - meanderM(noise, crest.hit.alongM)) : 99;
  return createHillField(context, {
    detail: { detailRatio: 1, calmFromM: 60, calmToM: 420, canopyRatio: 0.3 },
    look: ridgeLook(context, crest),
    ...(recipe.weather.cloudSea ? { floorAlbedo: 0.55 } : {}),
    form: (x, y, h) => raiseCrest(noise, crest, ridge.steepness, x, y, h),
    micro: (x, y) => {
      const trodden = smoothStep(PATH_M, PATH_M + 0.5, besidePath(x, y));
      const rough =
        0.16 * noise.fractal2(x / 2.1, y / 2.1, 4) + 0.035 * noise.gradient2(x * 2, y * 2);
      return rough * (0.22 + 0.78 * trodden) - 0.07 * (1 - trodden);
    },
    paint: () => false,
    dress: (point, surface) => paintPath(noise, besidePath(point.x, point.y), point, surface),
    objects: (groundAt) => ridgeObjects(context, crest, besidePath, groundAt),
    plants: (groundAt) => ({
      fromM: 40,
      bambooRatio: 0.3,
      pineRatio: 0.5,
      isFree: (x, y) => !crest.near(x, y, TREELESS_M),
      hidesView: (x, y, topM) => {
        const eyeM = groundAt(0, 0) + recipe.viewpoint.eyeHeightAboveGroundM;
        const r = Math.hypot(x, y);
        return r < 700 && topM > eyeM - 0.05 * r;
      },
    }),
    tuftAt: (x, y, column, row) => ridgeTuft(context, besidePath, x, y, column, row),
  });
}

/** How far the path strays from the crest. */
function meanderM(noise: Noise, alongM: number): number {
  return 0.7 * noise.gradient2(alongM / 9, 3.5) + 0.3 * noise.gradient2(alongM / 3.1, 8.5);
}

/** The land with the ridge on it: a jagged crest line, flanks broken by ribs and gullies. */
function raiseCrest(
  noise: Noise,
  crest: CrestLine,
  steepness: number,
  x: number,
  y: number,
  h: number,
): number {
  if (!crest.near(x, y, REACH_M)) return h;
  const { besideM, alongM, z } = crest.hit;
  const n = noise.gradient2;
  const side = Math.abs(besideM);
  const sign = besideM > 0 ? 40 : -40;
  const jag = 4.5 * n(alongM / 46, 1.3) + 1.6 * n(alongM / 15, 6.1) + 0.4 * n(alongM / 5, 2.2);
  const calm = smoothStep(4, 22, Math.hypot(x, y));
  const rib = n(alongM / 21 + sign, side / 90) + 0.5 * n(alongM / 8 + sign, side / 45 + 3);
  const out = Math.max(0, side - 0.75);
  const fall =
    steepness * out * (1 + 0.34 * rib * smoothStep(1.5, 14, side)) -
    0.0016 * steepness * out * out * smoothStep(20, 90, side);
  const top = z + jag * calm - 0.25 * smoothStep(0, 1.1, side) - fall;
  const blend = smoothStep(REACH_M, REACH_M * 0.55, side);
  // A soft maximum of ridge and land, so that no seam runs along the foot.
  const soft = 9;
  const d = clamp((top - h) / soft, -1, 1);
  const joined = Math.max(top, h) + (soft * (1 - Math.abs(d)) ** 2) / 4;
  return mix(h, joined, blend);
}

/** Bare earth with roots and stones where feet go. */
function paintPath(noise: Noise, besideM: number, point: SurfacePoint, surface: Surface): void {
  const { x, y, distanceM } = point;
  if (distanceM > 900) return;
  const torn = 0.5 * noise.fractal2(x / 0.8, y / 0.8, 4) + 0.35 * noise.gradient2(x / 3, y / 3);
  const share = smoothStep(PATH_M + 0.28, PATH_M - 0.1, besideM + torn * 0.6);
  if (share <= 0) return;
  const k = 1 + 0.45 * noise.fractal2(x * 2.3, y * 2.3, 4);
  blendColour(surface.albedo, 0.225 * k, 0.16 * k, 0.108 * k, 0.92 * share);
  surface.translucency *= 1 - share;
  paintPebbles(noise, share, point, surface);
}

function ridgeTuft(
  { noise, season }: FieldContext,
  besidePath: (x: number, y: number) => number,
  x: number,
  y: number,
  column: number,
  row: number,
): PlantedTuft | undefined {
  const beside = besidePath(x, y);
  const chance = hashCell(column, row, 326);
  const edge = smoothStep(PATH_M - 0.12, PATH_M + 0.5, beside);
  if (chance > edge * 0.94) return undefined;
  const tall = 0.16 + 0.26 * hashCell(column, row, 320) + 0.22 * noise.gradient2(x / 3, y / 3);
  return {
    kind: 'grass',
    heightM: Math.max(0.07, tall) * (0.35 + 0.65 * smoothStep(0.3, 2.2, beside)),
    ripeness: clamp(season.dryness + 0.3 + 0.6 * noise.gradient2(x / 6 + 9, y / 6), 0, 1),
    densityRatio: 1,
  };
}

function ridgeLook({ noise, season }: FieldContext, crest: CrestLine): WildLook {
  const [r, g, b] = season.grass;
  return {
    rock: { colour: [0.2, 0.185, 0.165], lichenRatio: 0.45, mossRatio: 0.6 },
    rockFromSlope: 0.42,
    stoninessRatio: -0.3,
    grass: [r * 1.12, g * 0.98, b],
    forest: (x, y, z) => {
      const open = crest.near(x, y, REACH_M) ? smoothStep(30, 120, Math.abs(crest.hit.besideM)) : 1;
      const height = smoothStep(2350, 1900, z + 150 * noise.gradient2(x / 260, y / 260));
      const near = smoothStep(72, 190, Math.hypot(x, y));
      return (
        near * open * clamp(0.25 + 0.6 * height + 0.8 * noise.fractal2(x / 300, y / 300, 4), 0, 1)
      );
    },
    fields: (x, y, z, slope) =>
      0.8 *
      smoothStep(0.1, 0.3, 0.1 - 1.2 * slope + 0.4 * noise.fractal2(x / 500, y / 500, 4)) *
      smoothStep(1900, 1500, z),
  };
}
