import type { Noise } from '../maths/noise';
import { createRandom } from '../maths/random';
import { addTube } from './limbs';
import {
  addQuad,
  addTriangle,
  addVertex,
  createMesh,
  MATERIAL,
  type Mesh,
  mergeMeshes,
  type Vec3,
} from './mesh';
import { block } from './stones';

/** A three-sided pyramid of steel with rounded edges, its base at z = 0. */
export function steelPyramid(radiusM: number, heightM: number): Mesh {
  const mesh = createMesh();
  const corner = (i: number): Vec3 => [
    Math.cos((i * 2 * Math.PI) / 3 + 0.4) * radiusM,
    Math.sin((i * 2 * Math.PI) / 3 + 0.4) * radiusM,
    0,
  ];
  const top: Vec3 = [0, 0, heightM];
  for (let i = 0; i < 3; i++) {
    const a = corner(i);
    const b = corner(i + 1);
    const pull = (p: Vec3, q: Vec3, r: Vec3, share: number): Vec3 => [
      p[0] * (1 - 2 * share) + (q[0] + r[0]) * share,
      p[1] * (1 - 2 * share) + (q[1] + r[1]) * share,
      p[2] * (1 - 2 * share) + (q[2] + r[2]) * share,
    ];
    const [pa, pb, pt] = [pull(a, b, top, 0.02), pull(b, top, a, 0.02), pull(top, a, b, 0.02)];
    addQuad(mesh, [pa, pb, pt, pt], MATERIAL.steel);
    addQuad(mesh, [a, b, pb, pa], MATERIAL.steel);
    addQuad(mesh, [b, top, pt, pb], MATERIAL.steel);
    addQuad(mesh, [top, a, pa, pt], MATERIAL.steel);
  }
  return mesh;
}

/** Posts and rails along x, 1.1 m high. */
export function woodenRailing(noise: Noise, lengthM: number, seed: number): Mesh {
  const wood = (patches: number, s: number) => ({
    bevelM: 0.01,
    patches,
    roughM: 0.0035,
    material: MATERIAL.wood,
    seed: s,
  });
  const posts = Math.max(2, Math.round(lengthM / 1.5) + 1);
  const parts: [Mesh, number, number, number][] = [];
  for (let i = 0; i < posts; i++) {
    const post = block(noise, 0.11, 0.11, 1.12, wood(8, seed + i));
    parts.push([post, (i * lengthM) / (posts - 1), 0, 0]);
  }
  for (const z of [0.32, 0.66]) {
    parts.push([
      block(noise, lengthM + 0.1, 0.045, 0.09, wood(10, seed + z * 9)),
      lengthM / 2,
      0,
      z,
    ]);
  }
  parts.push([block(noise, lengthM + 0.24, 0.15, 0.05, wood(10, seed + 77)), lengthM / 2, 0, 1.12]);
  return mergeMeshes(parts);
}

/** Stainless posts and three rails along x. */
export function steelRailing(lengthM: number): Mesh {
  const mesh = createMesh();
  const posts = Math.max(2, Math.round(lengthM / 1.4) + 1);
  for (let i = 0; i < posts; i++) {
    const x = (i * lengthM) / (posts - 1);
    addTube(
      mesh,
      [
        [x, 0, 0],
        [x, 0, 1.08],
      ],
      0.024,
      0.024,
      10,
      MATERIAL.rail,
    );
  }
  for (const [z, radius] of [
    [0.35, 0.013],
    [0.7, 0.013],
    [1.08, 0.03],
  ] as const) {
    addTube(
      mesh,
      [
        [-0.03, 0, z],
        [lengthM / 2, 0, z],
        [lengthM + 0.03, 0, z],
      ],
      radius,
      radius,
      10,
      MATERIAL.rail,
    );
  }
  return mesh;
}

/** Planks across, on two beams; the top of the planks is at z = 0.04. */
export function plankDeck(noise: Noise, lengthM: number, widthM: number, seed: number): Mesh {
  const random = createRandom(seed);
  const parts: [Mesh, number, number, number][] = [];
  const planks = Math.round(lengthM / 0.15);
  for (let i = 0; i < planks; i++) {
    const plank = block(noise, 0.143, widthM + (random() - 0.5) * 0.03, 0.04, {
      bevelM: 0.008,
      patches: 8,
      roughM: 0.003,
      material: MATERIAL.plank,
      seed: seed + i * 3.1,
    });
    parts.push([plank, ((i + 0.5) * lengthM) / planks, widthM / 2, (random() - 0.5) * 0.006]);
  }
  for (const y of [0.3, widthM - 0.3]) {
    const beam = block(noise, lengthM, 0.12, 0.16, {
      bevelM: 0.01,
      patches: 6,
      roughM: 0.002,
      material: MATERIAL.wood,
      seed: 5,
    });
    parts.push([beam, lengthM / 2, y, -0.17]);
  }
  return mergeMeshes(parts);
}

