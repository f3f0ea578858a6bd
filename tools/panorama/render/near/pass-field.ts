import { clamp, smoothStep } from '../maths/curves';
import { hashCell } from '../maths/random';
import type { Recipe } from '../recipe';
import { type FieldContext, patchyForest } from './field-context';
import { carvedM, createHillField } from './hill-field';
import type { GroundAt, NearField, PlantedTuft } from './near-field';
import { passObjects } from './pass-objects';
import { RoadLine } from './road-line';
import { paintBanks, paintRoadAt } from './road-surface';
import { Trodden } from './trodden';
import { paintTrodden } from './trodden-painter';
import { levelTerrace, outsideTerrace, paintTerrace } from './view-terrace';
import type { WildLook } from './wild-ground';

type Pass = Extract<Recipe['nearField'], { kind: 'pass' }>;
type PassRecipe = Extract<Recipe['nearField'], { kind: 'pass' | 'ground' }>;

/** Within this distance no tree overtops the viewer's horizon. */
const CLEARED_TO_M = 900;
const FALLING_TO_M = 420;
const LOOKOUT_RADIUS_M = 22;
/** A viewing terrace lies a step above its road. */
const TERRACE_STEP_M = 0.15;
const FOOTPATH_TO_M = 110;

/** Hill country with roads cut into it; without roads, plain wild ground. */
export function createPassField(context: FieldContext, recipe: PassRecipe): NearField {
  const { noise, viewerX, viewerY } = context;
  const pass = recipe.kind === 'pass' ? recipe : undefined;
  const terrace = pass?.terrace;
  const dress = (x: number, y: number, h: number): number =>
    h + lookoutM(pass, context, x, y) - (pass?.carving ? carvedM(pass.carving, x, y) : 0);
  const roads = (pass?.roads ?? []).map(
    (road) => new RoadLine(road, context.frame, (x, y) => dress(x, y, context.dem(x, y))),
  );
  const beside = roads.find((r) => r.near(viewerX, viewerY));
  const levelM = beside
    ? beside.hit.z + TERRACE_STEP_M
    : dress(viewerX, viewerY, context.dem(viewerX, viewerY));
  const isOnRoad = (x: number, y: number, marginM: number): boolean =>
    roads.some((r) => r.near(x, y) && Math.abs(r.hit.besideM) < r.road.widthM / 2 + marginM);
  const trodden =
    pass?.footpathDeg === undefined
      ? undefined
      : new Trodden(noise, (pass.footpathDeg * Math.PI) / 180, []);
  const isBuilt = (x: number, y: number, marginM: number): boolean =>
    isOnRoad(x, y, marginM) ||
    (terrace ? outsideTerrace(terrace, x, y) < marginM : false) ||
    (trodden ? trodden.path(x, y) > 0.05 : false);
  const look = passLook(context);
  return createHillField(context, {
    detail: { detailRatio: pass?.reliefRatio ?? 0.55, calmFromM: 40, calmToM: 700, canopyRatio: 0 },
    look,
    form: (x, y, h) => {
      const cut = roads.reduce((z, r) => r.cutInto(x, y, z), dress(x, y, h));
      return terrace && !isOnRoad(x, y, 0.6) ? levelTerrace(terrace, levelM, x, y, cut) : cut;
    },
    micro: (x, y) => {
      const rough =
        0.13 * noise.fractal2(x / 2.2, y / 2.2, 4) + 0.03 * noise.gradient2(x * 2, y * 2);
      const share = terrace ? smoothStep(0.1, 1.2, outsideTerrace(terrace, x, y)) : 1;
      return share * (besideRoads(roads, x, y) * rough + 0.006 * noise.gradient2(x * 3, y * 3));
    },
    paint: (point, surface, groundAt) =>
      (terrace !== undefined && paintTerrace(noise, terrace, point, surface)) ||
      paintRoadAt(noise, roads, point, surface, groundAt),
    dress: (point, surface) => {
      paintBanks(noise, roads, point, surface);
      if (trodden && point.distanceM < FOOTPATH_TO_M) {
        paintTrodden(noise, trodden, point, surface);
      }
    },
    objects: (groundAt) => passObjects({ context, roads, pass, levelM, isBuilt }, groundAt),
    plants: (groundAt) => ({
      bambooRatio: 0.75,
      fromM: 26,
      isFree: (x, y) => !isBuilt(x, y, 6),
      hidesView: (x, y, topM) => hidesPassView(context, pass, x, y, topM, groundAt),
    }),
    tuftAt: (x, y, column, row) =>
      trodden && trodden.path(x, y) > 0.35
        ? undefined
        : passTuft(context, isBuilt, x, y, column, row),
  });
}

