/** Standing water: a lake, a reservoir, a river held back by a dam. */
export interface WaterBody {
  /** Height of its surface above the sea. */
  readonly levelM: number;
  /** Ground below the level counts as water within this distance of the frame's origin. */
  readonly reachM: number;
  /** Light that comes back out of deep water, linear reflectance. */
  readonly colour: readonly [number, number, number];
  /** How far one sees into it, metres. */
  readonly clearM: number;
  /** 0 = a mirror, 1 = a breeze that wrinkles all of it. */
  readonly windRatio: number;
}

/** Surface of the water over a point, -Infinity where there can be none. */
export function waterLevelAt(water: WaterBody | undefined, x: number, y: number): number {
  if (!water || x * x + y * y > water.reachM * water.reachM) return Number.NEGATIVE_INFINITY;
  return water.levelM;
}
