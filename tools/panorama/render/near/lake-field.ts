import { createEroder, type LargeForm } from '../land/relief';
import { clamp, smoothStep } from '../maths/curves';
import { hashCell } from '../maths/random';
import type { Recipe } from '../recipe';
import { crownRelief, type FieldContext, patchyForest } from './field-context';
import { HILL_CLIP_SIZES } from './hill-field';
import { jettyDistance, lakeObjects, layJetty } from './lake-objects';
import type { NearField, PlantedTuft } from './near-field';
import { paintShore } from './shore';
import type { WaterBody } from './water';
import { createWildPainter, type WildLook } from './wild-ground';
import { plantWild } from './wild-plants';

/** What a recipe says of a lake. */
export type LakeRecipe = Extract<Recipe['nearField'], { kind: 'lake' }>;

const LAKE_REACH_M = 45_000;
const GREEN_WATER = [0.022, 0.05, 0.04] as const;
/** Nothing overtops this line down from the eye, so that the lake stays in view. */
const OPEN_VIEW_M = 900;
/** No blade grows under a deck. */
const DECK_M = 5.4;

/** A reservoir that fills real valleys to its level, with its bare shore. */
export function createLakeField(context: FieldContext, lake: LakeRecipe): NearField {
  const { noise, recipe, viewerX, viewerY } = context;
  const water = lakeWater(lake);
  const erode = createEroder(withIslands(context, lake), noise, {
    detailRatio: 0.62,
    calmFromM: 30,
    calmToM: 520,
    canopyRatio: 0,
  });
  const jetty = layJetty(context, lake, (x, y) => erode(x, y, 1));
  const deckFloorM = lake.deck && erode(viewerX, viewerY, 1) + lake.deck.floorM;
  const standM = jetty?.deckM ?? deckFloorM;
  const landM = lake.levelOrthometricM + lake.drawdownM;
  const micro = (x: number, y: number): number =>
    0.12 * noise.fractal2(x / 2.2, y / 2.2, 4) + 0.02 * noise.gradient2(x * 2, y * 2);
  const look = lakeLook(context, landM);
  const standing = recipe.viewpoint.eyeHeightAboveGroundM;
  const isHamlet = hamletGround(context, lake);
  return {
    clipSizes: HILL_CLIP_SIZES,
    stepRatio: 0.004,
    floorAlbedo: 0.12,
    treeReachM: 2700,
    water,
    ...(standM === undefined ? {} : { standM }),
    shape: (x, y, cellM) => {
      const h = erode(x, y, cellM);
      const shore = Math.abs(h - lake.levelOrthometricM);
      if (shore > 4 || cellM > 3) return h;
      return h + (1 - shore / 4) * 0.34 * noise.fractal2(x / 7, y / 7, 4);
    },
    micro,
    crown: (x, y) => crownRelief(noise, x, y),
    createPainter: (groundAt) => {
      const wild = createWildPainter(noise, look, groundAt, micro, context.cellAt);
      return (point, surface) => {
        wild(point, surface);
        if (point.z < landM + 3) paintShore(noise, water, lake.drawdownM, point, surface);
      };
    },
    objects: (groundAt) => lakeObjects(context, lake, { jetty, deckFloorM }, groundAt),
    trees: (groundAt) => {
      const eyeM = (standM ?? groundAt(viewerX, viewerY)) + standing;
      return plantWild(noise, groundAt, {
        centreX: viewerX,
        centreY: viewerY,
        fromM: 22,
        toM: 2700,
        forest: look.forest,
        treeLineM: 2600,
        bambooRatio: 0.8,
        pineRatio: 0.1,
        isFree: (x, y) =>
          groundAt(x, y) > landM + 0.8 && jettyDistance(jetty, x, y) > 9 && !isHamlet(x, y),
        hidesView: (x, y, topM) => {
          const r = Math.hypot(x - viewerX, y - viewerY);
          const isBelow = groundAt(x, y) < eyeM - 2 - 0.04 * r;
          return !jetty && r < OPEN_VIEW_M && (isBelow ? topM > eyeM - 0.22 * r : r < 55);
        },
      });
    },
    tuftAt: (x, y, column, row) =>
      lake.deck && Math.hypot(x - viewerX, y - viewerY) < DECK_M
        ? undefined
        : lakeTuft(context, erode, landM, x, y, column, row),
  };
}

