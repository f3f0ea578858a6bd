import { clamp } from '../maths/curves';
import { createRandom, type Random } from '../maths/random';
import { addLeaf, addTube } from './limbs';
import { addTriangle, addVertex, createMesh, MATERIAL, type Mesh, type Vec3 } from './mesh';
import { pointAlong } from './shrubs';

const TURN = 2 * Math.PI;

/** A three-needled mountain pine. */
export function pine(seed: number, heightM: number): Mesh {
  const mesh = createMesh();
  const random = createRandom(seed);
  const trunk: Vec3[] = [];
  for (let i = 0; i <= 8; i++) {
    const bend = (0.12 * i) / 4;
    trunk.push([(random() - 0.5) * bend, (random() - 0.5) * bend, (heightM * i) / 8]);
  }
  addTube(mesh, trunk, heightM * 0.013, heightM * 0.003, 8, MATERIAL.bark);
  for (let z = heightM * 0.22; z < heightM * 0.98; z += heightM * 0.045) {
    const count = 4 + Math.floor(random() * 3);
    const share = 1 - (z - heightM * 0.22) / (heightM * 0.78);
    for (let i = 0; i < count; i++) {
      const foot = trunk[Math.min(7, Math.floor((z / heightM) * 8))]!;
      const length = heightM * (0.07 + 0.2 * share) * (0.6 + 0.6 * random());
      addPineBranch(mesh, random, [foot[0], foot[1], z], length, heightM);
    }
  }
  return mesh;
}

function addPineBranch(
  mesh: Mesh,
  random: Random,
  from: Vec3,
  lengthM: number,
  heightM: number,
): void {
  const turn = random() * TURN;
  let pitch = 0.1 + random() * 0.3;
  let [x, y, z] = from;
  const points: Vec3[] = [from];
  for (let s = 0; s < 4; s++) {
    x += (Math.cos(turn) * lengthM) / 4;
    y += (Math.sin(turn) * lengthM) / 4;
    z += (Math.sin(pitch) * lengthM) / 4;
    pitch += 0.12;
    points.push([x, y, z]);
  }
  addTube(mesh, points, heightM * 0.0045, 0.006, 4, MATERIAL.bark);
  for (let s = 0; s < 13; s++) {
    const at = pointAlong(points, (1 + 2.8 * random()) / 4);
    const tuft: Vec3 = [
      at[0] + (random() - 0.5) * 0.5,
      at[1] + (random() - 0.5) * 0.5,
      at[2] + random() * 0.2,
    ];
    for (let n = 0; n < 20; n++) {
      addLeaf(mesh, tuft, {
        turnRad: random() * TURN,
        pitchRad: random() * 1.7 - 0.5,
        rollRad: 0,
        lengthM: 0.26 + random() * 0.18,
        widthM: 0.017,
        droopRad: 0.35,
        material: random() < 0.06 ? MATERIAL.dry : MATERIAL.pine,
        pieces: 1,
      });
    }
  }
}

/** A banana plant with two suckers and torn leaves. */
export function banana(seed: number, heightM: number): Mesh {
  const mesh = createMesh();
  const random = createRandom(seed);
  for (let s = 0; s < 3; s++) {
    const x = (random() - 0.5) * 1.2 * (s === 0 ? 0 : 1);
    const y = (random() - 0.5) * 1.2 * (s === 0 ? 0 : 1);
    const h = heightM * (s === 0 ? 1 : 0.45 + 0.3 * random());
    const stem: Vec3[] = [
      [x, y, -0.1],
      [x + 0.02, y, h * 0.35],
      [x + 0.05, y + 0.03, h * 0.7],
    ];
    addTube(mesh, stem, (0.11 * h) / 3, (0.06 * h) / 3, 8, MATERIAL.stalk);
    for (let i = 0; i < 8; i++) {
      const turn = i * 2.4 + random() * 0.5;
      const length = h * (0.5 + 0.2 * random());
      addBananaLeaf(mesh, random, [x + 0.05, y + 0.03, h * 0.68], turn, 1.25 - i * 0.13, length);
    }
  }
  return mesh;
}

