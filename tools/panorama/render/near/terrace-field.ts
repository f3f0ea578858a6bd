import { createEroder } from '../land/relief';
import { smoothStep } from '../maths/curves';
import { createRandom, hashCell } from '../maths/random';
import { villageHouse } from '../mesh/houses';
import { type MeshInstance, type ObjectSet, turned } from '../mesh/mesh';
import { boulder } from '../mesh/stones';
import { crownRelief, type FieldContext } from './field-context';
import type { NearField, NearShared, PlantedTree, PlantedTuft } from './near-field';
import { ripenessAt } from './rice';
import { SplineReader, SquareGrid, skyShare } from './square-grid';
import { createTerracePainter } from './terrace-painter';
import { createFarmShare, pathShare, TerraceSteps } from './terrace-steps';
import { createValley, streamDistance } from './terrace-valley';
import { createWildPainter, type WildLook } from './wild-ground';
import { plantWild } from './wild-plants';

const MACRO_POSTS = 704;
const MACRO_CELL_M = 8;
/** Terraces are cut within this distance. */
const REACH_M = 2650;
const TREE_REACH_M = 2700;
const PLANTS_FROM_M = 24;

const CLIP_SIZES = [
  { cellM: 0.12, posts: 1168 },
  { cellM: 0.5, posts: 2400 },
  { cellM: 2, posts: 2660 },
  { cellM: 20, posts: 1700 },
  { cellM: 150, posts: 1760 },
];

/** Grids of the terraced land: the heavy part, made once. */
export function prepareTerraces(
  context: FieldContext,
  hill: readonly [number, number],
): NearShared {
  const { noise } = context;
  const eyeGroundM = eyeGround(context);
  const valley = valleyOf(context, hill);
  const macro = new SquareGrid(MACRO_POSTS, MACRO_CELL_M).fill(valley);
  const farmed = new SquareGrid(MACRO_POSTS, MACRO_CELL_M).fill(
    createFarmShare(noise, macro, streamDistance, hill, eyeGroundM),
  );
  return { macro: macro.data, farmed: farmed.data, sky: skyShare(macro, 60).data };
}

function eyeGround({ recipe, dem }: FieldContext): number {
  return recipe.viewpoint.groundHeightOrthometricM ?? dem(0, 0);
}

function valleyOf(context: FieldContext, hill: readonly [number, number]) {
  const { noise, dem } = context;
  const erode = createEroder(dem, noise, {
    detailRatio: 0.9,
    calmFromM: 0,
    calmToM: 1,
    canopyRatio: 0,
  });
  return createValley(noise, hill, (x, y) => erode(x, y, 8), eyeGround(context));
}

/** Terraced fields round a round hill, in an imagined valley. */
export function createTerraceField(
  context: FieldContext,
  hill: readonly [number, number],
  shared: NearShared,
): NearField {
  const { noise, season } = context;
  const macro = SquareGrid.from(shared.macro!);
  const farmed = SquareGrid.from(shared.farmed!);
  const sky = SquareGrid.from(shared.sky!);
  const newSteps = () => new TerraceSteps(noise, new SplineReader(macro), farmed);
  const steps = newSteps();
  const far = createEroder(context.dem, noise, {
    detailRatio: 0.9,
    calmFromM: 0,
    calmToM: 1,
    canopyRatio: 0,
  });
  const valley = createValley(noise, hill, (x, y) => far(x, y, 40), eyeGround(context));
  const look = wildLook(context, eyeGround(context));
  return {
    clipSizes: CLIP_SIZES,
    stepRatio: 0.0022,
    floorAlbedo: 0.15,
    treeReachM: TREE_REACH_M,
    shape: (x, y, cellM) => {
      const r = Math.max(Math.abs(x), Math.abs(y));
      if (cellM <= 2 && r < REACH_M) return steps.height(x, y, season.cropRatio);
      if (r < MACRO_CELL_M * (MACRO_POSTS / 2 - 4)) return macro.at(x, y);
      return valley(x, y);
    },
    micro: () => 0,
    crown: (x, y) => crownRelief(noise, x, y),
    createPainter: (groundAt) =>
      createTerracePainter({
        noise,
        steps: newSteps(),
        sky,
        season,
        wild: createWildPainter(noise, look, groundAt, () => 0, context.cellAt),
        treadHeightM: 0,
        reachM: REACH_M - 4,
      }),
    objects: () => village(context, steps, hill),
    trees: (groundAt) => [
      ...fieldTrees(context, newSteps(), groundAt),
      ...plantWild(noise, groundAt, {
        centreX: 0,
        centreY: 0,
        fromM: PLANTS_FROM_M,
        toM: TREE_REACH_M,
        forest: (x, y, z) => look.forest(x, y, z),
        treeLineM: 2700,
        bambooRatio: 0.6,
        pineRatio: 0.45,
        isFree: (x, y) => steps.coverAt(x, y) < 0.47,
      }),
    ],
    tuftAt: (x, y, column, row, lod) => tuftAt(context, steps, x, y, column, row, lod),
  };
}

