import { sharedFloats } from './air-medium';
import type { CloudLayers } from './cloud-layers';

/** Clouds over the whole upper half of the sphere, seen from the eye; shared between threads. */
export interface CloudDome {
  readonly columns: number;
  readonly rows: number;
  /** Four numbers a point: light added (3), share of the clear sky that gets through. */
  readonly values: Float32Array;
  /** Share of a turn that is needed, from north over east, where that is not all of it. */
  readonly sector?: { readonly fromTurn: number; readonly toTurn: number };
}

/** Clouds are soft: finer than this shows nothing more. */
const MOST_COLUMNS = 4096;
/** Rows lie closer toward the horizon, where clouds are foreshortened. */
const ROW_CURVE = 1.35;

/** An empty dome for a picture, or for a sector of it. */
export function createCloudDome(widthPx: number, sector?: CloudDome['sector']): CloudDome {
  const columns = Math.min(MOST_COLUMNS, widthPx);
  const rows = Math.ceil(columns / 4);
  const values = sharedFloats(columns * rows * 4);
  return { columns, rows, values, ...(sector ? { sector } : {}) };
}

/** Rows of a dome, from the horizon up to an elevation. */
export function domeRowsTo({ rows }: CloudDome, pitchRad: number): number {
  const share = Math.min(1, Math.max(0, (2 * pitchRad) / Math.PI)) ** (1 / ROW_CURVE);
  return Math.min(rows, Math.ceil(share * (rows - 1)) + 2);
}

function pitchOfRow(row: number, rows: number): number {
  return ((row / (rows - 1)) ** ROW_CURVE * Math.PI) / 2;
}

/** Fills rows of the dome, from the horizon up. Toward the zenith columns crowd: fewer are drawn. */
export function fillDomeRows(
  { columns, rows, values, sector }: CloudDome,
  layers: CloudLayers,
  fromRow: number,
  toRow: number,
): void {
  const footprintRad = (2 * Math.PI) / columns;
  for (let row = fromRow; row < toRow; row++) {
    const pitchRad = Math.max(0.0008, pitchOfRow(row, rows));
    const stride = strideOf(Math.cos(pitchRad));
    for (let i = 0; i < columns; i += stride) {
      if (sector && !isInSector(i / columns - 0.5, sector)) continue;
      const seen = layers.look(pitchRad, headingOf(i, columns), footprintRad);
      values.set(seen, (row * columns + i) * 4);
    }
    if (stride > 1) spread(values, row * columns, columns, stride);
  }
}

function isInSector(turn: number, { fromTurn, toTurn }: NonNullable<CloudDome['sector']>): boolean {
  return (((turn - fromTurn) % 1) + 1) % 1 <= toTurn - fromTurn;
}

function headingOf(column: number, columns: number): number {
  return (column / columns - 0.5) * 2 * Math.PI;
}

function strideOf(flat: number): number {
  if (flat > 0.5) return 1;
  if (flat > 0.25) return 2;
  if (flat > 0.125) return 4;
  return 8;
}

/** Straight lines between the columns that were drawn. */
function spread(values: Float32Array, start: number, columns: number, stride: number): void {
  for (let i = 0; i < columns; i += stride) {
    const a = (start + i) * 4;
    const b = (start + ((i + stride) % columns)) * 4;
    for (let k = 1; k < stride; k++) {
      for (let c = 0; c < 4; c++) {
        values[a + k * 4 + c] = values[a + c]! + ((values[b + c]! - values[a + c]!) * k) / stride;
      }
    }
  }
}

/**
 * Reads the dome; below the horizon, as at it.
 *
 * @param out - light added (3), share of the clear sky that gets through
 */
export function domeAt(
  { columns, rows, values }: CloudDome,
  pitchRad: number,
  headingRad: number,
  out: Float64Array,
): Float64Array {
  const turns = headingRad / (2 * Math.PI) + 0.5;
  const fx = (turns - Math.floor(turns)) * columns;
  const fy = Math.min(
    rows - 1.001,
    (Math.max(0, pitchRad) / (Math.PI / 2)) ** (1 / ROW_CURVE) * (rows - 1),
  );
  const i = Math.floor(fx) % columns;
  const j = Math.floor(fy);
  const u = fx - Math.floor(fx);
  const v = fy - j;
  const next = (i + 1) % columns;
  const a = (j * columns + i) * 4;
  const b = (j * columns + next) * 4;
  const down = columns * 4;
  for (let c = 0; c < 4; c++) {
    const low = values[a + c]! + u * (values[b + c]! - values[a + c]!);
    const high = values[a + down + c]! + u * (values[b + down + c]! - values[a + down + c]!);
    out[c] = low + v * (high - low);
  }
  return out;
}
