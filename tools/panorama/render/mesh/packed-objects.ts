import { buildBoxTree } from './box-tree';
import type { Mesh, MeshInstance, ObjectSet } from './mesh';

/** Meshes and instances in shared arrays, with a tree of boxes over each. */
export interface PackedObjects {
  /** Nine numbers a triangle: first corner, then the two edges from it. */
  readonly triangles: Float32Array;
  readonly normals: Float32Array;
  readonly materials: Int32Array;
  readonly meshBoxes: Float32Array;
  readonly meshLinks: Int32Array;
  readonly instanceBoxes: Float32Array;
  readonly instanceLinks: Int32Array;
  /** {@link INSTANCE_FLOATS} numbers an instance: inverse matrix (9), position (3), tint. */
  readonly instances: Float32Array;
  /** Root node of each instance's mesh. */
  readonly roots: Int32Array;
  readonly instanceCount: number;
}

/** Numbers kept for one instance. */
export const INSTANCE_FLOATS = 16;

/** Packs a set of objects for tracing from any thread. */
export function packObjects(set: ObjectSet): PackedObjects {
  const packed = packMeshes(set.meshes);
  const { low, high } = instanceBoxes(set.instances, packed.outer);
  const tree = buildBoxTree(low, high, set.instances.length, 2);
  const instances = floats(set.instances.length * INSTANCE_FLOATS);
  const roots = ints(set.instances.length);
  tree.order.forEach((from, to) => {
    const instance = set.instances[from]!;
    instances.set(inverse(instance.matrix), to * INSTANCE_FLOATS);
    instances.set(instance.position, to * INSTANCE_FLOATS + 9);
    instances[to * INSTANCE_FLOATS + 12] = instance.tint;
    roots[to] = packed.roots[instance.mesh]!;
  });
  return {
    triangles: packed.triangles,
    normals: packed.normals,
    materials: packed.materials,
    meshBoxes: packed.boxes,
    meshLinks: packed.links,
    instanceBoxes: copyFloats(tree.boxes),
    instanceLinks: copyInts(tree.links),
    instances,
    roots,
    instanceCount: set.instances.length,
  };
}

function packMeshes(meshes: readonly Mesh[]) {
  const total = meshes.reduce((sum, mesh) => sum + mesh.indices.length / 3, 0);
  const triangles = floats(total * 9);
  const normals = floats(total * 9);
  const materials = ints(total);
  const boxes: number[] = [];
  const links: number[] = [];
  const roots: number[] = [];
  const outer: number[][] = [];
  let first = 0;
  for (const mesh of meshes) {
    const count = mesh.indices.length / 3;
    const { low, high } = triangleBoxes(mesh);
    const tree = buildBoxTree(low, high, count, 4);
    const root = links.length / 2;
    roots.push(root);
    outer.push(Array.from(tree.boxes.subarray(0, 6)));
    for (const value of tree.boxes) boxes.push(value);
    for (let i = 0; i < tree.links.length; i += 2) {
      const tag = tree.links[i + 1]!;
      links.push(tree.links[i]! + (tag < 0 ? root : first), tag);
    }
    tree.order.forEach((from, to) => {
      writeTriangle(mesh, from, first + to, triangles, normals);
      materials[first + to] = mesh.materials[from]!;
    });
    first += count;
  }
  return {
    triangles,
    normals,
    materials,
    boxes: copyFloats(boxes),
    links: copyInts(links),
    roots,
    outer,
  };
}

function writeTriangle(
  mesh: Mesh,
  from: number,
  to: number,
  triangles: Float32Array,
  normals: Float32Array,
): void {
  const i = mesh.indices[from * 3]! * 3;
  const j = mesh.indices[from * 3 + 1]! * 3;
  const k = mesh.indices[from * 3 + 2]! * 3;
  const o = to * 9;
  for (let a = 0; a < 3; a++) {
    const p = mesh.positions[i + a]!;
    triangles[o + a] = p;
    triangles[o + 3 + a] = mesh.positions[j + a]! - p;
    triangles[o + 6 + a] = mesh.positions[k + a]! - p;
    normals[o + a] = mesh.normals[i + a]!;
    normals[o + 3 + a] = mesh.normals[j + a]!;
    normals[o + 6 + a] = mesh.normals[k + a]!;
  }
}

function triangleBoxes(mesh: Mesh) {
  const count = mesh.indices.length / 3;
  const low = new Float32Array(count * 3);
  const high = new Float32Array(count * 3);
  for (let t = 0; t < count; t++) {
    for (let a = 0; a < 3; a++) {
      const p = mesh.positions[mesh.indices[t * 3]! * 3 + a]!;
      const q = mesh.positions[mesh.indices[t * 3 + 1]! * 3 + a]!;
      const r = mesh.positions[mesh.indices[t * 3 + 2]! * 3 + a]!;
      low[t * 3 + a] = Math.min(p, q, r);
      high[t * 3 + a] = Math.max(p, q, r);
    }
  }
  return { low, high };
}

function instanceBoxes(instances: readonly MeshInstance[], outer: readonly (readonly number[])[]) {
  const low = new Float32Array(instances.length * 3).fill(1e30);
  const high = new Float32Array(instances.length * 3).fill(-1e30);
  instances.forEach(({ mesh, matrix: m, position }, k) => {
    const box = outer[mesh]!;
    for (let corner = 0; corner < 8; corner++) {
      const x = box[corner & 1 ? 3 : 0]!;
      const y = box[corner & 2 ? 4 : 1]!;
      const z = box[corner & 4 ? 5 : 2]!;
      for (let a = 0; a < 3; a++) {
        const v = m[a * 3]! * x + m[a * 3 + 1]! * y + m[a * 3 + 2]! * z + position[a]!;
        low[k * 3 + a] = Math.min(low[k * 3 + a]!, v);
        high[k * 3 + a] = Math.max(high[k * 3 + a]!, v);
      }
    }
  });
  return { low, high };
}

function inverse(m: readonly number[]): readonly number[] {
  const [a, b, c, d, e, f, g, h, i] = m as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const det = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  return [
    (e * i - f * h) / det,
    (c * h - b * i) / det,
    (b * f - c * e) / det,
    (f * g - d * i) / det,
    (a * i - c * g) / det,
    (c * d - a * f) / det,
    (d * h - e * g) / det,
    (b * g - a * h) / det,
    (a * e - b * d) / det,
  ];
}

function floats(length: number): Float32Array {
  return new Float32Array(new SharedArrayBuffer(Math.max(4, length * 4)));
}

function ints(length: number): Int32Array {
  return new Int32Array(new SharedArrayBuffer(Math.max(4, length * 4)));
}

function copyFloats(values: ArrayLike<number>): Float32Array {
  const copy = floats(values.length);
  copy.set(values);
  return copy;
}

function copyInts(values: ArrayLike<number>): Int32Array {
  const copy = ints(values.length);
  copy.set(values);
  return copy;
}