function addBananaLeaf(
  mesh: Mesh,
  random: Random,
  from: Vec3,
  turn: number,
  pitchRad: number,
  lengthM: number,
): void {
  const pieces = 22;
  const widest = lengthM * 0.14;
  const ca = Math.cos(turn);
  const sa = Math.sin(turn);
  let pitch = pitchRad;
  let [x, y, z] = from;
  let before: Vec3[] | undefined;
  for (let q = 0; q <= pieces; q++) {
    const f = q / pieces;
    const w =
      widest *
      Math.sin(Math.PI * clamp((f - 0.12) / 0.88, 0.02, 0.97)) ** 0.6 *
      (f < 0.12 ? 0.15 : 1);
    const row: Vec3[] = [
      [x - sa * w, y + ca * w, z - w * (0.25 + 0.5 * random())],
      [x, y, z],
      [x + sa * w, y - ca * w, z - w * (0.25 + 0.5 * random())],
    ];
    const cp = Math.cos(pitch);
    const sp = Math.sin(pitch);
    if (before && (q < 3 || random() > 0.1)) {
      for (const side of [0, 2]) {
        if (random() < 0.14) continue;
        const tear = random() * 0.05;
        const lift = side === 0 ? 0.4 : -0.4;
        const normal: Vec3 = [-sp * ca - lift * sa, -sp * sa + lift * ca, cp];
        const corner = (p: Vec3, drop: number) =>
          addVertex(mesh, [p[0], p[1], p[2] - drop], normal);
        const a = corner(before[1]!, 0);
        const b = corner(row[1]!, 0);
        const c = corner(row[side]!, tear);
        const d = corner(before[side]!, tear);
        addTriangle(mesh, a, b, c, MATERIAL.banana);
        addTriangle(mesh, a, c, d, MATERIAL.banana);
      }
    }
    before = row;
    x += (cp * ca * lengthM) / pieces;
    y += (cp * sa * lengthM) / pieces;
    z += (sp * lengthM) / pieces;
    pitch -= (1.9 / pieces) * (0.5 + f);
  }
}

/** A clump of tall arching bamboo. */
export function tallBamboo(seed: number, culms: number, heightM: number): Mesh {
  const mesh = createMesh();
  const random = createRandom(seed);
  for (let c = 0; c < culms; c++) {
    const a = random() * TURN;
    const spread = 0.06 * heightM * Math.sqrt(random());
    const height = heightM * (0.65 + 0.4 * random());
    const arch = height * (0.15 + 0.3 * random());
    const points: Vec3[] = [];
    for (let i = 0; i <= 8; i++) {
      const f = i / 8;
      points.push([
        Math.cos(a) * (spread + arch * f * f * f),
        Math.sin(a) * (spread + arch * f * f * f),
        height * (f - 0.18 * f ** 4) - 0.1,
      ]);
    }
    addTube(mesh, points, 0.035, 0.006, 5, MATERIAL.stalk);
    for (let i = 0; i < 62; i++) {
      const at = pointAlong(points, 0.28 + 0.72 * Math.sqrt(random()));
      const turn = random() * TURN;
      const reach = 0.15 + 0.55 * random();
      const twig: Vec3 = [
        at[0] + Math.cos(turn) * reach,
        at[1] + Math.sin(turn) * reach,
        at[2] + 0.15 * (random() - 0.3),
      ];
      for (let k = 0; k < 5; k++) {
        addLeaf(mesh, twig, {
          turnRad: turn + (random() - 0.5) * 2.4,
          pitchRad: 0.3 - random() * 0.9,
          rollRad: random() - 0.5,
          lengthM: 0.16 + random() * 0.16,
          widthM: 0.014 + random() * 0.01,
          droopRad: 0.9,
          material: random() < 0.08 ? MATERIAL.dry : MATERIAL.bamboo,
        });
      }
    }
  }
  return mesh;
}
