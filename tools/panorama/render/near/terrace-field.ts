import { radFromDeg } from '#core/geo/angles';
import { smoothStep } from '../maths/curves';
import { hashCell } from '../maths/random';
import type { TerracesRecipe } from '../recipe-terraces';
import { crownRelief, type FieldContext } from './field-context';
import { createLandform, eyeGround, type Landform } from './landform';
import type { NearField, NearShared, PlantedTree, PlantedTuft } from './near-field';
import { ripenessAt } from './rice';
import { riverSurface } from './river-surface';
import { SplineReader, SquareGrid, skyShare } from './square-grid';
import { gardenTrees, terraceObjects } from './terrace-objects';
import { createTerracePainter } from './terrace-painter';
import { createFarmShare, TerraceSteps } from './terrace-steps';
import { Trodden } from './trodden';
import { type HouseSite, placeHouses } from './villages';
import { createWildPainter, type WildLook } from './wild-ground';
import { plantWild } from './wild-plants';

const MACRO_POSTS = 704;
const MACRO_CELL_M = 8;
/** Terraces are cut within this distance. */
const REACH_M = 2650;
const TREE_REACH_M = 2700;
const PLANTS_FROM_M = 24;
const FAR_CELL_M = 40;
/** The path crosses the view askew. */
const PATH_TURN_RAD = 0.95;

const CLIP_SIZES = [
  { cellM: 0.12, posts: 1168 },
  { cellM: 0.5, posts: 2400 },
  { cellM: 2, posts: 2660 },
  { cellM: 20, posts: 1700 },
  { cellM: 150, posts: 1760 },
];

/** Grids of the terraced land: the heavy part, made once. */
export function prepareTerraces(context: FieldContext, recipe: TerracesRecipe): NearShared {
  const land = createLandform(context, recipe, MACRO_CELL_M);
  const macro = new SquareGrid(MACRO_POSTS, MACRO_CELL_M).fill(land.height);
  const farmed = new SquareGrid(MACRO_POSTS, MACRO_CELL_M).fill(
    createFarmShare(context.noise, macro, land),
  );
  return { macro: macro.data, farmed: farmed.data, sky: skyShare(macro, 60).data };
}

/** Direction that a place is known for: toward its round hill, or along the lookout's nose. */
function viewHeading({ landform }: TerracesRecipe): number {
  return landform.kind === 'relief'
    ? radFromDeg(landform.lookout.headingDeg)
    : Math.atan2(landform.hillOffsetM[0], landform.hillOffsetM[1]);
}

/** Terraced fields cut into a land, with the houses of those who work them. */
export function createTerraceField(
  context: FieldContext,
  recipe: TerracesRecipe,
  shared: NearShared,
): NearField {
  const { noise, season } = context;
  const macro = SquareGrid.from(shared.macro!);
  const farmed = SquareGrid.from(shared.farmed!);
  const sky = SquareGrid.from(shared.sky!);
  const land = createLandform(context, recipe, FAR_CELL_M);
  const eyeGroundM = eyeGround(context);
  const sites = houseSites(context, recipe, macro, farmed, land);
  const trodden = new Trodden(noise, viewHeading(recipe) + PATH_TURN_RAD, sites);
  const newSteps = () => new TerraceSteps(noise, new SplineReader(macro), farmed, trodden);
  const steps = newSteps();
  const look = wildLook(context, land.forestLineM);
  return {
    clipSizes: CLIP_SIZES,
    stepRatio: 0.0022,
    floorAlbedo: 0.15,
    treeReachM: TREE_REACH_M,
    shape: (x, y, cellM) => {
      const r = Math.max(Math.abs(x), Math.abs(y));
      if (cellM <= 2 && r < REACH_M) {
        const z = steps.height(x, y, season.cropRatio);
        return land.river ? riverSurface(land.river, x, y, z) : z;
      }
      if (r < MACRO_CELL_M * (MACRO_POSTS / 2 - 4)) return macro.at(x, y);
      return land.height(x, y);
    },
    micro: () => 0,
    crown: (x, y) => crownRelief(noise, x, y),
    createPainter: (groundAt) =>
      createTerracePainter({
        noise,
        steps: newSteps(),
        trodden,
        river: createLandform(context, recipe, FAR_CELL_M).river,
        sky,
        season,
        wild: createWildPainter(noise, look, groundAt, () => 0, context.cellAt),
        eyeGroundM,
        reachM: REACH_M - 4,
      }),
    objects: (groundAt) =>
      terraceObjects(context, sites, trodden, land, viewHeading(recipe), groundAt),
    trees: (groundAt) => [
      ...fieldTrees(context, newSteps(), trodden, groundAt).filter(
        (tree) => land.waterDistance(tree.x, tree.y) > 4,
      ),
      ...gardenTrees(sites, context.recipe.seed, groundAt),
      ...plantWild(noise, groundAt, {
        centreX: 0,
        centreY: 0,
        fromM: PLANTS_FROM_M,
        toM: TREE_REACH_M,
        forest: (x, y, z) => look.forest(x, y, z),
        treeLineM: 2700,
        bambooRatio: 0.6,
        pineRatio: 0.45,
        isFree: (x, y) =>
          steps.coverAt(x, y) < 0.47 && !trodden.isYard(x, y) && land.waterDistance(x, y) > 5,
      }),
    ],
    tuftAt: (x, y, column, row, lod) =>
      land.waterDistance(x, y) < 1.5
        ? undefined
        : tuftAt(context, steps, trodden, eyeGroundM, x, y, column, row, lod),
  };
}

