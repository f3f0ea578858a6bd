import type { Noise } from '../maths/noise';
import { kilometreStone } from './furniture';
import { addBox } from './house-parts';
import { lettering } from './lettering';
import { addTube } from './limbs';
import {
  addQuad,
  createMesh,
  MATERIAL,
  type Mesh,
  mergeMeshes,
  turnedMesh,
  type Vec3,
} from './mesh';

/** Wave of a guard rail: height and depth of its bends over its lower edge, metres. */
const RAIL_WAVE: readonly (readonly [number, number])[] = [
  [0, 0.02],
  [0.05, 0],
  [0.09, 0.075],
  [0.14, 0.075],
  [0.155, 0.03],
  [0.17, 0.075],
  [0.22, 0.075],
  [0.26, 0],
  [0.31, 0.02],
];
const RAIL_FOOT_M = 0.46;

/**
 * A kilometre stone with the road's number in its red head and lines of text on both faces.
 *
 * @param lines - from above; the first is the road's number
 */
export function letteredStone(noise: Noise, lines: readonly string[]): Mesh {
  const face = 0.1035;
  const [head, ...body] = lines;
  const texts = mergeMeshes([
    [lettering(head ?? '', 0.075, MATERIAL.white), 0, -face, 0.585],
    ...body.map(
      (line, i) =>
        [
          lettering(line, Math.min(0.085, 0.5 / (line.length + 1)), MATERIAL.paintBlack),
          0,
          -face,
          0.4 - 0.15 * i,
        ] as const,
    ),
  ]);
  return mergeMeshes([
    [kilometreStone(noise), 0, 0, 0],
    [texts, 0, 0, 0],
    [turnedMesh(texts, Math.PI), 0, 0, 0],
  ]);
}

/** A galvanised guard rail along points of the road's edge; metres of the land. */
export function guardRail(feet: readonly RailPoint[]): Mesh {
  const mesh = createMesh();
  for (let i = 0; i + 1 < feet.length; i++) {
    const a = feet[i]!;
    const b = feet[i + 1]!;
    for (let k = 0; k + 1 < RAIL_WAVE.length; k++) {
      const low = RAIL_WAVE[k]!;
      const high = RAIL_WAVE[k + 1]!;
      addQuad(
        mesh,
        [railPoint(a, low), railPoint(b, low), railPoint(b, high), railPoint(a, high)],
        MATERIAL.pole,
      );
    }
    const [x, y, z] = a.foot;
    const back = 0.06;
    const post: Vec3[] = [
      [x - a.inX * back, y - a.inY * back, z - 0.4],
      [x - a.inX * back, y - a.inY * back, z + RAIL_FOOT_M + 0.3],
    ];
    addTube(mesh, post, 0.06, 0.06, 8, MATERIAL.pole);
  }
  return mesh;
}

/** A point of a rail: its foot on the ground and the unit vector toward the road. */
export interface RailPoint {
  readonly foot: Vec3;
  readonly inX: number;
  readonly inY: number;
}

function railPoint({ foot, inX, inY }: RailPoint, [up, out]: readonly [number, number]): Vec3 {
  return [foot[0] + inX * out, foot[1] + inY * out, foot[2] + RAIL_FOOT_M + up];
}

/** A tapering concrete pole with a cross-arm along x and three insulators. */
export function powerPole(heightM: number): Mesh {
  const mesh = createMesh();
  const stem: Vec3[] = [
    [0, 0, -0.5],
    [0, 0, heightM],
  ];
  addTube(mesh, stem, 0.17, 0.1, 12, MATERIAL.pole);
  addBox(mesh, [-1, -0.05, heightM - 0.55], [1, 0.05, heightM - 0.45], MATERIAL.rust);
  for (const x of INSULATORS) {
    const bell: Vec3[] = [
      [x, 0, heightM - 0.45],
      [x, 0, heightM - 0.2],
    ];
    addTube(mesh, bell, 0.055, 0.035, 8, MATERIAL.redSheet);
  }
  return mesh;
}

const INSULATORS = [-0.9, 0.35, 0.9] as const;

/**
 * Wires that sag between pole heads.
 *
 * @param heads - foot of each pole and its height; `armX`, `armY` along its cross-arm
 */
export function sagWires(
  heads: readonly { readonly top: Vec3; readonly armX: number; readonly armY: number }[],
  sagRatio: number,
): Mesh {
  const mesh = createMesh();
  for (let i = 0; i + 1 < heads.length; i++) {
    const a = heads[i]!;
    const b = heads[i + 1]!;
    for (const arm of INSULATORS) {
      const from: Vec3 = [a.top[0] + a.armX * arm, a.top[1] + a.armY * arm, a.top[2] - 0.2];
      const to: Vec3 = [b.top[0] + b.armX * arm, b.top[1] + b.armY * arm, b.top[2] - 0.2];
      const sag = sagRatio * Math.hypot(to[0] - from[0], to[1] - from[1]);
      const points = Array.from({ length: 13 }, (_, k): Vec3 => {
        const t = k / 12;
        return [
          from[0] + (to[0] - from[0]) * t,
          from[1] + (to[1] - from[1]) * t,
          from[2] + (to[2] - from[2]) * t - 4 * sag * t * (1 - t),
        ];
      });
      for (let k = 0; k + 1 < points.length; k++) {
        const piece = [points[k]!, points[k + 1]!];
        addTube(
          mesh,
          piece,
          wireRadiusM(piece[0]!),
          wireRadiusM(piece[1]!),
          4,
          MATERIAL.paintBlack,
        );
      }
    }
  }
  return mesh;
}

/** Far wires are drawn thicker than they are, so that they stay whole lines. */
function wireRadiusM([x, y]: Vec3): number {
  return Math.max(0.012, 0.00052 * Math.hypot(x, y));
}

/** A convex mirror on a post of red and white bands, looking toward -y. */
export function bendMirror(): Mesh {
  const mesh = createMesh();
  const bands = 8;
  for (let i = 0; i < bands; i++) {
    const post: Vec3[] = [
      [0, 0, (2.2 * i) / bands],
      [0, 0, (2.2 * (i + 1)) / bands],
    ];
    addTube(mesh, post, 0.04, 0.04, 12, i % 2 === 0 ? MATERIAL.white : MATERIAL.red);
  }
  addDisc(mesh, 2.5, 0.44, -0.05, 0.02, MATERIAL.red);
  addDisc(mesh, 2.5, 0.38, -0.1, 0.05, MATERIAL.steel);
  return mesh;
}

function addDisc(
  mesh: Mesh,
  z: number,
  radius: number,
  y: number,
  bulge: number,
  material: number,
): void {
  const rings = 6;
  const sides = 28;
  const at = (ring: number, side: number): Vec3 => {
    const r = (radius * ring) / rings;
    const a = (side / sides) * 2 * Math.PI;
    return [Math.cos(a) * r, y - bulge * (1 - (ring / rings) ** 2), z + Math.sin(a) * r];
  };
  for (let ring = 0; ring < rings; ring++) {
    for (let side = 0; side < sides; side++) {
      addQuad(
        mesh,
        [at(ring, side), at(ring + 1, side), at(ring + 1, side + 1), at(ring, side + 1)],
        material,
      );
    }
  }
}