function lakeWater(lake: LakeRecipe): WaterBody {
  return {
    levelM: lake.levelOrthometricM,
    reachM: LAKE_REACH_M,
    colour: GREEN_WATER,
    clearM: 1.1,
    windRatio: lake.windRatio,
  };
}

/** Drowned hills whose tops still stand out of the water. */
function withIslands({ dem, frame, noise }: FieldContext, lake: LakeRecipe): LargeForm {
  const islands = lake.islands.map(({ lonDeg, latDeg, radiusM, heightM }) => {
    const [x, y] = frame.toLocal(lonDeg, latDeg);
    return { x, y, radiusM, topM: lake.levelOrthometricM + heightM };
  });
  if (islands.length === 0) return dem;
  return (x, y) => {
    let h = dem(x, y);
    for (const island of islands) {
      const d = Math.hypot(x - island.x, y - island.y) / island.radiusM;
      if (d > 3.2) continue;
      const ragged = d * (1 + 0.28 * noise.fractal2(x / 170, y / 170, 3));
      const foot = lake.levelOrthometricM - 26;
      const top = foot + (island.topM - foot) * Math.exp(-0.55 * ragged * ragged);
      h = Math.max(h, top);
    }
    return h;
  };
}

/** Where houses stand, and the view from them down to the water: few trees. */
function hamletGround(
  { frame, noise }: FieldContext,
  lake: LakeRecipe,
): (x: number, y: number) => boolean {
  const spots = lake.hamlets.map(({ lonDeg, latDeg, radiusM }) => {
    const [x, y] = frame.toLocal(lonDeg, latDeg);
    return { x, y, radiusM };
  });
  return (x, y) =>
    noise.gradient2(x / 13, y / 13) < 0.34 &&
    spots.some((s) => Math.hypot(x - s.x, y - s.y) < s.radiusM * 1.35);
}

function lakeTuft(
  { noise, season }: FieldContext,
  ground: (x: number, y: number, cellM: number) => number,
  landM: number,
  x: number,
  y: number,
  column: number,
  row: number,
): PlantedTuft | undefined {
  const over = ground(x, y, 1) - landM;
  if (over < -1.4) return undefined;
  const sparse = smoothStep(0.6, -1.4, over);
  const gap = 0.05 + 0.9 * sparse + 0.4 * smoothStep(0.15, 0.5, noise.gradient2(x / 3 + 40, y / 3));
  if (hashCell(column, row, 326) < gap) return undefined;
  const tall = 0.2 + 0.3 * hashCell(column, row, 320) + 0.2 * noise.gradient2(x / 4, y / 4);
  return {
    kind: 'grass',
    heightM: Math.max(0.08, tall * (1 - 0.6 * sparse)),
    ripeness: clamp(season.dryness + 0.3 * noise.gradient2(x / 6 + 9, y / 6), 0, 1),
    densityRatio: 1,
  };
}

function lakeLook({ noise, season }: FieldContext, landM: number): WildLook {
  const forest = patchyForest(noise, 0.46);
  return {
    rock: { colour: [0.24, 0.2, 0.16], lichenRatio: 0.25, mossRatio: 0.5 },
    rockFromSlope: 0.45,
    stoninessRatio: -0.3,
    grass: season.grass,
    forest: (x, y, z) =>
      clamp(forest(x, y, z) + 0.3 * smoothStep(500, 1000, z), 0, 1) *
      smoothStep(landM + 0.5, landM + 7, z),
    fields: (x, y, z, slope) =>
      0.85 *
      smoothStep(landM + 2, landM + 14, z) *
      smoothStep(0.05, 0.3, 0.16 - 0.9 * slope + 0.5 * noise.fractal2(x / 380, y / 380, 4)),
  };
}
