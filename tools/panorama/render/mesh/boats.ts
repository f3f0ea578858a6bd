import { addBox } from './house-parts';
import { addTube } from './limbs';
import {
  addQuad,
  addTriangle,
  addVertex,
  createMesh,
  MATERIAL,
  type Mesh,
  smoothNormals,
  type Vec3,
} from './mesh';

const STATIONS = 18;

/** Measures of a hull, metres. */
export interface HullSize {
  readonly lengthM: number;
  readonly widthM: number;
  /** From the water to the gunwale amidships. */
  readonly freeboardM: number;
  /** How much higher bow and stern are. */
  readonly sheerM: number;
  readonly material: number;
}

/** A slim river boat of the Thái, both ends drawn up; its bow points along x, water at z = 0. */
export function longBoat(size: HullSize): Mesh {
  const mesh = createMesh();
  addHull(mesh, size);
  const { lengthM, widthM, freeboardM } = size;
  addBox(
    mesh,
    [-lengthM * 0.34, -widthM * 0.3, -0.03],
    [lengthM * 0.34, widthM * 0.3, 0.03],
    MATERIAL.plank,
  );
  for (const t of [-0.27, -0.1, 0.08, 0.25]) {
    const half = widthM * 0.46 * fullness(t + 0.5);
    addBox(
      mesh,
      [t * lengthM - 0.13, -half, freeboardM - 0.1],
      [t * lengthM + 0.13, half, freeboardM - 0.065],
      MATERIAL.plank,
    );
  }
  const tail: Vec3[] = [
    [-lengthM * 0.44, 0.08, freeboardM + 0.25],
    [-lengthM * 0.6, 0.1, freeboardM - 0.25],
  ];
  addTube(mesh, tail, 0.022, 0.022, 6, MATERIAL.rail);
  addBox(
    mesh,
    [-lengthM * 0.44, -0.12, freeboardM + 0.1],
    [-lengthM * 0.4, 0.28, freeboardM + 0.42],
    MATERIAL.dark,
  );
  return mesh;
}

/** A passenger boat with a sheet roof on posts; its bow points along x, water at z = 0. */
export function cabinBoat(size: HullSize, roofMaterial: number): Mesh {
  const mesh = createMesh();
  addHull(mesh, size);
  const { lengthM, widthM, freeboardM } = size;
  const deckM = freeboardM - 0.12;
  addBox(
    mesh,
    [-lengthM * 0.42, -widthM * 0.42, deckM - 0.05],
    [lengthM * 0.36, widthM * 0.42, deckM],
    MATERIAL.plank,
  );
  const [from, to, half] = [-lengthM * 0.38, lengthM * 0.22, widthM * 0.44];
  const eavesM = deckM + 1.95;
  for (let k = 0; k <= 4; k++) {
    const x = from + ((to - from) * k) / 4;
    for (const s of [-1, 1]) {
      const post: Vec3[] = [
        [x, s * half, deckM],
        [x, s * half, eavesM],
      ];
      addTube(mesh, post, 0.025, 0.025, 6, MATERIAL.rail);
    }
  }
  for (const s of [-1, 1]) {
    for (const z of [0.45, 0.85]) {
      const line: Vec3[] = [
        [from, s * half, deckM + z],
        [to, s * half, deckM + z],
      ];
      addTube(mesh, line, 0.018, 0.018, 6, MATERIAL.rail);
    }
    addBox(
      mesh,
      [from + 0.4, s * half - s * 0.1, deckM + 0.4],
      [to - 0.3, s * half - s * 0.5, deckM + 0.45],
      MATERIAL.plank,
    );
  }
  addRoof(mesh, from - 0.35, to + 0.5, half + 0.22, eavesM, roofMaterial);
  return mesh;
}

function addRoof(
  mesh: Mesh,
  from: number,
  to: number,
  half: number,
  eavesM: number,
  material: number,
): void {
  const pieces = 8;
  const at = (k: number): readonly [number, number] => {
    const q = k / pieces;
    return [half * (2 * q - 1), eavesM + 0.32 * Math.sin(Math.PI * q)];
  };
  for (let k = 0; k < pieces; k++) {
    const [y0, z0] = at(k);
    const [y1, z1] = at(k + 1);
    addQuad(
      mesh,
      [
        [from, y0, z0],
        [to, y0, z0],
        [to, y1, z1],
        [from, y1, z1],
      ],
      material,
    );
  }
}

/** One plank of the shell from bow to stern, smooth along its length. */
function addStrake(
  mesh: Mesh,
  section: (station: number) => readonly Vec3[],
  k: number,
  material: number,
): void {
  const strake = createMesh();
  for (let i = 0; i <= STATIONS; i++) {
    const points = section(i);
    addVertex(strake, points[k]!);
    addVertex(strake, points[k + 1]!);
  }
  for (let i = 0; i < STATIONS; i++) {
    addTriangle(strake, 2 * i, 2 * i + 2, 2 * i + 3, material);
    addTriangle(strake, 2 * i, 2 * i + 3, 2 * i + 1, material);
  }
  smoothNormals(strake);
  appendMesh(mesh, strake);
}

function appendMesh(mesh: Mesh, part: Mesh): void {
  const first = mesh.positions.length / 3;
  for (const value of part.positions) mesh.positions.push(value);
  for (const value of part.normals) mesh.normals.push(value);
  for (const index of part.indices) mesh.indices.push(index + first);
  for (const each of part.materials) mesh.materials.push(each);
}

/** Half width along the hull over the widest, by the share of its length. */
function fullness(t: number): number {
  return Math.sin(Math.PI * Math.min(1, Math.max(0, t))) ** 0.55;
}

function addHull(mesh: Mesh, { lengthM, widthM, freeboardM, sheerM, material }: HullSize): void {
  const section = (i: number): Vec3[] => {
    const t = i / STATIONS;
    const x = (t - 0.5) * lengthM;
    const half = (widthM / 2) * fullness(t);
    const rise = sheerM * Math.abs(2 * t - 1) ** 2.6;
    const keel = -0.22 + rise * 0.9;
    const chine = half * 0.72;
    const top = freeboardM + rise;
    return [
      [x, -half, top],
      [x, -chine, keel + 0.1],
      [x, 0, keel],
      [x, chine, keel + 0.1],
      [x, half, top],
    ];
  };
  for (let k = 0; k < 4; k++) addStrake(mesh, section, k, material);
  for (const k of [0, 4]) {
    const rim = Array.from({ length: STATIONS + 1 }, (_, i) => section(i)[k]!);
    addTube(mesh, rim, 0.03, 0.03, 6, MATERIAL.wood);
  }
}
