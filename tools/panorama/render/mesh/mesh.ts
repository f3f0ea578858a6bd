/** What a triangle is made of: numbers, because they travel in typed arrays. */
export const MATERIAL = {
  rock: 1,
  leaf: 2,
  bamboo: 3,
  bark: 4,
  wood: 5,
  steel: 6,
  step: 7,
  flower: 8,
  white: 10,
  red: 11,
  concrete: 12,
  banana: 13,
  pine: 14,
  stalk: 15,
  dry: 16,
  thatch: 17,
  tile: 18,
  plank: 19,
  dark: 20,
  rail: 21,
  flagRed: 22,
  flagYellow: 23,
  petalYellow: 40,
  petalWhite: 41,
  petalPink: 42,
  petalRed: 43,
  paintBlack: 44,
  rust: 45,
  fibro: 46,
  redSheet: 47,
  blueSheet: 48,
  plaster: 49,
  pole: 50,
  shingle: 51,
  clay: 52,
  plume: 53,
  drum: 60,
  net: 61,
  tarp: 62,
  earth: 63,
  mossBark: 64,
  hull: 65,
  limestone: 66,
} as const;

/** Triangles in metres round their own origin; z up. */
export interface Mesh {
  readonly positions: number[];
  readonly normals: number[];
  readonly indices: number[];
  /** One of {@link MATERIAL} for each triangle. */
  readonly materials: number[];
}

export type Vec3 = readonly [number, number, number];

/** A mesh standing in the land. */
export interface MeshInstance {
  readonly mesh: number;
  /** Rotation and scale, three rows. */
  readonly matrix: readonly number[];
  /** x east, y north, z above the sea. */
  readonly position: Vec3;
  /** Any number: makes instances differ in colour and wear. */
  readonly tint: number;
}

/** Meshes and where they stand. */
export interface ObjectSet {
  readonly meshes: readonly Mesh[];
  readonly instances: readonly MeshInstance[];
}

export function createMesh(): Mesh {
  return { positions: [], normals: [], indices: [], materials: [] };
}

/** @returns index of the new vertex */
export function addVertex(mesh: Mesh, position: Vec3, normal: Vec3 = [0, 0, 1]): number {
  mesh.positions.push(...position);
  mesh.normals.push(...normal);
  return mesh.positions.length / 3 - 1;
}

export function addTriangle(mesh: Mesh, a: number, b: number, c: number, material: number): void {
  mesh.indices.push(a, b, c);
  mesh.materials.push(material);
}

/** A flat four-sided face with its own corners, so that its edges stay sharp. */
export function addQuad(
  mesh: Mesh,
  corners: readonly [Vec3, Vec3, Vec3, Vec3],
  material: number,
): void {
  const [p, q, r, s] = corners;
  const normal = unitNormal(p, q, r);
  const a = addVertex(mesh, p, normal);
  const b = addVertex(mesh, q, normal);
  const c = addVertex(mesh, r, normal);
  const d = addVertex(mesh, s, normal);
  addTriangle(mesh, a, b, c, material);
  addTriangle(mesh, a, c, d, material);
}

/** Puts meshes together, each moved by an offset. */
export function mergeMeshes(parts: readonly (readonly [Mesh, number, number, number])[]): Mesh {
  const merged = createMesh();
  for (const [part, dx, dy, dz] of parts) {
    const first = merged.positions.length / 3;
    for (let i = 0; i < part.positions.length; i += 3) {
      merged.positions.push(
        part.positions[i]! + dx,
        part.positions[i + 1]! + dy,
        part.positions[i + 2]! + dz,
      );
    }
    for (const value of part.normals) merged.normals.push(value);
    for (const index of part.indices) merged.indices.push(index + first);
    for (const material of part.materials) merged.materials.push(material);
  }
  return merged;
}

/** A copy turned about the vertical. */
export function turnedMesh(mesh: Mesh, turnRad: number): Mesh {
  const c = Math.cos(turnRad);
  const s = Math.sin(turnRad);
  const turn = (values: readonly number[]): number[] =>
    values.map((value, i) => {
      if (i % 3 === 0) return c * value - s * values[i + 1]!;
      return i % 3 === 1 ? s * values[i - 1]! + c * value : value;
    });
  return {
    positions: turn(mesh.positions),
    normals: turn(mesh.normals),
    indices: [...mesh.indices],
    materials: [...mesh.materials],
  };
}

/** Gives every vertex the mean normal of its triangles. */
export function smoothNormals(mesh: Mesh): void {
  const { positions: p, normals: n, indices } = mesh;
  n.fill(0);
  for (let t = 0; t < indices.length; t += 3) {
    const a = indices[t]! * 3;
    const b = indices[t + 1]! * 3;
    const c = indices[t + 2]! * 3;
    const ux = p[b]! - p[a]!;
    const uy = p[b + 1]! - p[a + 1]!;
    const uz = p[b + 2]! - p[a + 2]!;
    const vx = p[c]! - p[a]!;
    const vy = p[c + 1]! - p[a + 1]!;
    const vz = p[c + 2]! - p[a + 2]!;
    for (const i of [a, b, c]) {
      n[i]! += uy * vz - uz * vy;
      n[i + 1]! += uz * vx - ux * vz;
      n[i + 2]! += ux * vy - uy * vx;
    }
  }
  for (let i = 0; i < n.length; i += 3) {
    const length = Math.hypot(n[i]!, n[i + 1]!, n[i + 2]!) || 1;
    n[i]! /= length;
    n[i + 1]! /= length;
    n[i + 2]! /= length;
  }
}

function unitNormal(p: Vec3, q: Vec3, r: Vec3): Vec3 {
  const ux = q[0] - p[0];
  const uy = q[1] - p[1];
  const uz = q[2] - p[2];
  const vx = r[0] - p[0];
  const vy = r[1] - p[1];
  const vz = r[2] - p[2];
  const x = uy * vz - uz * vy;
  const y = uz * vx - ux * vz;
  const z = ux * vy - uy * vx;
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
}

/** Turns about the vertical and scales. */
export function turned(turnRad: number, scale = 1, scaleZ = scale): readonly number[] {
  const c = Math.cos(turnRad);
  const s = Math.sin(turnRad);
  return [c * scale, -s * scale, 0, s * scale, c * scale, 0, 0, 0, scaleZ];
}

/** Turns, leans a little toward (leanX, leanY) and scales. */
export function leaning(
  turnRad: number,
  leanX: number,
  leanY: number,
  scale: number,
  scaleZ = scale,
): readonly number[] {
  const c = Math.cos(turnRad);
  const s = Math.sin(turnRad);
  return [
    c * scale,
    -s * scale,
    -(c * leanX - s * leanY) * scaleZ,
    s * scale,
    c * scale,
    -(s * leanX + c * leanY) * scaleZ,
    leanX * scale,
    leanY * scale,
    scaleZ,
  ];
}
