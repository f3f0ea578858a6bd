import { createRandom } from '../maths/random';
import { addLeaf, addTube } from './limbs';
import { createMesh, MATERIAL, type Mesh, type Vec3 } from './mesh';

/** A pot of mountain cymbidium: strap leaves, arching sprays of flowers. */
export function orchidPot(seed: number, petal: number): Mesh {
  const mesh = createMesh();
  const random = createRandom(seed * 19 + 2);
  const pot: Vec3[] = [
    [0, 0, 0],
    [0, 0, 0.1],
    [0, 0, 0.3],
  ];
  addTube(mesh, pot, 0.14, 0.2, 20, MATERIAL.clay);
  addTube(
    mesh,
    [
      [0, 0, 0.27],
      [0, 0, 0.28],
    ],
    0.19,
    0.001,
    20,
    MATERIAL.dark,
  );
  for (let i = 0; i < 46; i++) {
    const turn = random() * 2 * Math.PI;
    addLeaf(mesh, [0.09 * Math.cos(turn), 0.09 * Math.sin(turn), 0.27], {
      turnRad: turn + (random() - 0.5) * 0.6,
      pitchRad: 1.15 + 0.3 * random(),
      rollRad: (random() - 0.5) * 0.4,
      lengthM: 0.5 + 0.3 * random(),
      widthM: 0.013 + 0.005 * random(),
      droopRad: 1.3 + 0.8 * random(),
      material: random() < 0.05 ? MATERIAL.dry : MATERIAL.leaf,
      pieces: 6,
    });
  }
  const sprays = 3 + Math.floor(random() * 3);
  for (let s = 0; s < sprays; s++) addSpray(mesh, random, petal);
  return mesh;
}

function addSpray(mesh: Mesh, random: () => number, petal: number): void {
  const turn = random() * 2 * Math.PI;
  const points: Vec3[] = Array.from({ length: 7 }, (_, i) => {
    const t = i / 6;
    return [
      Math.cos(turn) * 0.42 * t * t,
      Math.sin(turn) * 0.42 * t * t,
      0.27 + 0.66 * t - 0.36 * t ** 3,
    ];
  });
  addTube(mesh, points, 0.006, 0.003, 4, MATERIAL.stalk);
  for (let f = 0; f < 11; f++) {
    const t = 0.42 + (0.58 * f) / 10;
    const i = Math.min(5, Math.floor(t * 6));
    const u = t * 6 - i;
    const [a, b] = [points[i]!, points[i + 1]!];
    const at: Vec3 = [
      a[0] + (b[0] - a[0]) * u + (random() - 0.5) * 0.04,
      a[1] + (b[1] - a[1]) * u + (random() - 0.5) * 0.04,
      a[2] + (b[2] - a[2]) * u + (random() - 0.5) * 0.03,
    ];
    const tilt = random() * 6.283;
    for (let k = 0; k < 5; k++) {
      addLeaf(mesh, at, {
        turnRad: tilt + k * 1.2566,
        pitchRad: -0.1 + 0.5 * random(),
        rollRad: 0,
        lengthM: 0.036,
        widthM: 0.011,
        droopRad: 0.5,
        material: petal,
        pieces: 2,
      });
    }
  }
}
