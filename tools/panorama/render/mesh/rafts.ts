import type { Noise } from '../maths/noise';
import { plankDeck } from './furniture';
import { addBox } from './house-parts';
import { villageHouse } from './houses';
import { addTube } from './limbs';
import { addQuad, createMesh, MATERIAL, type Mesh, mergeMeshes, type Vec3 } from './mesh';

const DRUM_RADIUS_M = 0.29;
/** Planks lie this high over the water. */
export const DECK_OVER_WATER_M = 0.42;

/** A plastic drum lying along y, half in the water at z = 0. */
function addDrum(mesh: Mesh, x: number, y: number): void {
  const line: Vec3[] = [
    [x, y - 0.45, 0.02],
    [x, y - 0.44, 0.02],
    [x, y + 0.44, 0.02],
    [x, y + 0.45, 0.02],
  ];
  addTube(mesh, line, DRUM_RADIUS_M, DRUM_RADIUS_M, 16, MATERIAL.drum);
  for (const s of [-1, 1]) {
    const lid: Vec3[] = [
      [x, y + s * 0.45, 0.02],
      [x, y + s * 0.46, 0.02],
    ];
    addTube(mesh, lid, DRUM_RADIUS_M, 0.01, 16, MATERIAL.drum);
  }
}

/** A floating jetty of planks on drums along x from 0; water at z = 0. */
export function floatingJetty(noise: Noise, lengthM: number, widthM: number): Mesh {
  const drums = createMesh();
  for (let x = 0.7; x < lengthM; x += 1.5) {
    addDrum(drums, x, 0.5);
    addDrum(drums, x, widthM - 0.5);
  }
  for (const y of [0.06, widthM - 0.06]) {
    addBox(drums, [0, y - 0.05, 0.26], [lengthM, y + 0.05, 0.4], MATERIAL.wood);
  }
  for (let x = 2.4; x < lengthM - 0.5; x += 3.6) {
    for (const y of [0.05, widthM - 0.05]) {
      const post: Vec3[] = [
        [x, y, -1.6],
        [x + 0.02, y, 0.5],
        [x - 0.01, y, 1.35],
      ];
      addTube(drums, post, 0.055, 0.045, 9, MATERIAL.wood);
    }
  }
  return mergeMeshes([
    [drums, 0, 0, 0],
    [plankDeck(noise, lengthM, widthM, 8), 0, 0, DECK_OVER_WATER_M - 0.04],
  ]);
}

/** Fish cages: a frame of plank walks on drums with nets in its fields; water at z = 0. */
export function fishCages(columns: number, rows: number, cellM: number): Mesh {
  const mesh = createMesh();
  const walk = (x0: number, y0: number, x1: number, y1: number): void =>
    addBox(mesh, [x0, y0, 0.26], [x1, y1, 0.34], MATERIAL.plank);
  const half = 0.28;
  for (let i = 0; i <= columns; i++) {
    walk(i * cellM - half, -half, i * cellM + half, rows * cellM + half);
    for (let y = 0.8; y < rows * cellM; y += cellM / 2) addDrum(mesh, i * cellM, y);
  }
  for (let j = 0; j <= rows; j++) {
    walk(-half, j * cellM - half, columns * cellM + half, j * cellM + half);
  }
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) addNet(mesh, i * cellM, j * cellM, cellM, (i + j) % 3);
  }
  return mesh;
}

/** The net of one field, hung from a low frame; every third is covered against birds. */
function addNet(mesh: Mesh, x: number, y: number, cellM: number, kind: number): void {
  const rim = 0.35;
  const [x0, x1] = [x + rim, x + cellM - rim];
  const [y0, y1] = [y + rim, y + cellM - rim];
  const topM = kind === 0 ? 0.95 : 0.6;
  const corners: Vec3[] = [
    [x0, y0, 0],
    [x1, y0, 0],
    [x1, y1, 0],
    [x0, y1, 0],
  ];
  corners.forEach((a, k) => {
    const b = corners[(k + 1) % 4]!;
    const post: Vec3[] = [
      [a[0], a[1], 0.3],
      [a[0], a[1], topM + 0.05],
    ];
    const line: Vec3[] = [
      [a[0], a[1], topM],
      [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, topM - 0.08],
      [b[0], b[1], topM],
    ];
    addTube(mesh, post, 0.03, 0.025, 6, MATERIAL.wood);
    addTube(mesh, line, 0.014, 0.014, 5, MATERIAL.net);
    addQuad(
      mesh,
      [
        [a[0], a[1], 0.28],
        [b[0], b[1], 0.28],
        [b[0], b[1], topM * 0.62],
        [a[0], a[1], topM * 0.62],
      ],
      MATERIAL.net,
    );
  });
}

/** A keeper's hut on a raft; its ridge runs along x, water at z = 0. */
export function raftHouse(): Mesh {
  const raft = createMesh();
  addBox(raft, [-4.6, -3.4, 0.24], [4.6, 3.4, 0.4], MATERIAL.plank);
  for (let x = -4; x <= 4; x += 1.6) {
    for (const y of [-2.7, 0, 2.7]) addDrum(raft, x, y);
  }
  const hut = villageHouse({ lengthM: 5.2, widthM: 3.6, wallM: 2, floorM: 0, roof: 'tile' });
  return mergeMeshes([
    [raft, 0, 0, 0],
    [hut, -0.6, 0, 0.4],
  ]);
}
