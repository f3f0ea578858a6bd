import { radFromDeg } from '#core/geo/angles';
import { cabinBoat, type HullSize, longBoat } from '../mesh/boats';
import { woodenRailing } from '../mesh/furniture';
import { villageHouse } from '../mesh/houses';
import { lookoutDeck } from '../mesh/lookout';
import { MATERIAL, type ObjectSet, turned } from '../mesh/mesh';
import { DECK_OVER_WATER_M, fishCages, floatingJetty, raftHouse } from '../mesh/rafts';
import { rhododendron } from '../mesh/shrubs';
import { banana, tallBamboo } from '../mesh/trees';
import type { FieldContext } from './field-context';
import { addBoulders, addGrowth, type Growth } from './growth';
import { addHamlets } from './hamlets';
import type { LakeRecipe } from './lake-field';
import type { GroundAt } from './near-field';
import { Scenery } from './scenery';

const JETTY_WIDTH_M = 2.6;
/** The jetty goes on this far beyond the viewer. */
const BEYOND_M = 9;
const SHORE_SEARCH_M = 60;
const JETTY_SPARE_M = 1.5;

const SLIM: HullSize = {
  lengthM: 9.5,
  widthM: 1.15,
  freeboardM: 0.34,
  sheerM: 0.55,
  material: MATERIAL.wood,
};
const PAINTED: HullSize = { ...SLIM, lengthM: 8, widthM: 1.35, material: MATERIAL.hull };
const FERRY: HullSize = {
  lengthM: 14,
  widthM: 2.9,
  freeboardM: 0.7,
  sheerM: 0.5,
  material: MATERIAL.hull,
};

/** A jetty on drums from the bank past the viewer. */
export interface Jetty {
  readonly x: number;
  readonly y: number;
  /** Counted from east, the way the jetty leaves the bank. */
  readonly turnRad: number;
  /** From the viewer back to the bank. */
  readonly backM: number;
  readonly deckM: number;
}

/** Lays the jetty of a recipe: back from the viewer until there is dry ground. */
export function layJetty(
  { viewerX, viewerY }: FieldContext,
  lake: LakeRecipe,
  ground: (x: number, y: number) => number,
): Jetty | undefined {
  if (lake.jettyHeadingDeg === undefined) return undefined;
  const turnRad = Math.PI / 2 - radFromDeg(lake.jettyHeadingDeg);
  let backM = 4;
  while (
    backM < SHORE_SEARCH_M &&
    ground(viewerX - Math.cos(turnRad) * backM, viewerY - Math.sin(turnRad) * backM) <
      lake.levelOrthometricM + 0.3
  ) {
    backM += 0.5;
  }
  const deckM = lake.levelOrthometricM + DECK_OVER_WATER_M;
  return { x: viewerX, y: viewerY, turnRad, backM: backM + JETTY_SPARE_M, deckM };
}

/** Distance of a point from the jetty's axis, metres. */
export function jettyDistance(jetty: Jetty | undefined, x: number, y: number): number {
  if (!jetty) return Number.POSITIVE_INFINITY;
  const [along, beside] = onJetty(jetty, x, y);
  return Math.hypot(Math.max(0, -jetty.backM - along, along - BEYOND_M), beside);
}

function onJetty({ x, y, turnRad }: Jetty, px: number, py: number): readonly [number, number] {
  const c = Math.cos(turnRad);
  const s = Math.sin(turnRad);
  return [(px - x) * c + (py - y) * s, (py - y) * c - (px - x) * s];
}

/** What the viewer stands on; on the ground where both are undefined. */
export interface LakeStand {
  readonly jetty: Jetty | undefined;
  /** Floor of the deck, above the sea. */
  readonly deckFloorM: number | undefined;
}

