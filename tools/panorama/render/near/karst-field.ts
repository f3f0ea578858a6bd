import { clamp, mix, smoothStep } from '../maths/curves';
import { hashCell } from '../maths/random';
import { type LimestoneLook, paintLimestone } from '../shade/limestone';
import { blendColour, type Surface, type SurfacePoint } from '../shade/surface';
import { bloomAt, type FieldPatch, fieldShare, paintBuckwheat } from './buckwheat';
import { type FieldContext, patchyForest } from './field-context';
import { createHillField } from './hill-field';
import { createKarstForm, type KarstRecipe, paintPaddies } from './karst-ground';
import { karstObjects } from './karst-objects';
import type { GroundAt, NearField, PlantedTuft } from './near-field';
import { RoadLine } from './road-line';
import { paintBanks, paintRoadAt } from './road-surface';
import { levelTerrace, outsideTerrace, paintTerrace } from './view-terrace';
import type { WildLook } from './wild-ground';

const TURQUOISE = [0.018, 0.155, 0.15] as const;
const RIVER_REACH_M = 14_000;
const GREY: LimestoneLook = { colour: [0.19, 0.188, 0.178], growthRatio: 0.85, fromSlope: 0.21 };
const WHITE: LimestoneLook = { colour: [0.5, 0.488, 0.455], growthRatio: 0.12, fromSlope: 0.02 };
const VIEW_KEPT_M = 1100;
/** A terrace lies level with a road beside it unless that runs in a deep cut or on a high bank. */
const ROADSIDE_M = 9;

/** Limestone country. */
export function createKarstField(context: FieldContext, karst: KarstRecipe): NearField {
  const { noise, frame, viewerX, viewerY } = context;
  const form = createKarstForm(context, karst);
  const { terrace, river } = karst;
  const roads = karst.roads.map(
    (road) => new RoadLine(road, frame, (x, y) => form(x, y, context.dem(x, y), 30)),
  );
  const ownM = form(viewerX, viewerY, context.dem(viewerX, viewerY), 1);
  const roadside = roads.find((road) => road.near(viewerX, viewerY));
  const roadM = roadside?.hit.z ?? ownM;
  const levelM = Math.abs(roadM - ownM) < ROADSIDE_M ? roadM : ownM;
  const buckwheat = localPatches(context, karst.buckwheat);
  const white = localPatches(context, karst.whiteCuts);
  const isOnRoad = (x: number, y: number, marginM: number): boolean =>
    roads.some((r) => r.near(x, y) && Math.abs(r.hit.besideM) < r.road.widthM / 2 + marginM);
  const isBuilt = (x: number, y: number, marginM: number): boolean =>
    isOnRoad(x, y, marginM) || (terrace ? outsideTerrace(terrace, x, y) < marginM : false);
  const isField = (x: number, y: number): boolean => fieldShare(noise, buckwheat, x, y) > 0.3;
  const look = karstLook(context, karst, isField);
  const field = createHillField(context, {
    detail: { detailRatio: 0.6, calmFromM: 30, calmToM: 420, canopyRatio: 0 },
    look,
    form: (x, y, h, cellM) => {
      const cut = roads.reduce((z, r) => r.cutInto(x, y, z), form(x, y, h, cellM));
      return terrace ? levelTerrace(terrace, levelM, x, y, cut) : cut;
    },
    micro: (x, y) => {
      if (isBuilt(x, y, 0.6)) return 0;
      const rough = noise.fractal2(x / 2.2, y / 2.2, 4);
      return 0.13 * rough + 0.03 * noise.gradient2(x * 2, y * 2);
    },
    paint: (point, surface, groundAt) =>
      (terrace !== undefined && paintTerrace(noise, terrace, point, surface)) ||
      paintRoadAt(noise, roads, point, surface, groundAt),
    dress: (point, surface) => {
      dressKarst(context, karst, { roads, buckwheat, white }, point, surface);
    },
    objects: (groundAt) =>
      karstObjects({ context, karst, roads, levelM, isBuilt, isField }, groundAt),
    plants: (groundAt) => ({
      fromM: 30,
      bambooRatio: 0.35,
      pineRatio: 0.15,
      isFree: (x, y) =>
        !isBuilt(x, y, 5) &&
        !isField(x, y) &&
        (!river || groundAt(x, y) > river.levelOrthometricM + 2),
      hidesView: (x, y, topM) => hidesKarstView(context, karst, levelM, x, y, topM, groundAt),
    }),
    tuftAt: (x, y, column, row) => karstTuft(context, buckwheat, isBuilt, x, y, column, row),
  });
  if (!river) return field;
  const water = {
    levelM: river.levelOrthometricM,
    reachM: RIVER_REACH_M,
    colour: TURQUOISE,
    clearM: 1.6,
    windRatio: 0.18,
  };
  return { ...field, water };
}

function localPatches(
  { frame }: FieldContext,
  places: readonly { lonDeg: number; latDeg: number; radiusM: number }[],
): readonly FieldPatch[] {
  return places.map(({ lonDeg, latDeg, radiusM }) => {
    const [x, y] = frame.toLocal(lonDeg, latDeg);
    return { x, y, radiusM };
  });
}

interface KarstLayers {
  readonly roads: readonly RoadLine[];
  readonly buckwheat: readonly FieldPatch[];
  readonly white: readonly FieldPatch[];
}

