import type { Noise } from '../maths/noise';
import { hashCell } from '../maths/random';
import { gardenTree, PLUM } from '../mesh/blossoms';
import { villageHouse } from '../mesh/houses';
import { addTube } from '../mesh/limbs';
import { createMesh, leaning, MATERIAL, type Mesh, type ObjectSet, turned } from '../mesh/mesh';
import type { GroundAt, PlantedTree } from './near-field';
import { Scenery } from './scenery';
import { HEDGE_M, type TeaLand } from './tea-land';

/** Nearer, plums stand as triangles; beyond, as drawings. */
const MESH_TO_M = 75;
const ORCHARD_TO_M = 440;
const SPACING_M = 5.6;
const HOUSES = [
  [-62, 148],
  [-40, 171],
  [-88, 176],
  [150, -60],
  [176, -84],
  [262, 190],
  [301, 168],
] as const;

/** Plum trees, pickers' hats and baskets, farm houses. */
export function teaObjects(
  noise: Noise,
  land: TeaLand,
  seed: number,
  isInBlossom: boolean,
  groundAt: GroundAt,
): ObjectSet {
  const scenery = new Scenery(seed + 3, groundAt);
  const look = isInBlossom ? PLUM : { ...PLUM, flowerShare: 0, leafShare: 1 };
  const plums = scenery.add(...[1, 2, 3, 4].map((s) => gardenTree(s, look)));
  eachPlum(land, (x, y, pick) => {
    if (Math.hypot(x, y) > MESH_TO_M) return;
    const lean = [0.12 * (pick - 0.5), 0.1 * (((pick * 7) % 1) - 0.5)] as const;
    const matrix = leaning(pick * 40, lean[0], lean[1], 0.75 + 0.4 * ((pick * 13) % 1));
    scenery.stand(plums + Math.floor(((pick * 31) % 1) * 4), x, y, -0.05, matrix);
  });
  scenery.begin(1);
  addHarvest(scenery, noise, land);
  const houses = scenery.add(
    villageHouse({ lengthM: 12, widthM: 6.5, wallM: 2.8, floorM: 0.2, roof: 'tile' }),
    villageHouse({ lengthM: 9, widthM: 6, wallM: 2.6, floorM: 0, roof: 'tile' }),
  );
  HOUSES.forEach(([x, y], i) => {
    scenery.stand(houses + (i % 2), x, y, 0, turned(i * 1.3));
  });
  return scenery;
}

/** Plums beyond the reach of triangles. */
export function plumTrees(
  land: TeaLand,
  isInBlossom: boolean,
  groundAt: GroundAt,
): readonly PlantedTree[] {
  const trees: PlantedTree[] = [];
  eachPlum(land, (x, y, pick) => {
    if (Math.hypot(x, y) <= MESH_TO_M) return;
    const heightM = 3.2 + 1.4 * pick;
    trees.push({
      x,
      y,
      z: groundAt(x, y) - 0.1,
      heightM,
      widthM: heightM * (1.15 + 0.3 * ((pick * 7) % 1)),
      sprite: isInBlossom ? 'plum' : 'broad',
      look: pick,
    });
  });
  return trees;
}

/** Calls for each tree of the orchard with a number in [0, 1) of its own. */
function eachPlum(land: TeaLand, call: (x: number, y: number, pick: number) => void): void {
  const n = Math.ceil(ORCHARD_TO_M / SPACING_M);
  for (let j = -n; j <= n; j++) {
    for (let i = -n; i <= n; i++) {
      const x = (i + 0.3 * hashCell(i, j, 411)) * SPACING_M;
      const y = (j + 0.3 * hashCell(i, j, 412)) * SPACING_M;
      if (land.isOrchard(x, y) && hashCell(i, j, 413) > 0.1) call(x, y, hashCell(i, j, 414));
    }
  }
}

/** Hats and baskets that pickers left on the hedges. */
function addHarvest(scenery: Scenery, noise: Noise, land: TeaLand): void {
  const hat = scenery.add(conicalHat());
  const basket = scenery.add(pickerBasket());
  let left = 5;
  for (let k = 0; k < 400 && left > 0; k++) {
    const a = scenery.random() * 2 * Math.PI;
    const r = 4 + 16 * scenery.random();
    const x = Math.cos(a) * r;
    const y = Math.sin(a) * r;
    const { furrow, garden, path } = land.read(x, y);
    if (garden === 0 || noise.gradient2(x, y) < -0.2) continue;
    if (path > 0.9 && left % 2 === 0) {
      scenery.stand(basket, x, y, 0, turned(a));
      left--;
    } else if (path === 0 && furrow < 0.2 && left % 2 === 1) {
      const lift = 0.02 - HEDGE_M * 0.04;
      scenery.stand(hat, x, y, lift, leaning(a, 0.2, 0.1, 1));
      left--;
    }
  }
}

function conicalHat(): Mesh {
  const mesh = createMesh();
  addTube(
    mesh,
    [
      [0, 0, 0],
      [0, 0, 0.19],
    ],
    0.22,
    0.004,
    28,
    MATERIAL.plume,
  );
  return mesh;
}

function pickerBasket(): Mesh {
  const mesh = createMesh();
  for (let ring = 0; ring < 16; ring++) {
    const z = ring * 0.03;
    const radius = 0.15 + 0.005 * ring;
    addTube(
      mesh,
      [
        [0, 0, z],
        [0, 0, z + 0.026],
      ],
      radius,
      radius + 0.006,
      24,
      ring % 2 === 0 ? MATERIAL.dry : MATERIAL.wood,
    );
  }
  return mesh;
}
