import { createRandom } from '../maths/random';
import { addBox } from './house-parts';
import { addTube } from './limbs';
import { addQuad, createMesh, MATERIAL, type Mesh, type Vec3 } from './mesh';

/** The kept wreck of a light tank, its gun along +x; base at z = 0. */
export function wreckedTank(): Mesh {
  const mesh = createMesh();
  const { rust } = MATERIAL;
  const hull: readonly (readonly [number, number])[] = [
    [-2.4, 0.95],
    [-2.35, 1.5],
    [1.3, 1.5],
    [2.45, 1.0],
    [2.2, 0.55],
    [-2.1, 0.5],
  ];
  addPrism(mesh, hull, 1.05, rust);
  for (const side of [-1, 1]) addTrack(mesh, side);
  addBox(mesh, [-2.3, -1.45, 1.42], [2.0, -1.0, 1.47], rust);
  addBox(mesh, [-2.3, 1.0, 1.42], [2.0, 1.45, 1.47], rust);
  addTurret(mesh);
  return mesh;
}

function addTrack(mesh: Mesh, side: number): void {
  const y0 = side * 1.02;
  const y1 = side * 1.46;
  const low = Math.min(y0, y1);
  const high = Math.max(y0, y1);
  for (let wheel = 0; wheel < 5; wheel++) {
    const x = -1.7 + wheel * 0.82;
    const rim: Vec3[] = [
      [x, low + 0.05, 0.38],
      [x, high - 0.05, 0.38],
    ];
    addTube(mesh, rim, 0.33, 0.33, 20, MATERIAL.rust);
    for (const y of [low + 0.05, high - 0.05]) {
      const cap: Vec3[] = [
        [x, y, 0.38],
        [x, y + 0.001 * side, 0.38],
      ];
      addTube(mesh, cap, 0.33, 0.001, 20, MATERIAL.rust);
    }
  }
  const loop: Vec3[] = [];
  for (let i = 0; i <= 60; i++) {
    const t = (i / 60) * 2 * Math.PI;
    const c = Math.cos(t);
    const s = Math.sin(t);
    const x = 2.05 * Math.sign(c) * Math.abs(c) ** 0.45 + 0.05;
    loop.push([x, 0, 0.55 + (s > 0 ? 0.42 : 0.53) * s]);
  }
  for (let i = 0; i < 60; i++) {
    const [ax, , az] = loop[i]!;
    const [bx, , bz] = loop[i + 1]!;
    addQuad(
      mesh,
      [
        [ax, low, az],
        [bx, low, bz],
        [bx, high, bz],
        [ax, high, az],
      ],
      MATERIAL.rust,
    );
  }
}

function addTurret(mesh: Mesh): void {
  const outline: readonly (readonly [number, number])[] = [
    [-1.15, 0.55],
    [-0.9, 0.85],
    [0.5, 0.82],
    [0.95, 0.45],
    [0.95, -0.45],
    [0.5, -0.82],
    [-0.9, -0.85],
    [-1.15, -0.55],
  ];
  const low = 1.5;
  const high = 2.12;
  const n = outline.length;
  const at = (i: number, z: number): Vec3 => {
    const [x, y] = outline[i % n]!;
    const k = z === high ? 0.8 : 1;
    return [x * k, y * k, z];
  };
  for (let i = 0; i < n; i++) {
    addQuad(mesh, [at(i, low), at(i + 1, low), at(i + 1, high), at(i, high)], MATERIAL.rust);
    addQuad(
      mesh,
      [at(i, high), at(i + 1, high), [0, 0, high + 0.04], [0, 0, high + 0.04]],
      MATERIAL.rust,
    );
  }
  addBox(mesh, [0.85, -0.24, 1.62], [1.15, 0.24, 2.02], MATERIAL.rust);
  const gun: Vec3[] = [
    [1.0, 0, 1.82],
    [2.2, 0, 1.84],
    [3.4, 0, 1.86],
  ];
  addTube(mesh, gun, 0.075, 0.055, 14, MATERIAL.rust);
  const hatch: Vec3[] = [
    [-0.35, 0.3, high],
    [-0.35, 0.3, high + 0.22],
  ];
  addTube(mesh, hatch, 0.33, 0.3, 18, MATERIAL.rust);
}

