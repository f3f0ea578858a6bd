import type { Clipmap } from '../land/clipmap';
import { sharedFloats } from '../light/air-medium';
import type { PlantedTree } from '../near/near-field';
import { spriteRange } from './sprite-art';

/** Numbers a tree in a packed list. */
export const TREE_FLOATS = 10;
/** Offsets of a packed tree. */
export const TREE_AT = {
  x: 0,
  y: 1,
  z: 2,
  heightM: 3,
  widthM: 4,
  sprite: 5,
  look: 6,
  isMirrored: 7,
  distanceM: 8,
  headingRad: 9,
} as const;

/** Packs trees for all threads, farthest first. */
export function packTrees(
  trees: readonly PlantedTree[],
  eye: { readonly x: number; readonly y: number },
): Float32Array {
  const distance = (t: PlantedTree) => Math.hypot(t.x - eye.x, t.y - eye.y);
  const sorted = [...trees].sort((a, b) => distance(b) - distance(a));
  const packed = sharedFloats(sorted.length * TREE_FLOATS);
  sorted.forEach((tree, i) => {
    const [first, count] = spriteRange(tree.sprite);
    const dx = tree.x - eye.x;
    const dy = tree.y - eye.y;
    packed.set(
      [
        tree.x,
        tree.y,
        tree.z,
        tree.heightM,
        tree.widthM,
        first + Math.floor(((tree.look * 17) % 1) * count),
        tree.look,
        (tree.look * 101) % 1 < 0.5 ? 1 : 0,
        Math.hypot(dx, dy),
        Math.atan2(dx, dy),
      ],
      i * TREE_FLOATS,
    );
  });
  return packed;
}

/** Ground of a level with crowns on it as domes: what casts shadows. */
export function raiseCrowns(
  clip: Clipmap,
  level: number,
  trees: Float32Array,
): Float32Array | undefined {
  const { cellM, posts, ground } = clip.levels[level]!;
  if (cellM > 2.5) return undefined;
  const raised = Float32Array.from(ground);
  for (let t = 0; t < trees.length; t += TREE_FLOATS) {
    const radius = trees[t + TREE_AT.widthM]! * 0.4;
    const col = (trees[t]! - clip.centreX) / cellM + posts / 2;
    const row = (trees[t + 1]! - clip.centreY) / cellM + posts / 2;
    const reach = Math.ceil(radius / cellM);
    if (col < reach + 3 || row < reach + 3 || col > posts - reach - 3 || row > posts - reach - 3) {
      continue;
    }
    const ci = Math.round(col);
    const cj = Math.round(row);
    const z = trees[t + TREE_AT.z]!;
    const heightM = trees[t + TREE_AT.heightM]! * 0.95;
    for (let b = -reach; b <= reach; b++) {
      for (let a = -reach; a <= reach; a++) {
        const q = ((a * a + b * b) * cellM * cellM) / (radius * radius);
        if (q > 1) continue;
        const o = (cj + b) * posts + ci + a;
        raised[o] = Math.max(raised[o]!, z + heightM * (0.55 + 0.45 * Math.sqrt(1 - q)));
      }
    }
  }
  return raised;
}
