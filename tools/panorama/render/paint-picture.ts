import type { Progress } from '../../io/progress';
import { createClipLevels } from './land/clipmap';
import { type HeightPosts, shareLandGrid } from './land/land-heights';
import { sharedFloats } from './light/air-medium';
import { type CloudDome, createCloudDome, domeRowsTo } from './light/cloud-dome';
import { createNearField, prepareNearField } from './near/create-near-field';
import type { Recipe } from './recipe';
import type { Job } from './threads/messages';
import { prepareScene } from './threads/scene';
import type { PictureSize } from './threads/strip-painter';
import { createWorkerPool, type WorkerPool } from './threads/worker-pool';
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
  const picture = new Uint8Array(new SharedArrayBuffer((widthPx * widthPx * 3) / 2));
  const heightPx = widthPx / 2;
  const whole = { fromColumn: 0, toColumn: widthPx, fromRow: 0, toRow: heightPx };
  return paintRows(recipe, field, options, whole, picture, async (pool, painted) => {
    const grade = measureGrade(painted.light, widthPx, recipe.exposureEv);
    pool.tell({ kind: 'grade', grade });
    const jobs = rowJobs(heightPx);
    const report = (done: number) => progress.report('development', done, jobs.length);
    await pool.run(jobs, report, signal);
    const { light: _, ...measures } = painted;
    return { ...measures, heightPx, rgb: new Uint8Array(picture) };
  });
}

/** A part of the sphere, in pixels of a whole picture; columns may reach over its left or right. */
export interface PictureWindow {
  readonly fromColumn: number;
  readonly toColumn: number;
  readonly fromRow: number;
  readonly toRow: number;
}

/** Light before development: linear, three numbers a pixel of the whole sphere. */
export interface PaintedLight {
  readonly widthPx: number;
  /** Black outside the window. */
  readonly light: Float32Array;
  readonly eyeHeightOrthometricM: number;
  readonly groundHeightOrthometricM: number;
}

/** Paints the light of a part of a panorama: what a still of one view needs. */
export function paintLight(
  recipe: Recipe,
  field: HeightPosts,
  options: PaintPictureOptions,
  window: PictureWindow,
): Promise<PaintedLight> {
  const nothing = new Uint8Array(new SharedArrayBuffer(3));
  return paintRows(recipe, field, options, window, nothing, async (_, painted) => painted);
}

async function paintRows<T>(
  recipe: Recipe,
  field: HeightPosts,
  { widthPx, progress, signal, workerCount, care = FULL_CARE }: PaintPictureOptions,
  window: PictureWindow,
  picture: Uint8Array,
  finish: (pool: WorkerPool, painted: PaintedLight) => Promise<T>,
): Promise<T> {
  const plan = planWorld(recipe, field, care);
  const frame = sharedFloats((widthPx * widthPx * 3) / 2);
  const size = { ...pictureSize(widthPx, care), fromRow: window.fromRow, toRow: window.toRow };
  const dome = isCloudless(recipe)
    ? undefined
    : createCloudDome(widthPx, sectorOf(widthPx, window));
  const pool = createWorkerPool(workerCount, { plan, size, frame, dome, picture });
  try {
    const run = (label: string, jobs: readonly Job[]) =>
      pool.run(jobs, (done) => progress.report(label, done, jobs.length), signal);
    await run('ground', fillJobs(plan));
    progress.report('light', 0, 1);
    const scene = prepareScene(createWorld(plan));
    progress.report('light', 1, 1);
    pool.tell({ kind: 'scene', scene });
    if (dome) await run('sky', skyJobs(skyRows(dome, widthPx, window)));
    await run('picture', paintJobs(size, window));
    const eyeHeightOrthometricM = scene.eye.z;
    const { eyeHeightAboveGroundM } = recipe.viewpoint;
    const groundHeightOrthometricM = eyeHeightOrthometricM - eyeHeightAboveGroundM;
    const painted = { widthPx, light: frame, eyeHeightOrthometricM, groundHeightOrthometricM };
    return await finish(pool, painted);
  } finally {
    await pool.close();
  }
}

/** The turn that a window shows, with what its edges and water blend in from beside. */
function sectorOf(widthPx: number, { fromColumn, toColumn }: PictureWindow): CloudDome['sector'] {
  const marginTurn = 0.02;
  if (toColumn - fromColumn >= widthPx * (1 - 2 * marginTurn)) return undefined;
  const turnOf = (column: number) => column / widthPx - 0.5;
  return { fromTurn: turnOf(fromColumn) - marginTurn, toTurn: turnOf(toColumn) + marginTurn };
}

/** Rows of the dome that a window shows, straight or mirrored by water. */
function skyRows(dome: CloudDome, widthPx: number, { fromRow, toRow }: PictureWindow): number {
  const pitchRad = (row: number) => (0.5 - row / (widthPx / 2)) * Math.PI;
  return domeRowsTo(dome, Math.max(pitchRad(fromRow), -pitchRad(toRow)) + 0.05);
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

function pictureSize(widthPx: number, care: PaintCare): Omit<PictureSize, 'fromRow' | 'toRow'> {
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

function paintJobs(
  { widthPx, stripPx }: Pick<PictureSize, 'widthPx' | 'stripPx'>,
  { fromColumn, toColumn }: PictureWindow,
): readonly Job[] {
  return ranges(widthPx, stripPx)
    .filter(([firstPx]) =>
      [-widthPx, 0, widthPx].some(
        (turn) => firstPx + turn < toColumn && firstPx + turn + stripPx > fromColumn,
      ),
    )
    .map(([firstPx]) => ({ kind: 'paint', firstPx }));
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
