import { join } from 'node:path';
import { AssetError } from '#core/errors';
import type { Climate, Panorama, Place } from '#scene';
import { writeFileAtomic } from '../../../io/atomic';
import { hash8 } from '../../../io/content-hash';
import { pathExists, readTextIfThere } from '../../../io/files';
import type { Progress } from '../../../io/progress';
import { readScene, recordsOf } from '../../../scene/read-scene';
import type { PanoramaMaster } from '../../panorama-files';
import { SCENE_FOLDER } from '../../panorama-record';
import { stillPaths } from '../../still-files';
import { type HeightPosts, type LandGrid, shareLandGrid } from '../land/land-heights';
import type { Recipe } from '../recipe';
import { cropPanorama, firstWithMaster, panoramasOfPlace } from './crop-panorama';
import { encodeStill, paintStill } from './paint-still';
import { planStill } from './plan-still';
import type { StillCamera } from './still-camera';
import type { StillSubject } from './still-theme';

/** Raised when the same recipe would give another still. */
export const STILL_VERSION = 1;

/** What lies beside a still: how it was made, and enough to say so to a visitor. */
export interface StillRecord {
  readonly schemaVersion: 1;
  readonly stillVersion: number;
  readonly placeId: string;
  /** `photo` only where it is cropped from a photographed panorama. */
  readonly kind: 'drawn' | 'photo';
  /** Cropped from this panorama's first view. */
  readonly panoramaId?: string;
  /** Painted from this elevation model by this camera and recipe. */
  readonly elevationSource?: string;
  readonly camera?: StillCamera;
  readonly recipe?: Recipe;
  /** Of everything above: a still is up to date while it stays. */
  readonly recipeHash: string;
}

export interface RenderStillsOptions {
  /** All places where empty. */
  readonly placeIds: readonly string[];
  /** Name of the elevation model's file. */
  readonly elevationSource: string;
  /** Paints the part `index` of `count`, counted from 1. */
  readonly shard?: { readonly index: number; readonly count: number };
  readonly isForced?: boolean;
  readonly isDraft?: boolean;
  readonly workerCount: number;
  /** Folder of the pictures, absolute; the project's own where absent. */
  readonly outDir?: string;
  readonly progress: Progress;
  readonly signal?: AbortSignal;
}

export interface RenderedStill {
  readonly placeId: string;
  readonly file: string;
  readonly sizeBytes: number;
  readonly isNew: boolean;
}

const WALK_TO_TOWN_KM = 2.2;
const KM_PER_DEG = 111.2;

/**
 * Makes a still of every place whose picture is missing or was made from another recipe, the most
 * important places first: the first view of its panorama, or a picture painted for it. A run that was stopped goes on where it was. The same scene and elevation model give the same bytes.
 *
 * @throws AssetError `still-unknown-place`
 */
export async function* renderStills(
  rootDir: string,
  field: HeightPosts,
  options: RenderStillsOptions,
): AsyncGenerator<RenderedStill> {
  const subjects = await subjectsOf(rootDir);
  const wanted = chosen(subjects, options);
  const land = shareLandGrid(field);
  for (const subject of wanted) {
    options.signal?.throwIfAborted();
    yield await renderOne(rootDir, subject, field, land, options);
  }
}

async function renderOne(
  rootDir: string,
  { subject, panoramas }: StillPlace,
  field: HeightPosts,
  land: LandGrid,
  options: RenderStillsOptions,
): Promise<RenderedStill> {
  const placeId = subject.place.id;
  const shipped = await firstWithMaster(rootDir, panoramas);
  const work = shipped
    ? cropWork(shipped.panorama, shipped.master)
    : paintWork(subject, field, land, options);
  const recipeHash = hash8(JSON.stringify([STILL_VERSION, work.said]));
  const { picture, record } = stillPaths(rootDir, placeId, options.outDir);
  const before = await readTextIfThere(record);
  const isThere = before !== undefined && (await pathExists(picture));
  if (isThere && options.isForced !== true && before.includes(`"${recipeHash}"`)) {
    return { placeId, file: picture, sizeBytes: 0, isNew: false };
  }
  const bytes = await encodeStill(await work.pixels());
  const said: StillRecord = {
    schemaVersion: 1,
    stillVersion: STILL_VERSION,
    placeId,
    ...work.said,
    recipeHash,
  };
  await writeFileAtomic(picture, bytes);
  await writeFileAtomic(record, `${JSON.stringify(said)}\n`);
  return { placeId, file: picture, sizeBytes: bytes.length, isNew: true };
}