/** A side view drawn out to both sides; points clockwise or not, flat ends. */
function addPrism(
  mesh: Mesh,
  outline: readonly (readonly [number, number])[],
  halfM: number,
  material: number,
): void {
  const n = outline.length;
  for (let i = 0; i < n; i++) {
    const [ax, az] = outline[i]!;
    const [bx, bz] = outline[(i + 1) % n]!;
    addQuad(
      mesh,
      [
        [ax, -halfM, az],
        [bx, -halfM, bz],
        [bx, halfM, bz],
        [ax, halfM, az],
      ],
      material,
    );
  }
  for (const y of [-halfM, halfM]) {
    for (let i = 1; i + 1 < n; i++) {
      const [p, q, r] = [outline[0]!, outline[i]!, outline[i + 1]!];
      const corner = ([x, z]: readonly [number, number]): Vec3 => [x, y, z];
      addQuad(mesh, [corner(p), corner(q), corner(r), corner(r)], material);
    }
  }
}

/** Coils of barbed wire along points on the ground, with iron pickets. */
export function wireCoils(feet: readonly Vec3[], seed: number): Mesh {
  const mesh = createMesh();
  const random = createRandom(seed);
  for (let i = 0; i + 1 < feet.length; i++) {
    const a = feet[i]!;
    const b = feet[i + 1]!;
    const dx = b[0] - a[0];
    const dy = b[1] - a[1];
    const length = Math.hypot(dx, dy) || 1;
    const [ux, uy] = [dx / length, dy / length];
    const turns = Math.max(2, Math.round(length * 2.6));
    const points: Vec3[] = [];
    for (let k = 0; k <= turns * 14; k++) {
      const t = k / (turns * 14);
      const turn = t * turns * 2 * Math.PI;
      const radius = 0.4 + 0.04 * Math.sin(t * 11 + i);
      const across = radius * Math.cos(turn);
      points.push([
        a[0] + dx * t - uy * across,
        a[1] + dy * t + ux * across,
        a[2] + (b[2] - a[2]) * t + 0.42 + radius * Math.sin(turn),
      ]);
    }
    addTube(mesh, points, 0.007, 0.007, 4, MATERIAL.rust);
    const picket: Vec3[] = [
      [a[0], a[1], a[2] - 0.3],
      [a[0] + 0.05 * (random() - 0.5), a[1] + 0.05 * (random() - 0.5), a[2] + 1.15],
    ];
    addTube(mesh, picket, 0.022, 0.018, 6, MATERIAL.rust);
    for (const z of [0.35, 0.7, 1.05]) {
      const wire: Vec3[] = [
        [a[0], a[1], a[2] + z],
        [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2 + z - 0.05],
        [b[0], b[1], b[2] + z],
      ];
      addTube(mesh, wire, 0.006, 0.006, 4, MATERIAL.rust);
    }
  }
  return mesh;
}

/** The timbered mouth of a bunker in a bank, open toward -y; base at z = 0. */
export function bunkerMouth(): Mesh {
  const mesh = createMesh();
  addBox(mesh, [-2.6, 0, -0.5], [-0.8, 3.2, 1.7], MATERIAL.clay);
  addBox(mesh, [0.8, 0, -0.5], [2.6, 3.2, 1.7], MATERIAL.clay);
  addBox(mesh, [-0.8, 0.5, -0.5], [0.8, 0.55, 1.75], MATERIAL.dark);
  for (const x of [-0.85, 0.75]) {
    addBox(mesh, [x, -0.08, -0.3], [x + 0.1, 0.12, 1.75], MATERIAL.wood);
  }
  addBox(mesh, [-2.8, -0.25, 1.7], [2.8, 3.3, 2.0], MATERIAL.concrete);
  for (let row = 0; row < 2; row++) {
    for (let i = 0; i < 9; i++) {
      const x = -2.7 + i * 0.6 + row * 0.25;
      const bag: Vec3[] = [
        [x, 0.05, 2.1 + row * 0.2],
        [x + 0.28, 0.05, 2.12 + row * 0.2],
        [x + 0.55, 0.05, 2.1 + row * 0.2],
      ];
      addTube(mesh, bag, 0.13, 0.12, 9, MATERIAL.thatch);
    }
  }
  return mesh;
}