/** Rock, fields and cut banks over wild ground. */
function dressKarst(
  context: FieldContext,
  karst: KarstRecipe,
  { roads, buckwheat, white }: KarstLayers,
  point: SurfacePoint,
  surface: Surface,
): void {
  const { noise } = context;
  const { x, y, z } = point;
  const slope = 1 - surface.face[2]!;
  paintPaddies(context, riceShare(context, karst, x, y, z, slope), point, surface);
  const field = fieldShare(noise, buckwheat, x, y);
  if (field > 0.01) paintBuckwheat(noise, field, point, surface);
  paintBanks(noise, roads, point, surface);
  paintLimestone(noise, GREY, point, surface);
  for (const cut of white) {
    const d = Math.hypot(x - cut.x, y - cut.y) / cut.radiusM;
    if (d > 1.3) continue;
    const share = smoothStep(1.05, 0.75, d + 0.3 * noise.fractal2(x / 22, y / 22, 3));
    if (share > 0.5) paintLimestone(noise, WHITE, point, surface);
    else if (share > 0) blendColour(surface.albedo, 0.5, 0.485, 0.44, share);
  }
}

function riceShare(
  { noise }: FieldContext,
  { riceBelowM }: KarstRecipe,
  x: number,
  y: number,
  z: number,
  slope: number,
): number {
  if (riceBelowM === undefined || z > riceBelowM + 40) return 0;
  const low = smoothStep(
    riceBelowM + 14,
    riceBelowM - 10,
    z + 16 * noise.gradient2(x / 150, y / 150),
  );
  const grove = smoothStep(0.36, 0.26, noise.fractal2(x / 190 + 7, y / 190, 3));
  return low * grove * smoothStep(0.05, 0.02, slope);
}

function karstTuft(
  { noise, season }: FieldContext,
  buckwheat: readonly FieldPatch[],
  isBuilt: (x: number, y: number, marginM: number) => boolean,
  x: number,
  y: number,
  column: number,
  row: number,
): PlantedTuft | undefined {
  if (isBuilt(x, y, 0.35)) return undefined;
  const chance = hashCell(column, row, 326);
  const tall = hashCell(column, row, 320);
  if (fieldShare(noise, buckwheat, x, y) > 0.4) {
    if (chance < 0.04) return undefined;
    return {
      kind: 'buckwheat',
      heightM: 0.32 + 0.22 * tall + 0.08 * noise.gradient2(x / 4, y / 4),
      ripeness: bloomAt(noise, x, y),
      densityRatio: 1,
    };
  }
  const gap = 0.1 + 0.5 * smoothStep(0.05, 0.45, noise.gradient2(x / 3 + 40, y / 3));
  if (chance < gap) return undefined;
  return {
    kind: 'grass',
    heightM: Math.max(0.08, 0.16 + 0.26 * tall + 0.22 * noise.gradient2(x / 4, y / 4)),
    ripeness: clamp(season.dryness + 0.4 * noise.gradient2(x / 6 + 9, y / 6), 0, 1),
    densityRatio: 1,
  };
}

/** Keeps the way down from the viewer, and to the flag tower, free of crowns. */
function hidesKarstView(
  { viewerX, viewerY, recipe, frame }: FieldContext,
  karst: KarstRecipe,
  levelM: number,
  x: number,
  y: number,
  topM: number,
  groundAt: GroundAt,
): boolean {
  const [dx, dy] = [x - viewerX, y - viewerY];
  const r = Math.hypot(dx, dy);
  const eyeM = levelM + recipe.viewpoint.eyeHeightAboveGroundM;
  if (karst.flagTower) {
    const [tx, ty] = frame.toLocal(karst.flagTower.lonDeg, karst.flagTower.latDeg);
    const toward =
      (dx * (tx - viewerX) + dy * (ty - viewerY)) / (r * Math.hypot(tx - viewerX, ty - viewerY));
    if (toward > 0.93 && r < 75) return true;
    if (Math.hypot(x - tx, y - ty) < 0.5 * karst.flagTower.hillRadiusM) return true;
  }
  if (r > VIEW_KEPT_M) return false;
  const isBelow = groundAt(x, y) < eyeM - 2 - 0.05 * r;
  return isBelow ? topM > eyeM - mix(0.35, 0.2, clamp(r / VIEW_KEPT_M, 0, 1)) * r : r < 45;
}

function karstLook(
  context: FieldContext,
  karst: KarstRecipe,
  isField: (x: number, y: number) => boolean,
): WildLook {
  const { noise, season } = context;
  const forest = patchyForest(noise, 0.42);
  return {
    rock: { colour: [0.14, 0.138, 0.13], lichenRatio: 0.12, mossRatio: 0.6 },
    rockFromSlope: 0.6,
    stoninessRatio: -0.2,
    grass: season.grass,
    forest: (x, y, z) => {
      const rice = karst.riceBelowM !== undefined && z < karst.riceBelowM + 6 ? 0.2 : 1;
      return isField(x, y) ? 0 : clamp(forest(x, y, z), 0, 1) * rice;
    },
    fields: (x, y, z, slope) =>
      karst.riceBelowM !== undefined && z < karst.riceBelowM + 20
        ? 0
        : 0.8 * smoothStep(0.05, 0.3, 0.2 - slope + 0.5 * noise.fractal2(x / 300, y / 300, 4)),
  };
}
