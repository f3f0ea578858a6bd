import { POST_BLOCK_SIDE, PostFile } from '../io/post-file';
import type { PostWindow } from './post-grid';
import type { PostLevel } from './post-pyramid';

/** Blocks that a thread keeps of one level: 16 MB, a row of tiles' worth and more. */
const BLOCKS_HELD = 64;

/** A piece of a level in memory: all of it, or one block of its file. */
interface Piece {
  readonly left: number;
  readonly top: number;
  /** Posts from one row to the next. */
  readonly stride: number;
  /** One beyond the last that the level has here. */
  readonly right: number;
  readonly bottom: number;
  readonly heights: Float32Array;
}

/** Reads and writes the heights of one level, wherever they are. One per thread. */
export class LevelPosts {
  readonly level: PostLevel;
  readonly #file: PostFile | undefined;
  readonly #blocksAcross: number;
  readonly #held = new Map<number, Piece>();
  #latest: Piece;

  constructor(level: PostLevel) {
    this.level = level;
    this.#blocksAcross = Math.ceil(level.cols / POST_BLOCK_SIDE);
    const { store, cols, rows } = level;
    const nothing = { left: 0, top: 0, stride: 0, right: 0, bottom: 0 };
    if (store.type === 'memory') {
      this.#latest = {
        ...nothing,
        stride: cols,
        right: cols,
        bottom: rows,
        heights: store.heights,
      };
    } else {
      this.#file = new PostFile(store.file, store.kinds);
      this.#latest = { ...nothing, heights: new Float32Array() };
    }
  }

  /**
   * Bilinear height, clamped at the edges; a ring goes on at its other end.
   *
   * @param col - in posts, 0 at the first column
   * @param row - in posts, 0 at the first row
   */
  bilinear(col: number, row: number): number {
    const { cols, rows, isRing } = this.level;
    const x = isRing ? col : Math.min(Math.max(col, 0), cols - 1);
    const y = Math.min(Math.max(row, 0), rows - 1);
    const col0 = isRing ? Math.floor(x) : Math.min(Math.floor(x), cols - 2);
    const row0 = Math.min(Math.floor(y), rows - 2);
    const fx = x - col0;
    const fy = y - row0;
    const { left, top, right, bottom, stride, heights } = this.#latest;
    if (col0 >= left && row0 >= top && col0 + 1 < right && row0 + 1 < bottom) {
      const at = (row0 - top) * stride + col0 - left;
      const north = heights[at]! + fx * (heights[at + 1]! - heights[at]!);
      const south =
        heights[at + stride]! + fx * (heights[at + stride + 1]! - heights[at + stride]!);
      return north + fy * (south - north);
    }
    const northWest = this.at(col0, row0);
    const southWest = this.at(col0, row0 + 1);
    const north = northWest + fx * (this.at(col0 + 1, row0) - northWest);
    const south = southWest + fx * (this.at(col0 + 1, row0 + 1) - southWest);
    return north + fy * (south - north);
  }

  /** Height of a post; rows beyond the edge are the last one, columns too unless it is a ring. */
  at(col: number, row: number): number {
    const { cols, rows, isRing } = this.level;
    const x = isRing ? (col + cols) % cols : Math.min(Math.max(col, 0), cols - 1);
    const y = Math.min(Math.max(row, 0), rows - 1);
    const piece = this.#pieceAt(x, y);
    return piece.heights[(y - piece.top) * piece.stride + x - piece.left]!;
  }

  /** Heights of a window, beyond the edges as {@link at} gives them. */
  read(window: PostWindow): Float32Array {
    const out = new Float32Array(window.cols * window.rows);
    const { cols } = this.level;
    for (let row = 0; row < window.rows; row++) {
      const y = Math.min(Math.max(window.top + row, 0), this.level.rows - 1);
      for (let col = 0; col < window.cols; ) {
        const x = window.left + col;
        const to = row * window.cols + col;
        if (x < 0 || x >= cols) {
          out[to] = this.at(x, y);
          col++;
          continue;
        }
        const piece = this.#pieceAt(x, y);
        const run = Math.min(window.cols - col, piece.right - x);
        const from = (y - piece.top) * piece.stride + x - piece.left;
        out.set(piece.heights.subarray(from, from + run), to);
        col += run;
      }
    }
    return out;
  }

  /**
   * Writes a window.
   *
   * @param window - inside the level; where it is in a file, whole blocks or up to the edge
   */
  write(window: PostWindow, heights: Float32Array): void {
    const { level } = this;
    if (level.store.type === 'memory') {
      for (let row = 0; row < window.rows; row++) {
        const line = heights.subarray(row * window.cols, (row + 1) * window.cols);
        level.store.heights.set(line, (window.top + row) * level.cols + window.left);
      }
      return;
    }
    for (let top = 0; top < window.rows; top += POST_BLOCK_SIDE) {
      for (let left = 0; left < window.cols; left += POST_BLOCK_SIDE) {
        this.#writeBlock(window, heights, left, top);
      }
    }
  }

  /** Blocks of the file in which a height is unknown, as windows; memory is one window. */
  voidWindows(): readonly PostWindow[] {
    const { cols, rows, store } = this.level;
    if (store.type === 'memory') {
      const isWhole = !store.heights.some((height) => Number.isNaN(height));
      return isWhole ? [] : [{ left: 0, top: 0, cols, rows }];
    }
    const windows: PostWindow[] = [];
    for (let block = 0; block < store.kinds.length; block++) {
      if (this.#file?.hasVoids(block)) windows.push(this.#blockWindow(block));
    }
    return windows;
  }

  /** Forgets what it holds: others may have written since. */
  forget(): void {
    this.#held.clear();
    if (this.#file !== undefined) this.#latest = { ...this.#latest, right: 0, bottom: 0 };
  }

  close(): void {
    this.#file?.close();
  }

  #pieceAt(col: number, row: number): Piece {
    const latest = this.#latest;
    const isInside = col >= latest.left && col < latest.right;
    if (isInside && row >= latest.top && row < latest.bottom) return latest;
    const across = Math.floor(col / POST_BLOCK_SIDE);
    const block = Math.floor(row / POST_BLOCK_SIDE) * this.#blocksAcross + across;
    const piece = this.#held.get(block) ?? this.#load(block);
    // The one used last is the last to go.
    this.#held.delete(block);
    this.#held.set(block, piece);
    this.#latest = piece;
    return piece;
  }

  #load(block: number): Piece {
    if (this.#file === undefined) throw new RangeError('Expected a post inside the level.');
    if (this.#held.size >= BLOCKS_HELD) {
      for (const oldest of this.#held.keys()) {
        this.#held.delete(oldest);
        break;
      }
    }
    const { left, top, cols, rows } = this.#blockWindow(block);
    const heights = this.#file.read(block);
    return { left, top, right: left + cols, bottom: top + rows, stride: POST_BLOCK_SIDE, heights };
  }

  #blockWindow(block: number): PostWindow {
    const left = (block % this.#blocksAcross) * POST_BLOCK_SIDE;
    const top = Math.floor(block / this.#blocksAcross) * POST_BLOCK_SIDE;
    const cols = Math.min(POST_BLOCK_SIDE, this.level.cols - left);
    const rows = Math.min(POST_BLOCK_SIDE, this.level.rows - top);
    return { left, top, cols, rows };
  }

  #writeBlock(window: PostWindow, heights: Float32Array, left: number, top: number): void {
    const cols = Math.min(POST_BLOCK_SIDE, window.cols - left);
    const rows = Math.min(POST_BLOCK_SIDE, window.rows - top);
    const block = new Float32Array(POST_BLOCK_SIDE * POST_BLOCK_SIDE);
    for (let row = 0; row < POST_BLOCK_SIDE; row++) {
      // Beyond the edge of the level the last posts again: no void where there is none.
      const from = (top + Math.min(row, rows - 1)) * window.cols + left;
      const to = row * POST_BLOCK_SIDE;
      block.set(heights.subarray(from, from + cols), to);
      block.fill(block[to + cols - 1]!, to + cols, to + POST_BLOCK_SIDE);
    }
    const across = (window.left + left) / POST_BLOCK_SIDE;
    const down = (window.top + top) / POST_BLOCK_SIDE;
    this.#file?.write(down * this.#blocksAcross + across, block);
  }
}