/** Jetty, boats, fish cages, stilt houses, stones and groves of a shore. */
export function lakeObjects(
  context: FieldContext,
  lake: LakeRecipe,
  { jetty, deckFloorM }: LakeStand,
  groundAt: GroundAt,
): ObjectSet {
  const scenery = new Scenery(context.recipe.seed + 5, groundAt);
  if (jetty) addJetty(scenery, context, lake, jetty);
  if (deckFloorM !== undefined) addDeck(scenery, context, lake, deckFloorM);
  addFleet(scenery, context, lake);
  addCages(scenery, context, lake);
  addVillages(scenery, context, lake);
  addPlants(scenery, context, lake, jetty);
  return scenery;
}

function addJetty(scenery: Scenery, { noise }: FieldContext, lake: LakeRecipe, jetty: Jetty): void {
  const lengthM = jetty.backM + BEYOND_M;
  const level = lake.levelOrthometricM;
  const c = Math.cos(jetty.turnRad);
  const s = Math.sin(jetty.turnRad);
  const at = (along: number, beside: number): readonly [number, number, number] => [
    jetty.x + c * along - s * beside,
    jetty.y + s * along + c * beside,
    level,
  ];
  const deck = scenery.add(floatingJetty(noise, lengthM, JETTY_WIDTH_M));
  scenery.put(deck, at(-jetty.backM, -JETTY_WIDTH_M / 2), turned(jetty.turnRad), 1);
  const rail = scenery.add(woodenRailing(noise, lengthM * 0.55, 6));
  const [rx, ry] = at(-jetty.backM + 1, -JETTY_WIDTH_M / 2 + 0.1);
  scenery.put(rail, [rx, ry, level + DECK_OVER_WATER_M], turned(jetty.turnRad), 2);
  const slim = scenery.add(longBoat(SLIM), longBoat(PAINTED));
  const ferry = scenery.add(cabinBoat(FERRY, MATERIAL.blueSheet));
  const moored: readonly (readonly [number, number, number, number])[] = [
    [slim, 4.5, 2.3, 0.04],
    [slim + 1, -5.5, 2.5, -0.05],
    [slim, 1.5, -2.5, 3.1],
    [ferry, 2, 8.5, 0.12],
    [slim + 1, -7, -3.2, 0.3],
  ];
  for (const [mesh, along, beside, turn] of moored) {
    scenery.put(mesh, at(along, beside), turned(jetty.turnRad + turn));
  }
}

/** The viewer stands near the front railing. */
function addDeck(
  scenery: Scenery,
  { noise, viewerX, viewerY }: FieldContext,
  lake: LakeRecipe,
  floorM: number,
): void {
  if (!lake.deck) return;
  const heading = radFromDeg(lake.deck.headingDeg);
  const deck = scenery.add(
    lookoutDeck(noise, { widthM: 8, depthM: 5.2, floorM: lake.deck.floorM }),
  );
  const back = 1.75;
  const x = viewerX - Math.sin(heading) * back;
  const y = viewerY - Math.cos(heading) * back;
  scenery.put(deck, [x, y, floorM], turned(-heading), 2);
}

/** Boats out on the water. */
function addFleet(scenery: Scenery, context: FieldContext, lake: LakeRecipe): void {
  const { random, groundAt } = scenery;
  const slim = scenery.add(longBoat(SLIM), longBoat(PAINTED));
  const ferry = scenery.add(
    cabinBoat(FERRY, MATERIAL.redSheet),
    cabinBoat({ ...FERRY, lengthM: 11 }, MATERIAL.blueSheet),
  );
  const level = lake.levelOrthometricM;
  for (let i = 0, put = 0; i < 400 && put < lake.boatCount; i++) {
    const a = random() * 2 * Math.PI;
    const r = 45 + 1300 * random() ** 1.3;
    const x = context.viewerX + Math.cos(a) * r;
    const y = context.viewerY + Math.sin(a) * r;
    if (groundAt(x, y) > level - 1.5) continue;
    const mesh = put % 4 === 3 ? ferry + (put % 2) : slim + (put % 2);
    scenery.put(mesh, [x, y, level], turned(random() * 2 * Math.PI));
    put++;
  }
}

