import { flagPole } from './furniture';
import { addBox } from './house-parts';
import { addTube } from './limbs';
import { createMesh, MATERIAL, type Mesh, mergeMeshes, turnedMesh, type Vec3 } from './mesh';

const SIDES = 8;
/** The flag flies across the way up. */
const FLAG_TURN_RAD = -1.9;

/** Measures of a flag tower, metres. */
export interface FlagTowerSize {
  /** Top of the masonry. */
  readonly shaftM: number;
  /** Top of the pole. */
  readonly totalM: number;
}

/** An eight-sided tower of stone on a stepped foot, a gallery, and the flag over it. */
export function flagTower({ shaftM, totalM }: FlagTowerSize): Mesh {
  const mesh = createMesh();
  const { step, dark, concrete } = MATERIAL;
  ring(mesh, 0, 0.6, 7.4, 7.4, step);
  ring(mesh, 0.6, 1.2, 6.2, 6.2, step);
  ring(mesh, 1.2, 4.4, 4.6, 4.4, step);
  ring(mesh, 4.4, 4.9, 4.8, 4.8, step);
  ring(mesh, 4.9, shaftM - 2.6, 3.5, 2.75, concrete);
  for (let k = 1; k < 4; k++) {
    const z = 4.9 + ((shaftM - 7.5) * k) / 4;
    const radius = 3.5 - (0.75 * k) / 4 + 0.1;
    ring(mesh, z, z + 0.3, radius, radius, step);
  }
  ring(mesh, shaftM - 2.6, shaftM - 2.1, 3.7, 3.9, step);
  ring(mesh, shaftM - 1.2, shaftM - 1.05, 3.85, 3.85, concrete);
  ring(mesh, shaftM - 2.1, shaftM, 1.5, 1.4, concrete);
  for (let s = 0; s < SIDES; s++) addFace(mesh, s, shaftM, dark, step);
  const wide = addSteps();
  return mergeMeshes([
    [mesh, 0, 0, 0],
    [wide, 0, 0, 0],
    [turnedMesh(flagPole(totalM), FLAG_TURN_RAD), 0, 0, 0],
  ]);
}

/** A slit of a window, a drum in relief and a post of the gallery on one side. */
function addFace(mesh: Mesh, side: number, shaftM: number, dark: number, step: number): void {
  const a = ((side + 0.5) / SIDES) * 2 * Math.PI;
  const at = (out: number, along: number, z: number): Vec3 => [
    Math.cos(a) * out - Math.sin(a) * along,
    Math.sin(a) * out + Math.cos(a) * along,
    z,
  ];
  const inward = Math.cos(Math.PI / SIDES);
  for (const z of [8, 13]) {
    const out = (3.5 - ((z - 4.9) / (shaftM - 7.5)) * 0.75) * inward + 0.06;
    addTube(mesh, [at(out, 0, z), at(out, 0, z + 1.3)], 0.22, 0.22, 4, dark);
  }
  const out = 4.52 * inward;
  addTube(mesh, [at(out - 0.1, 0, 2.8), at(out + 0.1, 0, 2.8)], 1, 1, 18, step);
  addTube(mesh, [at(out + 0.1, 0, 2.8), at(out + 0.12, 0, 2.8)], 0.55, 0.5, 18, dark);
  const corner = (side / SIDES) * 2 * Math.PI;
  const [x, y] = [Math.cos(corner) * 3.78, Math.sin(corner) * 3.78];
  const post: Vec3[] = [
    [x, y, shaftM - 2.1],
    [x, y, shaftM - 1.05],
  ];
  addTube(mesh, post, 0.14, 0.14, 6, step);
}

/** An eight-sided ring from one height to another, with its lid. */
function ring(
  mesh: Mesh,
  lowM: number,
  highM: number,
  radiusLowM: number,
  radiusHighM: number,
  material: number,
): void {
  const corners: Vec3[] = [
    [0, 0, lowM],
    [0, 0, highM],
  ];
  const flat = createMesh();
  addTube(flat, corners, radiusLowM, radiusHighM, SIDES, material);
  // Flat sides: each triangle keeps its own corners and normal.
  for (let t = 0; t < flat.indices.length; t += 3) {
    const points = [0, 1, 2].map((k): Vec3 => {
      const o = flat.indices[t + k]! * 3;
      return [flat.positions[o]!, flat.positions[o + 1]!, flat.positions[o + 2]!];
    });
    addFlat(mesh, points, material);
  }
  const lid: Vec3[] = [
    [0, 0, highM],
    [0, 0, highM + 0.01],
  ];
  addTube(mesh, lid, radiusHighM, 0.01, SIDES, material);
}

function addFlat(mesh: Mesh, points: readonly Vec3[], material: number): void {
  const [p, q, r] = points as [Vec3, Vec3, Vec3];
  const a = Math.atan2((p[1] + q[1] + r[1]) / 3, (p[0] + q[0] + r[0]) / 3);
  const side = Math.round((a / (2 * Math.PI)) * SIDES - 0.5) + 0.5;
  const b = (side / SIDES) * 2 * Math.PI;
  const first = mesh.positions.length / 3;
  for (const point of points) {
    mesh.positions.push(...point);
    mesh.normals.push(Math.cos(b), Math.sin(b), 0);
  }
  mesh.indices.push(first, first + 1, first + 2);
  mesh.materials.push(material);
}

/** Stairs up to the foot on the side of -x. */
function addSteps(): Mesh {
  const mesh = createMesh();
  for (let k = 0; k < 10; k++) {
    addBox(mesh, [-7.2 - k * 0.5, -2, -3], [-6.6 - k * 0.5, 2, 1.1 - k * 0.17], MATERIAL.step);
  }
  return mesh;
}
