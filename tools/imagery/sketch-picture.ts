import { join } from 'node:path';
import type { Progress } from '../io/progress';
import { ROOT_DIR } from '../io/root-dir';
import { foldersHash, readJsonIfThere } from '../io/tile-files';
import { readSketchFacts } from '../terrain/sketch/facts';
import { SKETCH_BOX_DEG } from '../terrain/sketch/sketch-grid';
import { sketchHash, sketchHeightField } from '../terrain/sketch-height-field';
import { tileSetCredit } from '../terrain/tile-set-credit';
import { knownTerraces, knownTerracesMask } from './known-terraces';
import { paintFields } from './paint-fields';
import type { StyleName } from './palette';
import { pictureHash } from './picture-description';
import type { PaintSetup, PicturePlan } from './picture-plan';
import { isRiceState, pictureStyle, type RiceState } from './picture-style';
import { sketchMasks } from './sketch-masks';
import { sketchWater } from './sketch-water';

/** Ids of the relief pictures of the sketch. */
export const SKETCH_RELIEF_IDS: Readonly<Record<StyleName, string>> = {
  day: 'nw-sketch-relief',
  dusk: 'nw-sketch-relief-dusk',
};

/** About 150 m per pixel: the spacing of the sketch's posts. */
export const SKETCH_RELIEF_LEVEL = 8;

/** About 9.5 m per pixel: down to here tiles are painted when they are first asked for. */
export const SKETCH_PAINTABLE_LEVEL = 12;

/** Code that decides a picture tile's bytes. */
export const IMAGERY_CODE = [
  'tools/imagery',
  'tools/terrain/blur.ts',
  'tools/terrain/field-pyramid.ts',
  'tools/terrain/height-field.ts',
  'tools/terrain/sketch',
  'tools/io/tile-image.ts',
  'viewer/core/tiles/geographic-tiling.ts',
];

/** The picture is painted in this month, 1 to 12: the terraces stand in ripe rice. */
const PAINTED_MONTH = 9;

/** The record of the climate table that says how the rice stands on the terraces. */
const RICE_RECORD = 'scenes/northwest/climate/mu-cang-chai-terraces.json';

/** What the relief picture of the sketch is painted from, and its name. */
export async function sketchPicturePlan(
  rootDir: string,
  style: StyleName,
  id = SKETCH_RELIEF_IDS[style],
): Promise<PicturePlan> {
  const credit = await tileSetCredit(rootDir, SKETCH_RELIEF_IDS.day);
  const code = await foldersHash(ROOT_DIR, IMAGERY_CODE, '.ts');
  const rice = await riceState(rootDir);
  const terraces = await knownTerraces(rootDir);
  return {
    id,
    boxDeg: SKETCH_BOX_DEG,
    credit,
    contentHash: pictureHash([await sketchHash(rootDir), code, id, style, rice, terraces, credit]),
    paintableLevel: SKETCH_PAINTABLE_LEVEL,
    load: (progress) => loadSketch(rootDir, style, rice, progress),
  };
}

async function loadSketch(
  rootDir: string,
  style: StyleName,
  rice: RiceState,
  progress: Progress,
): Promise<PaintSetup> {
  const field = await sketchHeightField(rootDir, progress);
  const facts = await readSketchFacts(rootDir);
  const terraces = knownTerracesMask(await knownTerraces(rootDir));
  const masks = { ...sketchMasks(facts), terraces };
  return {
    fields: paintFields(field, masks, style),
    water: sketchWater(facts),
    style: pictureStyle(style, rice),
  };
}

/** State of the rice in the painted month, as the climate table has it; ripe where it is silent. */
async function riceState(rootDir: string): Promise<RiceState> {
  const record = await readJsonIfThere(join(rootDir, RICE_RECORD));
  const months = (record as { months?: { rice?: unknown }[] } | undefined)?.months;
  const state = months?.[PAINTED_MONTH - 1]?.rice;
  return isRiceState(state) ? state : 'ripe';
}
