import { addBox, addEnd, addGable, addRoof } from './house-parts';
import { createMesh, MATERIAL, type Mesh } from './mesh';

/** Peoples whose houses are known here. */
export type HousePeople = 'mong' | 'thai' | 'ha-nhi' | 'giay' | 'la-chi';

/** What stilt houses are roofed with. */
export type HouseRoof = 'shingle' | 'thatch' | 'fibro' | 'tile';

const MIXED_ROOFS: readonly HouseRoof[] = ['fibro', 'thatch', 'tile'];

/** Walls go this far below the floor, so that no slope shows under them. */
const FOOT_M = 1.6;

/**
 * Houses of a people, each a little different; ridges along x, doors toward -y, floor at z = 0
 * for houses on the ground.
 *
 * @param roof - of houses on stilts; mixed where absent
 */
export function peopleHouses(people: HousePeople, roof?: HouseRoof): readonly Mesh[] {
  switch (people) {
    case 'mong':
      return [0, 1, 2, 3].map(mongHouse);
    case 'thai':
      return [0, 1, 2, 3].map((k) =>
        stiltHouse(11 + 1.6 * k, 7.4, 1.9, MATERIAL[roof ?? MIXED_ROOFS[k % 3]!]),
      );
    case 'ha-nhi':
      return [0, 1, 2].map(haNhiHouse);
    case 'giay':
      return [0, 1, 2, 3].map(giayHouse);
    case 'la-chi':
      return [0, 1, 2].map((k) => stiltHouse(8.5 + k, 6.4, 1.6, MATERIAL.thatch));
    default:
      return people satisfies never;
  }
}

/** Low, close to the ground, dark inside: earth or planks under shingle or sheets of cement. */
function mongHouse(k: number): Mesh {
  const mesh = createMesh();
  const l = (11 + 1.3 * k) / 2;
  const w = 3.1 + 0.2 * k;
  const wall = 2.15;
  const ridge = wall + 2.05;
  const walls = k % 2 === 0 ? MATERIAL.earth : MATERIAL.plank;
  addBox(mesh, [-l, -w, -FOOT_M], [l, w, wall], walls);
  for (const s of [-1, 1]) addGable(mesh, s * l, w, wall, ridge - 0.1, MATERIAL.plank);
  addRoof(mesh, {
    lengthM: 2 * l + 1.5,
    widthM: 2 * w + 2.1,
    eavesM: wall - 0.42,
    ridgeM: ridge + 0.12,
    ridgeLengthM: 2 * l + 1.5,
    thickM: 0.12,
    material: k === 2 ? MATERIAL.fibro : MATERIAL.shingle,
  });
  addBox(mesh, [-0.75, -w - 0.03, -0.1], [0.75, -w, 1.75], MATERIAL.dark);
  for (const x of [-l * 0.62, l * 0.6]) {
    addBox(mesh, [x - 0.3, -w - 0.03, 0.95], [x + 0.3, -w, 1.5], MATERIAL.dark);
  }
  // Firewood along the wall, and a lean-to for the animals.
  addBox(mesh, [l * 0.25, -w - 0.55, -FOOT_M], [l * 0.5, -w - 0.05, 0.75], MATERIAL.wood);
  addShed(mesh, l, w, k);
  return mesh;
}

function addShed(mesh: Mesh, l: number, w: number, k: number): void {
  const x0 = l + 0.2;
  const x1 = l + 3.1 + 0.3 * k;
  addBox(mesh, [x0, -w * 0.5, -FOOT_M], [x1, w * 0.6, 1.35], MATERIAL.plank);
  addEnd(
    mesh,
    [
      [x0 - 0.1, -w * 0.5 - 0.3, 1.85],
      [x0 - 0.1, w * 0.6 + 0.3, 1.85],
      [x1 + 0.3, w * 0.6 + 0.3, 1.35],
    ],
    MATERIAL.thatch,
  );
  addEnd(
    mesh,
    [
      [x0 - 0.1, -w * 0.5 - 0.3, 1.85],
      [x1 + 0.3, w * 0.6 + 0.3, 1.35],
      [x1 + 0.3, -w * 0.5 - 0.3, 1.35],
    ],
    MATERIAL.thatch,
  );
}