/** Houses stand on the land as it is before anything is trodden. */
function houseSites(
  { noise, recipe: { seed } }: FieldContext,
  recipe: TerracesRecipe,
  macro: SquareGrid,
  farmed: SquareGrid,
  land: Landform,
): readonly HouseSite[] {
  const bare = new Trodden(noise, 0, []);
  const steps = new TerraceSteps(noise, new SplineReader(macro), farmed, bare);
  const ground = {
    macro: steps.macro,
    coverAt: (x: number, y: number) => steps.coverAt(x, y),
    waterDistance: land.waterDistance,
    hills: land.hills,
    openHeadingRad: viewHeading(recipe),
  };
  return placeHouses(ground, recipe.villages, seed);
}

function wildLook({ noise, season }: FieldContext, forestLineM: number): WildLook {
  const n = noise.gradient2;
  return {
    rock: { colour: [0.26, 0.235, 0.2], lichenRatio: 0.3, mossRatio: 0.7 },
    rockFromSlope: 0.46,
    stoninessRatio: -0.4,
    grass: season.grass,
    forest: (x, y, z) =>
      Math.min(
        1,
        Math.max(
          0,
          0.55 +
            0.0009 * (z - forestLineM + 100) -
            0.5 * smoothStep(0.15, 0.55, noise.fractal2(x / 260 + 33, y / 260, 3)) +
            0.5 * noise.fractal2(x / 700, y / 700, 3),
        ),
      ),
    fields: (x, y, z, slope) =>
      smoothStep(
        0.02,
        0.22,
        0.16 -
          1.1 * slope +
          0.55 * noise.fractal2(x / 700, y / 700, 4) +
          (1350 - z) * 0.0006 +
          0.12 * n(x / 130, y / 130),
      ),
  };
}

