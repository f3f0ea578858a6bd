import { createRandom } from '../maths/random';
import { addLeaf, addTube } from './limbs';
import { createMesh, MATERIAL, type Mesh, type Vec3 } from './mesh';

/** A clump of reed-like mountain grass (lau) with pale feathery plumes. */
export function plumeGrass(seed: number, blades: number, heightM: number, plumes: number): Mesh {
  const mesh = createMesh();
  const random = createRandom(seed * 13 + 7);
  for (let i = 0; i < blades; i++) {
    const turn = random() * 2 * Math.PI;
    const spread = 0.1 * heightM * Math.sqrt(random());
    addLeaf(mesh, [Math.cos(turn) * spread, Math.sin(turn) * spread, -0.05], {
      turnRad: turn + (random() - 0.5),
      pitchRad: 1.1 + 0.35 * random(),
      rollRad: (random() - 0.5) * 0.6,
      lengthM: heightM * (0.6 + 0.5 * random()),
      widthM: 0.009 + 0.006 * random(),
      droopRad: 1.1 + 0.9 * random(),
      material: random() < 0.45 ? MATERIAL.dry : MATERIAL.bamboo,
      pieces: 5,
    });
  }
  for (let i = 0; i < plumes; i++) addPlume(mesh, random, heightM);
  return mesh;
}

function addPlume(mesh: Mesh, random: () => number, heightM: number): void {
  const turn = random() * 2 * Math.PI;
  const lean = (0.1 + 0.25 * random()) * heightM;
  const height = heightM * (0.95 + 0.4 * random());
  const stem = [0, 0.35, 0.7, 1].map(
    (f): Vec3 => [
      Math.cos(turn) * (0.06 + lean * f * f),
      Math.sin(turn) * (0.06 + lean * f * f),
      height * (f - 0.06 * f * f),
    ],
  );
  addTube(mesh, stem, 0.005, 0.003, 3, MATERIAL.stalk);
  const [x0, y0, z0] = stem[2]!;
  const [x1, y1, z1] = stem[3]!;
  for (let k = 0; k < 34; k++) {
    const t = 0.1 + 0.95 * random();
    addLeaf(mesh, [x0 + (x1 - x0) * t, y0 + (y1 - y0) * t, z0 + (z1 - z0) * t], {
      turnRad: turn + (random() - 0.5) * 2.6,
      pitchRad: 0.9 - 0.7 * random(),
      rollRad: 0,
      lengthM: (0.09 + 0.09 * random()) * (1.3 - t * 0.6),
      widthM: 0.006,
      droopRad: 1.2,
      material: MATERIAL.plume,
      pieces: 2,
    });
  }
}