function addCages(scenery: Scenery, { frame }: FieldContext, lake: LakeRecipe): void {
  if (lake.cages.length === 0) return;
  const first = scenery.add(fishCages(6, 3, 5), fishCages(8, 4, 5), fishCages(4, 2, 5));
  const house = scenery.add(raftHouse());
  lake.cages.forEach(([lonDeg, latDeg], i) => {
    const [x, y] = frame.toLocal(lonDeg, latDeg);
    const turn = scenery.random() * Math.PI;
    const level = lake.levelOrthometricM;
    scenery.put(first + (i % 3), [x, y, level], turned(turn), 3);
    const [c, s] = [Math.cos(turn), Math.sin(turn)];
    scenery.put(house, [x - c * 6.5 - s * 4, y - s * 6.5 + c * 4, level], turned(turn), i * 1.7);
  });
}

/** Stilt houses of the Thái. */
function addVillages(scenery: Scenery, { frame }: FieldContext, lake: LakeRecipe): void {
  const house = (lengthM: number, widthM: number, roof: 'thatch' | 'tile') =>
    villageHouse({ lengthM, widthM, wallM: 2.5, floorM: 2, roof });
  const houses = [house(13, 8, 'tile'), house(10, 7, 'tile'), house(11, 7, 'thatch')];
  const landM = lake.levelOrthometricM + lake.drawdownM + 1.5;
  addHamlets(scenery, frame, lake.hamlets, houses, (x, y) => scenery.groundAt(x, y) > landM);
}

function addPlants(
  scenery: Scenery,
  { noise, viewerX, viewerY }: FieldContext,
  lake: LakeRecipe,
  jetty: Jetty | undefined,
): void {
  const { groundAt } = scenery;
  const landM = lake.levelOrthometricM + lake.drawdownM + 0.6;
  const isDeck = (x: number, y: number): boolean =>
    lake.deck !== undefined && Math.hypot(x - viewerX, y - viewerY) < 6.5;
  const isKept = (x: number, y: number, marginM: number): boolean =>
    isDeck(x, y) || jettyDistance(jetty, x, y) < 4 + marginM || groundAt(x, y) < landM;
  for (const growth of jetty ? shoreGrowths() : slopeGrowths())
    addGrowth(scenery, noise, growth, isKept);
  const stones = { count: 700, fromM: 2, toM: 80, sizeM: [0.08, 0.6], marginM: 0 } as const;
  addBoulders(
    scenery,
    noise,
    stones,
    (x, y) =>
      isDeck(x, y) ||
      jettyDistance(jetty, x, y) < 2.4 ||
      groundAt(x, y) < lake.levelOrthometricM - 0.4,
  );
}

function shoreGrowths(): readonly Growth[] {
  return [
    {
      meshes: [1, 2, 3].map((s) => banana(s, 3.4)),
      count: 160,
      fromM: 14,
      toM: 110,
      power: 0.8,
      marginM: 2,
      grove: [24, 3, 0.18],
      scale: [0.7, 0.6],
      sinkM: 0.05,
    },
    {
      meshes: [1, 2, 3].map((s) => tallBamboo(s, 24, 8)),
      count: 90,
      fromM: 24,
      toM: 130,
      power: 0.8,
      marginM: 2,
      grove: [30, 9, 0.2],
      scale: [0.7, 0.6],
      sinkM: 0.1,
    },
  ];
}

/** Low growth on the slope below a deck: nothing that hides the lake. */
function slopeGrowths(): readonly Growth[] {
  return [
    {
      meshes: [1, 2, 3].map((s) => rhododendron(s + 20, false)),
      count: 420,
      fromM: 8,
      toM: 110,
      power: 0.8,
      marginM: 1,
      grove: [17, 3, 0.02],
      scale: [0.6, 0.8],
      sinkM: 0.05,
    },
    {
      meshes: [1, 2, 3].map((s) => banana(s + 4, 3)),
      count: 90,
      fromM: 14,
      toM: 110,
      power: 0.7,
      marginM: 1,
      grove: [26, 7, 0.16],
      scale: [0.6, 0.5],
      sinkM: 0.05,
    },
  ];
}
