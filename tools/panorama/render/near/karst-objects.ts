import { radFromDeg } from '#core/geo/angles';
import { flagTower } from '../mesh/flag-tower';
import { villageHouse } from '../mesh/houses';
import { MATERIAL, type Mesh, type ObjectSet, turned } from '../mesh/mesh';
import { rhododendron } from '../mesh/shrubs';
import { roadStall } from '../mesh/stalls';
import { block, boulder } from '../mesh/stones';
import { banana, tallBamboo } from '../mesh/trees';
import type { FieldContext } from './field-context';
import { addGrowth, type Growth, type IsKept } from './growth';
import { addHamlets } from './hamlets';
import type { KarstRecipe } from './karst-ground';
import type { GroundAt } from './near-field';
import type { RoadLine } from './road-line';
import { addRoadFurniture } from './road-objects';
import { Scenery } from './scenery';
import { addTerraceFurniture } from './view-terrace';

const STAIR_WIDTH_M = 3;
const TREAD_M = 0.36;
const TOWER = { shaftM: 21, totalM: 33 } as const;

/** What {@link karstObjects} is made from. */
export interface KarstSource {
  readonly context: FieldContext;
  readonly karst: KarstRecipe;
  readonly roads: readonly RoadLine[];
  /** Height of the viewing terrace, above the sea. */
  readonly levelM: number;
  isBuilt(x: number, y: number, marginM: number): boolean;
  isField(x: number, y: number): boolean;
}

/** Rail, rocks, bushes, houses, stalls and the flag tower of limestone country. */
export function karstObjects(source: KarstSource, groundAt: GroundAt): ObjectSet {
  const { context, karst, roads } = source;
  const { noise, frame, recipe } = context;
  const scenery = new Scenery(recipe.seed + 29, groundAt);
  for (const road of roads) addRoadFurniture(scenery, road, () => false);
  if (karst.terrace) addTerraceFurniture(scenery, karst.terrace, source.levelM);
  const isKept: IsKept = (x, y, marginM) => source.isBuilt(x, y, marginM) || source.isField(x, y);
  const stones: Growth = {
    meshes: karstRocks(source),
    count: 460,
    fromM: 3.2,
    toM: 150,
    power: 0.9,
    marginM: 0.9,
    grove: [13, 4, 0.02],
    scale: [0.18, 0.75],
    sinkM: 0.12,
  };
  addGrowth(scenery, noise, stones, isKept);
  for (const growth of growths()) addGrowth(scenery, noise, growth, isKept);
  for (const people of ['thai', 'mong', 'lo-lo'] as const) {
    const hamlets = karst.hamlets.filter((hamlet) => hamlet.people === people);
    addHamlets(scenery, frame, hamlets, houses(people), (x, y) => !source.isBuilt(x, y, 8));
  }
  for (const [i, { lonDeg, latDeg, headingDeg }] of karst.stalls.entries()) {
    const [x, y] = frame.toLocal(lonDeg, latDeg);
    const stall = scenery.add(roadStall(i + 3));
    scenery.stand(stall, x, y, 0, turned(Math.PI - radFromDeg(headingDeg)));
  }
  if (karst.flagTower) {
    const [x, y] = frame.toLocal(karst.flagTower.lonDeg, karst.flagTower.latDeg);
    scenery.stand(scenery.add(flagTower(TOWER)), x, y, -0.4, turned(0.35));
    addStairs(scenery, source, frame.toLocal(...karst.flagTower.stairsFrom), [x, y]);
  }
  return scenery;
}

