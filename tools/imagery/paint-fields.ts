import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { blurred, type MetricGrid } from '../terrain/blur';
import { type FieldLevel, type FieldPyramid, fieldPyramid } from '../terrain/field-pyramid';
import { bilinear, createHeightField, type HeightField } from '../terrain/height-field';
import { fractalNoise } from '../terrain/sketch/noise';
import { conditionedHeights } from './condition-heights';
import { hillTops, steepness } from './land-forms';
import { lightAcrossRidges } from './light-direction';
import type { StyleName } from './palette';
import { DUSK_SUN_AZIMUTH_RAD } from './shading';
import { horizonRise, skyView } from './sky-view';

/** Everything the painter reads of the land, in all resolutions; plain data on shared memory. */
export interface PaintFields {
  readonly boxDeg: GeoBoxDeg;
  readonly heights: FieldPyramid;
  /** Forms of about 1 and 4 km. */
  readonly middleForm: FieldPyramid;
  readonly largeForm: FieldPyramid;
  /** Height of the hill tops around: what lies deep below it lies in haze. */
  readonly tops: FieldPyramid;
  /** Share of the sky that is seen, 0..1, over some 3 km and some 20 km. */
  readonly skyNear: FieldPyramid;
  readonly skyFar: FieldPyramid;
  /** Unit vector to the main light, east and north. */
  readonly lightEast: FieldPyramid;
  readonly lightNorth: FieldPyramid;
  /** Root mean square slope of the country around, a ratio. */
  readonly steepness: FieldPyramid;
  /** Slow unevenness of the plant cover, about -1..1. */
  readonly coverNoise: FieldPyramid;
  /** 0..1 */
  readonly karst: FieldPyramid;
  readonly plain: FieldPyramid;
  readonly sea: FieldPyramid;
  /** Where terraces are known to be, whatever the rule says, 0..1. */
  readonly terraces: FieldPyramid;
  /** Standing water found in the heights, 0..1; where there is any. */
  readonly lake: FieldPyramid | undefined;
  /** Tangent of the horizon towards the evening sun; only for the dusk picture. */
  readonly duskHorizon: FieldPyramid | undefined;
}

/** What is known of the land besides its heights; on the posts of the field. */
export interface LandMasks {
  readonly karst?: HeightField;
  readonly plain?: HeightField;
  readonly sea?: HeightField;
  readonly terraces?: HeightField;
  readonly lake?: HeightField;
}

/** Posts of the slow fields, of the middle forms, and of sky and shadow are about this far apart. */
const SLOW_STEP_DEG = 1 / 90;
const HALF_STEP_DEG = 1 / 180;
const SKY_STEP_DEG = 1 / 360;

const SKY_NEAR = { directions: 8, reachPosts: [1, 2, 4, 8] };
const SKY_FAR = { directions: 16, reachPosts: [1, 2, 3, 5, 8, 12, 18] };

/** Steps towards the evening sun, posts: some 25 km. */
const SHADOW_REACH = [1, 2, 3, 4, 5, 7, 9, 11, 14, 17, 21, 26, 32, 40, 50, 62, 78];

/** Derives every field the painter reads from a height field. */
export function paintFields(
  field: HeightField,
  masks: LandMasks = {},
  style: StyleName = 'day',
): PaintFields {
  const raw = fieldPyramid(field);
  const slow = levelNear(raw, SLOW_STEP_DEG);
  const slowGrid = metricGrid(slow, field.boxDeg);
  const steep = steepness(slowGrid, slow.values);
  const heights = conditioned(field, slow, steep);
  const half = levelNear(heights, HALF_STEP_DEG);
  const halfGrid = metricGrid(half, field.boxDeg);
  const sky = levelNear(heights, SKY_STEP_DEG);
  const skyGrid = metricGrid(sky, field.boxDeg);
  const onSlow = (values: Float32Array) => pyramidOf(heights, slow, values);
  const onSky = (values: Float32Array) => pyramidOf(heights, sky, values);
  const light = lightAcrossRidges(slowGrid, slow.values);
  const flat = new Float32Array(slow.values.length);
  const mask = (given: HeightField | undefined) => (given ? fieldPyramid(given) : onSlow(flat));
  const duskRad = Math.PI / 2 - DUSK_SUN_AZIMUTH_RAD;
  return {
    boxDeg: field.boxDeg,
    heights,
    middleForm: pyramidOf(heights, half, blurred(halfGrid, half.values, 800)),
    largeForm: onSlow(blurred(slowGrid, slow.values, 2600)),
    tops: onSlow(hillTops(slowGrid, slow.values)),
    skyNear: onSky(skyView(skyGrid, sky.values, SKY_NEAR)),
    skyFar: onSlow(skyView(slowGrid, slow.values, SKY_FAR)),
    lightEast: onSlow(light.east),
    lightNorth: onSlow(light.north),
    steepness: onSlow(steep),
    coverNoise: onSlow(coverNoise(slowGrid)),
    karst: mask(masks.karst),
    plain: mask(masks.plain),
    sea: mask(masks.sea),
    terraces: mask(masks.terraces),
    lake: masks.lake && fieldPyramid(masks.lake),
    duskHorizon:
      style === 'dusk' ? onSky(horizonRise(skyGrid, sky.values, duskRad, SHADOW_REACH)) : undefined,
  };
}

function conditioned(field: HeightField, slow: FieldLevel, steep: Float32Array): FieldPyramid {
  const colShare = (slow.cols - 1) / (field.cols - 1);
  const rowShare = (slow.rows - 1) / (field.rows - 1);
  const values = conditionedHeights(field, (col, row) =>
    bilinear(steep, slow.cols, slow.rows, col * colShare, row * rowShare),
  );
  return fieldPyramid(createHeightField(field.boxDeg, field.cols, field.rows, values));
}

function levelNear(pyramid: FieldPyramid, stepDeg: number): FieldLevel {
  const finest = pyramid.levels[0]!.stepLatDeg;
  const wanted = Math.max(0, Math.round(Math.log2(stepDeg / finest)));
  return pyramid.levels[Math.min(wanted, pyramid.levels.length - 1)]!;
}

function metricGrid(level: FieldLevel, box: GeoBoxDeg): MetricGrid {
  const middleRad = (((box.southDeg + box.northDeg) / 2) * Math.PI) / 180;
  return {
    cols: level.cols,
    rows: level.rows,
    colStepM: level.stepLonDeg * 111_320 * Math.cos(middleRad),
    rowStepM: level.stepLatDeg * 110_760,
  };
}

/** A pyramid over values on the posts of one resolution of another. */
function pyramidOf(base: FieldPyramid, level: FieldLevel, values: Float32Array): FieldPyramid {
  const box = {
    westDeg: base.westDeg,
    northDeg: base.northDeg,
    eastDeg: base.westDeg + (level.cols - 1) * level.stepLonDeg,
    southDeg: base.northDeg - (level.rows - 1) * level.stepLatDeg,
  };
  return fieldPyramid(createHeightField(box, level.cols, level.rows, values));
}

function coverNoise(grid: MetricGrid): Float32Array {
  return Float32Array.from({ length: grid.cols * grid.rows }, (_, i) => {
    const xKm = ((i % grid.cols) * grid.colStepM) / 1000;
    const yKm = (Math.floor(i / grid.cols) * grid.rowStepM) / 1000;
    return fractalNoise(xKm / 24, yKm / 24, 401, 4, 0.6);
  });
}
