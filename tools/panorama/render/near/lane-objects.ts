import { gardenTree, PEACH } from '../mesh/blossoms';
import { flagPole } from '../mesh/furniture';
import { leaning, MATERIAL, type ObjectSet, turned } from '../mesh/mesh';
import { type MongHouseSize, mongHouse } from '../mesh/mong-house';
import { orchidPot } from '../mesh/orchid';
import { rhododendron } from '../mesh/shrubs';
import { signBoard } from '../mesh/signs';
import { block } from '../mesh/stones';
import { banana, tallBamboo } from '../mesh/trees';
import type { FieldContext } from './field-context';
import { addBoulders, addGrowth, type IsKept } from './growth';
import type { LaneLayout, LaneRecipe } from './lane-layout';
import type { GroundAt } from './near-field';
import { Scenery } from './scenery';

const HOUSES: readonly MongHouseSize[] = [
  { lengthM: 11, widthM: 6, wallM: 2.3, wall: 'plank', roof: 'shingle' },
  { lengthM: 9.5, widthM: 5.6, wallM: 2.2, wall: 'plank', roof: 'fibro' },
  { lengthM: 10.5, widthM: 6, wallM: 2.4, wall: 'earth', roof: 'shingle' },
];
const WALL_OUT_M = 0.35;
const WALL_FREE_M = 3.4;
const COURSES = 4;
const STONE_M = 0.3;

/** Houses, dry-stone walls, orchids, peach trees and gardens of a Mông village. */
export function laneObjects(
  { noise, recipe }: FieldContext,
  lane: LaneRecipe,
  layout: LaneLayout,
  groundAt: GroundAt,
): ObjectSet {
  const scenery = new Scenery(recipe.seed + 9, groundAt);
  const houses = scenery.add(...HOUSES.map((size, i) => mongHouse(i, size)));
  for (const pad of layout.pads) {
    scenery.put(houses + (pad.kind % 3), [pad.x, pad.y, pad.z], turned(pad.turnRad), pad.kind);
  }
  scenery.begin(1);
  addWalls(scenery, noise, layout);
  scenery.begin(2);
  addOrchids(scenery, layout);
  scenery.begin(3);
  addPeaches(scenery, layout, lane.isInBlossom);
  const isKept: IsKept = (x, y, marginM) =>
    layout.besideLane(x, y) < marginM + 0.9 || layout.besideYard(x, y) < marginM;
  scenery.begin(4);
  addGardens(scenery, noise, isKept);
  const flag = scenery.add(flagPole(4.2));
  const first = layout.pads[0];
  if (first) {
    const c = Math.cos(first.turnRad);
    const s = Math.sin(first.turnRad);
    const [dx, dy] = [4.6, -4.3];
    scenery.put(flag, [first.x + c * dx - s * dy, first.y + s * dx + c * dy, first.z], turned(2.2));
  }
  addVillageSign(scenery, layout);
  return scenery;
}

/** A place beside the lane, + = left of its direction. */
function beside(layout: LaneLayout, alongM: number, outM: number): readonly [number, number] {
  const q = layout.lane.at(alongM);
  return [q.x + q.leftX * outM, q.y + q.leftY * outM];
}

/** Dry-stone walls on both sides, open where a yard lets people in. */
function addWalls(scenery: Scenery, noise: FieldContext['noise'], layout: LaneLayout): void {
  const { random, groundAt } = scenery;
  const stones = scenery.add(
    ...[1, 2, 3, 4, 5, 6].map((s) =>
      block(noise, STONE_M * (0.85 + 0.1 * s), STONE_M, STONE_M * 0.74, {
        bevelM: 0.05,
        patches: 9,
        roughM: 0.035,
        material: MATERIAL.rock,
        seed: s * 11,
      }),
    ),
  );
  const half = layout.lane.road.widthM / 2 + WALL_OUT_M;
  for (const side of [-1, 1]) {
    for (let s = 0; s < layout.lane.lengthM; s += STONE_M * 0.94) {
      const q = layout.lane.at(s);
      const isGate = noise.gradient2(s / 7.5 + side * 20, 0.7) > 0.33;
      if (Math.hypot(q.x, q.y) > 130 || isGate) continue;
      const courses = COURSES + (noise.gradient2(s / 5 + side * 3, 9.1) > 0.1 ? 1 : 0);
      for (let course = 0; course < courses; course++) {
        const out = (half + 0.03 * (random() - 0.5) - course * 0.012) * side;
        const [x, y] = beside(layout, s + 0.14 * (course % 2) + 0.05 * random(), out);
        if (Math.hypot(x, y) < 1.2) continue;
        const z = groundAt(q.x + q.leftX * half * side, q.y + q.leftY * half * side);
        const turn = Math.atan2(q.leftX, -q.leftY) + (random() - 0.5) * 0.3;
        const lean = [(random() - 0.5) * 0.2, (random() - 0.5) * 0.2] as const;
        scenery.put(
          stones + Math.floor(random() * 6),
          [x, y, z - 0.06 + course * STONE_M * 0.68],
          leaning(turn, lean[0], lean[1], 0.88 + 0.24 * random()),
        );
      }
    }
  }
}