/** Stone stairs straight up the hill, with a wall along each side. */
function addStairs(
  scenery: Scenery,
  { context }: KarstSource,
  [fx, fy]: readonly [number, number],
  [tx, ty]: readonly [number, number],
): void {
  const lengthM = Math.hypot(tx - fx, ty - fy) - 11;
  const turn = Math.atan2(ty - fy, tx - fx) - Math.PI / 2;
  const look = { bevelM: 0.03, patches: 14, roughM: 0.006, material: MATERIAL.step } as const;
  const step = scenery.add(
    block(context.noise, STAIR_WIDTH_M, TREAD_M + 0.1, 0.5, { ...look, seed: 2 }),
    block(context.noise, 0.35, TREAD_M * 4 + 0.05, 1.1, { ...look, seed: 5 }),
  );
  const [ux, uy] = [-Math.sin(turn), Math.cos(turn)];
  const smooth = (s: number): number => {
    let sum = 0;
    for (let k = -3; k <= 3; k++) sum += scenery.groundAt(fx + ux * (s + k), fy + uy * (s + k));
    return sum / 7;
  };
  for (let i = 0; i * TREAD_M < lengthM; i++) {
    const s = (i + 0.5) * TREAD_M;
    const [x, y] = [fx + ux * s, fy + uy * s];
    const z = smooth(s);
    scenery.put(step, [x, y, z - 0.22], turned(turn), i * 1.37);
    if (i % 4 !== 0) continue;
    for (const side of [-1, 1]) {
      const out = side * (STAIR_WIDTH_M / 2 + 0.15);
      scenery.put(step + 1, [x + uy * out, y - ux * out, z - 0.35], turned(turn), i * 0.7);
    }
  }
}

/** Sharp grey rocks, taller than wide, as rain leaves them. */
function karstRocks({ context }: KarstSource): readonly Mesh[] {
  return [31, 32, 33, 34, 35].map((seed) => {
    const mesh = boulder(context.noise, seed, 44, false);
    const tallRatio = 1.1 + 0.16 * (seed - 31);
    for (let i = 2; i < mesh.positions.length; i += 3) {
      const z = mesh.positions[i]!;
      mesh.positions[i] = z > 0 ? z * tallRatio * 1.25 : z;
      if (z > 0) {
        const thin = 1 - 0.32 * z;
        mesh.positions[i - 2]! *= thin;
        mesh.positions[i - 1]! *= thin;
      }
    }
    return { ...mesh, materials: mesh.materials.map(() => MATERIAL.limestone) };
  });
}

function houses(people: 'thai' | 'mong' | 'lo-lo'): readonly Mesh[] {
  const house = (lengthM: number, widthM: number, floorM: number, roof: 'thatch' | 'tile') =>
    villageHouse({ lengthM, widthM, wallM: 2.5, floorM, roof });
  if (people === 'thai') {
    return [house(13, 8, 2, 'tile'), house(10, 7, 1.9, 'tile'), house(11, 7, 2, 'thatch')];
  }
  const clad = [house(12, 6.4, 0.35, 'tile'), house(9.5, 6, 0.35, 'tile')].map((mesh) => ({
    ...mesh,
    materials: mesh.materials.map((m) => (m === MATERIAL.plank ? MATERIAL.earth : m)),
  }));
  return people === 'lo-lo' ? clad : [...clad, house(10, 6, 0.2, 'thatch')];
}

function growths(): readonly Growth[] {
  return [
    {
      meshes: [21, 22, 23].map((s) => rhododendron(s, false)),
      count: 420,
      fromM: 5,
      toM: 120,
      power: 0.9,
      marginM: 1,
      grove: [15, 7, 0],
      scale: [0.4, 0.9],
      sinkM: 0.05,
    },
    {
      meshes: [4, 5, 6].map((s) => tallBamboo(s, 20, 6)),
      count: 40,
      fromM: 26,
      toM: 120,
      power: 0.8,
      marginM: 3,
      grove: [26, 9, 0.22],
      scale: [0.7, 0.5],
      sinkM: 0.1,
    },
    {
      meshes: [5, 6].map((s) => banana(s, 3)),
      count: 30,
      fromM: 18,
      toM: 90,
      power: 0.8,
      marginM: 2.5,
      grove: [22, 3, 0.22],
      scale: [0.6, 0.5],
      sinkM: 0.05,
    },
  ];
}
