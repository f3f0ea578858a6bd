import { join } from 'node:path';
import { halveRows } from '#core/panorama/halve-rows';
import type { PanoramaLevel } from '#core/panorama/tile-grid';
import { listFolder, makeFolder, movePath, writeInto } from '../io/files';
import { encodeJpeg, encodeWebp, type RawPicture } from '../io/picture';
import { tileExtension } from './built-hash';

/** Where the pixels of the finest level come from. */
export interface FinestRows {
  readonly widthPx: number;
  readRows(first: number, count: number): Promise<Uint8Array>;
}

export interface PyramidOptions {
  /** Folder of the work: one folder per level, by number. */
  readonly folder: string;
  readonly tileFormat: 'webp' | 'jpeg';
  /** Levels to write; the others only pass their pixels on. */
  readonly wanted: readonly number[];
  readonly signal: AbortSignal | undefined;
  onTile(): void;
}

/** 80 at effort 4 looks like the master at arm's length; measured in the commit that set it. */
const TILE_WEBP = { quality: 80, effort: 4 };
const TILE_JPEG_QUALITY = 82;
/** Encoders at work at once: more than the cores only costs memory. */
const TILES_AT_ONCE = 4;

/**
 * Writes the tiles of all levels in one walk from the top of the picture to its bottom: rows of
 * tiles are read once, halved for the level below, and forgotten. A pair of rows of tiles per level
 * is all that is in memory. Halving takes the mean of two by two pixels; blocks never reach over
 * the seam of the sphere, so it leaves no line there.
 *
 * Tiles are written beside and renamed, so each is whole or not there; those that are there from a
 * run before are not written again.
 *
 * @param levels - coarse to fine; the last one as wide as `finest`
 */
export async function writePyramid(
  finest: FinestRows,
  levels: readonly PanoramaLevel[],
  options: PyramidOptions,
): Promise<void> {
  const [coarsest] = levels;
  if (coarsest === undefined) return;
  const encoders = new TileEncoders(levels, options);
  await encoders.open();
  const last = levels.length - 1;
  const tilePx = coarsest.widthPx / coarsest.cols;
  const rowsOf = async (index: number, row: number, count: number): Promise<Uint8Array> => {
    options.signal?.throwIfAborted();
    const widthPx = levels[index]?.widthPx ?? 0;
    let pixels: Uint8Array;
    if (index === last) pixels = await finest.readRows(row * tilePx, count * tilePx);
    else {
      pixels = new Uint8Array(count * tilePx * widthPx * 3);
      for (let i = 0; i < count; i++) {
        const finer = await rowsOf(index + 1, 2 * (row + i), 2);
        halveRows(finer, widthPx * 2, pixels, i * tilePx * widthPx * 3);
      }
    }
    for (let i = 0; i < count; i++) {
      const from = i * tilePx * widthPx * 3;
      await encoders.addRow(index, row + i, pixels.subarray(from, from + tilePx * widthPx * 3));
    }
    return pixels;
  };
  try {
    for (let row = 0; row < coarsest.rows; row++) await rowsOf(0, row, 1);
  } finally {
    // All of them have to stop before anybody sweeps the folder away.
    await encoders.drain();
  }
  encoders.throwFirst();
}

class TileEncoders {
  readonly #levels: readonly PanoramaLevel[];
  readonly #options: PyramidOptions;
  readonly #extension: string;
  readonly #there = new Map<number, ReadonlySet<string>>();
  readonly #running = new Set<Promise<void>>();
  #error: unknown;

  constructor(levels: readonly PanoramaLevel[], options: PyramidOptions) {
    this.#levels = levels;
    this.#options = options;
    this.#extension = tileExtension(options);
  }

  /** Makes the folders and looks what is in them. */
  async open(): Promise<void> {
    for (const index of this.#options.wanted) {
      const folder = join(this.#options.folder, String(index));
      await makeFolder(folder);
      const names = (await listFolder(folder)).map(({ name }) => name);
      this.#there.set(index, new Set(names.filter((name) => !name.endsWith('.part'))));
    }
  }

  /** Takes on a row of tiles; waits while all encoders are at work. */
  async addRow(index: number, row: number, pixels: Uint8Array): Promise<void> {
    const level = this.#levels[index];
    const there = this.#there.get(index);
    if (level === undefined || there === undefined) return;
    for (let col = 0; col < level.cols; col++) {
      const name = `${col}_${row}.${this.#extension}`;
      if (there.has(name)) this.#options.onTile();
      else
        await this.#add(join(this.#options.folder, String(index), name), cut(pixels, level, col));
    }
  }

  async drain(): Promise<void> {
    await Promise.all(this.#running);
  }

  throwFirst(): void {
    if (this.#error !== undefined) throw this.#error;
  }

  async #add(path: string, tile: RawPicture): Promise<void> {
    while (this.#running.size >= TILES_AT_ONCE) await Promise.race(this.#running);
    this.throwFirst();
    this.#options.signal?.throwIfAborted();
    const work = this.#write(path, tile)
      .catch((error: unknown) => {
        this.#error ??= error;
      })
      .finally(() => this.#running.delete(work));
    this.#running.add(work);
  }

  async #write(path: string, tile: RawPicture): Promise<void> {
    const bytes =
      this.#options.tileFormat === 'jpeg'
        ? await encodeJpeg(tile, TILE_JPEG_QUALITY)
        : await encodeWebp(tile, TILE_WEBP);
    await writeInto(`${path}.part`, bytes);
    await movePath(`${path}.part`, path);
    this.#options.onTile();
  }
}

/** One tile of a row of tiles. */
function cut(pixels: Uint8Array, { widthPx, cols }: PanoramaLevel, col: number): RawPicture {
  const tilePx = widthPx / cols;
  const data = new Uint8Array(tilePx * tilePx * 3);
  for (let y = 0; y < tilePx; y++) {
    const at = (y * widthPx + col * tilePx) * 3;
    data.set(pixels.subarray(at, at + tilePx * 3), y * tilePx * 3);
  }
  return { data, widthPx: tilePx, heightPx: tilePx, channels: 3 };
}
