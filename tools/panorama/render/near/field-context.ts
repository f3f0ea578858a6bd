import type { LandFrame } from '../land/land-frame';
import type { LargeForm } from '../land/relief';
import type { Noise } from '../maths/noise';
import type { Recipe } from '../recipe';
import type { SeasonLook } from './season-look';

/** What every near field is made from; the same on every thread. */
export interface FieldContext {
  readonly recipe: Recipe;
  readonly noise: Noise;
  readonly season: SeasonLook;
  readonly frame: LandFrame;
  /** The elevation model, metres above the sea at a local point. */
  readonly dem: LargeForm;
  /** The viewer in the frame, metres east and north of its origin. */
  readonly viewerX: number;
  readonly viewerY: number;
  /** Spacing of the clipmap at a local point, metres. */
  cellAt(x: number, y: number): number;
}

/** Forest cover from noise: dense in hollows' belts, open on spurs. */
export function patchyForest(
  noise: Noise,
  cover: number,
): (x: number, y: number, z: number) => number {
  return (x, y) => Math.min(1, Math.max(0, cover + 1.4 * noise.fractal2(x / 420, y / 420, 4)));
}

/** Crowns that break up distant skylines, metres. */
export function crownRelief(noise: Noise, x: number, y: number): number {
  return 3 + 3.4 * noise.gradient2(x / 17, y / 17) + 1.8 * noise.gradient2(x / 7, y / 7);
}
