import { FLAME_TREE, FRANGIPANI, gardenTree } from '../mesh/blossoms';
import { MATERIAL, type ObjectSet, turned, type Vec3 } from '../mesh/mesh';
import { tablet } from '../mesh/signs';
import { townHouse } from '../mesh/town-house';
import { bunkerMouth, wireCoils, wreckedTank } from '../mesh/war-relics';
import type { FieldContext } from './field-context';
import { addBoulders } from './growth';
import type { GroundAt } from './near-field';
import { Scenery } from './scenery';
import type { StrongpointLayout } from './strongpoint-layout';
import { PLAIN_TURN_RAD } from './strongpoint-painter';

const TOWN_TO_M = 880;
const STREET_M = 46;
const LOT_M = 7.5;

/** Tank, bunker, wire, trees of the hill, the town's houses below it. */
export function strongpointObjects(
  { noise, recipe }: FieldContext,
  layout: StrongpointLayout,
  isTown: (x: number, y: number) => number,
  groundAt: GroundAt,
): ObjectSet {
  const scenery = new Scenery(recipe.seed + 21, groundAt);
  const { tank, bunker, tablet: stone } = layout.recipe;
  const heading = (deg: number): number => ((90 - deg) * Math.PI) / 180;
  const hull = scenery.add(wreckedTank());
  scenery.stand(hull, tank.at[0], tank.at[1], -0.08, turned(heading(tank.headingDeg)));
  const mouth = scenery.add(bunkerMouth());
  const doorTurn = heading(bunker.headingDeg) + Math.PI / 2;
  scenery.stand(mouth, bunker.at[0], bunker.at[1], -0.1, turned(doorTurn));
  const slab = { slab: MATERIAL.step, text: MATERIAL.red, foot: MATERIAL.step };
  const board = scenery.add(tablet(['ĐỒI A1'], 1.7, 0.85, slab));
  const face = Math.atan2(-stone[1], -stone[0]) + Math.PI / 2;
  scenery.stand(board, stone[0], stone[1], -0.05, turned(face));
  addWire(scenery, layout);
  addTrees(scenery, layout);
  addTown(scenery, isTown);
  const strewing = { count: 60, fromM: 4, toM: 60, sizeM: [0.04, 0.22], marginM: 0 } as const;
  addBoulders(
    scenery,
    noise,
    strewing,
    (x, y) => layout.path(x, y) < 0.5 || layout.trench(x, y) < 2,
  );
  return scenery;
}

/** Wire runs in front of the trenches, a few steps down the slope. */
function addWire(scenery: Scenery, layout: StrongpointLayout): void {
  layout.recipe.wires.forEach((line, n) => {
    const feet: Vec3[] = [];
    for (let i = 0; i + 1 < line.length; i++) {
      const [ax, ay] = line[i]!;
      const [bx, by] = line[i + 1]!;
      const pieces = Math.max(1, Math.round(Math.hypot(bx - ax, by - ay) / 2.4));
      for (let k = 0; k < pieces; k++) {
        const x = ax + ((bx - ax) * k) / pieces;
        const y = ay + ((by - ay) * k) / pieces;
        if (layout.path(x, y) > 0.3) feet.push([x, y, scenery.groundAt(x, y)]);
      }
    }
    scenery.put(scenery.add(wireCoils(feet, n + 3)), [0, 0, 0], turned(0), 1);
  });
}

function addTrees(scenery: Scenery, layout: StrongpointLayout): void {
  const { random } = scenery;
  const flame = scenery.add(...[1, 2, 3].map((s) => gardenTree(s, FLAME_TREE)));
  const frangipani = scenery.add(...[4, 5].map((s) => gardenTree(s, FRANGIPANI)));
  layout.recipe.trees.forEach(([x, y], i) => {
    const isFlame = i % 2 === 0;
    const mesh = isFlame ? flame + (i % 3) : frangipani + (i % 2);
    scenery.stand(mesh, x, y, -0.1, turned(random() * 6.28, 0.9 + 0.4 * random()));
  });
  for (let tries = 0; tries < 260; tries++) {
    const a = random() * 2 * Math.PI;
    const r = 45 + 120 * random();
    const x = Math.cos(a) * r;
    const y = Math.sin(a) * r;
    const pick = Math.floor(random() * 3);
    const scale = 0.9 + 0.6 * random();
    const share = layout.hillShare(x, y);
    if (share < 0.72 || share > 1.15 || layout.path(x, y) < 2 || random() < 0.55) continue;
    scenery.stand(flame + pick, x, y, -0.1, turned(a, scale));
  }
}

/** Rows of houses along streets of the plain, back to back. */
function addTown(scenery: Scenery, isTown: (x: number, y: number) => number): void {
  const { random } = scenery;
  const { redSheet, blueSheet, tile } = MATERIAL;
  const kinds = [
    { widthM: 5, depthM: 14, storeys: 3, roof: redSheet },
    { widthM: 5, depthM: 12, storeys: 2, roof: redSheet },
    { widthM: 6.5, depthM: 11, storeys: 1, roof: tile },
    { widthM: 5, depthM: 15, storeys: 4, roof: blueSheet },
    { widthM: 8, depthM: 10, storeys: 2, roof: tile },
    { widthM: 7, depthM: 13, storeys: 1, roof: redSheet },
    { widthM: 12, depthM: 18, storeys: 3, roof: redSheet },
  ];
  const first = scenery.add(...kinds.map(townHouse));
  const c = Math.cos(PLAIN_TURN_RAD);
  const s = Math.sin(PLAIN_TURN_RAD);
  const n = Math.ceil(TOWN_TO_M / LOT_M);
  const streets = Math.ceil(TOWN_TO_M / STREET_M);
  for (let j = -streets; j <= streets; j++) {
    for (const side of [-1, 1]) {
      for (let i = -n; i <= n; i++) {
        const u = i * LOT_M + (random() - 0.5) * 2;
        const v = j * STREET_M + side * (12 + 3 * random());
        const x = u * c + v * s;
        const y = -u * s + v * c;
        const kind = Math.floor(random() * random() * 6.99);
        const gap = random();
        const turn = -PLAIN_TURN_RAD + (side > 0 ? 0 : Math.PI) + (random() - 0.5) * 0.06;
        if (Math.hypot(x, y) > TOWN_TO_M || gap > isTown(x, y) * 0.86) continue;
        scenery.stand(first + kind, x, y, 0, turned(turn));
      }
    }
  }
}
