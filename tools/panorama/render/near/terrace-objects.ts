import { createRandom } from '../maths/random';
import { fieldHut, poleFence, strawStack } from '../mesh/field-things';
import { leaning, type ObjectSet, turned } from '../mesh/mesh';
import { boulder } from '../mesh/stones';
import type { Recipe } from '../recipe';
import type { FieldContext } from './field-context';
import type { Landform } from './landform';
import type { GroundAt, PlantedTree } from './near-field';
import { Scenery } from './scenery';
import type { Trodden } from './trodden';
import { type HouseSite, villageObjects } from './villages';

/** Fences and straw keep this far from the stream. */
const DRY_M = 9;
/** Stones of the stream stand this far from the viewer. */
const RIVER_STONES_M = 420;

/** Houses, stones of the path and of the stream. */
export function terraceObjects(
  { noise, recipe }: FieldContext,
  sites: readonly HouseSite[],
  trodden: Trodden,
  land: Landform,
  viewRad: number,
  groundAt: GroundAt,
): ObjectSet {
  const scenery = new Scenery(recipe.seed + 31, groundAt);
  const houses = villageObjects(sites);
  scenery.add(...houses.meshes);
  scenery.instances.push(...houses.instances);
  const first = scenery.add(...[1, 2, 5, 7].map((s) => boulder(noise, s, 34, false)));
  const flat = scenery.add(...[11, 12, 13].map((s) => boulder(noise, s, 44, true)));
  addPathStones(scenery, trodden, first, flat);
  addFieldThings(scenery, trodden, land, recipe.season, viewRad);
  if (land.river) addRiverStones(scenery, land, first);
  return scenery;
}

/** Seasons in which straw stands in heaps. */
const STRAW_SEASONS: readonly Recipe['season'][] = ['ripe', 'fallow', 'dry'];

/** A hut beside the path, a piece of fence, straw on the cut fields: the measure of a person. */
function addFieldThings(
  scenery: Scenery,
  trodden: Trodden,
  land: Landform,
  season: Recipe['season'],
  viewRad: number,
): void {
  const { random } = scenery;
  const [hutX, hutY] = levelSpot(scenery.groundAt, trodden, viewRad);
  scenery.stand(scenery.add(fieldHut()), hutX, hutY, 0, turned(random() * Math.PI));
  const fences = scenery.add(poleFence(3.9, 1), poleFence(3.9, 2), poleFence(3.9, 5));
  for (let k = 0; k < 7; k++) {
    const [x, y] = spot(viewRad + 2.2 + 0.07 * k, 11 + 3.6 * k);
    if (trodden.path(x, y) > 0.1 || land.waterDistance(x, y) < DRY_M) continue;
    scenery.stand(fences + (k % 3), x, y, 0, turned(Math.PI / 2 - viewRad - 2.55));
  }
  if (!STRAW_SEASONS.includes(season)) return;
  const stack = scenery.add(strawStack(2.3));
  for (let k = 0; k < 9; k++) {
    const [x, y] = openSpot(trodden, viewRad + 1.4 + k * 0.55, 24 + 70 * random(), 1.6);
    const matrix = turned(random() * 6.28, 0.75 + 0.4 * random());
    if (land.waterDistance(x, y) > DRY_M) scenery.stand(stack, x, y, 0, matrix);
  }
}

/** The most level spot beside the view that leaves the path free: a hut needs a flat foot. */
function levelSpot(
  groundAt: GroundAt,
  trodden: Trodden,
  viewRad: number,
): readonly [number, number] {
  let best: readonly [number, number] = spot(viewRad - 0.62, 20);
  let least = Number.POSITIVE_INFINITY;
  for (const aside of [-0.5, 0.5, -0.75, 0.75, -1, 1]) {
    for (let r = 13; r < 32; r += 1) {
      const [x, y] = spot(viewRad + aside, r);
      if (Math.abs(trodden.besidePath(x, y)) < 3.2) continue;
      const heights = [-1.8, 1.8].flatMap((d) => [groundAt(x + d, y), groundAt(x, y + d)]);
      const fallM = Math.max(...heights) - Math.min(...heights);
      if (fallM + r * 0.02 >= least) continue;
      least = fallM + r * 0.02;
      best = [x, y];
    }
  }
  return best;
}