/** What makes one still, and what its record says of it. */
interface StillWork {
  readonly said: Pick<
    StillRecord,
    'kind' | 'panoramaId' | 'elevationSource' | 'camera' | 'recipe'
  > & { readonly masterHash8?: string };
  pixels(): Promise<Uint8Array>;
}

function cropWork(panorama: Panorama, master: PanoramaMaster): StillWork {
  const kind = panorama.kind === 'photo' ? 'photo' : 'drawn';
  const masterHash8 = `${master.hash8}-${master.still.view8}`;
  return {
    said: { kind, panoramaId: panorama.id, masterHash8 },
    pixels: () => cropPanorama(master, panorama),
  };
}

function paintWork(
  subject: StillSubject,
  field: HeightPosts,
  land: LandGrid,
  options: RenderStillsOptions,
): StillWork {
  const { recipe, camera } = planStill(subject, land);
  const { elevationSource, isDraft = false } = options;
  return {
    said: { kind: 'drawn', elevationSource, camera, recipe },
    pixels: () => paintStill(recipe, camera, field, { ...options, isDraft }),
  };
}

/** A place with its panoramas. */
interface StillPlace {
  readonly subject: StillSubject;
  readonly panoramas: readonly Panorama[];
}

async function subjectsOf(rootDir: string): Promise<readonly StillPlace[]> {
  const content = await readScene(join(rootDir, SCENE_FOLDER));
  const places = recordsOf(content, 'place').map(({ record }) => record);
  const climates = recordsOf(content, 'climate').map(({ record }) => record);
  const panoramas = recordsOf(content, 'panorama').map(({ record }) => record);
  const towns = places.filter(({ kind }) => kind === 'town');
  return places
    .toSorted((a, b) => a.importance - b.importance || (a.id < b.id ? -1 : 1))
    .map((place) => ({
      subject: {
        place,
        climate: climateOf(place, climates),
        isInTown: towns.some((town) => apartKm(town, place) < WALK_TO_TOWN_KM),
      },
      panoramas: panoramasOfPlace(place.id, panoramas),
    }));
}

function climateOf(place: Place, climates: readonly Climate[]): Climate | undefined {
  const own = climates.find(({ placeIds }) => placeIds.includes(place.id));
  return (
    own ?? climates.find(({ provinceIds }) => provinceIds.includes(place.provinceIds[0] ?? ''))
  );
}

function apartKm({ position: a }: Place, { position: b }: Place): number {
  const east = (a.lonDeg - b.lonDeg) * Math.cos((a.latDeg * Math.PI) / 180);
  return Math.hypot(east, a.latDeg - b.latDeg) * KM_PER_DEG;
}

function chosen(
  places: readonly StillPlace[],
  { placeIds, shard }: RenderStillsOptions,
): readonly StillPlace[] {
  const idOf = ({ subject }: StillPlace) => subject.place.id;
  for (const id of placeIds) {
    if (!places.some((place) => idOf(place) === id)) throw unknownPlace(id);
  }
  const wanted =
    placeIds.length === 0 ? places : places.filter((place) => placeIds.includes(idOf(place)));
  if (shard === undefined) return wanted;
  return wanted.filter((_, at) => at % shard.count === shard.index - 1);
}

function unknownPlace(id: string): AssetError {
  return new AssetError('still-unknown-place', {
    expected: 'the id of a place of the scene',
    found: id,
    fix: 'Look the id up with arc scene stats, or leave ids out to draw all.',
  });
}
