import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { blurred, type MetricGrid } from '../terrain/blur';
import { type FieldLevel, type FieldPyramid, fieldPyramid } from '../terrain/field-pyramid';
import { createHeightField, type HeightField } from '../terrain/height-field';
import { fractalNoise } from '../terrain/sketch/noise';
import { lightAcrossRidges } from './light-direction';

/** Everything the painter reads of the land, in all resolutions; plain data on shared memory. */
export interface PaintFields {
  readonly boxDeg: GeoBoxDeg;
  readonly heights: FieldPyramid;
  /** Forms of about 1 and 4 km. */
  readonly middleForm: FieldPyramid;
  readonly largeForm: FieldPyramid;
  /** Height of the hill tops around: what lies deep below it lies in haze. */
  readonly tops: FieldPyramid;
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
}

/** What is known of the land besides its heights; on the posts of the field. */
export interface LandMasks {
  readonly karst?: HeightField;
  readonly plain?: HeightField;
  readonly sea?: HeightField;
}

/** Posts of the slow fields are about this far apart. */
const SLOW_STEP_DEG = 1 / 90;

/** Derives every field the painter reads from a height field. */
export function paintFields(field: HeightField, masks: LandMasks = {}): PaintFields {
  const heights = fieldPyramid(field);
  const half = levelNear(heights, SLOW_STEP_DEG / 2);
  const slow = levelNear(heights, SLOW_STEP_DEG);
  const slowGrid = metricGrid(slow, field.boxDeg);
  const halfGrid = metricGrid(half, field.boxDeg);
  const onSlow = (values: Float32Array) => pyramidOf(heights, slow, values);
  const light = lightAcrossRidges(slowGrid, slow.values);
  const flat = new Float32Array(slow.values.length);
  const mask = (given: HeightField | undefined) => (given ? fieldPyramid(given) : onSlow(flat));
  return {
    boxDeg: field.boxDeg,
    heights,
    middleForm: pyramidOf(heights, half, blurred(halfGrid, half.values, 800)),
    largeForm: onSlow(blurred(slowGrid, slow.values, 2600)),
    tops: onSlow(hillTops(slowGrid, slow.values)),
    lightEast: onSlow(light.east),
    lightNorth: onSlow(light.north),
    steepness: onSlow(steepness(slowGrid, slow.values)),
    coverNoise: onSlow(coverNoise(slowGrid)),
    karst: mask(masks.karst),
    plain: mask(masks.plain),
    sea: mask(masks.sea),
  };
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

/** A smooth sheet over the hill tops: highest within some 4 km, then blurred. */
function hillTops(grid: MetricGrid, heights: Float32Array): Float32Array {
  const reach = Math.max(1, Math.round(4_000 / grid.rowStepM));
  const across = slidingMaximum(heights, grid.cols, grid.rows, 1, grid.cols, reach);
  const down = slidingMaximum(across, grid.rows, grid.cols, grid.cols, 1, reach);
  return blurred(grid, down, 3_000);
}

function slidingMaximum(
  values: Float32Array,
  length: number,
  lines: number,
  step: number,
  lineStep: number,
  reach: number,
): Float32Array {
  const out = new Float32Array(values.length);
  for (let line = 0; line < lines; line++) {
    for (let i = 0; i < length; i++) {
      let highest = -Infinity;
      const to = Math.min(length - 1, i + reach);
      for (let k = Math.max(0, i - reach); k <= to; k++) {
        highest = Math.max(highest, values[line * lineStep + k * step]!);
      }
      out[line * lineStep + i * step] = highest;
    }
  }
  return out;
}

function steepness(grid: MetricGrid, heights: Float32Array): Float32Array {
  const { cols, rows } = grid;
  const squares = new Float32Array(heights.length);
  for (let row = 1; row < rows - 1; row++) {
    for (let col = 1; col < cols - 1; col++) {
      const at = row * cols + col;
      const east = (heights[at + 1]! - heights[at - 1]!) / (2 * grid.colStepM);
      const south = (heights[at + cols]! - heights[at - cols]!) / (2 * grid.rowStepM);
      squares[at] = east * east + south * south;
    }
  }
  return blurred(grid, squares, 1_500).map(Math.sqrt);
}

function coverNoise(grid: MetricGrid): Float32Array {
  return Float32Array.from({ length: grid.cols * grid.rows }, (_, i) => {
    const xKm = ((i % grid.cols) * grid.colStepM) / 1000;
    const yKm = (Math.floor(i / grid.cols) * grid.rowStepM) / 1000;
    return fractalNoise(xKm / 24, yKm / 24, 401, 4, 0.6);
  });
}
