import { clamp, smoothStep } from '../maths/curves';
import { hashCell } from '../maths/random';
import { type FieldContext, patchyForest } from './field-context';
import { createHillField } from './hill-field';
import type { NearField, PlantedTuft } from './near-field';
import { type Strongpoint, StrongpointLayout } from './strongpoint-layout';
import { strongpointObjects } from './strongpoint-objects';
import { dressPlain, paintStrongpoint } from './strongpoint-painter';
import type { WildLook } from './wild-ground';

const TOWN_REACH_M = 1500;

/** A kept battlefield on a hill inside a town, rice fields round it. */
export function createStrongpointField(context: FieldContext, recipe: Strongpoint): NearField {
  const { noise } = context;
  const layout = new StrongpointLayout(noise, recipe);
  const isTown = (x: number, y: number): number => {
    const foot = smoothStep(1.12, 1.3, layout.hillShare(x, y));
    const r = Math.hypot(x, y) + 260 * noise.gradient2(x / 420, y / 420);
    const fields = recipe.fieldsToward;
    const toward = Math.cos(Math.atan2(x, y) - (fields * Math.PI) / 180);
    const reach = TOWN_REACH_M * (1 - 0.62 * smoothStep(0.1, 0.85, toward));
    return foot * smoothStep(reach, reach * 0.72, r);
  };
  return createHillField(context, {
    detail: { detailRatio: 0.5, calmFromM: 1600, calmToM: 4200, canopyRatio: 0 },
    look: plainLook(context, layout, isTown),
    form: (x, y, h) => layout.form(x, y, h),
    micro: (x, y) => {
      const trodden = smoothStep(0, 1.2, layout.path(x, y));
      return (
        trodden * (0.05 * noise.fractal2(x / 1.8, y / 1.8, 4)) +
        0.004 * noise.gradient2(x * 3, y * 3)
      );
    },
    paint: (point, surface, groundAt) => paintStrongpoint(noise, layout, point, surface, groundAt),
    dress: createPlainDresser(context, isTown),
    objects: (groundAt) => strongpointObjects(context, layout, isTown, groundAt),
    plants: () => ({
      fromM: 60,
      bambooRatio: 0.2,
      pineRatio: 0.15,
      isFree: (x, y) =>
        layout.path(x, y) > 2 && layout.hillShare(x, y) > 0.7 && isPlanted(context, isTown, x, y),
      hidesView: (x, y) => layout.hillShare(x, y) < 0.62,
    }),
    tuftAt: (x, y, column, row) => lawnTuft(context, layout, x, y, column, row),
  });
}

/** Trees stand in gardens of the town and in rows between fields, not in the rice. */
function isPlanted(
  { noise }: FieldContext,
  isTown: (x: number, y: number) => number,
  x: number,
  y: number,
): boolean {
  const town = isTown(x, y);
  const pick = hashCell(Math.round(x * 3), Math.round(y * 3), 91);
  if (town > 0.5) return pick < 0.4;
  return Math.hypot(x, y) < 330 || Math.abs(noise.gradient2(x / 240, y / 240 + 3)) < 0.02;
}

function createPlainDresser(context: FieldContext, isTown: (x: number, y: number) => number) {
  const scratch = new Float64Array(3);
  return (
    point: Parameters<typeof dressPlain>[2],
    surface: Parameters<typeof dressPlain>[3],
  ): void => dressPlain(context.noise, isTown, point, surface, scratch);
}

/** Mown grass, longer at the trenches. */
function lawnTuft(
  { noise, season }: FieldContext,
  layout: StrongpointLayout,
  x: number,
  y: number,
  column: number,
  row: number,
): PlantedTuft | undefined {
  const path = layout.path(x, y);
  const trench = layout.trench(x, y);
  if (path < 0.04 || trench < 0.72) return undefined;
  const chance = hashCell(column, row, 326);
  if (chance > smoothStep(0.7, 1.6, trench)) return undefined;
  if (chance > 0.86 + 0.3 * noise.gradient2(x / 2.5, y / 2.5)) return undefined;
  const long = smoothStep(2.6, 0.8, trench);
  const tall = 0.06 + 0.07 * hashCell(column, row, 320) + 0.2 * long * chance;
  return {
    kind: 'grass',
    heightM: Math.max(0.05, tall + 0.05 * noise.gradient2(x / 5, y / 5)),
    ripeness: clamp(season.dryness + 0.3 * noise.gradient2(x / 7 + 9, y / 7), 0, 1),
    densityRatio: 1.1,
  };
}

function plainLook(
  { noise, season }: FieldContext,
  layout: StrongpointLayout,
  isTown: (x: number, y: number) => number,
): WildLook {
  const forest = patchyForest(noise, 0.6);
  return {
    rock: { colour: [0.24, 0.19, 0.14], lichenRatio: 0.2, mossRatio: 0.5 },
    rockFromSlope: 0.6,
    stoninessRatio: -0.5,
    grass: season.grass,
    forest: (x, y, z) => {
      if (layout.hillShare(x, y) < 1.15) return 0.5 * smoothStep(0.75, 1, layout.hillShare(x, y));
      const town = isTown(x, y);
      if (town > 0.2) return 0.5 * town;
      return clamp(forest(x, y, z) * smoothStep(515, 620, z), 0, 1);
    },
    fields: (x, y, z, slope) =>
      0.8 *
      smoothStep(0.05, 0.3, 0.25 - 1.2 * slope + 0.5 * noise.fractal2(x / 480, y / 480, 4)) *
      smoothStep(900, 560, z),
  };
}
