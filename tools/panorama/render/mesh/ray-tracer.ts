import { INSTANCE_FLOATS, type PackedObjects } from './packed-objects';

const STACK = 64;

/** Finds what a ray meets among the objects that stand near the viewer. One a thread. */
export class RayTracer {
  /** Distance of the last hit, in lengths of the direction. */
  t = 0;
  tint = 0;
  readonly normal = new Float64Array(3);
  /** Where the object was hit, in its own metres. */
  readonly local = new Float64Array(3);
  private readonly objects: PackedObjects;
  private readonly instanceStack = new Int32Array(STACK);
  private readonly meshStack = new Int32Array(STACK);
  private triangle = -1;
  private instance = -1;
  private u = 0;
  private v = 0;

  constructor(objects: PackedObjects) {
    this.objects = objects;
  }

  /** Marks what was hit: equal for equal triangles of equal instances. */
  get hitId(): number {
    return this.instance * 65_537 + this.triangle;
  }

  /**
   * @param isAny - stop at the first hit found, not the nearest
   * @returns whether anything is nearer than `far`
   */
  trace(
    ox: number,
    oy: number,
    oz: number,
    dx: number,
    dy: number,
    dz: number,
    far: number,
    isAny: boolean,
  ): boolean {
    const { instanceBoxes, instanceLinks, instanceCount } = this.objects;
    this.t = far;
    this.triangle = -1;
    if (instanceCount === 0) return false;
    const stack = this.instanceStack;
    const ix = 1 / dx;
    const iy = 1 / dy;
    const iz = 1 / dz;
    let depth = 0;
    let node = 0;
    for (;;) {
      if (this.meetsBox(instanceBoxes, node * 6, ox, oy, oz, ix, iy, iz)) {
        const tag = instanceLinks[node * 2 + 1]!;
        if (tag < 0) {
          const d = tag === -1 ? dx : tag === -2 ? dy : dz;
          const right = instanceLinks[node * 2]!;
          stack[depth++] = d >= 0 ? right : node + 1;
          node = d >= 0 ? node + 1 : right;
          continue;
        }
        const first = instanceLinks[node * 2]!;
        for (let k = first; k < first + tag; k++) {
          if (this.traceInstance(k, ox, oy, oz, dx, dy, dz, isAny) && isAny) return true;
        }
      }
      if (depth === 0) break;
      node = stack[--depth]!;
    }
    return this.triangle >= 0;
  }

  /**
   * Reads normal, local point and tint of the last nearest hit.
   *
   * @returns its material
   */
  readSurface(): number {
    const { normals, triangles, materials, instances: m } = this.objects;
    const q = this.instance * INSTANCE_FLOATS;
    const o = this.triangle * 9;
    const { u, v } = this;
    const w = 1 - u - v;
    const a = normals[o]! * w + normals[o + 3]! * u + normals[o + 6]! * v;
    const b = normals[o + 1]! * w + normals[o + 4]! * u + normals[o + 7]! * v;
    const c = normals[o + 2]! * w + normals[o + 5]! * u + normals[o + 8]! * v;
    const nx = m[q]! * a + m[q + 3]! * b + m[q + 6]! * c;
    const ny = m[q + 1]! * a + m[q + 4]! * b + m[q + 7]! * c;
    const nz = m[q + 2]! * a + m[q + 5]! * b + m[q + 8]! * c;
    const scale = 1 / Math.hypot(nx, ny, nz);
    this.normal[0] = nx * scale;
    this.normal[1] = ny * scale;
    this.normal[2] = nz * scale;
    for (let i = 0; i < 3; i++) {
      this.local[i] = triangles[o + i]! + triangles[o + 3 + i]! * u + triangles[o + 6 + i]! * v;
    }
    this.tint = m[q + 12]!;
    return materials[this.triangle]!;
  }

  private traceInstance(
    k: number,
    ox: number,
    oy: number,
    oz: number,
    dx: number,
    dy: number,
    dz: number,
    isAny: boolean,
  ): boolean {
    const m = this.objects.instances;
    const q = k * INSTANCE_FLOATS;
    const px = ox - m[q + 9]!;
    const py = oy - m[q + 10]!;
    const pz = oz - m[q + 11]!;
    const isHit = this.traceMesh(
      this.objects.roots[k]!,
      m[q]! * px + m[q + 1]! * py + m[q + 2]! * pz,
      m[q + 3]! * px + m[q + 4]! * py + m[q + 5]! * pz,
      m[q + 6]! * px + m[q + 7]! * py + m[q + 8]! * pz,
      m[q]! * dx + m[q + 1]! * dy + m[q + 2]! * dz,
      m[q + 3]! * dx + m[q + 4]! * dy + m[q + 5]! * dz,
      m[q + 6]! * dx + m[q + 7]! * dy + m[q + 8]! * dz,
      isAny,
    );
    if (isHit) this.instance = k;
    return isHit;
  }

