import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { tileSpanDeg } from '#core/tiles/geographic-tiling';
import { TERRAIN_TILE_SEGMENTS } from '#core/tiles/terrain-mesh';
import { demHash } from '../io/dem-hash';
import { type Progress, SILENT_PROGRESS } from '../io/progress';
import { ROOT_DIR } from '../io/root-dir';
import { foldersHash, textHash } from '../io/tile-files';
import { isTileSetCurrent } from '../io/tile-set';
import { buildTerrain, type TerrainReport } from './build-terrain';
import type { HeightField } from './height-field';
import { readDems } from './read-dem';

/** Code that decides a terrain tile's bytes. */
export const TERRAIN_CODE_FOLDERS = ['tools/terrain', 'viewer/core/tiles', 'viewer/core/geo'];

/** Posts closer than a third of the data's own add nothing: no level beyond that is made. */
const DEEPEST_USEFUL_LEVEL = 15;

/** What {@link buildDemTerrain} is asked for. */
export interface BuildDemTerrainOptions {
  readonly rootDir: string;
  readonly files: readonly string[];
  readonly id: string;
  readonly outDir: string;
  readonly maxLevel?: number;
  readonly boxDeg?: GeoBoxDeg;
  readonly vertical: 'egm96' | 'ellipsoid';
  readonly errorRatio: number;
  readonly blendDeg: number;
  /** Builds even if the same content stands there already. */
  readonly isForced: boolean;
  readonly attribution: string;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

/**
 * Builds a terrain tile set from elevation models.
 *
 * @returns the report; `tiles` is 0 if the same set stood there already
 * @throws AssetError as {@link readDems}, and `output-not-a-tile-set`
 */
export async function buildDemTerrain(options: BuildDemTerrainOptions): Promise<TerrainReport> {
  const { progress = SILENT_PROGRESS, maxLevel } = options;
  const finestStepDeg =
    maxLevel === undefined ? 0 : tileSpanDeg(maxLevel) / TERRAIN_TILE_SEGMENTS / 1.5;
  const field = await readDems(options.files, {
    finestStepDeg,
    progress,
    ...(options.boxDeg && { boxDeg: options.boxDeg }),
  });
  const level = maxLevel ?? deepestUsefulLevel(field);
  const contentHash = await demContentHash(options, level);
  if (!options.isForced && (await isTileSetCurrent(options.outDir, contentHash))) {
    return { tiles: 0, bytes: 0, maxLevel: level };
  }
  return buildTerrain(field, { ...options, maxLevel: level, contentHash, progress });
}

/** The first level whose posts are about as close as the data's. */
export function deepestUsefulLevel(field: HeightField): number {
  const stepDeg = (field.boxDeg.northDeg - field.boxDeg.southDeg) / (field.rows - 1);
  const level = Math.ceil(Math.log2(180 / TERRAIN_TILE_SEGMENTS / stepDeg) - 0.2);
  return Math.min(DEEPEST_USEFUL_LEVEL, Math.max(0, level));
}

async function demContentHash(options: BuildDemTerrainOptions, level: number): Promise<string> {
  const files = await Promise.all(options.files.map((file) => demHash(file)));
  const code = await foldersHash(ROOT_DIR, TERRAIN_CODE_FOLDERS, '.ts');
  const { id, boxDeg, vertical, errorRatio, blendDeg, attribution } = options;
  const rest = { id, boxDeg, vertical, errorRatio, blendDeg, attribution, level };
  return textHash(JSON.stringify([files, code, rest]));
}
