import { join } from 'node:path';
import type { Progress } from '../io/progress';
import { buildImagery, type ImageryReport } from './build-imagery';
import type { StyleName } from './palette';
import type { Shard } from './picture-plan';
import { SKETCH_RELIEF_LEVEL, sketchPicturePlan } from './sketch-picture';

/** How {@link buildSketchRelief} paints. */
export interface BuildSketchReliefOptions {
  readonly style?: StyleName;
  readonly id?: string;
  readonly outDir?: string;
  readonly maxLevel?: number;
  readonly shard?: Shard;
  readonly isForced?: boolean;
  readonly threads?: number;
  readonly signal?: AbortSignal;
}

/**
 * Paints the sketch's relief picture if it is missing or made from other facts or code.
 *
 * @param rootDir - root of the project; the tiles go to tilesets/nw-sketch-relief
 */
export async function ensureSketchRelief(rootDir: string, progress: Progress): Promise<void> {
  await buildSketchRelief(rootDir, progress);
}

/**
 * Paints the sketch's relief picture, or what is missing of it.
 *
 * @returns the report; `tiles` is 0 if the same picture stood there already
 */
export async function buildSketchRelief(
  rootDir: string,
  progress: Progress,
  options: BuildSketchReliefOptions = {},
): Promise<ImageryReport> {
  const { style = 'day', id, shard, signal, threads } = options;
  const plan = await sketchPicturePlan(rootDir, style, id);
  return buildImagery(plan, {
    outDir: options.outDir ?? join(rootDir, 'tilesets', plan.id),
    maxLevel: options.maxLevel ?? SKETCH_RELIEF_LEVEL,
    isForced: options.isForced === true,
    progress,
    ...(shard && { shard }),
    ...(signal && { signal }),
    ...(threads && { threads }),
  });
}
