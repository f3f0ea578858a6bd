import { createRandom, type Random } from '../maths/random';
import { addBox } from './house-parts';
import {
  addQuad,
  addTriangle,
  addVertex,
  createMesh,
  MATERIAL,
  type Mesh,
  type Vec3,
} from './mesh';

/** Measures of a Mông house, metres; the ridge runs along x, the door looks toward -y. */
export interface MongHouseSize {
  readonly lengthM: number;
  readonly widthM: number;
  readonly wallM: number;
  readonly wall: 'plank' | 'earth';
  readonly roof: 'shingle' | 'fibro';
}

const FOOT_M = 0.45;
const BOARD_M = 0.24;
const EAVES_M = 1.15;
const PITCH = 0.52;

/** A low house of upright boards or rammed earth on a stone foot, under a shingled roof. */
export function mongHouse(seed: number, size: MongHouseSize): Mesh {
  const mesh = createMesh();
  const random = createRandom(seed * 7 + 1);
  const l = size.lengthM / 2;
  const w = size.widthM / 2;
  addBox(mesh, [-l - 0.15, -w - 0.15, -1.6], [l + 0.15, w + 0.15, FOOT_M], MATERIAL.rock);
  addBox(mesh, [-l - 0.6, -w - 1.15, -1.6], [l + 0.6, -w, FOOT_M - 0.12], MATERIAL.step);
  if (size.wall === 'plank') addBoards(mesh, random, l, w, FOOT_M + size.wallM);
  else addEarth(mesh, l, w, FOOT_M + size.wallM);
  addGables(mesh, l, w, FOOT_M + size.wallM);
  addDoor(mesh, w);
  for (const x of [-l * 0.62, l * 0.62]) addWindow(mesh, x, w);
  for (const x of [-l + 0.1, -l * 0.34, l * 0.34, l - 0.1]) {
    addBox(
      mesh,
      [x - 0.08, -w - 0.95, FOOT_M - 0.12],
      [x + 0.08, -w - 0.79, FOOT_M + size.wallM - 0.42],
      MATERIAL.wood,
    );
  }
  addRoof(mesh, random, size, l, w);
  addFirewood(mesh, random, l, w);
  return mesh;
}

/** Upright boards, each a little proud of or behind its neighbour. */
function addBoards(mesh: Mesh, random: Random, l: number, w: number, top: number): void {
  const side = (length: number, place: (a: number, b: number, out: number) => void): void => {
    const count = Math.round(length / BOARD_M);
    for (let i = 0; i < count; i++) {
      const a = -length / 2 + (i * length) / count;
      place(a + 0.006, a + length / count - 0.006, 0.02 + 0.025 * random());
    }
  };
  side(2 * l, (a, b, out) => {
    addBox(mesh, [a, -w - out, FOOT_M], [b, -w + 0.03, top], MATERIAL.plank);
    addBox(mesh, [a, w - 0.03, FOOT_M], [b, w + out, top], MATERIAL.plank);
  });
  side(2 * w, (a, b, out) => {
    addBox(mesh, [-l - out, a, FOOT_M], [-l + 0.03, b, top], MATERIAL.plank);
    addBox(mesh, [l - 0.03, a, FOOT_M], [l + out, b, top], MATERIAL.plank);
  });
}

function addEarth(mesh: Mesh, l: number, w: number, top: number): void {
  addBox(mesh, [-l, -w, FOOT_M], [l, w, top], MATERIAL.clay);
}

function addGables(mesh: Mesh, l: number, w: number, top: number): void {
  for (const s of [-1, 1]) {
    const corners: Vec3[] = [
      [s * l, -w, top],
      [s * l, w, top],
      [s * l, 0, top + w * 2 * PITCH],
    ];
    const [a, b, c] = corners.map((p) => addVertex(mesh, p, [s, 0, 0]));
    addTriangle(mesh, a!, b!, c!, MATERIAL.plank);
  }
}