/** The first spot out from a distance along a heading that leaves the path free. */
function openSpot(
  trodden: Trodden,
  headingRad: number,
  fromM: number,
  marginM: number,
): readonly [number, number] {
  let r = fromM;
  while (r < fromM + 30 && Math.abs(trodden.besidePath(...spot(headingRad, r))) < marginM) r += 1;
  return spot(headingRad, r);
}

function spot(headingRad: number, r: number): [number, number] {
  return [Math.sin(headingRad) * r, Math.cos(headingRad) * r];
}

/** Flat stones to step on where the viewer stands, broken ones along the rims of the path. */
function addPathStones(scenery: Scenery, trodden: Trodden, first: number, flat: number): void {
  const { random } = scenery;
  for (let k = 0; k < 220; k++) {
    const a = random() * 2 * Math.PI;
    const r = 0.25 + 34 * random() ** 2.2;
    const x = Math.sin(a) * r;
    const y = Math.cos(a) * r;
    const share = trodden.path(x, y);
    const isStep = k % 3 === 0;
    const size = isStep ? 0.12 + 0.14 * random() : 0.025 + 0.085 * random() ** 3;
    const turn = random() * 2 * Math.PI;
    if (isStep ? share < 0.6 : share < 0.12) continue;
    if (isStep) scenery.stand(flat + (k % 3), x, y, -size * 0.26, turned(turn, size));
    else {
      const lean = leaning(turn, (random() - 0.5) * 0.6, (random() - 0.5) * 0.6, size);
      scenery.stand(first + (k % 4), x, y, size * 0.1, lean);
    }
  }
}

/** Boulders in the stream and on its gravel. */
function addRiverStones(scenery: Scenery, land: Landform, first: number): void {
  const { random, groundAt } = scenery;
  const { river } = land;
  if (!river) return;
  for (let k = 0; k < 6000; k++) {
    const a = random() * 2 * Math.PI;
    const r = RIVER_STONES_M * Math.sqrt(random());
    const x = Math.sin(a) * r;
    const y = Math.cos(a) * r;
    const q = random();
    const turn = random() * 2 * Math.PI;
    const { besideM, halfM } = river.read(x, y);
    const outM = besideM - halfM;
    if (outM > 5.5 || (outM < -halfM * 0.6 && q < 0.85)) continue;
    const size = 0.14 + 0.95 * q ** 5;
    const lean = leaning(turn, (random() - 0.5) * 0.7, (random() - 0.5) * 0.7, size, size * 0.8);
    scenery.put(first + (k % 4), [x, y, groundAt(x, y) - size * 0.1], lean);
  }
}

/** Bamboo, fruit trees and shrubs round the houses. */
export function gardenTrees(
  sites: readonly HouseSite[],
  seed: number,
  groundAt: GroundAt,
): readonly PlantedTree[] {
  const random = createRandom(seed + 909);
  return sites.flatMap((site) =>
    Array.from({ length: 5 }, (): PlantedTree | undefined => {
      const a = random() * 2 * Math.PI;
      const d = 10.5 + 7 * random();
      const x = site.x + Math.cos(a) * d;
      const y = site.y + Math.sin(a) * d;
      const q = random();
      const look = random();
      const isInView = Math.hypot(x, y) < 30;
      if (isInView || sites.some((s) => Math.hypot(s.x - x, s.y - y) < 8)) return undefined;
      const sprite = q < 0.3 ? 'bamboo' : q < 0.72 ? 'broad' : 'shrub';
      const heightM = sprite === 'bamboo' ? 8 + 4 * look : sprite === 'broad' ? 4 + 5 * look : 1.8;
      const widthM = heightM * (sprite === 'shrub' ? 1.2 : 0.85);
      return { x, y, z: groundAt(x, y) - 0.2, heightM, widthM, sprite, look };
    }).filter((tree) => tree !== undefined),
  );
}
