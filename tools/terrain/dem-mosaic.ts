import { AssetError } from '#core/errors';
import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { openDem } from '../io/open-dem';
import {
  boxAround,
  boxAskedFor,
  joinDegOf,
  type PlacedDem,
  type PostGrid,
  type PostWindow,
  placedDem,
  postGridOver,
} from './post-grid';
import { resampleDem } from './resample-dem';

/** Which heights are wanted of which models; plain data. */
export interface MosaicRequest {
  /** The first has priority where it has data. */
  readonly files: readonly string[];
  /** The part wanted, its east beyond 180 where it crosses the antimeridian; else all there is. */
  readonly boxDeg?: GeoBoxDeg;
  /** Posts need not be closer than this. */
  readonly finestStepDeg?: number;
}

/** Several elevation models as one grid of posts. */
export interface DemMosaic {
  readonly dems: readonly PlacedDem[];
  readonly grid: PostGrid;
}

/**
 * Opens elevation models as one grid: on the first file's own posts where that is WGS84, across the
 * antimeridian where the models lie on both sides of it, a ring where they go round the Earth.
 *
 * @throws AssetError `dem-missing`, `dem-unreadable`, `dem-no-crs`, `dem-no-position`,
 *   `dem-outside-box`, `zip-unreadable`, `zip-encrypted` or `zip-unsupported`
 */
export async function openMosaic(request: MosaicRequest): Promise<DemMosaic> {
  const { files, boxDeg } = request;
  const sources = await Promise.all(files.map((file) => openDem(file, boxDeg)));
  const dems = sources.map(placedDem);
  const covered = boxAround(dems, joinDegOf(dems));
  const wanted = boxDeg === undefined ? covered : boxAskedFor(covered, boxDeg);
  if (wanted === undefined) throw outsideBox(files, covered, boxDeg);
  return { dems, grid: postGridOver(dems, wanted, request.finestStepDeg ?? 0) };
}

/**
 * Heights of a window of the grid.
 *
 * @returns metres as the files count them, row by row; NaN where none of them knows any
 */
export async function mosaicHeights(
  { dems, grid }: DemMosaic,
  window: PostWindow,
): Promise<Float32Array> {
  const heights = new Float32Array(window.cols * window.rows).fill(Number.NaN);
  for (const dem of dems) await resampleDem(dem, grid, window, heights);
  return heights;
}

/** Files without a height in the part asked for. */
export function demEmpty(files: readonly string[]): AssetError {
  return new AssetError('dem-empty', {
    file: files.join(', '),
    expected: 'heights',
    found: 'NoData everywhere in the part asked for',
    fix: 'Choose another file or another box.',
  });
}

function outsideBox(files: readonly string[], covered: GeoBoxDeg, asked: GeoBoxDeg | undefined) {
  return new AssetError('dem-outside-box', {
    file: files.join(', '),
    path: '--box',
    expected: `heights inside ${asked ? boxText(asked) : 'the world'}`,
    found: `an elevation model of ${boxText(covered)} (west,south,east,north)`,
    fix: 'Choose a box that the elevation model covers, or another file.',
  });
}

function boxText(box: GeoBoxDeg): string {
  const sides = [box.westDeg, box.southDeg, box.eastDeg, box.northDeg];
  return sides.map((side) => Number(side.toFixed(4))).join(',');
}
