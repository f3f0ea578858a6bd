import { join } from 'node:path';
import { type TileId, tilePath } from '#core/tiles/tile-id';
import { pathExists } from '../io/files';
import { SILENT_PROGRESS } from '../io/progress';
import { isTileSetCurrent } from '../io/tile-set';
import { WorkerService } from '../io/worker-service';
import { PAINT_SCRIPT } from './build-imagery';
import type { PaintWorkerResult, PaintWorkerSetup } from './paint-worker';
import { isPlannedTile, type PicturePlan } from './picture-plan';

/** How a {@link TilePainter} paints. */
export interface TilePainterOptions {
  /** Root of the project; tiles go into its tilesets. */
  readonly rootDir: string;
  /** What a set is painted from; `undefined` for sets that cannot be painted here. */
  planOf(id: string): Promise<PicturePlan | undefined>;
  /** Threads that paint. */
  readonly threads?: number;
  /** Tiles that may wait; the oldest is given up for a new one. */
  readonly queueLimit?: number;
}

/**
 * What became of a wish for a tile: `painted` now, `there` already, `given-up` because nobody waits
 * for it any more or too many others do, or `not-ours`: no tile of a picture that can be painted
 * from what lies here.
 */
export type TileOutcome = 'painted' | 'there' | 'given-up' | 'not-ours';

const DEFAULT_THREADS = 2;
const DEFAULT_QUEUE_LIMIT = 96;

interface OpenPicture {
  readonly service: WorkerService<TileId, PaintWorkerResult>;
}

/**
 * Paints single tiles of relief pictures into their sets, as a full build would: the same bytes in
 * the same place. What the painter reads of the land is loaded when the first tile is asked for,
 * and kept.
 */
export class TilePainter {
  readonly #options: TilePainterOptions;
  readonly #plans = new Map<string, Promise<PicturePlan | undefined>>();
  readonly #opening = new Map<string, Promise<OpenPicture>>();
  readonly #painting = new Map<string, Promise<TileOutcome>>();

  constructor(options: TilePainterOptions) {
    this.#options = options;
  }

  /** Whether a set's deeper tiles can be painted here: the set is of its plan's content. */
  async canPaint(id: string): Promise<boolean> {
    return (await this.#planOf(id)) !== undefined;
  }

  /**
   * Makes sure that one tile is there; two wishes for the same tile paint it once.
   *
   * @param signal - gives up waiting; a tile that is being painted is finished
   * @throws what goes wrong while painting
   */
  async paint(id: string, tile: TileId, signal?: AbortSignal): Promise<TileOutcome> {
    const { rootDir } = this.#options;
    if (await pathExists(join(rootDir, 'tilesets', id, `${tilePath(tile)}.webp`))) return 'there';
    const key = `${id}/${tilePath(tile)}`;
    const already = this.#painting.get(key);
    // Whoever began may give up; then the tile is begun again for the one who still waits.
    if (already) {
      const outcome = await already;
      if (outcome !== 'given-up' || signal?.aborted === true) return outcome;
      return this.paint(id, tile, signal);
    }
    const painting = this.#paintNew(id, tile, signal).finally(() => this.#painting.delete(key));
    this.#painting.set(key, painting);
    return painting;
  }

  /** Ends the threads and forgets the land. */
  async close(): Promise<void> {
    const opening = [...this.#opening.values()];
    this.#opening.clear();
    for (const picture of await Promise.allSettled(opening)) {
      if (picture.status === 'fulfilled') await picture.value.service.close();
    }
  }

  async #paintNew(id: string, tile: TileId, signal?: AbortSignal): Promise<TileOutcome> {
    const plan = await this.#planOf(id);
    const deepest = plan?.paintableLevel ?? -1;
    if (plan === undefined || tile.z > deepest || !isPlannedTile(plan.boxDeg, tile)) {
      return 'not-ours';
    }
    const { service } = await this.#open(id, plan);
    const result = await service.ask(tile, signal);
    return result === undefined ? 'given-up' : 'painted';
  }

  /** The plan of a set, if the set that stands in its place is of the plan's content. */
  async #planOf(id: string): Promise<PicturePlan | undefined> {
    // One plan for all requests: code and facts do not change under a server that runs.
    let planned = this.#plans.get(id);
    if (planned === undefined) {
      planned = this.#options.planOf(id);
      this.#plans.set(id, planned);
    }
    const plan = await planned;
    if (plan === undefined) return undefined;
    const folder = join(this.#options.rootDir, 'tilesets', id);
    return (await isTileSetCurrent(folder, plan.contentHash)) ? plan : undefined;
  }

  /** Threads for a picture, started when its first tile is asked for. */
  #open(id: string, plan: PicturePlan): Promise<OpenPicture> {
    const open = this.#opening.get(id);
    if (open !== undefined) return open;
    const opening = this.#start(id, plan);
    this.#opening.set(id, opening);
    opening.catch(() => this.#opening.delete(id));
    return opening;
  }

  async #start(id: string, plan: PicturePlan): Promise<OpenPicture> {
    const { rootDir, threads = DEFAULT_THREADS, queueLimit = DEFAULT_QUEUE_LIMIT } = this.#options;
    const folder = join(rootDir, 'tilesets', id);
    const setup: PaintWorkerSetup = { ...(await plan.load(SILENT_PROGRESS)), folder };
    const options = { threads, queueLimit };
    return { service: new WorkerService(PAINT_SCRIPT, setup, options) };
  }
}
