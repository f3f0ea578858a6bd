import { clamp } from '../maths/curves';
import type { Noise } from '../maths/noise';
import type { Random } from '../maths/random';
import { leaning, MATERIAL, type Mesh, type MeshInstance } from '../mesh/mesh';
import { block } from '../mesh/stones';

/** A paved place: rows of stones of many sizes, as masons lay what the quarry gives. */
export interface Paving {
  readonly x: number;
  readonly y: number;
  /** Direction of the rows, radians from east: along no axis of the picture. */
  readonly turnRad: number;
  /** Stones are laid within this distance of the middle. */
  readonly reachM: number;
  /** Height of the stones' upper faces. */
  readonly topM: number;
  /** Whether a stone lies at a point of the plan. */
  isPaved(x: number, y: number): boolean;
}

const THICK_M = 0.14;
const JOINT_M = 0.014;
/** Lengths and widths that stones are cut to. */
const LENGTHS_M = [0.46, 0.58, 0.7, 0.84, 1.02];
const WIDTHS_M = [0.44, 0.56, 0.68];

/** Stones of every size, by width, then length. */
function createStones(noise: Noise): readonly Mesh[] {
  return WIDTHS_M.flatMap((widthM, j) =>
    LENGTHS_M.map((lengthM, i) =>
      block(noise, lengthM - JOINT_M, widthM - JOINT_M, THICK_M, {
        bevelM: 0.013,
        patches: 20,
        roughM: 0.0016,
        material: MATERIAL.step,
        seed: 3 + i * 5 + j * 17,
      }),
    ),
  );
}

/**
 * Lays a paving.
 *
 * @param firstMesh - index that the first of the stones will have
 */
export function layFlagstones(
  noise: Noise,
  paving: Paving,
  random: Random,
  firstMesh: number,
): { readonly meshes: readonly Mesh[]; readonly instances: readonly MeshInstance[] } {
  const instances: MeshInstance[] = [];
  const c = Math.cos(paving.turnRad);
  const s = Math.sin(paving.turnRad);
  for (let v = -paving.reachM; v < paving.reachM; ) {
    const row = Math.floor(random() * WIDTHS_M.length);
    const widthM = WIDTHS_M[row]!;
    let u = -paving.reachM - random();
    while (u < paving.reachM) {
      const size = Math.floor(clamp(random(), 0, 0.999) * LENGTHS_M.length);
      const lengthM = LENGTHS_M[size]!;
      const x = paving.x + (u + lengthM / 2) * c - (v + widthM / 2) * s;
      const y = paving.y + (u + lengthM / 2) * s + (v + widthM / 2) * c;
      u += lengthM;
      const sunkM = 0.011 * random();
      const tilts = [(random() - 0.5) * 0.011, (random() - 0.5) * 0.011] as const;
      const turn = paving.turnRad + (random() - 0.5) * 0.02 + (random() < 0.5 ? Math.PI : 0);
      const tint = random() * 9;
      if (!paving.isPaved(x, y)) continue;
      instances.push({
        mesh: firstMesh + row * LENGTHS_M.length + size,
        position: [x, y, paving.topM - THICK_M - sunkM],
        matrix: leaning(turn, tilts[0], tilts[1], 1),
        tint,
      });
    }
    v += widthM;
  }
  return { meshes: createStones(noise), instances };
}
