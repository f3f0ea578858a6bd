import { runInWorkers } from '../io/worker-pool';
import type { LoadJob } from './load-worker';
import type { StyleName } from './palette';
import type { PaintSetup, PicturePlan } from './picture-plan';
import { SKETCH_RELIEF_IDS, sketchPicturePlan } from './sketch-picture';

/**
 * The plan of one of the sketch's pictures for a server: the land is loaded in a thread, so that
 * the server goes on answering.
 *
 * @returns `undefined` if the id is none of theirs
 */
export async function sketchPlanAside(
  rootDir: string,
  id: string,
): Promise<PicturePlan | undefined> {
  const styles = Object.keys(SKETCH_RELIEF_IDS) as StyleName[];
  const style = styles.find((name) => SKETCH_RELIEF_IDS[name] === id);
  if (style === undefined) return undefined;
  const plan = await sketchPicturePlan(rootDir, style);
  return { ...plan, load: () => loadAside({ rootDir, style }) };
}

async function loadAside(job: LoadJob): Promise<PaintSetup> {
  let loaded: PaintSetup | undefined;
  const script = new URL('./load-worker.ts', import.meta.url);
  await runInWorkers<LoadJob, PaintSetup>(script, undefined, [job], {
    onResult: (setup) => {
      loaded = setup;
    },
  });
  if (loaded === undefined) throw new TypeError('Expected fields from the thread, got none.');
  return loaded;
}
