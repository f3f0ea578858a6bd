import { createRandom, type Random } from '../maths/random';
import { addLeaf, addTube } from './limbs';
import { createMesh, MATERIAL, type Mesh, type Vec3 } from './mesh';
import { pointAlong } from './shrubs';

const TURN = 2 * Math.PI;

/** A bush of wild sunflower (dã quỳ): tall canes, broad leaves, yellow heads at the top. */
export function wildSunflower(seed: number, canes: number, heightM: number): Mesh {
  const mesh = createMesh();
  const random = createRandom(seed * 17 + 3);
  for (let c = 0; c < canes; c++) {
    const turn = random() * TURN;
    const spread = 0.28 * heightM * Math.sqrt(random());
    const height = heightM * (0.55 + 0.5 * random());
    const lean = 0.12 + 0.3 * random();
    const points = [0, 0.33, 0.66, 1].map(
      (f): Vec3 => [
        Math.cos(turn) * (spread + lean * height * f * f),
        Math.sin(turn) * (spread + lean * height * f * f),
        height * f - 0.05,
      ],
    );
    addTube(mesh, points, 0.011, 0.006, 4, MATERIAL.stalk);
    const leaves = Math.round(9 * heightM);
    for (let i = 0; i < leaves; i++) {
      addLeaf(mesh, pointAlong(points, 0.18 + 0.8 * random()), {
        turnRad: random() * TURN,
        pitchRad: 0.5 - random() * 0.9,
        rollRad: (random() - 0.5) * 0.8,
        lengthM: 0.13 + random() * 0.13,
        widthM: 0.035 + random() * 0.03,
        droopRad: 0.9,
        material: random() < 0.1 ? MATERIAL.dry : MATERIAL.leaf,
      });
    }
    const heads = 5 + Math.floor(random() * 5);
    for (let h = 0; h < heads; h++) {
      const top = pointAlong(points, 1 - 0.35 * random());
      addHead(mesh, random, [
        top[0] + (random() - 0.5) * 0.3,
        top[1] + (random() - 0.5) * 0.3,
        top[2] + 0.04 + 0.2 * random(),
      ]);
    }
  }
  return mesh;
}

/** One yellow flower head, facing up and outward. */
function addHead(mesh: Mesh, random: Random, at: Vec3): void {
  const petals = 12;
  const tilt = (random() - 0.3) * 0.9;
  const toward = random() * TURN;
  for (let k = 0; k < petals; k++) {
    const turn = (k / petals) * TURN;
    addLeaf(mesh, at, {
      turnRad: turn,
      pitchRad: 0.1 + tilt * Math.cos(turn - toward),
      rollRad: 0,
      lengthM: 0.084 + 0.016 * random(),
      widthM: 0.02,
      droopRad: 0.2,
      material: MATERIAL.petalYellow,
      pieces: 1,
    });
  }
  const eye: Vec3[] = [
    [at[0], at[1], at[2] - 0.012],
    [at[0], at[1], at[2] + 0.012],
  ];
  addTube(mesh, eye, 0.018, 0.012, 7, MATERIAL.dry);
}
