import type { Noise } from '../maths/noise';
import { plankDeck, woodenRailing } from './furniture';
import { addBox } from './house-parts';
import { addTube } from './limbs';
import { createMesh, MATERIAL, type Mesh, mergeMeshes, turnedMesh, type Vec3 } from './mesh';

/** Measures of a raised deck, metres. */
export interface LookoutSize {
  /** Along x, the side with the view. */
  readonly widthM: number;
  readonly depthM: number;
  /** Floor over the ground below its middle; posts go deeper. */
  readonly floorM: number;
}

/**
 * A wooden deck on posts with a railing on three sides, benches and a table. Its floor is at z = 0,
 * its middle at the origin; it looks along y.
 */
export function lookoutDeck(noise: Noise, { widthM, depthM, floorM }: LookoutSize): Mesh {
  const w = widthM / 2;
  const d = depthM / 2;
  const across = woodenRailing(noise, widthM - 0.1, 5);
  const along = turnedMesh(woodenRailing(noise, depthM - 0.1, 8), Math.PI / 2);
  return mergeMeshes([
    [plankDeck(noise, widthM, depthM, 12), -w, -d, -0.04],
    [across, -w + 0.05, d - 0.06, 0],
    [along, -w + 0.06, -d + 0.05, 0],
    [along, w - 0.06, -d + 0.05, 0],
    [frame(w, d, floorM), 0, 0, 0],
    [bench(2.2), -w + 1.6, -d + 0.5, 0],
    [bench(2.2), w - 1.7, -d + 0.5, 0],
    [table(), w - 1.7, -d + 1.35, 0],
    [turnedMesh(bench(1.5), Math.PI / 2), w - 0.55, 0.1, 0],
  ]);
}

function frame(w: number, d: number, floorM: number): Mesh {
  const mesh = createMesh();
  for (const x of [-w + 0.2, 0, w - 0.2]) {
    for (const y of [-d + 0.25, d - 0.25]) {
      const post: Vec3[] = [
        [x, y, -floorM - 3],
        [x, y, -0.05],
      ];
      addTube(mesh, post, 0.12, 0.11, 12, MATERIAL.wood);
    }
  }
  for (const y of [-d + 0.25, d - 0.25]) {
    addBox(mesh, [-w, y - 0.08, -0.28], [w, y + 0.08, -0.06], MATERIAL.wood);
  }
  return mesh;
}

function bench(lengthM: number): Mesh {
  const mesh = createMesh();
  const l = lengthM / 2;
  for (const y of [-0.14, 0.03]) {
    addBox(mesh, [-l, y, 0.4], [l, y + 0.14, 0.45], MATERIAL.plank);
  }
  for (const x of [-l + 0.2, l - 0.2]) {
    addBox(mesh, [x - 0.04, -0.12, 0], [x + 0.04, 0.15, 0.4], MATERIAL.wood);
  }
  return mesh;
}

function table(): Mesh {
  const mesh = createMesh();
  for (let k = 0; k < 5; k++) {
    addBox(mesh, [-0.8, -0.36 + k * 0.15, 0.7], [0.8, -0.23 + k * 0.15, 0.74], MATERIAL.plank);
  }
  for (const x of [-0.65, 0.65]) {
    for (const y of [-0.26, 0.28]) {
      addBox(mesh, [x - 0.04, y - 0.04, 0], [x + 0.04, y + 0.04, 0.7], MATERIAL.wood);
    }
  }
  return mesh;
}
