import type { Progress } from '../../io/progress';
import { createClipLevels } from './land/clipmap';
import { type HeightPosts, shareLandGrid } from './land/land-heights';
import { sharedFloats } from './light/air-medium';
import { createCloudDome } from './light/cloud-dome';
import { createNearField, prepareNearField } from './near/create-near-field';
import type { Recipe } from './recipe';
import type { Job } from './threads/messages';
import { prepareScene } from './threads/scene';
import type { PictureSize } from './threads/strip-painter';
import { createWorkerPool } from './threads/worker-pool';
import { coarsen, createWorld, fieldContext, recipeCumulus, type WorldPlan } from './threads/world';
import { measureGrade } from './tone/grade';

export interface PaintPictureOptions {
  /** Pixels across; a multiple of 128, at least 128. Height is half of it. */
  readonly widthPx: number;
  readonly workerCount: number;
  /** How much care is taken; {@link FULL_CARE} where absent. */
  readonly care?: PaintCare;
  readonly progress: Progress;
  readonly signal?: AbortSignal;
}

/** What a picture costs. */
export interface PaintCare {
  /** Samples across a pixel that holds an edge: 1 or 2. */
  readonly samples: 1 | 2;
  /** Spacing of the ground's grids over the near field's own, 1 = full. */
  readonly gridFactor: number;
  /** Length of a march step over the near field's own, 1 = full. */
  readonly stepFactor: number;
}

/** For masters. */
export const FULL_CARE: PaintCare = { samples: 2, gridFactor: 1, stepFactor: 1 };
/** For trying a recipe: some four times faster. */
export const DRAFT_CARE: PaintCare = { samples: 1, gridFactor: 2, stepFactor: 1.6 };

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
const SKY_ROWS = 16;

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
  const care = options.care ?? FULL_CARE;
  const plan = planWorld(recipe, field, care);
  const heightPx = widthPx / 2;
  const frame = sharedFloats(widthPx * heightPx * 3);
  const picture = new Uint8Array(new SharedArrayBuffer(widthPx * heightPx * 3));
  const size = pictureSize(widthPx, care);
  const dome = isCloudless(recipe) ? undefined : createCloudDome(widthPx);
  const pool = createWorkerPool(options.workerCount, { plan, size, frame, dome, picture });
  try {
    const run = (label: string, jobs: readonly Job[]) =>
      pool.run(jobs, (done) => progress.report(label, done, jobs.length), signal);
    await run('ground', fillJobs(plan));
    progress.report('light', 0, 1);
    const scene = prepareScene(createWorld(plan));
    progress.report('light', 1, 1);
    pool.tell({ kind: 'scene', scene });
    if (dome) await run('sky', skyJobs(dome.rows));
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

function planWorld(recipe: Recipe, field: HeightPosts, care: PaintCare): WorldPlan {
  const land = shareLandGrid(field);
  const context = fieldContext(recipe, land, () => 1);
  const shared = prepareNearField(context);
  const sizes = coarsen(createNearField(context, shared).clipSizes, care.gridFactor);
  const hasCloud = recipe.weather.cloudSea !== undefined;
  const cumulus = recipeCumulus(context);
  return { recipe, land, shared, cumulus, levels: createClipLevels(sizes, hasCloud) };
}

function pictureSize(widthPx: number, care: PaintCare): PictureSize {
  return {
    widthPx,
    samples: care.samples,
    stripPx: Math.min(128, Math.max(16, widthPx / 64)),
    stepFactor: care.stepFactor,
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

function isCloudless({ weather }: Recipe): boolean {
  const { cirrusRatio, cumulusRatio, altocumulusRatio = 0 } = weather;
  return cirrusRatio <= 0 && cumulusRatio <= 0 && altocumulusRatio <= 0;
}

function skyJobs(rows: number): readonly Job[] {
  return ranges(rows, SKY_ROWS).map(([fromRow, toRow]) => ({ kind: 'sky', fromRow, toRow }));
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