function wildLook({ noise, season }: FieldContext, eyeGroundM: number): WildLook {
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
            0.0009 * (z - eyeGroundM) -
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
      if (steps.coverAt(x, y) < 0.5 || pathShare(noise, x, y) > 0) continue;
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

/** Hamlets of two to five houses on gentle farmland, their ridges along the contour. */
function village(
  { noise, recipe }: FieldContext,
  steps: TerraceSteps,
  hill: readonly [number, number],
): ObjectSet {
  const random = createRandom(recipe.seed + 4242);
  const houses = [0, 1, 2, 3].map((k) =>
    villageHouse({
      lengthM: 10 + 2.2 * k * 0.5,
      widthM: 6 + 0.5 * k,
      wallM: 2.3 + 0.2 * k,
      floorM: k % 2 === 0 ? 0 : 1.7,
      roof: k === 3 ? 'tile' : 'thatch',
    }),
  );
  const stones = [1, 2].map((s) => boulder(noise, s, 24, false));
  const instances: MeshInstance[] = [];
  const placed: [number, number][] = [];
  let hamlets = 0;
  for (let tries = 0; hamlets < 9 && tries < 4000; tries++) {
    const a = random() * 2 * Math.PI;
    const d = 130 + 620 * random();
    const x = Math.sin(a) * d;
    const y = Math.cos(a) * d;
    const isFarm = steps.coverAt(x, y) > 0.6 || random() > 0.7;
    steps.macro.read(x, y);
    const isGentle = Math.hypot(steps.macro.gx, steps.macro.gy) < 0.24;
    const isClear =
      Math.hypot(x - hill[0], y - hill[1]) > 120 &&
      placed.every(([px, py]) => Math.hypot(px - x, py - y) > 90);
    if (!isFarm || !isGentle || !isClear) continue;
    hamlets++;
    const turn = Math.atan2(-steps.macro.gx, steps.macro.gy);
    const count = 2 + Math.floor(random() * 4);
    for (let k = 0; k < count; k++) {
      const hx = x + (k === 0 ? 0 : (random() - 0.5) * 46);
      const hy = y + (k === 0 ? 0 : (random() - 0.5) * 46);
      if (placed.some(([px, py]) => Math.hypot(px - hx, py - hy) < 14)) continue;
      placed.push([hx, hy]);
      instances.push({
        mesh: Math.floor(random() * 4),
        matrix: turned(turn + (random() - 0.5) * 0.5),
        position: [hx, hy, steps.macro.read(hx, hy) + 0.5],
        tint: random() * 9,
      });
    }
  }
  for (let k = 0; k < 14; k++) {
    const a = random() * 2 * Math.PI;
    const d = 3 + 40 * random() ** 1.5;
    const size = 0.12 + 0.35 * random() ** 2;
    const x = Math.sin(a) * d;
    const y = Math.cos(a) * d;
    if (pathShare(noise, x, y) > 0.9) continue;
    instances.push({
      mesh: 4 + (k % stones.length),
      matrix: turned(random() * 6.28, size),
      position: [x, y, steps.height(x, y, 0) + size * 0.1],
      tint: random() * 9,
    });
  }
  return { meshes: [...houses, ...stones], instances };
}

function tuftAt(
  { noise, season }: FieldContext,
  steps: TerraceSteps,
  x: number,
  y: number,
  column: number,
  row: number,
  lod: number,
): PlantedTuft | undefined {
  const footM = steps.height(x, y, 0);
  const path = pathShare(noise, x, y);
  if (path > 0.6 || (path > 0.25 && hashCell(column, row, 325) < path * 1.3)) return undefined;
  const s = steps.across * steps.widthM;
  const inner = (1 - steps.across - steps.riserShare) * steps.widthM;
  const isVerge = path > 0.015;
  const isCrop = !isVerge && steps.isFarmed && s > 0.72 && inner > 0.05 && steps.edgeM > 0.5;
  if (isCrop) {
    const ripeness = ripenessAt(noise, season, x, y, steps.paddy, footM);
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