/** Pots along the walls and before the houses. */
function addOrchids(scenery: Scenery, layout: LaneLayout): void {
  const { random } = scenery;
  const petals = [MATERIAL.petalPink, MATERIAL.petalYellow, MATERIAL.petalWhite];
  const pots = scenery.add(...[1, 2, 3, 4, 5, 6].map((s) => orchidPot(s, petals[s % 3]!)));
  const half = layout.lane.road.widthM / 2 + 0.02;
  for (let s = 0; s < layout.lane.lengthM; s += 0.62) {
    const q = layout.lane.at(s);
    const r = Math.hypot(q.x, q.y);
    if (r > 60 || r < 1.8 || Math.sin(s * 0.33) < 0.15 || random() < 0.2) continue;
    const side = Math.sin(s * 0.11) > 0 ? 1 : -1;
    const [x, y] = beside(layout, s, (half - 0.12) * side);
    const scale = 0.8 + 0.35 * random();
    scenery.stand(pots + Math.floor(random() * 6), x, y, -0.01, turned(random() * 6.28, scale));
  }
  for (const pad of layout.pads) {
    if (Math.hypot(pad.x, pad.y) > 60) continue;
    const c = Math.cos(pad.turnRad);
    const s = Math.sin(pad.turnRad);
    for (let i = 0; i < 9; i++) {
      const dx = -4.6 + i * 0.55 + 0.1 * random();
      const dy = -4.55 + 0.2 * random();
      if (i === 7) continue;
      const [x, y] = [pad.x + c * dx - s * dy, pad.y + s * dx + c * dy];
      scenery.stand(pots + (i % 6), x, y, 0, turned(random() * 6.28, 0.85 + 0.3 * random()));
    }
  }
}

/** Peach trees over the walls and in the yards. */
function addPeaches(scenery: Scenery, layout: LaneLayout, isInBlossom: boolean): void {
  const { random } = scenery;
  const look = isInBlossom ? PEACH : { ...PEACH, flowerShare: 0, leafShare: 0.9 };
  const trees = scenery.add(...[1, 2, 3, 4].map((s) => gardenTree(s, look)));
  for (let s = 4; s < layout.lane.lengthM; s += 7.5) {
    const side = random() < 0.5 ? -1 : 1;
    const out = layout.lane.road.widthM / 2 + 1.6 + 2.4 * random();
    const [x, y] = beside(layout, s + 3 * random(), out * side);
    const scale = 0.8 + 0.45 * random();
    const turn = random() * 6.28;
    if (Math.hypot(x, y) < WALL_FREE_M || isUnderRoof(layout, x, y)) continue;
    scenery.stand(trees + Math.floor(random() * 4), x, y, -0.05, turned(turn, scale));
  }
  for (const pad of layout.pads) {
    const a = pad.turnRad + 2.5 + 0.6 * random();
    const x = pad.x + 7.6 * Math.cos(a);
    const y = pad.y + 7.6 * Math.sin(a);
    const scale = 0.9 + 0.4 * random();
    if (layout.besideLane(x, y) < 0.9 || Math.hypot(x, y) > 90) continue;
    scenery.stand(trees + Math.floor(random() * 4), x, y, -0.05, turned(a, scale));
  }
}

function isUnderRoof(layout: LaneLayout, x: number, y: number): boolean {
  return layout.pads.some((pad) => Math.hypot(x - pad.x, y - pad.y) < 6.4);
}

function addGardens(scenery: Scenery, noise: FieldContext['noise'], isKept: IsKept): void {
  const shared = { power: 1.1, marginM: 1.2, sinkM: 0.05 } as const;
  addGrowth(
    scenery,
    noise,
    {
      ...shared,
      meshes: [1, 2, 3].map((s) => tallBamboo(s, 26, 7)),
      count: 90,
      fromM: 14,
      toM: 90,
      grove: [24, 4, 0.08],
      scale: [0.8, 0.5],
    },
    isKept,
  );
  addGrowth(
    scenery,
    noise,
    {
      ...shared,
      meshes: [1, 2].map((s) => banana(s, 3)),
      count: 60,
      fromM: 9,
      toM: 70,
      grove: [16, 13, 0.08],
      scale: [0.7, 0.5],
    },
    isKept,
  );
  addGrowth(
    scenery,
    noise,
    {
      ...shared,
      meshes: [6, 7].map((s) => rhododendron(s, false)),
      count: 60,
      fromM: 8,
      toM: 60,
      grove: [9, 7, 0.12],
      scale: [0.35, 0.5],
    },
    isKept,
  );
  const strewing = { count: 120, fromM: 3, toM: 60, sizeM: [0.06, 0.55], marginM: 0.5 } as const;
  addBoulders(scenery, noise, strewing, isKept);
}

/** The village's name on a board at the wall. */
function addVillageSign(scenery: Scenery, layout: LaneLayout): void {
  if (!layout.lane.near(0, 0)) return;
  const s = layout.lane.hit.alongM + 7;
  const [x, y] = beside(layout, s, layout.lane.road.widthM / 2 + 0.75);
  const sign = scenery.add(signBoard(['SIN SUỐI HỒ'], 1.9, MATERIAL.plank, MATERIAL.white));
  scenery.stand(sign, x, y, 0.15, turned(Math.atan2(-y, -x) + Math.PI / 2));
}
