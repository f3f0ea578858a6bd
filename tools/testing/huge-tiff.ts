import { deflateBytes } from '../io/compress';
import { writeInto } from '../io/files';

/** Shape of a {@link writeHugeTiff} file. */
export interface HugeTiffShape {
  readonly tilePx: number;
  /** Tiles along each side. */
  readonly tiles: number;
  readonly westDeg: number;
  readonly northDeg: number;
  readonly stepDeg: number;
}

/** Different tiles that a file repeats. */
const PATTERNS = 9;

const SHORT = 3;
const LONG = 4;
const DOUBLE = 12;
const BYTES_OF: Readonly<Record<number, number>> = { [SHORT]: 2, [LONG]: 4, [DOUBLE]: 8 };

/**
 * Writes a GeoTIFF of 32-bit heights of any size in a small file: nine packed tiles (plains, hills
 * of several heights, one with a void in it), each named by many places of the tile table. Whoever
 * reads it unpacks the whole volume.
 *
 * @returns bytes of pixels that the file stands for
 */
export async function writeHugeTiff(file: string, shape: HugeTiffShape): Promise<number> {
  const { tilePx, tiles, westDeg, northDeg, stepDeg } = shape;
  const patterns = Array.from({ length: PATTERNS }, (_, i) => deflateBytes(pattern(i, tilePx)));
  const starts: number[] = [];
  let at = 8;
  for (const bytes of patterns) {
    starts.push(at);
    at += bytes.length;
  }
  at += at % 2;
  const chosen = Array.from({ length: tiles * tiles }, (_, i) => {
    return ((i % tiles) * 7 + Math.floor(i / tiles) * 5) % PATTERNS;
  });
  const side = tilePx * tiles;
  const directory = ifd(at, [
    [256, LONG, [side]],
    [257, LONG, [side]],
    [258, SHORT, [32]],
    [259, SHORT, [8]],
    [262, SHORT, [1]],
    [277, SHORT, [1]],
    [322, SHORT, [tilePx]],
    [323, SHORT, [tilePx]],
    [324, LONG, chosen.map((i) => starts[i] ?? 0)],
    [325, LONG, chosen.map((i) => patterns[i]?.length ?? 0)],
    [339, SHORT, [3]],
    [33550, DOUBLE, [stepDeg, stepDeg, 0]],
    [33922, DOUBLE, [0, 0, 0, westDeg, northDeg, 0]],
    [34735, SHORT, [1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326]],
  ]);
  const head = Buffer.alloc(8);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(at, 4);
  const padding = Buffer.alloc(at - 8 - patterns.reduce((sum, bytes) => sum + bytes.length, 0));
  await writeInto(file, Buffer.concat([head, ...patterns, padding, directory]));
  return side * side * 4;
}

/** Hills that are level along the tile's edge, so that any two tiles meet. */
function pattern(number: number, tilePx: number): Buffer {
  const heights = new Float32Array(tilePx * tilePx);
  const swell = Float64Array.from(
    { length: tilePx },
    (_, i) => Math.sin((Math.PI * i) / tilePx) ** 2,
  );
  const waves = Float64Array.from({ length: tilePx }, (_, i) =>
    Math.sin((2 * Math.PI * i * (number + 1)) / tilePx),
  );
  for (let i = 0; i < heights.length; i++) {
    const [x, y] = [i % tilePx, Math.floor(i / tilePx)];
    const rise = (swell[x] ?? 0) * (swell[y] ?? 0);
    const rough = 1 + 0.2 * (waves[x] ?? 0) * (waves[y] ?? 0);
    heights[i] = 500 + 180 * number * rise * rough;
    if (number === PATTERNS - 1 && rise > 0.8) heights[i] = Number.NaN;
  }
  return Buffer.from(heights.buffer);
}

type Entry = readonly [tag: number, type: number, values: readonly number[]];

/** An image file directory that starts at a byte of the file. */
function ifd(start: number, entries: readonly Entry[]): Buffer {
  const table = Buffer.alloc(2 + entries.length * 12 + 4);
  table.writeUInt16LE(entries.length, 0);
  const blocks: Buffer[] = [];
  let next = start + table.length;
  for (const [i, [tag, type, values]] of entries.entries()) {
    const at = 2 + i * 12;
    const bytes = packed(type, values);
    table.writeUInt16LE(tag, at);
    table.writeUInt16LE(type, at + 2);
    table.writeUInt32LE(values.length, at + 4);
    if (bytes.length <= 4) bytes.copy(table, at + 8);
    else {
      table.writeUInt32LE(next, at + 8);
      blocks.push(bytes);
      next += bytes.length;
    }
  }
  return Buffer.concat([table, ...blocks]);
}

function packed(type: number, values: readonly number[]): Buffer {
  const size = BYTES_OF[type] ?? 1;
  const bytes = Buffer.alloc(size * values.length);
  for (const [i, value] of values.entries()) {
    if (type === SHORT) bytes.writeUInt16LE(value, i * size);
    else if (type === LONG) bytes.writeUInt32LE(value, i * size);
    else bytes.writeDoubleLE(value, i * size);
  }
  return bytes;
}
