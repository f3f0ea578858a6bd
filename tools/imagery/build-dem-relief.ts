import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { tileSpanDeg } from '#core/tiles/geographic-tiling';
import { demHash } from '../io/dem-hash';
import { type Progress, SILENT_PROGRESS } from '../io/progress';
import { ROOT_DIR } from '../io/root-dir';
import { fileHash, foldersHash } from '../io/tile-files';
import type { HeightField } from '../terrain/height-field';
import { readDems } from '../terrain/read-dem';
import { buildImagery, type ImageryReport } from './build-imagery';
import type { Water } from './draw-water';
import { findLakes } from './find-lakes';
import { paintFields } from './paint-fields';
import type { StyleName } from './palette';
import { PICTURE_TILE_PX } from './picture-block';
import { pictureHash } from './picture-description';
import { DEEPEST_PICTURE_LEVEL, type PaintSetup, type Shard } from './picture-plan';
import { pictureStyle } from './picture-style';
import { IMAGERY_CODE } from './sketch-picture';
import { readPictureWater } from './water-geojson';

/** What {@link buildDemRelief} is asked for. */
export interface BuildDemReliefOptions {
  readonly files: readonly string[];
  readonly id: string;
  readonly outDir: string;
  readonly credit: string;
  readonly style?: StyleName;
  /** GeoJSON of rivers and lakes; without it lakes are found in the heights. */
  readonly waterFile?: string;
  readonly maxLevel?: number;
  readonly boxDeg?: GeoBoxDeg;
  readonly shard?: Shard;
  /** Paints even if the same picture stands there already. */
  readonly isForced: boolean;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

const NO_WATER: Water = { lines: [], lakes: [] };

/** Ground by rule needs no season where the climate table does not reach. */
const RICE_ELSEWHERE = 'green';

/**
 * Paints the relief picture of elevation models, or what is missing of it.
 *
 * @returns the report; `tiles` is 0 if the same picture stood there already
 * @throws AssetError as {@link readDems} and {@link readPictureWater}, and `output-not-a-tile-set`
 */
export async function buildDemRelief(options: BuildDemReliefOptions): Promise<ImageryReport> {
  const { progress = SILENT_PROGRESS, boxDeg, waterFile, id, credit, style = 'day' } = options;
  const field = await readDems(options.files, { progress, ...(boxDeg && { boxDeg }) });
  const files = await Promise.all(options.files.map((file) => demHash(file)));
  const code = await foldersHash(ROOT_DIR, IMAGERY_CODE, '.ts');
  const water = waterFile === undefined ? undefined : await readPictureWater(waterFile);
  const waterHash = waterFile === undefined ? '' : await fileHash(waterFile);
  const contentHash = pictureHash([files, waterHash, code, id, boxDeg, credit, style]);
  const load = async (): Promise<PaintSetup> => {
    const lake = water === undefined ? findLakes(field) : undefined;
    return {
      fields: paintFields(field, lake === undefined ? {} : { lake }, style),
      water: water ?? NO_WATER,
      style: pictureStyle(style, RICE_ELSEWHERE),
    };
  };
  return buildImagery(
    { id, boxDeg: field.boxDeg, credit, contentHash, load },
    { ...options, maxLevel: options.maxLevel ?? deepestUsefulLevel(field), progress },
  );
}

/** The first level whose pixels are at most half as far apart as the data's posts. */
function deepestUsefulLevel(field: HeightField): number {
  const stepDeg = (field.boxDeg.northDeg - field.boxDeg.southDeg) / (field.rows - 1);
  for (let z = 0; z < DEEPEST_PICTURE_LEVEL; z++) {
    if (tileSpanDeg(z) / PICTURE_TILE_PX <= stepDeg / 1.9) return z;
  }
  return DEEPEST_PICTURE_LEVEL;
}
