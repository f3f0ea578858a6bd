import { mix, smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import { hashCell } from '../maths/random';
import { steelRailing } from '../mesh/furniture';
import { addBox } from '../mesh/house-parts';
import { createMesh, MATERIAL, type Mesh, turned } from '../mesh/mesh';
import {
  bump,
  detailShare,
  resetSurface,
  type Surface,
  type SurfacePoint,
  scaleColour,
  setColour,
  setNormal,
} from '../shade/surface';
import type { Scenery } from './scenery';

/** A paved viewing terrace round the viewer: a rectangle that looks one way. */
export interface ViewTerrace {
  readonly headingDeg: number;
  readonly lengthM: number;
  readonly aheadM: number;
  readonly behindM: number;
}

const SLAB_M = 0.4;
const JOINT_M = 0.012;
const KERB_M = 0.3;

/** Distance ahead of the viewer and to the right, metres. */
function inTerrace(terrace: ViewTerrace, x: number, y: number): readonly [number, number] {
  const a = (terrace.headingDeg * Math.PI) / 180;
  return [x * Math.sin(a) + y * Math.cos(a), x * Math.cos(a) - y * Math.sin(a)];
}

/** Plan distance to the terrace, 0 on it. */
export function outsideTerrace(terrace: ViewTerrace, x: number, y: number): number {
  const [ahead, right] = inTerrace(terrace, x, y);
  return Math.hypot(
    Math.max(ahead - terrace.aheadM, 0, -terrace.behindM - ahead),
    Math.max(Math.abs(right) - terrace.lengthM / 2, 0),
  );
}

/**
 * Ground with the terrace in it: level, a wall in front, a ramp behind.
 *
 * @param h - ground without it
 * @param levelM - height of the paving
 */
export function levelTerrace(
  terrace: ViewTerrace,
  levelM: number,
  x: number,
  y: number,
  h: number,
): number {
  const out = outsideTerrace(terrace, x, y);
  if (out > 9) return h;
  const [ahead] = inTerrace(terrace, x, y);
  const ramp = ahead > terrace.aheadM ? 0.7 : 8;
  return mix(levelM, h, smoothStep(0.25, 0.35 + ramp, out));
}

/** Paints paving where the point lies on the terrace. */
export function paintTerrace(
  noise: Noise,
  terrace: ViewTerrace,
  point: SurfacePoint,
  surface: Surface,
): boolean {
  const { x, y, footprintM: fp } = point;
  if (outsideTerrace(terrace, x, y) > KERB_M) return false;
  resetSurface(surface);
  setNormal(surface, 0, 0, 1);
  const [ahead, right] = inTerrace(terrace, x, y);
  const row = Math.floor(ahead / SLAB_M);
  const shifted = right / SLAB_M + (row % 2 === 0 ? 0 : 0.5);
  const column = Math.floor(shifted);
  const u = Math.abs(shifted - column - 0.5) * SLAB_M;
  const v = Math.abs(ahead / SLAB_M - row - 0.5) * SLAB_M;
  const edge = SLAB_M / 2 - Math.max(u, v);
  const tone = 0.82 + 0.36 * hashCell(column, row, 71);
  const worn = noise.fractal2(x * 0.6, y * 0.6, 4);
  const k = tone * (1 + 0.35 * worn);
  setColour(surface.albedo, 0.255 * k, 0.245 * k, 0.225 * k);
  if (hashCell(column, row, 72) < 0.28) {
    setColour(surface.albedo, 0.24 * k, 0.165 * k, 0.13 * k);
  }
  const joint = 1 - smoothStep(JOINT_M, JOINT_M * 2 + fp, edge);
  scaleColour(surface.albedo, 1 - 0.55 * joint * detailShare(fp, 0.02, 0.2));
  if (fp < 0.03) {
    const grit = noise.gradient3(x * 110, y * 110, 3) + 0.6 * noise.gradient3(x * 43, y * 43, 8);
    scaleColour(surface.albedo, 1 + 0.2 * grit * detailShare(fp, 0.008, 0.03));
    bump(noise, surface, point, 36, 0.06, 2);
  }
  return true;
}

/** Railing along the front and the sides, two benches. */
export function addTerraceFurniture(scenery: Scenery, terrace: ViewTerrace, levelM: number): void {
  const a = (terrace.headingDeg * Math.PI) / 180;
  const [fx, fy] = [Math.sin(a), Math.cos(a)];
  const [rx, ry] = [Math.cos(a), -Math.sin(a)];
  const at = (ahead: number, right: number): readonly [number, number, number] => [
    fx * ahead + rx * right,
    fy * ahead + ry * right,
    levelM,
  ];
  const half = terrace.lengthM / 2;
  const alongX = Math.atan2(ry, rx);
  const front = scenery.add(steelRailing(terrace.lengthM));
  scenery.put(front, at(terrace.aheadM - 0.1, -half), turned(alongX), 1);
  const sideM = terrace.aheadM + Math.min(terrace.behindM, 2);
  const side = scenery.add(steelRailing(sideM));
  for (const right of [-half + 0.1, half - 0.1]) {
    scenery.put(side, at(terrace.aheadM - 0.1, right), turned(Math.atan2(-fy, -fx)), 1);
  }
  const seat = scenery.add(stoneBench());
  scenery.put(seat, at(-0.6, -half * 0.55), turned(alongX), 2);
  scenery.put(seat, at(-0.6, half * 0.62), turned(alongX), 5);
}

function stoneBench(): Mesh {
  const mesh = createMesh();
  addBox(mesh, [-0.8, -0.2, 0.4], [0.8, 0.2, 0.48], MATERIAL.step);
  addBox(mesh, [-0.65, -0.16, 0], [-0.45, 0.16, 0.4], MATERIAL.step);
  addBox(mesh, [0.45, -0.16, 0], [0.65, 0.16, 0.4], MATERIAL.step);
  return mesh;
}