/** A round post of coloured bands, base at z = 0. */
export function bandedPost(radiusM: number, heightM: number, bands: readonly number[]): Mesh {
  const mesh = createMesh();
  bands.forEach((material, i) => {
    const z0 = (heightM * i) / bands.length;
    const z1 = (heightM * (i + 1)) / bands.length;
    addTube(
      mesh,
      [
        [0, 0, z0],
        [0, 0, z1],
      ],
      radiusM,
      radiusM,
      14,
      material,
    );
  });
  const lid: Vec3[] = [
    [0, 0, heightM],
    [0, 0, heightM + 0.012],
  ];
  addTube(mesh, lid, radiusM, 0.001, 14, bands[bands.length - 1]!);
  return mesh;
}

/** A kilometre stone: white body, round red head, base at z = 0, its face along y. */
export function kilometreStone(noise: Noise): Mesh {
  const widthM = 0.21;
  const depthM = 0.1;
  const baseM = 0.55;
  const body = block(noise, widthM * 2, depthM * 2, baseM, {
    bevelM: 0.02,
    patches: 16,
    roughM: 0.002,
    material: MATERIAL.white,
    seed: 3,
  });
  const head = createMesh();
  const steps = 20;
  const rim = Array.from({ length: steps + 1 }, (_, i) => {
    const a = (Math.PI * i) / steps;
    return [widthM * Math.cos(a), baseM - 0.02 + widthM * Math.sin(a)] as const;
  });
  for (const side of [-1, 1]) {
    const centre = addVertex(head, [0, side * depthM, baseM], [0, side, 0]);
    const edge = rim.map(([x, z]) => addVertex(head, [x, side * depthM, z], [0, side, 0]));
    for (let i = 0; i < steps; i++) {
      addTriangle(head, centre, edge[i]!, edge[i + 1]!, MATERIAL.red);
    }
  }
  for (let i = 0; i < steps; i++) {
    const corner = (at: number, y: number): number => {
      const [x, z] = rim[at]!;
      return addVertex(head, [x, y, z], [x / widthM, 0, (z - baseM) / widthM]);
    };
    const a = corner(i, -depthM);
    const b = corner(i + 1, -depthM);
    const c = corner(i + 1, depthM);
    const d = corner(i, depthM);
    addTriangle(head, a, b, c, MATERIAL.red);
    addTriangle(head, a, c, d, MATERIAL.red);
  }
  return mergeMeshes([
    [body, 0, 0, 0],
    [head, 0, 0, 0],
  ]);
}

/** A flag of Vietnam in the wind on a steel pole. */
export function flagPole(heightM: number): Mesh {
  const mesh = createMesh();
  addTube(
    mesh,
    [
      [0, 0, 0],
      [0, 0, heightM / 2],
      [0, 0, heightM],
    ],
    0.05,
    0.03,
    12,
    MATERIAL.rail,
  );
  const cols = 300;
  const rows = 200;
  const width = heightM * 0.27;
  const height = width / 1.5;
  const at = (i: number, j: number): Vec3 => {
    const u = i / cols;
    const v = j / rows;
    const wave = 0.1 * width * u * Math.sin(7.5 * u + 1.1 * v + 0.6);
    return [0.04 + u * width * 0.96, wave, heightM - 0.06 - v * height - 0.06 * width * u * u];
  };
  for (let i = 0; i < cols; i++) {
    for (let j = 0; j < rows; j++) {
      const material = isInStar((i + 0.5) / cols, (j + 0.5) / rows)
        ? MATERIAL.flagYellow
        : MATERIAL.flagRed;
      addQuad(mesh, [at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)], material);
    }
  }
  return mesh;
}

/** Whether a point of the flag, (0, 0) top left to (1, 1), lies in its five-pointed star. */
function isInStar(u: number, v: number): boolean {
  const x = (u - 0.5) * 1.5;
  const y = 0.5 - v;
  const radius = Math.hypot(x, y) / 0.3;
  const a = Math.abs(
    ((Math.atan2(x, y) + 2 * Math.PI + Math.PI / 5) % ((2 * Math.PI) / 5)) - Math.PI / 5,
  );
  const inner = 0.382;
  const edge = (inner * Math.sin(Math.PI / 5)) / (inner * Math.sin(Math.PI / 5 - a) + Math.sin(a));
  return radius < edge;
}
