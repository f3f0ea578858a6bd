import { SILENT_PROGRESS } from '../io/progress';
import { serveJobs } from '../io/worker-pool';
import type { StyleName } from './palette';
import type { PaintSetup } from './picture-plan';
import { sketchPicturePlan } from './sketch-picture';

/** Which of the sketch's pictures is to be loaded. */
export interface LoadJob {
  readonly rootDir: string;
  readonly style: StyleName;
}

serveJobs(() => async ({ rootDir, style }: LoadJob): Promise<PaintSetup> => {
  const plan = await sketchPicturePlan(rootDir, style);
  return plan.load(SILENT_PROGRESS);
});
