import { join } from 'node:path';
import { postBlockCount } from '../io/post-file';
import type { Progress } from '../io/progress';
import { runInWorkers } from '../io/worker-pool';
import { type DemMosaic, demEmpty, type MosaicRequest, mosaicHeights } from './dem-mosaic';
import { fillVoids } from './fill-voids';
import { filledPosts, halvedPosts } from './halve-posts';
import type { HeightField } from './height-field';
import { LevelPosts } from './level-posts';
import { gridBox, type PostGrid, type PostWindow } from './post-grid';
import { levelSizes, type PostLevel, type PostPyramid, type PostStore } from './post-pyramid';
import { halvingWindows, readingWindows } from './pyramid-windows';
import type { PyramidJob, PyramidWorkerSetup } from './pyramid-worker';

/** Levels up to this size are held in memory: with all coarser ones 128 MB. */
export const MEMORY_POSTS_DEFAULT = 24_000_000;

/** Where and how a pyramid is built. */
export interface BuildPyramidOptions {
  /** Folder for the levels that memory does not hold. */
  readonly scratchDir: string;
  /** Levels of more posts than this lie in files. */
  readonly memoryPosts: number;
  readonly progress: Progress;
  readonly signal?: AbortSignal | undefined;
  readonly threads?: number | undefined;
}

/** All resolutions of a field that is in memory, on shared memory. */
export function pyramidOfField(field: HeightField): PostPyramid {
  const { boxDeg, cols, rows } = field;
  const grid: PostGrid = {
    westDeg: boxDeg.westDeg,
    northDeg: boxDeg.northDeg,
    stepLonDeg: (boxDeg.eastDeg - boxDeg.westDeg) / (cols - 1),
    stepLatDeg: (boxDeg.northDeg - boxDeg.southDeg) / (rows - 1),
    cols,
    rows,
    isRing: false,
  };
  const levels = levelSizes(grid).map((size, i): PostLevel => {
    const heights = i === 0 ? onSharedMemory(field.heightsOrthometricM) : sharedHeights(size);
    return { ...size, store: { type: 'memory', heights } };
  });
  const posts = levels.map((level) => new LevelPosts(level));
  for (let i = 1; i < posts.length; i++) halveHere(posts[i - 1]!, posts[i]!);
  return { ...boxDeg, isRing: false, levels };
}

/**
 * Reads elevation models into all resolutions, voids filled smoothly from around. What memory does
 * not hold goes to files, read and written in blocks by all threads; the heights are the same
 * however a level is held or cut.
 *
 * @throws AssetError `dem-empty`, `dem-unreadable` and others of reading
 */
export async function pyramidOfDems(
  request: MosaicRequest,
  mosaic: DemMosaic,
  options: BuildPyramidOptions,
): Promise<PostPyramid> {
  const { grid } = mosaic;
  const sizes = levelSizes(grid);
  const levels = sizes.map((size, i): PostLevel => {
    const isHeld = i === sizes.length - 1 || size.cols * size.rows <= options.memoryPosts;
    return { ...size, store: isHeld ? inMemory(size) : inFile(options.scratchDir, i, size) };
  });
  const posts = levels.map((level) => new LevelPosts(level));
  try {
    const work = new PyramidWork(request, mosaic, levels, posts, options);
    await work.readFinest();
    for (let i = 1; i < levels.length; i++) await work.halve(i);
    const last = levels[levels.length - 1]!;
    const unknown = fillVoids(heightsOf(last.store), last.cols, last.rows);
    if (unknown === last.cols * last.rows) throw demEmpty(request.files);
    for (let i = levels.length - 2; i >= 0; i--) await work.fill(i);
  } finally {
    for (const level of posts) level.close();
  }
  return { ...gridBox(grid), isRing: grid.isRing, levels };
}

