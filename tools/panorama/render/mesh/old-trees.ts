import { createRandom, type Random } from '../maths/random';
import { addLeaf, addTube } from './limbs';
import { createMesh, MATERIAL, type Mesh, type Vec3 } from './mesh';

const TURN = 2 * Math.PI;

/** How an old tree looks. */
export interface OldTreeSize {
  readonly heightM: number;
  readonly girthM: number;
  /** Share of leaf whorls that carry flowers. */
  readonly blossomRatio: number;
}

interface Grower {
  readonly mesh: Mesh;
  readonly random: Random;
  readonly blossomRatio: number;
}

/** A gnarled mountain tree under moss: spreading roots, bent limbs, leathery leaves. */
export function oldTree(seed: number, size: OldTreeSize): Mesh {
  const random = createRandom(seed);
  const mesh = createMesh();
  const grower: Grower = { mesh, random, blossomRatio: size.blossomRatio };
  const { heightM, girthM } = size;
  const lean = random() * TURN;
  const bend = heightM * (0.06 + 0.12 * random());
  const trunk: Vec3[] = [];
  for (let i = 0; i <= 7; i++) {
    const f = i / 7;
    const sway = 0.25 * Math.sin(f * 7 + seed);
    trunk.push([
      Math.cos(lean) * bend * f * f + sway * f,
      Math.sin(lean) * bend * f * f + 0.2 * Math.cos(f * 6 + seed) * f,
      heightM * 0.62 * f - 0.3,
    ]);
  }
  addTube(mesh, trunk, girthM, girthM * 0.5, 14, MATERIAL.mossBark);
  addRoots(grower, girthM);
  const limbs = 6 + Math.floor(random() * 3);
  for (let k = 0; k < limbs; k++) {
    const at = trunk[3 + (k % 5)]!;
    const up = k === limbs - 1 ? 1.2 : 0.25 + 0.75 * random();
    const turn = (k / limbs) * TURN + random() * 0.9;
    addLimb(grower, at, turn, up, heightM * (0.28 + 0.16 * random()), girthM * 0.36, 2);
  }
  return mesh;
}

/** Roots that leave the trunk's foot and creep into the ground. */
function addRoots({ mesh, random }: Grower, girthM: number): void {
  const count = 6 + Math.floor(random() * 3);
  for (let k = 0; k < count; k++) {
    const turn = (k / count) * TURN + random() * 0.6;
    const reach = girthM * (2.6 + 2.6 * random());
    const points: Vec3[] = [];
    for (let i = 0; i <= 5; i++) {
      const f = i / 5;
      const a = turn + 0.5 * Math.sin(f * 3 + k);
      const r = girthM * 0.55 + reach * f;
      const z = girthM * 1.1 * (1 - f) ** 2.2 - 0.16 * f;
      points.push([Math.cos(a) * r, Math.sin(a) * r, z]);
    }
    addTube(mesh, points, girthM * 0.42, 0.03, 9, MATERIAL.mossBark);
  }
}

function addLimb(
  grower: Grower,
  from: Vec3,
  turnRad: number,
  pitchRad: number,
  lengthM: number,
  radiusM: number,
  order: number,
): void {
  const { mesh, random } = grower;
  const points: Vec3[] = [from];
  let [x, y, z] = from;
  let turn = turnRad;
  let pitch = pitchRad;
  for (let i = 0; i < 4; i++) {
    turn += (random() - 0.5) * 0.9;
    pitch = Math.min(1.4, Math.max(-0.25, pitch + (random() - 0.42) * 0.6));
    x += (Math.cos(pitch) * Math.cos(turn) * lengthM) / 4;
    y += (Math.cos(pitch) * Math.sin(turn) * lengthM) / 4;
    z += (Math.sin(pitch) * lengthM) / 4;
    points.push([x, y, z]);
  }
  addTube(mesh, points, radiusM, radiusM * 0.5, order > 0 ? 8 : 5, MATERIAL.mossBark);
  if (order === 0) {
    for (let k = 1; k <= 4; k++) addWhorl(grower, points[k]!);
    return;
  }
  const children = order === 2 ? 4 : 4;
  for (let k = 0; k < children; k++) {
    const start = points[1 + Math.floor(random() * 3.99)]!;
    const side = turn + (k % 2 === 0 ? 1 : -1) * (0.4 + 0.9 * random());
    const childPitch = pitch * 0.5 + 0.15 + random() * 0.6;
    const childLength = lengthM * (0.42 + 0.25 * random());
    addLimb(grower, start, side, childPitch, childLength, radiusM * 0.5, order - 1);
  }
}

