import { addBox, addRoof } from './house-parts';
import { addTube } from './limbs';
import { createMesh, MATERIAL, type Mesh, type Vec3 } from './mesh';

const HUT_HALF_LENGTH_M = 1.45;
const HUT_HALF_WIDTH_M = 1.15;

/** A pole of wood from point to point. */
function addPole(mesh: Mesh, points: readonly Vec3[], radiusM: number): void {
  addTube(mesh, points, radiusM, radiusM * 0.85, 7, MATERIAL.wood);
}

/** An open hut on posts where people rest and keep watch over the fields; base at z = 0. */
export function fieldHut(): Mesh {
  const mesh = createMesh();
  const l = HUT_HALF_LENGTH_M;
  const w = HUT_HALF_WIDTH_M;
  const corners = [-1, 1].flatMap((s) => [-1, 1].map((t) => [s * l, t * w] as const));
  for (const [x, y] of corners) {
    const foot: Vec3 = [x, y, -1.2];
    addPole(mesh, [foot, [x, y, 1.2], [x * 0.98, y * 0.98, 2.55]], 0.06);
  }
  for (let k = 0; k < 9; k++) {
    const y = -w + 0.05 + (k * 2 * w) / 9;
    addBox(mesh, [-l - 0.12, y, 0.72], [l + 0.12, y + 0.2, 0.76], MATERIAL.plank);
  }
  for (const z of [1.05, 1.3]) {
    addPole(
      mesh,
      [-l, 0, l].map((x): Vec3 => [x, w, z - (x === 0 ? 0.02 : 0)]),
      0.028,
    );
    addPole(
      mesh,
      [-w, 0, w].map((y): Vec3 => [-l, y, z - (y === 0 ? 0.02 : 0)]),
      0.028,
    );
  }
  addLadder(mesh, l);
  for (const [grow, low] of [
    [0.62, 2.22],
    [0.3, 2.5],
  ] as const) {
    addRoof(mesh, {
      lengthM: 2 * (l + grow),
      widthM: 2 * (w + grow),
      eavesM: low,
      ridgeM: low + 1.05,
      ridgeLengthM: 2 * l * 0.75,
      thickM: 0.16,
      material: MATERIAL.thatch,
    });
  }
  return mesh;
}

/** A ladder against the end of the hut. */
function addLadder(mesh: Mesh, l: number): void {
  for (const y of [0.3, -0.2]) {
    const foot: Vec3 = [l + 0.75, y, -0.3];
    addPole(mesh, [foot, [l + 0.1, y, 0.75]], 0.04);
  }
  for (const t of [0.25, 0.55, 0.85]) {
    const x = l + 0.75 - 0.65 * t;
    const z = 1.05 * t - 0.3;
    const left: Vec3 = [x, -0.3, z];
    addPole(mesh, [left, [x, 0.4, z]], 0.025);
  }
}

/** A piece of fence along x: split posts, two poles tied to them; base at z = 0. */
export function poleFence(lengthM: number, seed: number): Mesh {
  const mesh = createMesh();
  const posts = Math.max(2, Math.round(lengthM / 1.3) + 1);
  for (let i = 0; i < posts; i++) {
    const x = (i * lengthM) / (posts - 1);
    const lean = 0.09 * Math.sin(seed * 3.1 + i * 2.3);
    const top = 1 + 0.16 * Math.sin(seed + i * 4.7);
    addTube(
      mesh,
      [
        [x, 0, -0.5],
        [x + lean * 0.5, lean, top],
      ],
      0.045,
      0.035,
      7,
      MATERIAL.wood,
    );
  }
  for (const z of [0.42, 0.82]) {
    const sag = 0.05 * Math.sin(seed * 1.7 + z * 9);
    const line: Vec3[] = [
      [-0.25, 0.05, z + sag],
      [lengthM / 2, 0.05, z - 0.05],
      [lengthM + 0.25, 0.05, z - sag],
    ];
    addTube(mesh, line, 0.032, 0.024, 7, MATERIAL.wood);
  }
  return mesh;
}

/** Straw heaped round a pole, rounded and weathered; base at z = 0. */
export function strawStack(heightM: number): Mesh {
  const mesh = createMesh();
  const line: Vec3[] = [0, 0.18, 0.42, 0.68, 0.88, 1].map((t) => [0, 0, t * heightM - 0.1]);
  const radii = [0.4, 0.46, 0.44, 0.33, 0.16, 0.03].map((r) => r * heightM);
  for (let i = 0; i + 1 < line.length; i++) {
    addTube(mesh, [line[i]!, line[i + 1]!], radii[i]!, radii[i + 1]!, 18, MATERIAL.thatch);
  }
  addTube(
    mesh,
    [
      [0, 0, 0],
      [0.03, 0, heightM * 1.15],
    ],
    0.035,
    0.03,
    6,
    MATERIAL.wood,
  );
  return mesh;
}
