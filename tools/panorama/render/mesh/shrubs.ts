import { createRandom, type Random } from '../maths/random';
import { addLeaf, addTube } from './limbs';
import { createMesh, MATERIAL, type Mesh, type Vec3 } from './mesh';

const TURN = 2 * Math.PI;

/** A gnarled little tree with whorls of leathery leaves, about 1.5 m high. */
export function rhododendron(seed: number, hasFlowers: boolean): Mesh {
  const mesh = createMesh();
  const random = createRandom(seed);
  for (let i = 0; i < 4; i++) {
    const foot: Vec3 = [0.06 * (random() - 0.5), 0.06 * (random() - 0.5), -0.05];
    growBranch(
      mesh,
      random,
      hasFlowers,
      foot,
      random() * TURN,
      0.85 + random() * 0.5,
      0.5,
      0.032,
      3,
    );
  }
  return mesh;
}

function growBranch(
  mesh: Mesh,
  random: Random,
  hasFlowers: boolean,
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
  for (let i = 0; i < 3; i++) {
    turn += (random() - 0.5) * 0.7;
    pitch = Math.min(1.5, pitch + (random() - 0.35) * 0.35);
    x += (Math.cos(pitch) * Math.cos(turn) * lengthM) / 3;
    y += (Math.cos(pitch) * Math.sin(turn) * lengthM) / 3;
    z += (Math.sin(pitch) * lengthM) / 3;
    points.push([x, y, z]);
  }
  addTube(mesh, points, radiusM, radiusM * 0.65, order > 1 ? 6 : 4, MATERIAL.bark);
  if (order === 0) {
    addWhorl(mesh, random, [x, y, z], hasFlowers);
    return;
  }
  const children = order === 3 ? 4 : 3 + (random() < 0.5 ? 1 : 0);
  for (let i = 0; i < children; i++) {
    const start = points[i === 0 ? 3 : 1 + Math.floor(random() * 3)]!;
    const childTurn = turn + (i * TURN) / children + random();
    const childPitch = pitch * 0.6 + (random() - 0.35) * 0.8;
    const childLength = lengthM * (0.62 + random() * 0.2);
    growBranch(
      mesh,
      random,
      hasFlowers,
      start,
      childTurn,
      childPitch,
      childLength,
      radiusM * 0.6,
      order - 1,
    );
  }
}

function addWhorl(mesh: Mesh, random: Random, at: Vec3, hasFlowers: boolean): void {
  const count = 7 + Math.floor(random() * 4);
  for (let i = 0; i < count; i++) {
    addLeaf(mesh, at, {
      turnRad: (i / count) * TURN + random() * 0.5,
      pitchRad: 0.45 - random() * 0.8,
      rollRad: (random() - 0.5) * 0.6,
      lengthM: 0.075 + random() * 0.055,
      widthM: 0.017 + random() * 0.008,
      droopRad: 0.7,
      material: random() < 0.06 ? MATERIAL.dry : MATERIAL.leaf,
    });
  }
  if (!hasFlowers || random() >= 0.22) return;
  for (let i = 0; i < 9; i++) {
    addLeaf(mesh, [at[0], at[1], at[2] + 0.02], {
      turnRad: random() * TURN,
      pitchRad: 0.2 + random() * 1.1,
      rollRad: 0,
      lengthM: 0.05,
      widthM: 0.02,
      droopRad: 0.5,
      material: MATERIAL.flower,
    });
  }
}

/** A clump of dwarf bamboo. */
export function dwarfBamboo(seed: number, culms: number, heightM: number): Mesh {
  const mesh = createMesh();
  const random = createRandom(seed);
  for (let c = 0; c < culms; c++) {
    const a = random() * TURN;
    const spread = 0.42 * Math.sqrt(random());
    const height = heightM * (0.5 + 0.6 * random());
    const lean = (0.12 + 0.5 * random()) * height * 0.7;
    const leanTurn = a + (random() - 0.5) * 1.4;
    const points: Vec3[] = [];
    for (let i = 0; i < 4; i++) {
      const f = i / 3;
      points.push([
        spread * Math.cos(a) + Math.cos(leanTurn) * lean * f * f,
        spread * Math.sin(a) + Math.sin(leanTurn) * lean * f * f,
        height * f - 0.04,
      ]);
    }
    addTube(mesh, points, 0.0045, 0.002, 3, MATERIAL.stalk);
    const leaves = 7 + Math.floor(random() * 6);
    for (let i = 0; i < leaves; i++) {
      addLeaf(mesh, pointAlong(points, 0.3 + 0.7 * random()), {
        turnRad: random() * TURN,
        pitchRad: 0.5 - random() * 0.7,
        rollRad: random() - 0.5,
        lengthM: 0.1 + random() * 0.1,
        widthM: 0.008 + random() * 0.007,
        droopRad: 0.9,
        material: random() < 0.12 ? MATERIAL.dry : MATERIAL.bamboo,
      });
    }
  }
  return mesh;
}

/** Point of a polyline by its share of the pieces. */
export function pointAlong(points: readonly Vec3[], share: number): Vec3 {
  const f = Math.min(points.length - 1.01, share * (points.length - 1));
  const i = Math.floor(f);
  const t = f - i;
  const a = points[i]!;
  const b = points[i + 1]!;
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}