/** On posts, wide-roofed, with an open veranda and stairs at its end. */
function stiltHouse(lengthM: number, widthM: number, floorM: number, roof: number): Mesh {
  const mesh = createMesh();
  const l = lengthM / 2;
  const w = widthM / 2;
  const eaves = floorM + 2.1;
  const isThatch = roof === MATERIAL.thatch;
  addBox(mesh, [-l + 2.2, -w, floorM], [l, w, eaves], MATERIAL.plank);
  addBox(mesh, [-l - 0.2, -w - 0.25, floorM - 0.22], [l + 0.2, w + 0.25, floorM], MATERIAL.wood);
  for (const x of [-l, -l + 2.2, -l * 0.1, l * 0.45, l - 0.15]) {
    for (const y of [-w + 0.1, 0, w - 0.1]) {
      addBox(mesh, [x - 0.13, y - 0.13, -FOOT_M], [x + 0.13, y + 0.13, floorM], MATERIAL.wood);
    }
  }
  for (const y of [-w + 0.1, w - 0.1]) {
    addBox(mesh, [-l - 0.1, y - 0.08, floorM], [-l + 0.06, y + 0.08, eaves], MATERIAL.wood);
  }
  // Railing of the veranda, shutters, what is kept under the floor.
  addBox(mesh, [-l - 0.16, -w, floorM + 0.75], [-l - 0.08, w, floorM + 0.83], MATERIAL.wood);
  addBox(mesh, [-l - 0.16, -w, floorM + 0.35], [-l - 0.1, w, floorM + 0.41], MATERIAL.wood);
  for (const x of [-l * 0.25, l * 0.2, l * 0.62]) {
    for (const s of [-1, 1]) {
      const y = s * (w + 0.015);
      addBox(
        mesh,
        [x - 0.42, y - 0.015, floorM + 0.5],
        [x + 0.42, y + 0.015, floorM + 1.55],
        MATERIAL.dark,
      );
    }
  }
  addBox(mesh, [-l * 0.1, -w * 0.6, -FOOT_M], [l * 0.5, w * 0.3, 0.9], MATERIAL.plank);
  addBox(mesh, [l * 0.55, -w * 0.5, -FOOT_M], [l * 0.85, w * 0.5, 0.6], MATERIAL.wood);
  addRoof(mesh, {
    lengthM: lengthM + 1.9,
    widthM: widthM + 2.3,
    eavesM: eaves - 0.4,
    ridgeM: eaves + widthM * (isThatch ? 0.52 : 0.4),
    ridgeLengthM: lengthM * 0.52,
    thickM: isThatch ? 0.3 : 0.1,
    material: roof,
  });
  addStairs(mesh, -l - 0.2, -w * 0.45, floorM);
  return mesh;
}

function addStairs(mesh: Mesh, x: number, y: number, floorM: number): void {
  const steps = 7;
  for (let k = 0; k < steps; k++) {
    const z = (floorM * (k + 0.5)) / steps;
    const back = ((steps - k) / steps) * floorM * 0.75;
    addBox(
      mesh,
      [x - back - 0.13, y - 0.5, z - 0.04],
      [x - back + 0.13, y + 0.5, z],
      MATERIAL.plank,
    );
  }
}

