import { type Progress, SILENT_PROGRESS } from '../../io/progress';
import { createHeightField, type HeightField } from '../height-field';
import type { SketchFacts } from './facts';
import { finishedGround } from './finish-ground';
import { drownedCourses } from './lake-levels';
import { evolve, firstLand, refined } from './land';
import { meanSheet } from './mean-sheet';
import { riverCourse } from './river-course';
import { SKETCH_BOX_DEG, sketchGrid } from './sketch-grid';
import { strataOf } from './strata';

/**
 * Resolutions of the evolution, posts per degree (80, 40, 20, 10 arc-seconds), and its steps. The
 * great valleys form on the coarse grids, the small ones find their way into them on the fine.
 */
const STAGES = [
  { postsPerDeg: 45, steps: 30, stepLength: 0.6, isBent: true },
  { postsPerDeg: 90, steps: 14, stepLength: 0.6, isBent: true },
  { postsPerDeg: 180, steps: 4, stepLength: 0.7, isBent: true },
  { postsPerDeg: 360, steps: 1, stepLength: 2, isBent: false },
] as const;

/** Resolution of the finished relief: 5 arc-seconds. */
export const SKETCH_POSTS_PER_DEG = 720;

/**
 * Makes the sketch relief: a mean sheet from the facts, into which a stream-power evolution cuts
 * valleys down to the named rivers, ever finer, bent back to the heights of the facts.
 *
 * @returns 5 arc-second posts over {@link SKETCH_BOX_DEG}
 */
export function synthesizeSketch(
  facts: SketchFacts,
  progress: Progress = SILENT_PROGRESS,
): HeightField {
  const courses = drownedCourses(facts.rivers.map(riverCourse), facts.lakes);
  const total = STAGES.length + 2;
  progress.report('sketch relief', 0, total);
  const source = { facts, courses, strata: strataOf(facts) };
  let land = firstLand(meanSheet(STAGES[0].postsPerDeg, facts, courses), source);
  progress.report('sketch relief', 1, total);
  for (const [i, stage] of STAGES.entries()) {
    if (i > 0) land = refined(land, sketchGrid(stage.postsPerDeg), source);
    evolve(land, source, stage);
    progress.report('sketch relief', i + 2, total);
  }
  const grid = sketchGrid(SKETCH_POSTS_PER_DEG);
  const heights = finishedGround(land, grid, source);
  progress.report('sketch relief', total, total);
  return createHeightField(SKETCH_BOX_DEG, grid.cols, grid.rows, heights);
}
