import type { StillLand } from './still-recipe';

/** Whether ground of a height is under a still's water or right at its edge. */
export function isWet({ water }: StillLand, z: number): boolean {
  return water !== undefined && z < water.levelOrthometricM + 0.8;
}
