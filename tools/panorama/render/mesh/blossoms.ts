import { createRandom, type Random } from '../maths/random';
import { addLeaf, addTube } from './limbs';
import { createMesh, MATERIAL, type Mesh, type Vec3 } from './mesh';
import { pointAlong } from './shrubs';

const TURN = 2 * Math.PI;

/** How a garden tree looks in its season. */
export interface GardenTree {
  readonly heightM: number;
  /** Flowers, or undefined for none. */
  readonly petal?: number;
  /** Share of twigs that carry flowers, and that carry leaves. */
  readonly flowerShare: number;
  readonly leafShare: number;
  readonly leafM: number;
  /** How much wider than high, 1 = round. */
  readonly spreadRatio: number;
  /** Petals of one flower, metres. */
  readonly petalM: number;
}

/** Plum in January: bare dark branches white with flowers. */
export const PLUM: GardenTree = {
  heightM: 3.4,
  petal: MATERIAL.petalWhite,
  flowerShare: 0.95,
  leafShare: 0.06,
  leafM: 0.04,
  spreadRatio: 1.25,
  petalM: 0.027,
};
/** Mountain peach before Tết. */
export const PEACH: GardenTree = {
  ...PLUM,
  heightM: 3.8,
  petal: MATERIAL.petalPink,
  flowerShare: 0.85,
  leafShare: 0.12,
  petalM: 0.03,
};
/** Flame tree in May: flat crown, feathery leaves, red flowers. */
export const FLAME_TREE: GardenTree = {
  heightM: 6.5,
  petal: MATERIAL.petalRed,
  flowerShare: 0.8,
  leafShare: 1,
  leafM: 0.2,
  spreadRatio: 1.9,
  petalM: 0.06,
};
/** Frangipani: thick forked limbs, long leaves at their ends, white flowers. */
export const FRANGIPANI: GardenTree = {
  heightM: 3.6,
  petal: MATERIAL.petalWhite,
  flowerShare: 0.5,
  leafShare: 1,
  leafM: 0.26,
  spreadRatio: 1.5,
  petalM: 0.045,
};

/** A garden tree grown branch by branch. */
export function gardenTree(seed: number, look: GardenTree): Mesh {
  const mesh = createMesh();
  const random = createRandom(seed * 31 + 5);
  const scale = look.heightM / 3.4;
  const trunk: Vec3[] = [
    [0, 0, -0.15],
    [0.05 * scale * (random() - 0.5), 0.05 * scale * (random() - 0.5), 0.35 * scale],
    [0.14 * scale * (random() - 0.5), 0.14 * scale * (random() - 0.5), 0.85 * scale],
  ];
  addTube(mesh, trunk, 0.1 * scale, 0.075 * scale, 9, MATERIAL.bark);
  const limbs = 5;
  for (let i = 0; i < limbs; i++) {
    const turn = (i / limbs) * TURN + random();
    const from = pointAlong(trunk, 0.7 + 0.3 * random());
    const pitch = (0.55 + 0.6 * random()) / look.spreadRatio ** 0.7;
    growLimb(mesh, random, look, from, turn, pitch, 1.05 * scale, 0.055 * scale, 3);
  }
  return mesh;
}

function growLimb(
  mesh: Mesh,
  random: Random,
  look: GardenTree,
  from: Vec3,
  turnRad: number,
  pitchRad: number,
  lengthM: number,
  radiusM: number,
  order: number,
): void {
  const points: Vec3[] = [from];
  let turn = turnRad;
  let pitch = pitchRad;
  let [x, y, z] = from;
  for (let i = 0; i < 4; i++) {
    turn += (random() - 0.5) * 0.6;
    pitch += (random() - 0.42) * 0.34;
    x += (Math.cos(pitch) * Math.cos(turn) * lengthM * look.spreadRatio ** 0.5) / 4;
    y += (Math.cos(pitch) * Math.sin(turn) * lengthM * look.spreadRatio ** 0.5) / 4;
    z += (Math.sin(pitch) * lengthM) / 4;
    points.push([x, y, z]);
  }
  addTube(mesh, points, radiusM, radiusM * 0.6, order > 1 ? 6 : 4, MATERIAL.bark);
  if (order <= 1) dress(mesh, random, look, points, order);
  if (order === 0) return;
  const children = order === 3 ? 4 : 4 + Math.floor(random() * 2);
  for (let i = 0; i < children; i++) {
    const start = pointAlong(points, i === 0 ? 1 : 0.35 + 0.65 * random());
    const childTurn = turn + (i * TURN) / children + random() * 1.2;
    const childPitch = pitch * 0.6 + 0.2 + (random() - 0.4) * 0.8;
    const share = 0.55 + 0.2 * random();
    growLimb(
      mesh,
      random,
      look,
      start,
      childTurn,
      childPitch,
      lengthM * share,
      radiusM * 0.55,
      order - 1,
    );
  }
}

/** Flowers and leaves along a twig. */
function dress(
  mesh: Mesh,
  random: Random,
  look: GardenTree,
  twig: readonly Vec3[],
  order: number,
): void {
  const clusters = order === 0 ? 7 : 4;
  for (let i = 0; i < clusters; i++) {
    const at = pointAlong(twig, 0.15 + 0.85 * random());
    if (look.petal !== undefined && random() < look.flowerShare) {
      addFlowers(mesh, random, look.petal, look.petalM, at);
    }
    if (random() >= look.leafShare) continue;
    const count = look.leafM > 0.2 ? 4 : 6;
    for (let k = 0; k < count; k++) {
      addLeaf(mesh, at, {
        turnRad: random() * TURN,
        pitchRad: 0.7 - random() * 1.1,
        rollRad: random() - 0.5,
        lengthM: look.leafM * (0.7 + 0.6 * random()),
        widthM: look.leafM * (0.17 + 0.07 * random()),
        droopRad: 0.6,
        material: MATERIAL.leaf,
      });
    }
  }
}

function addFlowers(mesh: Mesh, random: Random, petal: number, petalM: number, at: Vec3): void {
  const reach = petalM * 3.2;
  for (let i = 0; i < 6; i++) {
    const centre: Vec3 = [
      at[0] + (random() - 0.5) * reach,
      at[1] + (random() - 0.5) * reach,
      at[2] + (random() - 0.35) * reach,
    ];
    const tilt = random() * TURN;
    for (let k = 0; k < 5; k++) {
      addLeaf(mesh, centre, {
        turnRad: tilt + (k / 5) * TURN,
        pitchRad: 0.15 + 0.5 * random(),
        rollRad: 0,
        lengthM: petalM,
        widthM: petalM * 0.42,
        droopRad: 0.3,
        material: petal,
        pieces: 1,
      });
    }
  }
}