/** 0 on a road, 1 from a little beside it. */
function besideRoads(roads: readonly RoadLine[], x: number, y: number): number {
  let share = 1;
  for (const r of roads) {
    if (!r.near(x, y)) continue;
    share = Math.min(share, smoothStep(0, 1.6, Math.abs(r.hit.besideM) - r.road.widthM / 2));
  }
  return share;
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
  const tall = 0.2 + 0.25 * hashCell(column, row, 320) + 0.3 * noise.gradient2(x / 4, y / 4);
  return {
    kind: 'grass',
    heightM: Math.max(0.08, tall) * (verge > 0 ? 0.6 : 1),
    ripeness: clamp(season.dryness + 0.5 * noise.gradient2(x / 7 + 9, y / 7), 0, 1),
    densityRatio: 1,
  };
}

/** The knoll a recipe may put under the viewer, metres. */
function lookoutM(
  pass: Pass | undefined,
  { viewerX, viewerY }: FieldContext,
  x: number,
  y: number,
): number {
  if (pass?.lookoutHeightM === undefined) return 0;
  const r = Math.hypot(x - viewerX, y - viewerY) / (pass.lookoutRadiusM ?? LOOKOUT_RADIUS_M);
  return pass.lookoutHeightM * Math.exp(-r * r);
}

/**
 * Keeps the horizon free where the recipe dug a valley (all round without one), and on slopes
 * that fall away the roads below.
 *
 * @param topM - height of a plant's top above the sea
 */
function hidesPassView(
  { viewerX, viewerY, recipe }: FieldContext,
  pass: Pass | undefined,
  x: number,
  y: number,
  topM: number,
  groundAt: GroundAt,
): boolean {
  const r = Math.hypot(x - viewerX, y - viewerY);
  if (r > CLEARED_TO_M) return false;
  if (pass?.carving && !isTowardValley(pass.carving, x - viewerX, y - viewerY)) return r < 26;
  const eyeM = groundAt(viewerX, viewerY) + recipe.viewpoint.eyeHeightAboveGroundM;
  const isFalling = pass !== undefined && r < FALLING_TO_M && groundAt(x, y) < eyeM - 1 - 0.06 * r;
  return topM > eyeM - (isFalling ? 0.2 : 0.02) * r;
}

function isTowardValley(
  { headingDeg, halfAngleDeg }: { headingDeg: number; halfAngleDeg: number },
  x: number,
  y: number,
): boolean {
  const off = Math.atan2(x, y) - (headingDeg * Math.PI) / 180;
  return Math.cos(off) > Math.cos((halfAngleDeg * 0.8 * Math.PI) / 180);
}

function passLook({ noise, season, viewerX, viewerY }: FieldContext): WildLook {
  const forest = patchyForest(noise, 0.4);
  return {
    rock: { colour: [0.21, 0.15, 0.105], lichenRatio: 0.15, mossRatio: 0.5 },
    rockFromSlope: 0.42,
    stoninessRatio: -0.34,
    grass: season.grass,
    forest: (x, y, z) =>
      clamp(forest(x, y, z) + 0.2 * smoothStep(1100, 1700, z), 0, 1) *
      (0.04 + 0.96 * smoothStep(60, 320, Math.hypot(x - viewerX, y - viewerY))),
    fields: (x, y, z, slope) =>
      0.9 *
      smoothStep(
        0.06,
        0.26,
        0.2 - 1.2 * slope + 0.5 * noise.fractal2(x / 500, y / 500, 4) + (1050 - z) * 0.0007,
      ),
  };
}