/** The steps of {@link pyramidOfDems}: in this thread what memory holds, else in all of them. */
class PyramidWork {
  readonly #request: MosaicRequest;
  readonly #mosaic: DemMosaic;
  readonly #levels: readonly PostLevel[];
  readonly #posts: readonly LevelPosts[];
  readonly #options: BuildPyramidOptions;

  constructor(
    request: MosaicRequest,
    mosaic: DemMosaic,
    levels: readonly PostLevel[],
    posts: readonly LevelPosts[],
    options: BuildPyramidOptions,
  ) {
    this.#request = request;
    this.#mosaic = mosaic;
    this.#levels = levels;
    this.#posts = posts;
    this.#options = options;
  }

  async readFinest(): Promise<void> {
    const { grid, dems } = this.#mosaic;
    const windows = readingWindows(grid, dems);
    if (this.#isInFile(0)) {
      const jobs = windows.map((window): PyramidJob => ({ type: 'read', window }));
      return this.#runJobs(jobs, 'reading elevation');
    }
    for (const [i, window] of windows.entries()) {
      this.#options.signal?.throwIfAborted();
      this.#posts[0]!.write(window, await mosaicHeights(this.#mosaic, window));
      this.#options.progress.report('reading elevation', i + 1, windows.length);
    }
  }

  async halve(to: number): Promise<void> {
    if (!this.#isInFile(to)) return halveHere(this.#posts[to - 1]!, this.#posts[to]!);
    const windows = halvingWindows(this.#levels[to]!);
    const jobs = windows.map((window): PyramidJob => ({ type: 'halve', to, window }));
    await this.#runJobs(jobs, 'halving elevation');
  }

  async fill(level: number): Promise<void> {
    const posts = this.#posts[level]!;
    const windows = posts.voidWindows();
    if (this.#isInFile(level)) {
      const jobs = windows.map((window): PyramidJob => ({ type: 'fill', level, window }));
      await this.#runJobs(jobs, 'filling voids');
      posts.forget();
      return;
    }
    for (const window of windows) {
      posts.write(window, filledPosts(posts, this.#posts[level + 1]!, window));
    }
  }

  async #runJobs(jobs: readonly PyramidJob[], label: string): Promise<void> {
    const { progress, signal, threads } = this.#options;
    const setup: PyramidWorkerSetup = { request: this.#request, levels: this.#levels };
    let done = 0;
    await runInWorkers<PyramidJob, boolean>(
      new URL('./pyramid-worker.ts', import.meta.url),
      setup,
      jobs,
      {
        ...(signal && { signal }),
        ...(threads && { threads }),
        onResult: () => progress.report(label, ++done, jobs.length),
      },
    );
  }

  #isInFile(level: number): boolean {
    return this.#levels[level]!.store.type === 'file';
  }
}

function halveHere(finer: LevelPosts, coarser: LevelPosts): void {
  for (const window of halvingWindows(coarser.level)) {
    coarser.write(window, halvedPosts(finer, window));
  }
}

type LevelSize = Pick<PostWindow, 'cols' | 'rows'>;

function inMemory(size: LevelSize): PostStore {
  return { type: 'memory', heights: sharedHeights(size) };
}

function inFile(scratchDir: string, level: number, { cols, rows }: LevelSize): PostStore {
  const kinds = new Uint8Array(new SharedArrayBuffer(postBlockCount(cols, rows)));
  return { type: 'file', file: join(scratchDir, `level-${level}.posts`), kinds };
}

function heightsOf(store: PostStore): Float32Array {
  if (store.type === 'memory') return store.heights;
  throw new TypeError('Expected the coarsest level in memory, got a file.');
}

function sharedHeights({ cols, rows }: LevelSize): Float32Array {
  return new Float32Array(new SharedArrayBuffer(cols * rows * Float32Array.BYTES_PER_ELEMENT));
}

function onSharedMemory(heights: Float32Array): Float32Array {
  if (heights.buffer instanceof SharedArrayBuffer) return heights;
  const shared = new Float32Array(new SharedArrayBuffer(heights.byteLength));
  shared.set(heights);
  return shared;
}
