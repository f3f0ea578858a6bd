import { addTriangle, addVertex, type Mesh, type Vec3 } from './mesh';

/** A round limb along points. */
export function addTube(
  mesh: Mesh,
  points: readonly Vec3[],
  radiusStartM: number,
  radiusEndM: number,
  sides: number,
  material: number,
): void {
  const first = mesh.positions.length / 3;
  const n = points.length;
  points.forEach((point, i) => {
    const a = points[Math.max(0, i - 1)]!;
    const b = points[Math.min(n - 1, i + 1)]!;
    const [u, v] = acrossAxes([b[0] - a[0], b[1] - a[1], b[2] - a[2]]);
    const radius = radiusStartM + ((radiusEndM - radiusStartM) * i) / (n - 1);
    for (let s = 0; s < sides; s++) {
      const c = Math.cos((s / sides) * 2 * Math.PI);
      const d = Math.sin((s / sides) * 2 * Math.PI);
      const normal: Vec3 = [u[0] * c + v[0] * d, u[1] * c + v[1] * d, u[2] * c + v[2] * d];
      addVertex(
        mesh,
        [
          point[0] + normal[0] * radius,
          point[1] + normal[1] * radius,
          point[2] + normal[2] * radius,
        ],
        normal,
      );
    }
  });
  for (let i = 0; i < n - 1; i++) {
    for (let s = 0; s < sides; s++) {
      const a = first + i * sides + s;
      const b = first + i * sides + ((s + 1) % sides);
      addTriangle(mesh, a, b, b + sides, material);
      addTriangle(mesh, a, b + sides, a + sides, material);
    }
  }
}

function acrossAxes(along: Vec3): readonly [Vec3, Vec3] {
  const length = Math.hypot(...along) || 1;
  const t: Vec3 = [along[0] / length, along[1] / length, along[2] / length];
  const up: Vec3 = Math.abs(t[2]) > 0.9 ? [1, 0, 0] : [0, 0, 1];
  const u = cross(t, up);
  const flat = Math.hypot(...u) || 1;
  const unit: Vec3 = [u[0] / flat, u[1] / flat, u[2] / flat];
  return [unit, cross(t, unit)];
}

function cross(a: Vec3, b: Vec3): Vec3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/** Shape of one leaf; angles in radians, turn from x, pitch + = up. */
export interface LeafShape {
  readonly turnRad: number;
  readonly pitchRad: number;
  readonly rollRad: number;
  readonly lengthM: number;
  readonly widthM: number;
  readonly droopRad: number;
  readonly material: number;
  readonly pieces?: number;
}

/** A folded, drooping blade that starts at a point. */
export function addLeaf(mesh: Mesh, from: Vec3, shape: LeafShape): void {
  const { turnRad, rollRad, lengthM, material } = shape;
  const pieces = shape.pieces ?? 2;
  const ca = Math.cos(turnRad);
  const sa = Math.sin(turnRad);
  const cr = Math.cos(rollRad);
  const sr = Math.sin(rollRad);
  let [x, y, z] = from;
  let pitch = shape.pitchRad;
  const rows: [number, number, number][] = [];
  for (let i = 0; i <= pieces; i++) {
    const width =
      shape.widthM * Math.sin(Math.PI * Math.min(0.98, 0.12 + (i / pieces) * 0.86)) ** 0.8;
    const cp = Math.cos(pitch);
    const sp = Math.sin(pitch);
    const ux = -sa * cr - sp * ca * sr;
    const uy = ca * cr - sp * sa * sr;
    const uz = cp * sr;
    const mx = -sp * ca * cr + sa * sr;
    const my = -sp * sa * cr - ca * sr;
    const mz = cp * cr;
    const side = (sign: number): number =>
      addVertex(
        mesh,
        [
          x + (sign * ux + 0.25 * mx) * width,
          y + (sign * uy + 0.25 * my) * width,
          z + (sign * uz + 0.25 * mz) * width,
        ],
        [mx - sign * ux * 0.35, my - sign * uy * 0.35, mz - sign * uz * 0.35],
      );
    rows.push([side(1), addVertex(mesh, [x, y, z], [mx, my, mz]), side(-1)]);
    x += (cp * ca * lengthM) / pieces;
    y += (cp * sa * lengthM) / pieces;
    z += (sp * lengthM) / pieces;
    pitch -= shape.droopRad / pieces;
  }
  for (let i = 0; i < pieces; i++) {
    const a = rows[i]!;
    const b = rows[i + 1]!;
    addTriangle(mesh, a[0], a[1], b[1], material);
    addTriangle(mesh, a[0], b[1], b[0], material);
    addTriangle(mesh, a[1], a[2], b[2], material);
    addTriangle(mesh, a[1], b[2], b[1], material);
  }
}
