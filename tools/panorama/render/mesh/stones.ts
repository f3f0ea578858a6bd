import { clamp, smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import { createRandom } from '../maths/random';
import {
  addTriangle,
  addVertex,
  createMesh,
  MATERIAL,
  type Mesh,
  smoothNormals,
  type Vec3,
} from './mesh';

/**
 * A cube of six grids whose points a function moves: the base of stones and blocks.
 *
 * @param patches - cells a side of each face
 * @param place - where a point of the cube [-1, 1]^3 goes
 */
export function shapedCube(
  patches: number,
  material: number,
  place: (x: number, y: number, z: number) => Vec3,
): Mesh {
  const mesh = createMesh();
  const known = new Map<number, number>();
  const vertex = (x: number, y: number, z: number): number => {
    const key = (x * 4096 + y) * 4096 + z;
    let index = known.get(key);
    if (index === undefined) {
      const n = patches;
      index = addVertex(mesh, place((x / n) * 2 - 1, (y / n) * 2 - 1, (z / n) * 2 - 1));
      known.set(key, index);
    }
    return index;
  };
  for (let face = 0; face < 6; face++) {
    const side = face & 1 ? patches : 0;
    const point = (a: number, b: number): number => {
      if (face < 2) return vertex(side, a, b);
      return face < 4 ? vertex(b, side, a) : vertex(a, b, side);
    };
    for (let i = 0; i < patches; i++) {
      for (let j = 0; j < patches; j++) {
        const a = point(i, j);
        const b = point(i + 1, j);
        const c = point(i + 1, j + 1);
        const d = point(i, j + 1);
        if (face & 1) {
          addTriangle(mesh, a, b, c, material);
          addTriangle(mesh, a, c, d, material);
        } else {
          addTriangle(mesh, a, c, b, material);
          addTriangle(mesh, a, d, c, material);
        }
      }
    }
  }
  smoothNormals(mesh);
  return mesh;
}

/** A stone cut by random joint planes, weathered round, then cracked. About 1 m in radius. */
export function boulder(noise: Noise, seed: number, patches: number, isSlab: boolean): Mesh {
  const random = createRandom(seed);
  const planes: [number, number, number, number][] = [];
  for (let k = 0; k < (isSlab ? 9 : 13); k++) {
    const z = random() * 2 - 1;
    const a = random() * 2 * Math.PI;
    const flat = Math.sqrt(1 - z * z);
    planes.push([flat * Math.cos(a), flat * Math.sin(a), z, 0.58 + 0.34 * random()]);
  }
  if (isSlab) planes.push([0.06, 0.05, 1, 0.42 + 0.1 * random()], [0.05, 0, -1, 0.5]);
  const [sx, sy, sz] = isSlab ? [1.25, 1, 0.8] : [1, 0.8 + 0.2 * random(), 0.72 + 0.2 * random()];
  const s = seed * 3.7;
  return shapedCube(patches, MATERIAL.rock, (cx, cy, cz) => {
    const tx = Math.tan(cx * 0.785);
    const ty = Math.tan(cy * 0.785);
    const tz = Math.tan(cz * 0.785);
    const scale = 1 / Math.hypot(tx, ty, tz);
    const x = tx * scale;
    const y = ty * scale;
    const z = tz * scale;
    let sum = Math.exp(-26);
    for (const p of planes) {
      const c = x * p[0] + y * p[1] + z * p[2];
      if (c > 0.05) sum += Math.exp((-26 * p[3]) / c);
    }
    let radius = -Math.log(sum) / 26 + 0.075 * noise.fractal3(x * 1.7 + s, y * 1.7, z * 1.7, 3);
    const crack = Math.abs(noise.gradient3(x * 1.9 + s + 9, y * 1.9, z * 2.4));
    const fine = Math.abs(noise.gradient3(x * 4.1 + s, y * 4.1 + 5, z * 5));
    radius -= 0.05 * (1 - smoothStep(0, 0.05, crack)) + 0.018 * (1 - smoothStep(0, 0.07, fine));
    radius += 0.02 * noise.fractal3(x * 9 + s, y * 9, z * 9, 4);
    return [x * radius * sx, y * radius * sy, z * radius * sz];
  });
}

/** How a block is made. */
export interface BlockOptions {
  readonly bevelM: number;
  readonly patches: number;
  /** Wear of its faces, metres. */
  readonly roughM: number;
  readonly material: number;
  readonly seed?: number;
  /** Width at the top over width at the base. */
  readonly taperRatio?: number;
}

/** A rounded, slightly worn block; its base is at z = 0. */
export function block(
  noise: Noise,
  widthM: number,
  depthM: number,
  heightM: number,
  options: BlockOptions,
): Mesh {
  const { bevelM, roughM } = options;
  const seed = options.seed ?? 1;
  const taper = options.taperRatio ?? 1;
  const ease = (v: number) => Math.sign(v) * (1 - (1 - Math.abs(v)) ** 1.6);
  return shapedCube(options.patches, options.material, (x, y, z) => {
    const k = 1 + ((taper - 1) * (z + 1)) / 2;
    const px = (ease(x) * widthM * k) / 2;
    const py = (ease(y) * depthM * k) / 2;
    const pz = (ease(z) * heightM) / 2;
    const bx = (widthM * k) / 2 - bevelM;
    const by = (depthM * k) / 2 - bevelM;
    const bz = heightM / 2 - bevelM;
    const qx = clamp(px, -bx, bx);
    const qy = clamp(py, -by, by);
    const qz = clamp(pz, -bz, bz);
    const length = Math.hypot(px - qx, py - qy, pz - qz) || 1;
    const wear =
      roughM === 0
        ? 0
        : roughM *
          (noise.fractal3(px * 3 + seed, py * 3, pz * 3, 4) +
            0.4 * noise.fractal3(px * 14 + seed, py * 14, pz * 14, 3));
    const out = (bevelM + wear) / length;
    return [qx + (px - qx) * out, qy + (py - qy) * out, qz + (pz - qz) * out + heightM / 2];
  });
}
