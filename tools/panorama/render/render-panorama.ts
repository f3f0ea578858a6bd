import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { AssetError } from '#core/errors';
import { writeFileAtomic } from '../../io/atomic';
import { readTextIfThere } from '../../io/files';
import { encodeWebp, type RawPicture } from '../../io/picture';
import type { Progress } from '../../io/progress';
import { readDem } from '../../terrain/read-dem';
import { sketchHeightField } from '../../terrain/sketch-height-field';
import type { HeightPosts } from './land/land-heights';
import { DRAFT_CARE, FULL_CARE, paintPicture } from './paint-picture';
import { parseRecipe, type Recipe } from './recipe';

/** Raised when the same recipe would give another picture. */
export const RENDERER_VERSION = 2;

/** How {@link renderPanorama} draws. */
export interface RenderPanoramaOptions {
  /** Pixels across, a multiple of 128; height is half of it. */
  readonly widthPx?: number;
  /** GeoTIFF elevation model; the project's own sketch relief where absent. */
  readonly demFile?: string;
  /** Where the picture goes; `panoramas/<id>/master.webp` where absent. */
  readonly outFile?: string;
  readonly isDraft?: boolean;
  readonly workerCount?: number;
  readonly progress: Progress;
  readonly signal?: AbortSignal;
}

export const RENDER_PANORAMA_DEFAULTS = { widthPx: 8192, isDraft: false } as const;

/** What lies beside a drawn master: enough to say how it came to be, nothing that varies. */
export interface RenderRecord {
  readonly schemaVersion: 1;
  readonly rendererVersion: number;
  /** SHA-256 of the recipe's bytes. */
  readonly recipeHash: string;
  readonly widthPx: number;
  readonly isDraft: boolean;
  /** Name of the elevation model's file, or `sketch`. */
  readonly elevationSource: string;
  readonly groundHeightOrthometricM: number;
  readonly eyeHeightOrthometricM: number;
}

/** A finished rendering. */
export interface RenderedPanorama extends RenderRecord {
  readonly file: string;
  readonly sizeBytes: number;
}

/** Tried in turn until the picture keeps within its budget. */
const QUALITIES = [82, 75, 68, 60, 52] as const;
const EFFORT = 5;
/** Bytes a base master and a variant (at most 4096 px wide) may have. */
const MASTER_BYTES = 4_000_000;
const VARIANT_BYTES = 1_000_000;

/**
 * Draws `panoramas/<id>/recipe.json` and writes the picture and its record, each whole or not at
 * all. Same recipe, elevation model and width: same bytes.
 *
 * @throws AssetError `recipe-missing`, `recipe-invalid`, `render-width` or what the elevation
 *   model's reader throws
 */
export async function renderPanorama(
  rootDir: string,
  id: string,
  options: RenderPanoramaOptions,
): Promise<RenderedPanorama> {
  const widthPx = options.widthPx ?? RENDER_PANORAMA_DEFAULTS.widthPx;
  const isDraft = options.isDraft ?? RENDER_PANORAMA_DEFAULTS.isDraft;
  checkWidth(widthPx);
  const { recipe, recipeHash } = await readRecipe(rootDir, id);
  const field = await elevation(rootDir, options);
  const picture = await paintPicture(recipe, field, {
    widthPx,
    care: isDraft ? DRAFT_CARE : FULL_CARE,
    workerCount: options.workerCount ?? availableParallelism(),
    progress: options.progress,
    ...(options.signal ? { signal: options.signal } : {}),
  });
  const bytes = await encodeWithin(
    { data: picture.rgb, widthPx, heightPx: picture.heightPx, channels: 3 },
    widthPx > 4096 ? MASTER_BYTES : VARIANT_BYTES,
  );
  const file = options.outFile ?? join(rootDir, 'panoramas', id, 'master.webp');
  const record: RenderRecord = {
    schemaVersion: 1,
    rendererVersion: RENDERER_VERSION,
    recipeHash,
    widthPx,
    isDraft,
    elevationSource: options.demFile ? basename(options.demFile) : 'sketch',
    groundHeightOrthometricM: Math.round(picture.groundHeightOrthometricM * 10) / 10,
    eyeHeightOrthometricM: Math.round(picture.eyeHeightOrthometricM * 10) / 10,
  };
  await writeFileAtomic(file, bytes);
  await writeFileAtomic(recordFile(file), `${JSON.stringify(record, null, 2)}\n`);
  return { ...record, file, sizeBytes: bytes.length };
}

/** The best WebP within a number of bytes; the smallest where none is. */
async function encodeWithin(raw: RawPicture, mostBytes: number): Promise<Uint8Array> {
  let bytes: Uint8Array = new Uint8Array(0);
  for (const quality of QUALITIES) {
    bytes = await encodeWebp(raw, { quality, effort: EFFORT });
    if (bytes.length <= mostBytes) break;
  }
  return bytes;
}

/** The record of `master.webp` is `render.json`; that of another name carries it. */
function recordFile(file: string): string {
  const name = basename(file).replace(/\.webp$/, '');
  return join(dirname(file), name === 'master' ? 'render.json' : `${name}.render.json`);
}

function checkWidth(widthPx: number): void {
  if (Number.isInteger(widthPx) && widthPx >= 128 && widthPx <= 16_384 && widthPx % 128 === 0) {
    return;
  }
  throw new AssetError('render-width', {
    path: '--width',
    expected: 'a multiple of 128 from 128 to 16384',
    found: String(widthPx),
    fix: 'Give 8192 for a master, 2048 for a look.',
  });
}

async function readRecipe(
  rootDir: string,
  id: string,
): Promise<{ recipe: Recipe; recipeHash: string }> {
  const file = join('panoramas', id, 'recipe.json');
  const text = await readTextIfThere(join(rootDir, file));
  if (text === undefined) {
    throw new AssetError('recipe-missing', {
      file,
      expected: 'a recipe of that panorama',
      found: 'no file',
      fix: 'Copy the recipe.json of another panorama there and change it.',
    });
  }
  const recipeHash = createHash('sha256').update(text).digest('hex');
  return { recipe: parseRecipe(text, file), recipeHash };
}

async function elevation(rootDir: string, options: RenderPanoramaOptions): Promise<HeightPosts> {
  return options.demFile ? readDem(options.demFile) : sketchHeightField(rootDir, options.progress);
}
