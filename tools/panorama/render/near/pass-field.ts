import { createEroder } from '../land/relief';
import { clamp, mix, smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import { hashCell } from '../maths/random';
import type { Recipe } from '../recipe';
import {
  blendColour,
  bump,
  resetSurface,
  type Surface,
  type SurfacePoint,
  setColour,
  setNormal,
} from '../shade/surface';
import { crownRelief, type FieldContext, patchyForest } from './field-context';
import type { NearField, PlantedTuft } from './near-field';
import { passObjects } from './pass-objects';
import { RoadLine } from './road-line';
import { createWildPainter, type WildLook } from './wild-ground';
import { plantWild } from './wild-plants';

/** Sizes that suit open hill country. */
export const HILL_CLIP_SIZES = [
  { cellM: 0.12, posts: 1024 },
  { cellM: 0.5, posts: 1500 },
  { cellM: 2, posts: 1600 },
  { cellM: 8, posts: 1400 },
  { cellM: 32, posts: 1400 },
  { cellM: 150, posts: 1800 },
];
const SHOULDER_M = 1.2;
/** Within this distance no tree overtops the viewer's horizon. */
const CLEARED_TO_M = 900;
const FALLING_TO_M = 420;
/** Cut and bank beside a main road. */
const BANK_M = 9;
const LOOKOUT_RADIUS_M = 22;

/** Hill country with roads cut into it; without roads, plain wild ground. */
export function createPassField(
  context: FieldContext,
  pass: Extract<Recipe['nearField'], { kind: 'pass' | 'ground' }>,
): NearField {
  const { noise, recipe } = context;
  const erode = createEroder(context.dem, noise, {
    detailRatio: 0.55,
    calmFromM: 40,
    calmToM: 700,
    canopyRatio: 0,
  });
  const roads =
    pass.kind === 'pass'
      ? pass.roads.map((road) => new RoadLine(road, context.frame, (x, y) => erode(x, y, 30)))
      : [];
  const isOnRoad = (x: number, y: number, marginM: number): boolean =>
    roads.some((r) => r.near(x, y) && Math.abs(r.hit.besideM) < r.road.widthM / 2 + marginM);
  const micro = (x: number, y: number): number => {
    let share = 1;
    for (const r of roads) {
      if (!r.near(x, y)) continue;
      share = Math.min(share, smoothStep(0, 1.6, Math.abs(r.hit.besideM) - r.road.widthM / 2));
    }
    const rough = 0.13 * noise.fractal2(x / 2.2, y / 2.2, 4) + 0.03 * noise.gradient2(x * 2, y * 2);
    return share * rough + 0.006 * noise.gradient2(x * 3, y * 3);
  };
  const look = passLook(context);
  return {
    clipSizes: HILL_CLIP_SIZES,
    stepRatio: 0.004,
    floorAlbedo: 0.13,
    treeReachM: 2700,
    shape: (x, y, cellM) =>
      roads.reduce(
        (h, r) => r.cutInto(x, y, h),
        erode(x, y, cellM) + lookoutM(pass, context, x, y),
      ),
    micro,
    crown: (x, y) => crownRelief(noise, x, y),
    createPainter: (groundAt) => {
      const wild = createWildPainter(noise, look, groundAt, micro, context.cellAt);
      return (point, surface) => {
        const road = roads.find(
          (r) =>
            r.near(point.x, point.y) && Math.abs(r.hit.besideM) < r.road.widthM / 2 + SHOULDER_M,
        );
        if (road && point.distanceM < 5000) paintRoad(noise, road, point, surface, groundAt);
        else {
          wild(point, surface);
          paintBanks(noise, roads, point, surface);
        }
      };
    },
    objects: (groundAt) => passObjects(noise, roads, recipe.seed, isOnRoad, groundAt),
    trees: (groundAt) =>
      plantWild(noise, groundAt, {
        centreX: context.viewerX,
        centreY: context.viewerY,
        fromM: 45,
        toM: 2700,
        forest: look.forest,
        treeLineM: 2600,
        bambooRatio: 0.75,
        pineRatio: 0.5,
        isFree: (x, y) => !isOnRoad(x, y, 8),
        hidesView: (x, y, topM) => hidesPassView(context, roads.length > 0, x, y, topM, groundAt),
      }),
    tuftAt: (x, y, column, row) => passTuft(context, isOnRoad, x, y, column, row),
  };
}

function passTuft(
  { noise, season }: FieldContext,
  isOnRoad: (x: number, y: number, marginM: number) => boolean,
  x: number,
  y: number,
  column: number,
  row: number,
): PlantedTuft | undefined {
  if (isOnRoad(x, y, 0.35)) return undefined;
  const verge = isOnRoad(x, y, 1.2) ? 0.6 : 0;
  const gap = 0.06 + verge + 0.5 * smoothStep(0.15, 0.5, noise.gradient2(x / 3 + 40, y / 3));
  if (hashCell(column, row, 326) < gap) return undefined;
  const tall = 0.22 + 0.3 * hashCell(column, row, 320) + 0.22 * noise.gradient2(x / 4, y / 4);
  return {
    kind: 'grass',
    heightM: Math.max(0.1, tall) * (verge > 0 ? 0.6 : 1),
    ripeness: clamp(season.dryness + 0.3 * noise.gradient2(x / 6 + 9, y / 6), 0, 1),
    densityRatio: 1,
  };
}

/** The knoll a recipe may put under the viewer, metres. */
function lookoutM(
  pass: Extract<Recipe['nearField'], { kind: 'pass' | 'ground' }>,
  { viewerX, viewerY }: FieldContext,
  x: number,
  y: number,
): number {
  if (pass.kind !== 'pass' || pass.lookoutHeightM === undefined) return 0;
  const r = Math.hypot(x - viewerX, y - viewerY) / LOOKOUT_RADIUS_M;
  return pass.lookoutHeightM * Math.exp(-r * r);
}

/**
 * Keeps the viewer's horizon free, and on slopes that fall away the roads below.
 *
 * @param topM - height of a plant's top above the sea
 */
function hidesPassView(
  { viewerX, viewerY, recipe }: FieldContext,
  hasRoads: boolean,
  x: number,
  y: number,
  topM: number,
  groundAt: (x: number, y: number) => number,
): boolean {
  const r = Math.hypot(x - viewerX, y - viewerY);
  const eyeM = groundAt(viewerX, viewerY) + recipe.viewpoint.eyeHeightAboveGroundM;
  const isFalling = hasRoads && r < FALLING_TO_M && groundAt(x, y) < eyeM - 1 - 0.06 * r;
  return r < CLEARED_TO_M && topM > eyeM - (isFalling ? 0.27 : 0.02) * r;
}

function passLook({ noise, season, viewerX, viewerY }: FieldContext): WildLook {
  const forest = patchyForest(noise, 0.5);
  return {
    rock: { colour: [0.21, 0.15, 0.105], lichenRatio: 0.15, mossRatio: 0.5 },
    rockFromSlope: 0.42,
    stoninessRatio: -0.34,
    grass: season.grass,
    forest: (x, y, z) =>
      clamp(forest(x, y, z) + 0.25 * smoothStep(900, 1500, z), 0, 1) *
      (0.04 + 0.96 * smoothStep(110, CLEARED_TO_M, Math.hypot(x - viewerX, y - viewerY))),
    fields: (x, y, z, slope) =>
      0.9 *
      smoothStep(
        0.06,
        0.26,
        0.2 - 1.2 * slope + 0.5 * noise.fractal2(x / 500, y / 500, 4) + (1050 - z) * 0.0007,
      ),
  };
}

/** Bare earth where a road was cut into the slope. */
function paintBanks(
  noise: Noise,
  roads: readonly RoadLine[],
  { x, y, distanceM }: SurfacePoint,
  surface: Surface,
): void {
  if (distanceM > 5000) return;
  for (const road of roads) {
    if (!road.near(x, y)) continue;
    const beyond = Math.abs(road.hit.besideM) - road.road.widthM / 2;
    const ragged = beyond + 3.5 * noise.fractal2(x / 6, y / 6, 3);
    const share = 0.85 * smoothStep(road.road.widthM > 5 ? BANK_M : 3.5, 1.2, ragged);
    if (share <= 0) continue;
    const k = 0.9 + 0.5 * noise.fractal2(x / 2.1, y / 2.1, 3);
    blendColour(surface.albedo, 0.215 * k, 0.148 * k, 0.098 * k, share);
  }
}

function paintRoad(
  noise: Noise,
  { road, hit }: RoadLine,
  point: SurfacePoint,
  surface: Surface,
  groundAt: (x: number, y: number) => number,
): void {
  const { x, y, footprintM: fp } = point;
  resetSurface(surface);
  const e = Math.max(0.8, fp);
  setNormal(
    surface,
    (groundAt(x - e, y) - groundAt(x + e, y)) / (2 * e),
    (groundAt(x, y - e) - groundAt(x, y + e)) / (2 * e),
    1,
  );
  const half = road.widthM / 2;
  const side = Math.abs(hit.besideM);
  const wear = noise.fractal2(x * 0.7, y * 0.7, 4);
  const grit = fp < 0.015 ? noise.gradient3(x * 90, y * 90, 0) : 0;
  const k = 1 + 0.35 * wear + 0.4 * grit;
  const edge = smoothStep(half - 0.25, half + 0.45, side + wear * 0.7);
  const isAsphalt = road.surface === 'asphalt';
  const [r, g, b] = isAsphalt ? [0.085, 0.083, 0.08] : [0.2, 0.16, 0.12];
  setColour(
    surface.albedo,
    mix(r * k, 0.19 * k, edge),
    mix(g * k, 0.15 * k, edge),
    mix(b * k, 0.105 * k, edge),
  );
  const track = Math.abs(side - half * 0.5);
  const polish = 1 - 0.18 * Math.exp(-track * track * 3);
  for (let c = 0; c < 3; c++) surface.albedo[c]! *= polish;
  if (isAsphalt && road.widthM > 5) {
    const paint = 0.8 * smoothStep(-0.25, 0.15, wear);
    const isDash = side < 0.07 + fp * 0.3 && hit.alongM % 9 < 5;
    const isLine = Math.abs(side - (half - 0.3)) < 0.06 + fp * 0.2;
    if (isDash || isLine) {
      const share = paint * Math.min(1, 0.13 / (0.13 + fp * 0.6));
      for (let c = 0; c < 3; c++) surface.albedo[c]! += (0.58 - surface.albedo[c]!) * share;
    }
  }
  if (fp < 0.012) bump(noise, surface, point, 45, 0.12, 2);
  surface.shadowSoftM = 0.25 + point.distanceM * 0.003;
}
