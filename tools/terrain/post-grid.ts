import { AssetError } from '#core/errors';
import { boxIntersection, type GeoBoxDeg } from '#core/tiles/geo-box';
import type { DemSource } from '../io/dem-source';
import { type LonSpan, lonSpanAround, nearGreenwich } from './lon-circle';

/** Posts of a geographic grid: the first in the north-west, row by row. */
export interface PostGrid {
  /** In [-180, 180); columns go on eastward, across the antimeridian where need be. */
  readonly westDeg: number;
  readonly northDeg: number;
  readonly stepLonDeg: number;
  readonly stepLatDeg: number;
  readonly cols: number;
  readonly rows: number;
  /** Whether the column after the last is the first again: the grid goes round the Earth. */
  readonly isRing: boolean;
}

/** A rectangle of a grid's posts. */
export interface PostWindow {
  readonly left: number;
  readonly top: number;
  readonly cols: number;
  readonly rows: number;
}

/** A model with the box of the centres of its outermost pixels, in its own count of longitude. */
export interface PlacedDem {
  readonly source: DemSource;
  readonly boxDeg: GeoBoxDeg;
}

/** A ring is halved at least this often; its number of columns is chosen so that it can be. */
const RING_DIVISOR = 128;

/** Steps along a side of a model whose sides are no meridians and parallels. */
const BORDER_STEPS = 128;

/** Gaps between models of this many pixels are the seam between neighbours, no gap. */
const JOIN_PIXELS = 1.5;

/** Finds where a model lies: straight from its corners, or by walking along its border. */
export function placedDem(source: DemSource): PlacedDem {
  const { cols, rows } = source;
  if (source.isGeographicWgs84) {
    const [lon0Deg, lat0Deg] = source.geoFromPixel(0.5, 0.5);
    const [lon1Deg, lat1Deg] = source.geoFromPixel(cols - 0.5, rows - 0.5);
    const boxDeg = {
      westDeg: Math.min(lon0Deg, lon1Deg),
      southDeg: Math.min(lat0Deg, lat1Deg),
      eastDeg: Math.max(lon0Deg, lon1Deg),
      northDeg: Math.max(lat0Deg, lat1Deg),
    };
    return { source, boxDeg: onEarth(source, boxDeg) };
  }
  const places = borderPixels(cols, rows).map(([x, y]) => source.geoFromPixel(x, y));
  const stray = places.find(([lonDeg, latDeg]) => !Number.isFinite(lonDeg + latDeg));
  if (stray !== undefined) {
    const [lon, lat] = stray;
    onEarth(source, { westDeg: lon, southDeg: lat, eastDeg: lon, northDeg: lat });
  }
  const lonsDeg = [places[0]![0]];
  for (const [lonDeg] of places.slice(1)) {
    const before = lonsDeg[lonsDeg.length - 1]!;
    lonsDeg.push(before + shortestTurnDeg(lonDeg - before));
  }
  const latsDeg = places.map(([, latDeg]) => latDeg);
  const turnedDeg = lonsDeg[lonsDeg.length - 1]! - lonsDeg[0]!;
  if (Math.abs(turnedDeg) > 180) return { source, boxDeg: boxAroundPole(latsDeg) };
  const lon = nearGreenwich({ westDeg: Math.min(...lonsDeg), eastDeg: Math.max(...lonsDeg) });
  const boxDeg = { ...lon, southDeg: Math.min(...latsDeg), northDeg: Math.max(...latsDeg) };
  return { source, boxDeg: onEarth(source, boxDeg) };
}

/** A pixel over the edge of the map is usual; more is no place on Earth. */
function onEarth({ file, cols, rows }: DemSource, box: GeoBoxDeg): GeoBoxDeg {
  const { westDeg, southDeg, eastDeg, northDeg } = box;
  const [lonGrace, latGrace] = [(eastDeg - westDeg) / cols, (northDeg - southDeg) / rows];
  const isOnEarth =
    eastDeg > westDeg &&
    northDeg > southDeg &&
    eastDeg - westDeg <= 360 + lonGrace &&
    Math.abs(westDeg) <= 540 &&
    southDeg >= -90 - latGrace &&
    northDeg <= 90 + latGrace;
  if (isOnEarth) return box;
  throw new AssetError('dem-no-position', {
    file,
    expected: 'pixels on the Earth',
    found: `${[westDeg, southDeg, eastDeg, northDeg].join(',')} degrees (west,south,east,north)`,
    fix: 'Set the position and the coordinate system, for instance with gdal_edit.py.',
  });
}

/** The box that holds all models, eastward over the antimeridian where that is the shorter way. */
export function boxAround(dems: readonly PlacedDem[], joinDeg: number): GeoBoxDeg {
  const boxes = dems.map(({ boxDeg }) => boxDeg);
  const lon =
    boxes.length === 1 && boxes[0]!.eastDeg - boxes[0]!.westDeg + joinDeg < 360
      ? nearGreenwich(boxes[0]!)
      : lonSpanAround(boxes, joinDeg);
  return {
    ...lon,
    southDeg: Math.min(...boxes.map(({ southDeg }) => southDeg)),
    northDeg: Math.max(...boxes.map(({ northDeg }) => northDeg)),
  };
}

/**
 * The part of a box that is asked for; both may cross the antimeridian.
 *
 * @returns `undefined` if they share no area
 */
