import { createEroder } from '../land/relief';
import { clamp, smoothStep } from '../maths/curves';
import { hashCell } from '../maths/random';
import type { Recipe } from '../recipe';
import { crownRelief, type FieldContext } from './field-context';
import type { NearField } from './near-field';
import { capBelow, layOutSummit, levelGround, liftSummit } from './summit-layout';
import { isSummitBuilt, summitObjects } from './summit-objects';
import { createWildPainter, type WildLook } from './wild-ground';
import { plantWild } from './wild-plants';

const CLIP_SIZES = [
  { cellM: 0.12, posts: 1024 },
  { cellM: 0.5, posts: 1300 },
  { cellM: 2, posts: 1400 },
  { cellM: 8, posts: 1400 },
  { cellM: 32, posts: 1400 },
  { cellM: 150, posts: 1800 },
];
/** Part of the lift that is the summit's own rock: the elevation model rounds it off. */
const CONE_M = 70;
const TREE_LINE_M = 2750;

/** A built summit of rock, dwarf bamboo and rhododendron. */
export function createSummitField(
  context: FieldContext,
  summit: Extract<Recipe['nearField'], { kind: 'summit' }>,
): NearField {
  const { noise, season, recipe } = context;
  const layout = layOutSummit(summit, context.frame);
  const large = liftSummit(context.dem, layout.summitM, CONE_M);
  const erode = createEroder(large, noise, {
    detailRatio: 1,
    calmFromM: 25,
    calmToM: 320,
    canopyRatio: 0.4,
  });
  const micro = (x: number, y: number): number => {
    if (isSummitBuilt(layout, x, y, 0.05)) return -0.1;
    const cell = noise.cells2(x / 1.7, y / 1.7);
    const joint = Math.min(1, (cell.second - cell.nearest) * 3.5);
    return (
      0.16 * noise.fractal2(x / 2.2, y / 2.2, 4) +
      0.05 * joint * smoothStep(-0.2, 0.3, noise.gradient2(x / 4, y / 4))
    );
  };
  const look: WildLook = {
    rock: { colour: [0.3, 0.285, 0.265], lichenRatio: 0.75, mossRatio: 0.8 },
    rockFromSlope: 0.25,
    stoninessRatio: -0.06,
    grass: [season.grass[0] * 0.95, season.grass[1] * 0.85, season.grass[2] * 1.1],
    forest: (x, y, z) =>
      clamp(smoothStep(2980, 2450, z + 140 * noise.gradient2(x / 300, y / 300)) + 0.1, 0, 1),
    fields: () => 0,
  };
  return {
    clipSizes: CLIP_SIZES,
    stepRatio: 0.004,
    floorAlbedo: recipe.weather.cloudSea ? 0.6 : 0.2,
    treeReachM: 2600,
    shape: (x, y, cellM) =>
      levelGround(layout, x, y, capBelow(layout.summitM, x, y, erode(x, y, cellM))),
    micro,
    crown: (x, y) => 0.4 * crownRelief(noise, x, y),
    createPainter: (groundAt) => createWildPainter(noise, look, groundAt, micro, context.cellAt),
    objects: (groundAt) => summitObjects(noise, layout, recipe.seed, groundAt),
    trees: (groundAt) =>
      plantWild(noise, groundAt, {
        centreX: 0,
        centreY: 0,
        fromM: 30,
        toM: 2600,
        forest: look.forest,
        treeLineM: TREE_LINE_M,
        bambooRatio: 0.3,
        pineRatio: 0.8,
        isFree: (x, y) => !isSummitBuilt(layout, x, y, 2),
      }),
    tuftAt: (x, y, column, row) => {
      if (isSummitBuilt(layout, x, y, 0.04)) return undefined;
      const patch = noise.gradient2(x / 2.4, y / 2.4) + 0.5 * noise.gradient2(x / 0.7, y / 0.7);
      const chance = hashCell(column, row, 326);
      if (patch < 0.05 && chance > 0.12) return undefined;
      const isBamboo = noise.gradient2(x / 7 + 2, y / 7 + 9) > 0.05 && chance > 0.45;
      return {
        kind: isBamboo ? 'bamboo' : 'grass',
        heightM: (isBamboo ? 0.3 : 0.12) + 0.22 * hashCell(column, row, 320),
        ripeness: season.dryness + (isBamboo ? 0.1 : 0.2),
        densityRatio: 1,
      };
    },
  };
}
