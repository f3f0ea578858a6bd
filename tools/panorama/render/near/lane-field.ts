import { clamp, smoothStep } from '../maths/curves';
import { hashCell } from '../maths/random';
import { type FieldContext, patchyForest } from './field-context';
import { carvedM, createHillField } from './hill-field';
import { LaneLayout, type LaneRecipe } from './lane-layout';
import { laneObjects } from './lane-objects';
import { dressTerraces, paintLane } from './lane-painter';
import type { NearField, PlantedTuft } from './near-field';
import type { WildLook } from './wild-ground';

/** A lane between stone walls through a Mông village on its terraced slope. */
export function createLaneField(context: FieldContext, recipe: LaneRecipe): NearField {
  const { noise, dem } = context;
  // Fields follow contours of the land with knolls and hollows on it.
  const slope = (x: number, y: number): number => {
    const r = Math.hypot(x, y);
    const rolling = 7 * noise.gradient2(x / 95, y / 95) + 3 * noise.gradient2(x / 41, y / 41 + 7);
    const valleyM = recipe.carving ? carvedM(recipe.carving, x, y) : 0;
    return dem(x, y) - valleyM + rolling * smoothStep(34, 130, r) * smoothStep(900, 500, r);
  };
  const layout = new LaneLayout(context, recipe, slope);
  return createHillField(context, {
    detail: { detailRatio: 0.85, calmFromM: 420, calmToM: 1100, canopyRatio: 0 },
    look: laneLook(context),
    form: (x, y, h) => {
      return layout.form(x, y, h + slope(x, y) - dem(x, y));
    },
    micro: (x, y) => {
      const built = Math.min(layout.besideLane(x, y), layout.besideYard(x, y));
      const rough = 0.1 * noise.fractal2(x / 1.9, y / 1.9, 4);
      return rough * smoothStep(0, 1.6, built) + 0.012 * noise.fractal2(x * 2, y * 2, 2);
    },
    paint: (point, surface, groundAt) => paintLane(noise, layout, point, surface, groundAt),
    dress: (point, surface) => {
      if (point.distanceM < 900) {
        dressTerraces(noise, layout, slope(point.x, point.y), point, surface);
      }
    },
    objects: (groundAt) => laneObjects(context, recipe, layout, groundAt),
    plants: () => ({
      fromM: 24,
      bambooRatio: 0.7,
      pineRatio: 0.35,
      isFree: (x, y) =>
        layout.besideYard(x, y) > 4 &&
        layout.besideLane(x, y) > 5 &&
        (Math.hypot(x, y) > 480 || noise.gradient2(x / 38, y / 38 + 4) > 0.12),
    }),
    tuftAt: (x, y, column, row) => laneTuft(context, layout, slope(x, y), x, y, column, row),
  });
}

function laneTuft(
  { noise, season }: FieldContext,
  layout: LaneLayout,
  slopeH: number,
  x: number,
  y: number,
  column: number,
  row: number,
): PlantedTuft | undefined {
  const lane = layout.besideLane(x, y);
  if (lane < 0.02) return undefined;
  const yard = layout.besideYard(x, y);
  const { share, u } = layout.tread(x, y, slopeH);
  if (share > 0.5 && u > 0.1 && u < 0.76) return fieldTuft(layout.plot(x, y), x, y, column, row);
  const cover = lane < 0.5 ? 0.5 : yard < 0.6 ? 0.1 : 0.85;
  const patch = 0.5 * noise.gradient2(x / 1.9, y / 1.9);
  if (hashCell(column, row, 326) > cover + patch) return undefined;
  const tall = 0.1 + 0.2 * hashCell(column, row, 320) + 0.12 * noise.gradient2(x / 3, y / 3);
  return {
    kind: 'grass',
    heightM: Math.max(0.05, tall * (yard < 0.6 ? 0.5 : 1)),
    ripeness: clamp(season.dryness + 0.4 * noise.gradient2(x / 5, y / 5), 0, 1),
    densityRatio: 1,
  };
}

/** Stubble, rows of greens, weeds on turned earth, grass. */
function fieldTuft(
  plot: number,
  x: number,
  y: number,
  column: number,
  row: number,
): PlantedTuft | undefined {
  const chance = hashCell(column, row, 327);
  if (plot < 2) {
    return chance < 0.55
      ? { kind: 'stubble', heightM: 0.12, ripeness: 0.5, densityRatio: 1 }
      : undefined;
  }
  if (plot === 2) {
    return chance < 0.06
      ? { kind: 'grass', heightM: 0.1, ripeness: 0.2, densityRatio: 0.7 }
      : undefined;
  }
  if (plot === 3) {
    const isRow = Math.abs(((x * 0.8 + y * 0.6) / 0.62) % 1) < 0.55;
    return isRow ? { kind: 'tea', heightM: 0.16, ripeness: 0.75, densityRatio: 1.2 } : undefined;
  }
  const heightM = 0.1 + 0.2 * chance;
  return chance < 0.8 ? { kind: 'grass', heightM, ripeness: 0.35, densityRatio: 1 } : undefined;
}

function laneLook({ noise, season }: FieldContext): WildLook {
  const forest = patchyForest(noise, 0.55);
  return {
    rock: { colour: [0.27, 0.255, 0.235], lichenRatio: 0.4, mossRatio: 0.6 },
    rockFromSlope: 0.45,
    stoninessRatio: -0.35,
    grass: season.grass,
    forest: (x, y, z) =>
      clamp(forest(x, y, z) + 0.3 * smoothStep(1700, 2100, z), 0, 1) *
      (0.55 + 0.45 * smoothStep(60, 600, Math.hypot(x, y))),
    fields: (x, y, z, slope) =>
      0.9 *
      smoothStep(0.05, 0.3, 0.3 - 1.1 * slope + 0.5 * noise.fractal2(x / 450, y / 450, 4)) *
      smoothStep(1900, 1500, z),
  };
}
