import { clamp, smoothStep } from '../maths/curves';
import { crownRelief, type FieldContext, patchyForest } from '../near/field-context';
import type { NearField } from '../near/near-field';
import { createWildPainter, type WildLook } from '../near/wild-ground';
import { plantWild } from '../near/wild-plants';
import { createTilled, dressSettlement, paintSteps } from './still-ground';
import { stillHouses } from './still-houses';
import { createSector, createStillShape } from './still-land';
import { createFlatness, type Flatness, paintPlots } from './still-plots';
import type { StillLand } from './still-recipe';
import { createRoadDistance, dressRoad } from './still-roads';
import { isWet } from './still-wet';

/** Fewer posts than a panorama has: a still looks one way, from above. */
const CLIP_SIZES = [
  { cellM: 4, posts: 560 },
  { cellM: 14, posts: 760 },
  { cellM: 52, posts: 620 },
  { cellM: 170, posts: 760 },
] as const;
const TREE_LINE_M = 2750;
const PLANTED_TO_M = 2600;
const FREE_OF_TREES_M = 40;
const CLOUD_WAVES_M = 60;
const LAKE = { colour: [0.02, 0.05, 0.045], clearM: 1.2, windRatio: 0.35 } as const;
const LAKE_REACH_M = 30_000;
const POND_REACH_RATIO = 1.6;

/** The land and things of a still. */
export function createStillField(context: FieldContext, land: StillLand): NearField {
  const { noise, viewerX, viewerY } = context;
  const shape = createStillShape(context, land);
  const isInView = createSector(context, land);
  const tilled = createTilled(context, land);
  const roadDistance = createRoadDistance(context, land);
  const flat = createFlatness(context);
  const look = stillLook(context, land, flat);
  const sea = context.recipe.weather.cloudSea;
  // Trees are drawn over clouds, so none stand below their top.
  const cloudM = sea ? sea.topHeightOrthometricM + CLOUD_WAVES_M : Number.NEGATIVE_INFINITY;
  return {
    clipSizes: CLIP_SIZES,
    stepRatio: 0.004,
    floorAlbedo: 0.13,
    treeReachM: PLANTED_TO_M,
    ...waterOf(land),
    shape,
    micro: () => 0,
    crown: (x, y) => crownRelief(noise, x, y),
    createPainter: (groundAt) => {
      const wild = createWildPainter(noise, look, groundAt, () => 0, context.cellAt);
      return (point, surface) => {
        if (!paintSteps(context, land, tilled, point, surface, groundAt)) {
          wild(point, surface);
          paintPlots(context, land, flat, point, surface);
          dressSettlement(context, land, point, surface);
        }
        dressRoad(roadDistance(point.x, point.y), point, surface);
      };
    },
    objects: (groundAt) => stillHouses(context, land, roadDistance, groundAt),
    trees: (groundAt) =>
      plantWild(noise, groundAt, {
        centreX: viewerX,
        centreY: viewerY,
        fromM: FREE_OF_TREES_M,
        toM: PLANTED_TO_M,
        forest: look.forest,
        treeLineM: TREE_LINE_M,
        bambooRatio: 0.45,
        pineRatio: land.cover === 'high-mountain' ? 0.7 : 0.3,
        isFree: (x, y) => {
          if (!isInView(x, y) || roadDistance(x, y) < 8) return false;
          const z = groundAt(x, y);
          if (z < cloudM || isWet(land, z) || !isFreeOfHouses(context, land, x, y)) return false;
          const e = 6;
          const gx = (groundAt(x + e, y) - groundAt(x - e, y)) / (2 * e);
          const gy = (groundAt(x, y + e) - groundAt(x, y - e)) / (2 * e);
          return tilled(x, y, 1 - 1 / Math.hypot(gx, gy, 1)) < 0.5;
        },
      }),
    tuftAt: () => undefined,
  };
}

function waterOf({ water }: StillLand): Pick<NearField, 'water'> {
  if (!water) return {};
  const reachM = water.pondRadiusM > 0 ? water.pondRadiusM * POND_REACH_RATIO : LAKE_REACH_M;
  return { water: { ...LAKE, levelM: water.levelOrthometricM, reachM } };
}

/** Gardens keep a tree here and there. */
function isFreeOfHouses({ noise }: FieldContext, land: StillLand, x: number, y: number): boolean {
  if (!land.settlement) return true;
  const r = Math.hypot(x, y) / land.settlement.radiusM;
  const gap = land.settlement.style === 'town' ? 0.16 : 0.1;
  return r > 1.1 || noise.gradient2(x / 21, y / 21) > gap + 0.25 * (1 - r);
}

function stillLook({ noise, season }: FieldContext, land: StillLand, flat: Flatness): WildLook {
  const cover = {
    forest: 0.82,
    farmland: 0.4,
    terraces: 0.5,
    tea: 0.42,
    karst: 0.62,
    'high-mountain': 0.78,
  }[land.cover];
  const forest = patchyForest(noise, cover);
  const farmed = { forest: 0.1, farmland: 0.34, terraces: 0.24, tea: 0.26, karst: 0.26 };
  const fieldBias = land.cover === 'high-mountain' ? 0 : farmed[land.cover];
  const isKarst = land.cover === 'karst';
  const isHigh = land.cover === 'high-mountain';
  const settledM = land.settlement?.radiusM ?? 0;
  const isSettled = (x: number, y: number) => Math.hypot(x, y) < settledM;
  return {
    rock: isKarst
      ? { colour: [0.25, 0.245, 0.23], lichenRatio: 0.4, mossRatio: 0.45 }
      : { colour: [0.23, 0.2, 0.165], lichenRatio: 0.3, mossRatio: 0.45 },
    rockFromSlope: isKarst ? 0.4 : isHigh ? 0.36 : 0.47,
    stoninessRatio: -0.3,
    grass: season.grass,
    forest: (x, y, z) =>
      clamp(forest(x, y, z) + 0.3 * smoothStep(900, 1600, z), 0, 1) *
      (isHigh || land.cover === 'forest' || isSettled(x, y) ? 1 : 1 - 0.8 * flat(x, y)),
    fields: (x, y, z, slope) =>
      fieldBias <= 0
        ? 0
        : 0.9 *
          smoothStep(
            0.06,
            0.26,
            fieldBias -
              1.25 * slope +
              0.45 * noise.fractal2(x / 480, y / 480, 4) +
              (900 - z) * 0.0002,
          ),
  };
}
