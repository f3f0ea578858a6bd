import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { tileSpanDeg } from '#core/tiles/geographic-tiling';
import { demHash } from '../io/dem-hash';
import { type Progress, SILENT_PROGRESS } from '../io/progress';
import { ROOT_DIR } from '../io/root-dir';
import { foldersHash, textHash } from '../io/tile-files';
import { isTileSetCurrent } from '../io/tile-set';
import type { HeightField } from '../terrain/height-field';
import { readDems } from '../terrain/read-dem';
import { buildImagery, type ImageryReport } from './build-imagery';
import { IMAGERY_CODE_FOLDERS } from './ensure-sketch-relief';
import { PICTURE_TILE_PX } from './tile-layers';

/** Deepest level that is ever made by default: 10 m per pixel. */
const DEEPEST_LEVEL = 12;

/** What {@link buildDemRelief} is asked for. */
export interface BuildDemReliefOptions {
  readonly rootDir: string;
  readonly files: readonly string[];
  readonly id: string;
  readonly outDir: string;
  readonly credit: string;
  readonly maxLevel?: number;
  readonly boxDeg?: GeoBoxDeg;
  /** Paints even if the same picture stands there already. */
  readonly isForced: boolean;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

/**
 * Paints the relief picture of elevation models: light, tints and haze; no water, which heights
 * alone do not tell.
 *
 * @returns the report; `tiles` is 0 if the same picture stood there already
 * @throws AssetError as {@link readDems}, and `output-not-a-tile-set`
 */
export async function buildDemRelief(options: BuildDemReliefOptions): Promise<ImageryReport> {
  const { progress = SILENT_PROGRESS } = options;
  const field = await readDems(options.files, {
    progress,
    ...(options.boxDeg && { boxDeg: options.boxDeg }),
  });
  const maxLevel = options.maxLevel ?? deepestUsefulLevel(field);
  const files = await Promise.all(options.files.map((file) => demHash(file)));
  const code = await foldersHash(ROOT_DIR, IMAGERY_CODE_FOLDERS, '.ts');
  const { id, boxDeg, credit } = options;
  const contentHash = textHash(JSON.stringify([files, code, id, boxDeg, credit, maxLevel]));
  if (!options.isForced && (await isTileSetCurrent(options.outDir, contentHash))) {
    return { tiles: 0, bytes: 0, maxLevel };
  }
  return buildImagery(field, { ...options, maxLevel, contentHash, progress });
}

/** The first level whose pixels are at most half as far apart as the data's posts. */
function deepestUsefulLevel(field: HeightField): number {
  const stepDeg = (field.boxDeg.northDeg - field.boxDeg.southDeg) / (field.rows - 1);
  for (let z = 0; z < DEEPEST_LEVEL; z++) {
    if (tileSpanDeg(z) / PICTURE_TILE_PX <= stepDeg / 1.9) return z;
  }
  return DEEPEST_LEVEL;
}
