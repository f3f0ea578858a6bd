import { createRandom } from '../maths/random';
import { addBox } from './house-parts';
import { addTube } from './limbs';
import { addQuad, createMesh, MATERIAL, type Mesh, type Vec3 } from './mesh';

const WIDTH_M = 4.2;
const DEPTH_M = 3.4;

/**
 * A roadside stall: bamboo posts, a tarpaulin, a table with maize, cane and bamboo rice, stools.
 * Its open front is toward -y.
 */
export function roadStall(seed: number): Mesh {
  const mesh = createMesh();
  const random = createRandom(seed);
  const [w, d] = [WIDTH_M / 2, DEPTH_M / 2];
  for (const x of [-w, 0, w]) {
    for (const [y, z] of [
      [-d, 2.25],
      [d, 2.75],
    ] as const) {
      const post: Vec3[] = [
        [x, y, -0.4],
        [x + (random() - 0.5) * 0.1, y, z],
      ];
      addTube(mesh, post, 0.045, 0.04, 8, MATERIAL.stalk);
    }
  }
  addCover(mesh, w + 0.4, d + 0.5);
  addBox(mesh, [-w + 0.3, -d + 0.1, 0.72], [w - 0.4, -d + 0.95, 0.77], MATERIAL.plank);
  for (const x of [-w + 0.4, w - 0.5]) {
    addBox(mesh, [x - 0.04, -d + 0.15, 0], [x + 0.04, -d + 0.9, 0.72], MATERIAL.wood);
  }
  addGoods(mesh, random, w, d);
  for (let k = 0; k < 4; k++) {
    const x = -w + 0.6 + k * 1;
    const y = 0.3 + random() * 0.7;
    const stool: Vec3[] = [
      [x, y, 0],
      [x, y, 0.3],
      [x, y, 0.31],
    ];
    addTube(mesh, stool, 0.16, 0.14, 10, k % 2 === 0 ? MATERIAL.red : MATERIAL.drum);
  }
  return mesh;
}

/** A sagging sheet over ridge poles. */
function addCover(mesh: Mesh, w: number, d: number): void {
  const n = 10;
  const at = (i: number, j: number): Vec3 => {
    const u = (i / n) * 2 - 1;
    const v = (j / n) * 2 - 1;
    const sag = 0.16 * (1 - u * u) * (1 - v * v) * (1 + 0.4 * Math.cos(9 * u));
    return [u * w, v * d, 2.55 + 0.25 * v - sag];
  };
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      addQuad(mesh, [at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)], MATERIAL.tarp);
    }
  }
}

function addGoods(mesh: Mesh, random: () => number, w: number, d: number): void {
  for (let k = 0; k < 46; k++) {
    const x = -w + 0.45 + random() * (2 * w - 1.1);
    const y = -d + 0.2 + random() * 0.6;
    const turn = random() * Math.PI;
    const half = 0.11;
    const z = 0.8 + random() * 0.07;
    const cob: Vec3[] = [
      [x - Math.cos(turn) * half, y - Math.sin(turn) * half, z],
      [x, y, z + 0.01],
      [x + Math.cos(turn) * half, y + Math.sin(turn) * half, z],
    ];
    const material =
      k % 3 === 0 ? MATERIAL.petalYellow : k % 3 === 1 ? MATERIAL.banana : MATERIAL.stalk;
    addTube(mesh, cob, 0.03, 0.022, 7, material);
  }
  for (let k = 0; k < 14; k++) {
    const x = w - 0.25 + random() * 0.3;
    const y = -d + 0.3 + random() * 0.5;
    const cane: Vec3[] = [
      [x, y, 0],
      [x + 0.2 * (random() - 0.5), y + 0.25, 2.1],
    ];
    addTube(mesh, cane, 0.02, 0.016, 6, MATERIAL.stalk);
  }
}
