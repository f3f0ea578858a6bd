import type { Progress } from '../../io/progress';
import { createClipLevels } from './land/clipmap';
import { type HeightPosts, shareLandGrid } from './land/land-heights';
import { sharedFloats } from './light/air-medium';
import { createNearField, prepareNearField } from './near/create-near-field';
import type { Recipe } from './recipe';
import { measureGrade } from './tone/grade';
import type { Job } from './work/messages';
import { prepareScene } from './work/scene';
import type { PictureSize } from './work/strip-painter';
import { createWorkerPool } from './work/worker-pool';
import { coarsen, createWorld, fieldContext, type WorldPlan } from './work/world';

export interface PaintPictureOptions {
  /** Pixels across; a multiple of 128, at least 128. Height is half of it. */
  readonly widthPx: number;
  readonly workerCount: number;
  /** One sample a pixel, grids and steps twice as coarse: for trying a recipe. */
  readonly isDraft: boolean;
  readonly progress: Progress;
  readonly signal?: AbortSignal;
}

/** A developed equirectangular picture whose centre is true north. */
export interface PaintedPicture {
  readonly widthPx: number;
  readonly heightPx: number;
  /** sRGB, three bytes a pixel, rows from the zenith down. */
  readonly rgb: Uint8Array;
  /** Where the picture was taken from. */
  readonly eyeHeightOrthometricM: number;
  readonly groundHeightOrthometricM: number;
}

const FILL_ROWS = 48;
const DEVELOP_ROWS = 64;

/**
 * Paints the panorama of a recipe over an elevation model. Same recipe, field and options: same
 * bytes, however many workers.
 *
 * @throws RangeError if the width is not a multiple of 128
 */
export async function paintPicture(
  recipe: Recipe,
  field: HeightPosts,
  options: PaintPictureOptions,
): Promise<PaintedPicture> {
  const { widthPx, progress, signal } = options;
  if (!(widthPx >= 128 && widthPx % 128 === 0)) {
    throw new RangeError(`Expected a width that is a multiple of 128, got ${widthPx}.`);
  }
  const plan = planWorld(recipe, field, options.isDraft);
  const heightPx = widthPx / 2;
  const frame = sharedFloats(widthPx * heightPx * 3);
  const picture = new Uint8Array(new SharedArrayBuffer(widthPx * heightPx * 3));
  const size = pictureSize(widthPx, options.isDraft);
  const pool = createWorkerPool(options.workerCount, { plan, size, frame, picture });
  try {
    const run = (label: string, jobs: readonly Job[]) =>
      pool.run(jobs, (done) => progress.report(label, done, jobs.length), signal);
    await run('ground', fillJobs(plan));
    progress.report('light', 0, 1);
    const scene = prepareScene(createWorld(plan));
    progress.report('light', 1, 1);
    pool.tell({ kind: 'scene', scene });
    await run('picture', paintJobs(size));
    pool.tell({ kind: 'grade', grade: measureGrade(frame, widthPx, recipe.exposureEv) });
    await run('development', rowJobs(heightPx));
    const rgb = new Uint8Array(picture);
    const eyeHeightOrthometricM = scene.eye.z;
    return {
      widthPx,
      heightPx,
      rgb,
      eyeHeightOrthometricM,
      groundHeightOrthometricM: eyeHeightOrthometricM - recipe.viewpoint.eyeHeightAboveGroundM,
    };
  } finally {
    await pool.close();
  }
}

function planWorld(recipe: Recipe, field: HeightPosts, isDraft: boolean): WorldPlan {
  const land = shareLandGrid(field);
  const context = fieldContext(recipe, land, () => 1);
  const shared = prepareNearField(context);
  const sizes = coarsen(createNearField(context, shared).clipSizes, isDraft ? 2 : 1);
  const hasCloud = recipe.weather.cloudSea !== undefined;
  return { recipe, land, shared, levels: createClipLevels(sizes, hasCloud) };
}

function pictureSize(widthPx: number, isDraft: boolean): PictureSize {
  return {
    widthPx,
    samples: isDraft ? 1 : 2,
    stripPx: Math.min(128, Math.max(16, widthPx / 64)),
    stepFactor: isDraft ? 1.6 : 1,
  };
}

function fillJobs(plan: WorldPlan): readonly Job[] {
  return plan.levels.flatMap(({ posts }, level) =>
    ranges(posts, FILL_ROWS).map(([fromRow, toRow]) => ({
      kind: 'fill' as const,
      level,
      fromRow,
      toRow,
    })),
  );
}

function paintJobs({ widthPx, stripPx }: PictureSize): readonly Job[] {
  return ranges(widthPx, stripPx).map(([firstPx]) => ({ kind: 'paint', firstPx }));
}

function rowJobs(heightPx: number): readonly Job[] {
  return ranges(heightPx, DEVELOP_ROWS).map(([fromRow, toRow]) => ({
    kind: 'develop',
    fromRow,
    toRow,
  }));
}

function ranges(total: number, piece: number): readonly (readonly [number, number])[] {
  return Array.from({ length: Math.ceil(total / piece) }, (_, i) => [
    i * piece,
    Math.min(total, (i + 1) * piece),
  ]);
}