function addWhorl({ mesh, random, blossomRatio }: Grower, at: Vec3): void {
  const count = 9 + Math.floor(random() * 5);
  for (let i = 0; i < count; i++) {
    const spread = 0.22;
    const from: Vec3 = [
      at[0] + (random() - 0.5) * spread,
      at[1] + (random() - 0.5) * spread,
      at[2] + (random() - 0.5) * spread,
    ];
    addLeaf(mesh, from, {
      turnRad: (i / count) * TURN + random() * 0.6,
      pitchRad: 0.5 - random() * 0.9,
      rollRad: (random() - 0.5) * 0.8,
      lengthM: 0.16 + random() * 0.13,
      widthM: 0.035 + random() * 0.018,
      droopRad: 0.6,
      material: random() < 0.03 ? MATERIAL.dry : MATERIAL.leaf,
      pieces: 1,
    });
  }
  if (random() >= blossomRatio) return;
  for (let i = 0; i < 12; i++) {
    addLeaf(mesh, [at[0], at[1], at[2] + 0.05], {
      turnRad: random() * TURN,
      pitchRad: 0.1 + random() * 1.2,
      rollRad: 0,
      lengthM: 0.09,
      widthM: 0.035,
      droopRad: 0.5,
      material: MATERIAL.flower,
      pieces: 1,
    });
  }
}

/** A fern: arching fronds from one crown, each a double row of small leaves. */
export function fern(seed: number, reachM: number): Mesh {
  const mesh = createMesh();
  const random = createRandom(seed);
  const fronds = 8 + Math.floor(random() * 4);
  for (let k = 0; k < fronds; k++) {
    const turn = (k / fronds) * TURN + random() * 0.5;
    const length = reachM * (0.7 + 0.5 * random());
    const c = Math.cos(turn);
    const s = Math.sin(turn);
    for (let i = 1; i <= 13; i++) {
      const f = i / 13;
      const r = length * f;
      const z = length * (0.85 * f - 0.75 * f * f) + 0.02;
      const leaf = length * 0.24 * Math.sin(Math.PI * (0.1 + 0.88 * f)) + 0.01;
      for (const side of [-1, 1]) {
        addLeaf(mesh, [c * r, s * r, z], {
          turnRad: turn + side * 1.25,
          pitchRad: 0.1 - 0.3 * f,
          rollRad: 0,
          lengthM: leaf,
          widthM: 0.013 + 0.012 * length,
          droopRad: 0.5,
          material: MATERIAL.banana,
          pieces: 1,
        });
      }
    }
  }
  return mesh;
}

/** A fallen trunk under moss along x, about 1 m of it sunk into the ground at one end. */
export function fallenTrunk(seed: number, lengthM: number, girthM: number): Mesh {
  const mesh = createMesh();
  const random = createRandom(seed);
  const points: Vec3[] = [];
  for (let i = 0; i <= 8; i++) {
    const f = i / 8;
    points.push([
      (f - 0.5) * lengthM,
      0.2 * Math.sin(f * 4 + seed),
      girthM * 0.6 + 0.15 * random(),
    ]);
  }
  addTube(mesh, points, girthM, girthM * 0.65, 14, MATERIAL.mossBark);
  for (let k = 0; k < 5; k++) {
    const at = points[2 + k]!;
    const turn = random() * TURN;
    const stub: Vec3[] = [
      at,
      [at[0] + 0.5, at[1] + Math.cos(turn) * 0.7, at[2] + Math.abs(Math.sin(turn)) * 0.7],
    ];
    addTube(mesh, stub, 0.08, 0.04, 6, MATERIAL.mossBark);
  }
  return mesh;
}
