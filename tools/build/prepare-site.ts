import { ensureSketchRelief } from '../imagery/ensure-sketch-relief';
import { panoramaIds } from '../panorama/panorama-files';
import { ensurePanoramaPreview } from '../panorama/panorama-preview';
import { ensureSketchTerrain } from '../terrain/ensure-sketch-terrain';
import { ensureApp } from './build-app';
import { buildPages } from './build-pages';
import { buildScene } from './build-scene';
import { runStep, type StepReport } from './step-report';

export interface PrepareSiteOptions {
  /** Whether drafts that can be shown are shown: for the editor's own eyes. */
  readonly hasDrafts?: boolean;
  /** Where the site will be reached, ends with a slash: pages to read name it. */
  readonly publicUrl?: string;
}

/**
 * Builds what is missing or stale of the small default: application, sketch terrain, relief
 * picture, compiled scene, previews. Tiles of panoramas are made later, while serving.
 */
export async function prepareSite(
  rootDir: string,
  report: StepReport,
  options: PrepareSiteOptions = {},
): Promise<void> {
  // The scene first: a fault in it should be said before a minute is spent on terrain.
  await runStep(report, 'scene', async () => {
    const scene = await buildScene(rootDir, options.hasDrafts === true);
    await buildPages(rootDir, scene, { publicUrl: options.publicUrl ?? null, now: new Date() });
  });
  await Promise.all([
    runStep(report, 'app', () => ensureApp(rootDir)),
    runStep(report, 'previews', () => ensurePreviews(rootDir)),
    prepareLand(rootDir, report),
  ]);
}

async function prepareLand(rootDir: string, report: StepReport): Promise<void> {
  await runStep(report, 'sketch terrain', () => ensureSketchTerrain(rootDir, report.progress));
  await runStep(report, 'relief picture', () => ensureSketchRelief(rootDir, report.progress));
}

/** Makes missing previews, one panorama after the other: each already uses every core. */
async function ensurePreviews(rootDir: string): Promise<boolean> {
  let isAnyNew = false;
  for (const id of await panoramaIds(rootDir)) {
    if (await ensurePanoramaPreview(rootDir, id)) isAnyNew = true;
  }
  return isAnyNew;
}