/** Thick walls of beaten earth, nearly square, under a steep cap of thatch. */
function haNhiHouse(k: number): Mesh {
  const mesh = createMesh();
  const l = (8.6 + 0.9 * k) / 2;
  const w = (7 + 0.4 * k) / 2;
  const wall = 2.9;
  addBox(mesh, [-l - 0.12, -w - 0.12, -FOOT_M], [l + 0.12, w + 0.12, 0.4], MATERIAL.rock);
  addBox(mesh, [-l, -w, 0.35], [l, w, wall], MATERIAL.earth);
  addBox(mesh, [-0.55, -w - 0.02, 0.1], [0.55, -w + 0.05, 1.85], MATERIAL.dark);
  addBox(mesh, [l * 0.55, -w - 0.02, 1.35], [l * 0.55 + 0.4, -w + 0.05, 1.75], MATERIAL.dark);
  addBox(mesh, [l - 0.05, -0.25, 1.4], [l + 0.02, 0.2, 1.8], MATERIAL.dark);
  // The cap is built up in three courses, rounder toward its eaves.
  for (const [grow, low, high, ridge] of [
    [0.75, 2.45, 4.1, 0.62],
    [0.42, 3.15, 4.8, 0.42],
    [-0.2, 3.9, 5.5, 0.24],
  ] as const) {
    addRoof(mesh, {
      lengthM: 2 * (l + grow),
      widthM: 2 * (w + grow),
      eavesM: low,
      ridgeM: high,
      ridgeLengthM: 2 * l * ridge,
      thickM: 0.36,
      material: MATERIAL.thatch,
    });
  }
  return mesh;
}

/** On the ground, plastered below and planked above, a porch along the front, dark tiles. */
function giayHouse(k: number): Mesh {
  const mesh = createMesh();
  const l = (12 + 1.4 * k) / 2;
  const w = 3.5;
  const wall = k === 1 ? 4.6 : 3;
  const ridge = wall + 2.1;
  const walls = k === 2 ? MATERIAL.plank : MATERIAL.plaster;
  addBox(mesh, [-l - 0.3, -w - 1.7, -FOOT_M], [l + 0.3, w + 0.2, 0.12], MATERIAL.rock);
  addBox(mesh, [-l, -w, 0], [l, w, wall * 0.62], walls);
  addBox(mesh, [-l, -w, wall * 0.62], [l, w, wall], MATERIAL.plank);
  for (const s of [-1, 1]) addGable(mesh, s * l, w, wall, ridge - 0.1, MATERIAL.plank);
  for (let i = 0; i <= 4; i++) {
    const x = -l + 0.2 + (i * (2 * l - 0.4)) / 4;
    addBox(mesh, [x - 0.1, -w - 1.45, 0], [x + 0.1, -w - 1.25, 2.35], MATERIAL.wood);
  }
  addBox(mesh, [-0.8, -w - 0.03, 0.12], [0.8, -w, 2.1], MATERIAL.dark);
  for (const x of [-l * 0.6, l * 0.6]) {
    addBox(mesh, [x - 0.5, -w - 0.03, 0.9], [x + 0.5, -w, 1.75], MATERIAL.dark);
  }
  addRoof(mesh, {
    lengthM: 2 * l + 1.4,
    widthM: 2 * w + 1.5,
    eavesM: wall - 0.28,
    ridgeM: ridge + 0.1,
    ridgeLengthM: 2 * l + 1.4,
    thickM: 0.12,
    material: k === 3 ? MATERIAL.fibro : MATERIAL.tile,
  });
  // The porch has its own slope below the main roof.
  const low = 2.25;
  const high = Math.min(wall - 0.35, 2.75);
  for (const t of [0, 0.09]) {
    addEnd(
      mesh,
      [
        [-l - 0.5, -w - 1.9, low - t],
        [l + 0.5, -w - 1.9, low - t],
        [l + 0.5, -w, high - t],
      ],
      MATERIAL.tile,
    );
    addEnd(
      mesh,
      [
        [-l - 0.5, -w - 1.9, low - t],
        [l + 0.5, -w, high - t],
        [-l - 0.5, -w, high - t],
      ],
      MATERIAL.tile,
    );
  }
  return mesh;
}