/** The odd tree or clump on farmland, on risers and field corners. */
function fieldTrees(
  { noise }: FieldContext,
  steps: TerraceSteps,
  trodden: Trodden,
  groundAt: (x: number, y: number) => number,
): readonly PlantedTree[] {
  const trees: PlantedTree[] = [];
  const cellM = 6;
  const n = Math.ceil(1500 / cellM);
  for (let j = -n; j <= n; j++) {
    for (let i = -n; i <= n; i++) {
      const x = (i + 0.1 + 0.8 * hashCell(i, j, 60)) * cellM;
      const y = (j + 0.1 + 0.8 * hashCell(i, j, 61)) * cellM;
      const r = Math.hypot(x, y);
      if (r < 42 || r > 1500) continue;
      const clump = noise.gradient2(x / 38 + 70, y / 38);
      if (hashCell(i, j, 77) > 0.005 + (clump > 0.55 ? 0.16 : 0)) continue;
      if (steps.coverAt(x, y) < 0.5 || trodden.isYard(x, y)) continue;
      steps.read(x, y);
      const isOnRiser = steps.across > 1 - steps.riserShare - 0.15 || steps.edgeM < 1.2;
      if (!isOnRiser && hashCell(i, j, 90) > 0.25) continue;
      const q = hashCell(i, j, 78);
      const isBamboo = noise.gradient2(x / 75 + 9, y / 75 - 4) > 0.25;
      const isShrub = !isBamboo && q < 0.45;
      const heightM = isBamboo ? 6 + 5 * q : isShrub ? 1.4 + 2 * q : 5 + 6 * q;
      trees.push({
        x,
        y,
        z: groundAt(x, y) - 0.3,
        heightM,
        widthM: heightM * (isBamboo ? 0.95 : isShrub ? 1.1 : 0.85),
        sprite: isBamboo ? 'bamboo' : isShrub ? 'shrub' : 'broad',
        look: hashCell(i, j, 80),
      });
    }
  }
  return trees;
}

function tuftAt(
  { noise, season }: FieldContext,
  steps: TerraceSteps,
  trodden: Trodden,
  eyeGroundM: number,
  x: number,
  y: number,
  column: number,
  row: number,
  lod: number,
): PlantedTuft | undefined {
  const footM = steps.height(x, y, 0);
  const path = Math.max(trodden.path(x, y), trodden.yard(x, y));
  if (path > 0.6 || (path > 0.25 && hashCell(column, row, 325) < path * 1.3)) return undefined;
  const s = steps.across * steps.widthM;
  const inner = (1 - steps.across - steps.riserShare) * steps.widthM;
  const isVerge = path > 0.015;
  const isCrop = !isVerge && steps.isFarmed && s > 0.72 && inner > 0.05 && steps.edgeM > 0.5;
  if (isCrop) {
    const ripeness = ripenessAt(noise, season, x, y, steps.paddy, footM - eyeGroundM);
    return cropTuft({ noise, season }, x, y, column, row, lod, steps.paddy, ripeness, footM);
  }
  const gap = 0.02 + 0.3 * smoothStep(0.1, 0.5, noise.gradient2(x / 3 + 40, y / 3));
  if (hashCell(column, row, 326) < gap) return undefined;
  const tall = 0.2 + 0.24 * hashCell(column, row, 320) + 0.16 * noise.gradient2(x / 2, y / 2);
  return {
    kind: 'grass',
    heightM: Math.max(0.1, tall) * (isVerge ? 0.65 : 1),
    ripeness: season.dryness,
    densityRatio: steps.isFarmed && inner < 0.05 ? 1.9 : 1,
  };
}

function cropTuft(
  { noise, season }: Pick<FieldContext, 'noise' | 'season'>,
  x: number,
  y: number,
  column: number,
  row: number,
  lod: number,
  paddy: number,
  ripeness: number,
  footM: number,
): PlantedTuft | undefined {
  const base = { ripeness, densityRatio: 1, footM };
  if (season.cropRatio > 0.3 && ripeness < 0.82) {
    const tall = 0.64 + 0.32 * season.cropRatio + 0.1 * noise.gradient2(x / 2.3, y / 2.3);
    return { ...base, kind: 'rice', heightM: tall * (0.92 + 0.16 * hashCell(column, row, 321)) };
  }
  if (season.cropRatio > 0.3 || season.ripeness > 1) {
    return { ...base, kind: 'stubble', heightM: 0.16 + 0.12 * hashCell(column, row, 322) };
  }
  if (paddy > 0.45 && paddy < 0.72) {
    if (lod < 2 && hashCell(column, row, 9) < 0.4) return undefined;
    return { ...base, kind: 'seedling', heightM: 0.2 };
  }
  return paddy > 0.86 ? { ...base, kind: 'seedling', heightM: 0.22 } : undefined;
}
