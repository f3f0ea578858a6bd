import { basename, join } from 'node:path';
import { SceneError } from '#core/errors';
import {
  HORIZON_LABELS_VERSION,
  type HorizonLabels,
  horizonLabelsSchema,
  type Panorama,
} from '#scene';
import { writeFileAtomic } from '../../io/atomic';
import { readTextIfThere } from '../../io/files';
import type { Progress } from '../../io/progress';
import { textHash } from '../../io/tile-files';
import { readScene, recordsOf, type SceneContent } from '../../scene/read-scene';
import { recordText } from '../../scene/record-text';
import type { HeightField } from '../../terrain/height-field';
import { readDem } from '../../terrain/read-dem';
import { sketchHeightField } from '../../terrain/sketch-height-field';
import { SCENE_FOLDER } from '../panorama-record';
import type { HeightPosts } from '../render/land/land-heights';
import { parseRecipe } from '../render/recipe';
import { DrawnLand } from './drawn-land';
import { type NamedLandmark, namedLandmarks } from './landmarks-around';
import { isWithinReach, visibleLandmarks } from './visible-landmarks';

export interface LabelPanoramasOptions {
  /** Elevation model that says what hides what; the sketch relief where absent. */
  readonly demFile?: string;
  /** The one that renders were drawn over; `demFile` where absent. */
  readonly drawnDemFile?: string;
  readonly progress: Progress;
  readonly signal?: AbortSignal;
}

/** What came of labelling one panorama. */
export interface LabelOutcome {
  readonly id: string;
  readonly file: string;
  readonly terrain: string;
  readonly labels: HorizonLabels['landmarks'];
}

/** What the labels of every panorama are made from. */
interface LabelSources {
  readonly rootDir: string;
  readonly around: readonly NamedLandmark[];
  readonly terrain: HeightField;
  readonly terrainName: string;
  readonly drawnOver: HeightPosts;
}

/**
 * Finds what can be seen and named from panoramas and writes `panoramas/<id>/labels.json`, whole or
 * not at all. Same input: same bytes.
 *
 * @param ids - all panoramas that have a position where empty
 * @throws SceneError `labels-no-panorama`, `labels-no-position`; what the elevation model's reader
 *   throws
 */
export async function labelPanoramas(
  rootDir: string,
  ids: readonly string[],
  options: LabelPanoramasOptions,
): Promise<readonly LabelOutcome[]> {
  const { progress, signal } = options;
  const content = await readScene(join(rootDir, SCENE_FOLDER));
  const records = wantedRecords(content, ids);
  const sources = await readSources(rootDir, content, options);
  const outcomes: LabelOutcome[] = [];
  for (const [at, record] of records.entries()) {
    signal?.throwIfAborted();
    progress.report('names on the horizon', at, records.length);
    outcomes.push(await labelPanorama(sources, record));
  }
  progress.report('names on the horizon', records.length, records.length);
  return outcomes;
}

async function readSources(
  rootDir: string,
  content: SceneContent,
  { demFile, drawnDemFile, progress }: LabelPanoramasOptions,
): Promise<LabelSources> {
  const terrain =
    demFile === undefined ? await sketchHeightField(rootDir, progress) : await readDem(demFile);
  return {
    rootDir,
    around: await namedLandmarks(rootDir, content),
    terrain,
    terrainName: demFile === undefined ? 'sketch' : basename(demFile),
    drawnOver: drawnDemFile === undefined ? terrain : await readDem(drawnDemFile),
  };
}

async function labelPanorama(sources: LabelSources, record: Panorama): Promise<LabelOutcome> {
  const { rootDir, around, terrain, terrainName, drawnOver } = sources;
  const { id, position, placeId } = record;
  if (position === undefined) throw noPosition(id);
  const recipe = await recipeTextOf(rootDir, record);
  const drawn =
    recipe === null ? null : new DrawnLand(parseRecipe(recipe, `${id}/recipe.json`), drawnOver);
  const labels: HorizonLabels = {
    schemaVersion: 1,
    labelsVersion: HORIZON_LABELS_VERSION,
    terrain: terrainName,
    inputHash: labelInputHash(record, recipe, around),
    landmarks: visibleLandmarks({ position, placeId, drawn }, around, terrain),
  };
  const file = labelsFile(id);
  await writeFileAtomic(join(rootDir, file), recordText(horizonLabelsSchema.parse(labels)));
  return { id, file, terrain: terrainName, labels: labels.landmarks };
}

/** Where the names on a panorama's horizon lie, seen from the project's root. */
export function labelsFile(id: string): string {
  return `panoramas/${id}/labels.json`;
}

/** Text of a render's recipe; null for photographs and where it is not there. */
async function recipeTextOf(rootDir: string, record: Panorama): Promise<string | null> {
  if (record.kind !== 'render') return null;
  const text = await readTextIfThere(join(rootDir, 'panoramas', record.id, record.recipe));
  return text ?? null;
}

function labelInputHash(
  { position, placeId }: Panorama,
  recipe: string | null,
  around: readonly NamedLandmark[],
): string {
  const near = around
    .filter((landmark) => position !== undefined && isWithinReach(position, landmark))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return textHash(JSON.stringify([HORIZON_LABELS_VERSION, position, placeId, recipe, near])).slice(
    0,
    16,
  );
}

/**
 * Whether a panorama's labels were found from another position, recipe or other names around.
 *
 * @param around - asked only where there are labels
 */
export async function staleLabels(
  rootDir: string,
  record: Panorama,
  around: () => Promise<readonly NamedLandmark[]>,
): Promise<boolean> {
  const text = await readTextIfThere(join(rootDir, labelsFile(record.id)));
  if (text === undefined) return false;
  const { inputHash } = horizonLabelsSchema.parse(JSON.parse(text));
  const recipe = await recipeTextOf(rootDir, record);
  return inputHash !== labelInputHash(record, recipe, await around());
}

function wantedRecords(content: SceneContent, ids: readonly string[]): readonly Panorama[] {
  const all = recordsOf(content, 'panorama').map(({ record }) => record);
  const sorted = all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (ids.length === 0) return sorted.filter(({ position }) => position !== undefined);
  return ids.map((id) => {
    const record = sorted.find((one) => one.id === id);
    if (record === undefined) throw noPanorama(id);
    return record;
  });
}

function noPanorama(id: string): SceneError {
  return new SceneError('labels-no-panorama', {
    path: id,
    expected: 'the id of a panorama with a record',
    found: JSON.stringify(id),
    fix: 'Look it up with arc scene stats, or write its record first.',
  });
}

function noPosition(id: string): SceneError {
  return new SceneError('labels-no-position', {
    file: id,
    path: '$.position',
    expected: 'the position of the camera',
    found: 'nothing',
    fix: 'Write "position" with longitude, latitude and height into the record first.',
  });
}