export function boxAskedFor(covered: GeoBoxDeg, asked: GeoBoxDeg): GeoBoxDeg | undefined {
  if (covered.eastDeg - covered.westDeg >= 360) {
    const lon = asked.eastDeg - asked.westDeg >= 360 ? spanOf(covered) : nearGreenwich(asked);
    return boxIntersection({ ...covered, ...lon }, { ...asked, ...lon });
  }
  const shares = [-360, 0, 360].flatMap((turnDeg) => {
    const [westDeg, eastDeg] = [asked.westDeg + turnDeg, asked.eastDeg + turnDeg];
    return boxIntersection(covered, { ...asked, westDeg, eastDeg }) ?? [];
  });
  return shares.sort((a, b) => b.eastDeg - b.westDeg - (a.eastDeg - a.westDeg))[0];
}

/** Posts over a box: on the first model's own pixels where it is geographic and fine enough. */
export function postGridOver(
  dems: readonly PlacedDem[],
  box: GeoBoxDeg,
  finestStepDeg: number,
): PostGrid {
  const [pixelLonDeg, pixelLatDeg] = finestPixelDeg(dems);
  const stepLonDeg = Math.max(pixelLonDeg, finestStepDeg);
  const stepLatDeg = Math.max(pixelLatDeg, finestStepDeg);
  const first = dems[0]!.boxDeg;
  const northDeg =
    first.northDeg - Math.round((first.northDeg - box.northDeg) / stepLatDeg) * stepLatDeg;
  const rows = Math.max(2, 1 + Math.round((northDeg - box.southDeg) / stepLatDeg));
  const isRing = box.eastDeg - box.westDeg >= 360;
  if (isRing) {
    const cols = RING_DIVISOR * Math.ceil(360 / stepLonDeg / RING_DIVISOR - 1e-6);
    const ring = { westDeg: box.westDeg, stepLonDeg: 360 / cols, cols, isRing };
    return { ...ring, northDeg, stepLatDeg, rows };
  }
  const westDeg =
    first.westDeg + Math.round((box.westDeg - first.westDeg) / stepLonDeg) * stepLonDeg;
  const cols = Math.max(2, 1 + Math.round((box.eastDeg - westDeg) / stepLonDeg));
  return { westDeg, northDeg, stepLonDeg, stepLatDeg, cols, rows, isRing };
}

/** Closest distance of pixels among some models, along longitude and latitude. */
export function finestPixelDeg(dems: readonly PlacedDem[]): readonly [number, number] {
  let [lonDeg, latDeg] = [Infinity, Infinity];
  for (const { source, boxDeg } of dems) {
    // Round a pole a circle of pixels is as long as pi times its diameter.
    const isRoundPole = !source.isGeographicWgs84 && boxDeg.eastDeg - boxDeg.westDeg >= 360;
    const across = Math.max(1, source.cols - 1) * (isRoundPole ? Math.PI : 1);
    lonDeg = Math.min(lonDeg, (boxDeg.eastDeg - boxDeg.westDeg) / across);
    latDeg = Math.min(latDeg, (boxDeg.northDeg - boxDeg.southDeg) / Math.max(1, source.rows - 1));
  }
  return [lonDeg, latDeg];
}

/** Widest seam between neighbouring models that is no gap. */
export function joinDegOf(dems: readonly PlacedDem[]): number {
  return JOIN_PIXELS * Math.max(...dems.map((dem) => finestPixelDeg([dem])[0]));
}

/** Box of a grid: of its outermost posts, a whole turn if it is a ring. */
export function gridBox(grid: PostGrid): GeoBoxDeg {
  const { westDeg, northDeg, stepLonDeg, stepLatDeg, cols, rows, isRing } = grid;
  return {
    westDeg,
    southDeg: northDeg - (rows - 1) * stepLatDeg,
    eastDeg: isRing ? westDeg + 360 : westDeg + (cols - 1) * stepLonDeg,
    northDeg,
  };
}

function borderPixels(cols: number, rows: number): readonly (readonly [number, number])[] {
  const [right, bottom] = [cols - 0.5, rows - 0.5];
  const along = (i: number, length: number) => 0.5 + (i / BORDER_STEPS) * (length - 1);
  const steps = Array.from({ length: BORDER_STEPS }, (_, i) => i);
  return [
    ...steps.map((i) => [along(i, cols), 0.5] as const),
    ...steps.map((i) => [right, along(i, rows)] as const),
    ...steps.map((i) => [cols - along(i, cols), bottom] as const),
    ...steps.map((i) => [0.5, rows - along(i, rows)] as const),
    [0.5, 0.5],
  ];
}

/** A border that winds round a pole has it inside: the box takes in every longitude. */
function boxAroundPole(latsDeg: readonly number[]): GeoBoxDeg {
  const isNorth = latsDeg.reduce((sum, latDeg) => sum + latDeg, 0) > 0;
  return {
    westDeg: -180,
    southDeg: isNorth ? Math.min(...latsDeg) : -90,
    eastDeg: 180,
    northDeg: isNorth ? 90 : Math.max(...latsDeg),
  };
}

function shortestTurnDeg(turnDeg: number): number {
  return turnDeg - 360 * Math.round(turnDeg / 360);
}

function spanOf({ westDeg, eastDeg }: LonSpan): LonSpan {
  return { westDeg, eastDeg };
}
