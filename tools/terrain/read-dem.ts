import { AssetError } from '#core/errors';
import { boxIntersection, boxUnion, type GeoBoxDeg } from '#core/tiles/geo-box';
import type { DemSource } from '../io/dem-source';
import { openDem } from '../io/open-dem';
import { type Progress, SILENT_PROGRESS } from '../io/progress';
import { fillVoids } from './fill-voids';
import { createHeightField, type HeightField } from './height-field';
import { type PostGrid, resampleDem } from './resample-dem';

/** How {@link readDems} reads. */
export interface ReadDemsOptions {
  /** The part wanted; the whole of the files without it. */
  readonly boxDeg?: GeoBoxDeg;
  /** Posts need not be closer than this. */
  readonly finestStepDeg?: number;
  readonly progress?: Progress;
}

/**
 * Reads an elevation model, or a window of it, as a height field on WGS84.
 *
 * @param file - GeoTIFF in any coordinate system that its keys name, SRTM `.hgt` (also zipped), DTED
 *   or a folder of terrarium pictures, with heights above the geoid
 * @param boxDeg - the part wanted
 * @throws AssetError `dem-missing`, `dem-unreadable`, `dem-no-crs`, `dem-no-position`,
 *   `dem-outside-box`, `dem-empty`, `zip-unreadable`, `zip-encrypted` or `zip-unsupported`
 */
export async function readDem(file: string, boxDeg?: GeoBoxDeg): Promise<HeightField> {
  return readDems([file], boxDeg === undefined ? {} : { boxDeg });
}

/**
 * Reads several elevation models as one field: where they overlap the first one counts, voids are
 * filled smoothly from around. The posts are on the first file's own grid where that is WGS84.
 *
 * @throws AssetError as {@link readDem}
 */
export async function readDems(
  files: readonly string[],
  options: ReadDemsOptions = {},
): Promise<HeightField> {
  const { progress = SILENT_PROGRESS, boxDeg } = options;
  const sources = await Promise.all(files.map((file) => openDem(file, boxDeg)));
  const covered = boxUnion(sources.map(sourceBox));
  const wanted = boxDeg === undefined ? covered : boxIntersection(covered, boxDeg);
  if (wanted === undefined) throw outsideBox(files, covered, boxDeg);
  const grid = postGrid(sources, wanted, options.finestStepDeg ?? 0);
  const shared = new SharedArrayBuffer(grid.cols * grid.rows * Float32Array.BYTES_PER_ELEMENT);
  const heights = new Float32Array(shared).fill(Number.NaN);
  for (const [i, source] of sources.entries()) {
    await resampleDem(source, grid, heights, (rows) =>
      progress.report('reading elevation', i * grid.rows + rows, sources.length * grid.rows),
    );
  }
  if (fillVoids(heights, grid.cols, grid.rows) === heights.length) throw empty(files);
  const box = {
    westDeg: grid.westDeg,
    southDeg: grid.northDeg - (grid.rows - 1) * grid.stepLatDeg,
    eastDeg: grid.westDeg + (grid.cols - 1) * grid.stepLonDeg,
    northDeg: grid.northDeg,
  };
  return createHeightField(box, grid.cols, grid.rows, heights);
}

/** Box of the centres of a source's outermost pixels, found along its border. */
function sourceBox(source: DemSource): GeoBoxDeg {
  const lonsDeg: number[] = [];
  const latsDeg: number[] = [];
  const steps = source.isGeographicWgs84 ? 1 : 32;
  for (let i = 0; i <= steps; i++) {
    const col = 0.5 + (i / steps) * (source.cols - 1);
    const row = 0.5 + (i / steps) * (source.rows - 1);
    const border = [
      source.geoFromPixel(col, 0.5),
      source.geoFromPixel(col, source.rows - 0.5),
      source.geoFromPixel(0.5, row),
      source.geoFromPixel(source.cols - 0.5, row),
    ];
    for (const [lonDeg, latDeg] of border) {
      lonsDeg.push(lonDeg);
      latsDeg.push(latDeg);
    }
  }
  return {
    westDeg: Math.min(...lonsDeg),
    southDeg: Math.min(...latsDeg),
    eastDeg: Math.max(...lonsDeg),
    northDeg: Math.max(...latsDeg),
  };
}

function postGrid(sources: readonly DemSource[], box: GeoBoxDeg, finestStepDeg: number): PostGrid {
  const [lonStepDeg, latStepDeg] = finestPixelDeg(sources);
  const stepLonDeg = Math.max(lonStepDeg, finestStepDeg);
  const stepLatDeg = Math.max(latStepDeg, finestStepDeg);
  const first = sourceBox(sources[0]!);
  // On the first source's own posts: its heights come through unchanged.
  const westDeg =
    first.westDeg + Math.round((box.westDeg - first.westDeg) / stepLonDeg) * stepLonDeg;
  const northDeg =
    first.northDeg - Math.round((first.northDeg - box.northDeg) / stepLatDeg) * stepLatDeg;
  const cols = Math.max(2, 1 + Math.round((box.eastDeg - westDeg) / stepLonDeg));
  const rows = Math.max(2, 1 + Math.round((northDeg - box.southDeg) / stepLatDeg));
  return { westDeg, northDeg, stepLonDeg, stepLatDeg, cols, rows };
}

function finestPixelDeg(sources: readonly DemSource[]): readonly [number, number] {
  let [lonDeg, latDeg] = [Infinity, Infinity];
  for (const source of sources) {
    const box = sourceBox(source);
    lonDeg = Math.min(lonDeg, (box.eastDeg - box.westDeg) / (source.cols - 1));
    latDeg = Math.min(latDeg, (box.northDeg - box.southDeg) / (source.rows - 1));
  }
  return [lonDeg, latDeg];
}

function boxText(box: GeoBoxDeg): string {
  const sides = [box.westDeg, box.southDeg, box.eastDeg, box.northDeg];
  return sides.map((side) => Number(side.toFixed(4))).join(',');
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

function empty(files: readonly string[]): AssetError {
  return new AssetError('dem-empty', {
    file: files.join(', '),
    expected: 'heights',
    found: 'NoData everywhere in the part asked for',
    fix: 'Choose another file or another box.',
  });
}