function addDoor(mesh: Mesh, w: number): void {
  addBox(mesh, [-0.85, -w - 0.06, FOOT_M], [0.85, -w - 0.045, FOOT_M + 1.9], MATERIAL.dark);
  for (const [a, b] of [
    [-0.95, -0.85],
    [0.85, 0.95],
  ] as const) {
    addBox(mesh, [a, -w - 0.13, FOOT_M], [b, -w - 0.04, FOOT_M + 2], MATERIAL.wood);
  }
  addBox(mesh, [-1.05, -w - 0.13, FOOT_M + 1.9], [1.05, -w - 0.04, FOOT_M + 2.02], MATERIAL.wood);
  // One leaf stands open against the wall, the other is half shut.
  addBox(
    mesh,
    [-1.75, -w - 0.16, FOOT_M + 0.04],
    [-0.97, -w - 0.11, FOOT_M + 1.86],
    MATERIAL.plank,
  );
  addBox(mesh, [0.2, -w - 0.1, FOOT_M + 0.04], [0.84, -w - 0.065, FOOT_M + 1.86], MATERIAL.plank);
}

function addWindow(mesh: Mesh, x: number, w: number): void {
  const z = FOOT_M + 0.95;
  addBox(mesh, [x - 0.38, -w - 0.06, z], [x + 0.38, -w - 0.045, z + 0.75], MATERIAL.dark);
  for (let i = 0; i < 5; i++) {
    const bar = x - 0.3 + i * 0.15;
    addBox(mesh, [bar - 0.02, -w - 0.1, z], [bar + 0.02, -w - 0.06, z + 0.75], MATERIAL.wood);
  }
  addBox(mesh, [x - 0.46, -w - 0.12, z - 0.08], [x + 0.46, -w - 0.04, z], MATERIAL.wood);
}

/** Courses of shingles or sheets, each over the one below. */
function addRoof(mesh: Mesh, random: Random, size: MongHouseSize, l: number, w: number): void {
  const isShingle = size.roof === 'shingle';
  const material = isShingle ? MATERIAL.shingle : MATERIAL.fibro;
  const top = FOOT_M + size.wallM + w * 2 * PITCH + 0.12;
  const reach = w + EAVES_M;
  const courses = isShingle ? 13 : 5;
  const across = isShingle ? 0.26 : 0.95;
  const count = Math.ceil((2 * l + 1.3) / across);
  for (const s of [-1, 1]) {
    for (let row = 0; row < courses; row++) {
      const y0 = (reach * row) / courses;
      const y1 = (reach * (row + 1)) / courses + 0.07;
      for (let i = 0; i < count; i++) {
        const a = -l - 0.65 + i * across + (row % 2) * across * 0.4;
        const b = a + across - 0.008;
        const lift = 0.035 + (isShingle ? 0.03 * random() : 0.004);
        const slip = isShingle ? 0.06 * random() : 0;
        const z0 = top - y0 * 2 * PITCH * (w / reach) * (reach / w);
        const z1 = top - (y1 + slip) * 2 * PITCH + lift;
        addQuad(
          mesh,
          [
            [a, s * (y1 + slip), z1],
            [b, s * (y1 + slip), z1],
            [b, s * y0, z0],
            [a, s * y0, z0],
          ],
          material,
        );
        addQuad(
          mesh,
          [
            [a, s * (y1 + slip), z1],
            [b, s * (y1 + slip), z1],
            [b, s * (y1 + slip), z1 - 0.03],
            [a, s * (y1 + slip), z1 - 0.03],
          ],
          material,
        );
      }
    }
  }
  addBox(mesh, [-l - 0.7, -0.14, top - 0.05], [l + 0.7, 0.14, top + 0.05], material);
  for (const s of [-1, 1]) {
    addBeam(mesh, s * (l + 0.55), reach, top);
  }
}

/** The barge board of a gable. */
function addBeam(mesh: Mesh, x: number, reach: number, top: number): void {
  for (const s of [-1, 1]) {
    const low = top - reach * 2 * PITCH;
    addQuad(
      mesh,
      [
        [x, s * reach, low - 0.05],
        [x, 0, top - 0.05],
        [x, 0, top - 0.22],
        [x, s * reach, low - 0.22],
      ],
      MATERIAL.wood,
    );
  }
}

/** Split logs stacked under the eaves beside the door. */
function addFirewood(mesh: Mesh, random: Random, l: number, w: number): void {
  for (let row = 0; row < 7; row++) {
    for (let x = l * 0.3; x < l * 0.92; x += 0.15) {
      const r = 0.055 + 0.02 * random();
      const z = FOOT_M - 0.12 + row * 0.13 + 0.02 * random();
      const front = -w - 0.62 + 0.08 * random();
      const at = x + (row % 2) * 0.07;
      addBox(mesh, [at - r, front, z], [at + r, -w - 0.12, z + 2 * r], MATERIAL.bark);
    }
  }
}