  private traceMesh(
    root: number,
    ox: number,
    oy: number,
    oz: number,
    dx: number,
    dy: number,
    dz: number,
    isAny: boolean,
  ): boolean {
    const { meshBoxes, meshLinks } = this.objects;
    const stack = this.meshStack;
    const ix = 1 / dx;
    const iy = 1 / dy;
    const iz = 1 / dz;
    let depth = 0;
    let node = root;
    let isHit = false;
    for (;;) {
      if (this.meetsBox(meshBoxes, node * 6, ox, oy, oz, ix, iy, iz)) {
        const tag = meshLinks[node * 2 + 1]!;
        if (tag < 0) {
          const d = tag === -1 ? dx : tag === -2 ? dy : dz;
          const right = meshLinks[node * 2]!;
          stack[depth++] = d >= 0 ? right : node + 1;
          node = d >= 0 ? node + 1 : right;
          continue;
        }
        const first = meshLinks[node * 2]!;
        for (let k = first; k < first + tag; k++) {
          if (this.meetsTriangle(k, ox, oy, oz, dx, dy, dz)) {
            isHit = true;
            if (isAny) return true;
          }
        }
      }
      if (depth === 0) break;
      node = stack[--depth]!;
    }
    return isHit;
  }

  private meetsBox(
    boxes: Float32Array,
    o: number,
    ox: number,
    oy: number,
    oz: number,
    ix: number,
    iy: number,
    iz: number,
  ): boolean {
    let a = (boxes[o]! - ox) * ix;
    let b = (boxes[o + 3]! - ox) * ix;
    let low = Math.min(a, b);
    let high = Math.max(a, b);
    a = (boxes[o + 1]! - oy) * iy;
    b = (boxes[o + 4]! - oy) * iy;
    if (a > b) {
      const kept = a;
      a = b;
      b = kept;
    }
    if (a > low) low = a;
    if (b < high) high = b;
    a = (boxes[o + 2]! - oz) * iz;
    b = (boxes[o + 5]! - oz) * iz;
    if (a > b) {
      const kept = a;
      a = b;
      b = kept;
    }
    if (a > low) low = a;
    if (b < high) high = b;
    return high >= low && high >= 0 && low < this.t;
  }

  /** @see Möller and Trumbore, Fast, Minimum Storage Ray/Triangle Intersection (1997) */
  private meetsTriangle(
    k: number,
    ox: number,
    oy: number,
    oz: number,
    dx: number,
    dy: number,
    dz: number,
  ): boolean {
    const tri = this.objects.triangles;
    const q = k * 9;
    const e1x = tri[q + 3]!;
    const e1y = tri[q + 4]!;
    const e1z = tri[q + 5]!;
    const e2x = tri[q + 6]!;
    const e2y = tri[q + 7]!;
    const e2z = tri[q + 8]!;
    const hx = dy * e2z - dz * e2y;
    const hy = dz * e2x - dx * e2z;
    const hz = dx * e2y - dy * e2x;
    const det = e1x * hx + e1y * hy + e1z * hz;
    if (det > -1e-14 && det < 1e-14) return false;
    const f = 1 / det;
    const sx = ox - tri[q]!;
    const sy = oy - tri[q + 1]!;
    const sz = oz - tri[q + 2]!;
    const u = f * (sx * hx + sy * hy + sz * hz);
    if (u < 0 || u > 1) return false;
    const qx = sy * e1z - sz * e1y;
    const qy = sz * e1x - sx * e1z;
    const qz = sx * e1y - sy * e1x;
    const v = f * (dx * qx + dy * qy + dz * qz);
    if (v < 0 || u + v > 1) return false;
    const t = f * (e2x * qx + e2y * qy + e2z * qz);
    if (t <= 1e-4 || t >= this.t) return false;
    this.t = t;
    this.triangle = k;
    this.u = u;
    this.v = v;
    return true;
  }
}
