import { clamp, smoothStep } from '../maths/curves';
import { hashCell } from '../maths/random';
import type { Recipe } from '../recipe';
import { type FieldContext, patchyForest } from './field-context';
import { createHillField } from './hill-field';
import type { NearField, PlantedTuft } from './near-field';
import { TeaLand } from './tea-land';
import { plumTrees, teaObjects } from './tea-objects';
import { paintTea } from './tea-painter';
import type { WildLook } from './wild-ground';

type Tea = Extract<Recipe['nearField'], { kind: 'tea' }>;

/** Grids coarser than this cannot hold a hedge. */
const FINEST_HEDGE_CELL_M = 1.3;
/** The viewer stands on a bare round of earth. */
const STAND_M = 1.1;
const FREE_TO_M = 620;

/** Round hills with rows of tea, a plum orchard, the plateau's woods beyond. */
export function createTeaField(context: FieldContext, tea: Tea): NearField {
  const { noise, recipe } = context;
  const land = new TeaLand(noise, tea);
  const stand = (x: number, y: number): number =>
    smoothStep(STAND_M, STAND_M + 1, Math.hypot(x, y));
  return createHillField(context, {
    detail: { detailRatio: 0.4, calmFromM: 300, calmToM: 1300, canopyRatio: 0 },
    look: teaLook(context),
    form: (x, y, h, cellM) => {
      const { hillM } = land.read(x, y);
      const hedge = cellM < FINEST_HEDGE_CELL_M ? land.hedgeM(x, y) * stand(x, y) : 0;
      return h + hillM + hedge;
    },
    micro: (x, y) => 0.05 * noise.fractal2(x * 1.7, y * 1.7, 3),
    paint: (point, surface, groundAt) =>
      paintTea(noise, land, context.cellAt(point.x, point.y), point, surface, groundAt),
    objects: (groundAt) => teaObjects(noise, land, recipe.seed, tea.isInBlossom, groundAt),
    plants: () => ({
      fromM: 90,
      bambooRatio: 0.35,
      pineRatio: 0.6,
      isFree: (x, y) =>
        Math.hypot(x, y) > FREE_TO_M
          ? land.read(x, y).garden === 0
          : !land.isOrchard(x, y) && isHedgerow(context, x, y, land),
    }),
    garden: (groundAt) => plumTrees(land, tea.isInBlossom, groundAt),
    tuftAt: (x, y, column, row) => teaTuft(context, land, x, y, column, row),
  });
}

/** A few trees stand at the tracks between hills. */
function isHedgerow({ noise }: FieldContext, x: number, y: number, land: TeaLand): boolean {
  const { garden, path } = land.read(x, y);
  if (garden === 0) return true;
  return path > 0.2 && noise.gradient2(x / 45, y / 45) > 0.02;
}

function teaTuft(
  { noise, season }: FieldContext,
  land: TeaLand,
  x: number,
  y: number,
  column: number,
  row: number,
): PlantedTuft | undefined {
  const { garden, path, furrow } = land.read(x, y);
  const chance = hashCell(column, row, 420);
  if (garden === 0 || path > 0.6 || furrow > 0.82) {
    const cover = path > 0.6 ? 0.2 : garden === 0 ? 0.85 : 0.4;
    const patch = 0.5 * noise.gradient2(x / 1.7, y / 1.7);
    if (Math.hypot(x, y) < STAND_M || chance > cover + patch) return undefined;
    const heightM = (garden === 0 ? 0.12 : 0.06) + 0.12 * hashCell(column, row, 421);
    return { kind: 'grass', heightM, ripeness: season.dryness, densityRatio: 0.8 };
  }
  if (land.hedgeM(x, y) < 0.12) return undefined;
  const young = clamp(0.5 + 0.6 * noise.gradient2(x / 3.7, y / 3.7), 0, 1);
  return { kind: 'tea', heightM: 0.035 + 0.045 * chance, ripeness: young, densityRatio: 1 };
}

function teaLook({ noise, season }: FieldContext): WildLook {
  const forest = patchyForest(noise, 0.42);
  return {
    rock: { colour: [0.29, 0.28, 0.26], lichenRatio: 0.3, mossRatio: 0.5 },
    rockFromSlope: 0.5,
    stoninessRatio: -0.4,
    grass: season.grass,
    forest: (x, y, z) => forest(x, y, z) * smoothStep(60, 500, Math.hypot(x, y)),
    fields: (x, y, _z, slope) =>
      0.85 * smoothStep(0.05, 0.3, 0.28 - 1.4 * slope + 0.5 * noise.fractal2(x / 480, y / 480, 4)),
  };
}
