import { join } from 'node:path';
import type { TileId } from '#core/tiles/tile-id';
import { readPictureDescription, withPaintableLevels } from '../imagery/picture-description';
import type { PicturePlan } from '../imagery/picture-plan';
import { sketchPlanAside } from '../imagery/sketch-plan-aside';
import { TilePainter } from '../imagery/tile-painter';

export interface ReliefPainterOptions {
  readonly rootDir: string;
  /** What a set is painted from; the sketch's pictures by default. */
  readonly planOf?: (tilesetId: string) => Promise<PicturePlan | undefined>;
  /** Threads that paint; two by default. */
  readonly threads?: number;
  /** Told of what goes wrong while painting; a visitor only sees that the tile is missing. */
  onProblem(tilesetId: string, error: unknown): void;
}

/**
 * Paints the deeper levels of relief pictures while the server runs: each tile when it
 * is first asked for.
 */
export class ReliefPainter {
  readonly #options: ReliefPainterOptions;
  readonly #painter: TilePainter;
  /** Ids that failed: tried and told once. */
  readonly #failed = new Set<string>();

  constructor(options: ReliefPainterOptions) {
    this.#options = options;
    const { rootDir, threads, planOf = (id: string) => sketchPlanAside(rootDir, id) } = options;
    this.#painter = new TilePainter({ rootDir, planOf, ...(threads && { threads }) });
  }

  /**
   * What `imagery.json` of a set says while this painter serves it.
   *
   * @returns `undefined` if nothing can be painted there: the file on the disk is right as it is
   */
  async describe(tilesetId: string): Promise<string | undefined> {
    if (this.#failed.has(tilesetId)) return undefined;
    const folder = join(this.#options.rootDir, 'tilesets', tilesetId);
    const description = await readPictureDescription(folder);
    if (description?.paintableLevel === undefined) return undefined;
    if (!(await this.#try(tilesetId, () => this.#painter.canPaint(tilesetId)))) return undefined;
    return `${JSON.stringify(withPaintableLevels(description), null, 2)}\n`;
  }

  /** Holds until a tile is there, or cannot be. */
  async ensureTile(tilesetId: string, tile: TileId, signal?: AbortSignal): Promise<void> {
    if (this.#failed.has(tilesetId)) return;
    await this.#try(tilesetId, () => this.#painter.paint(tilesetId, tile, signal));
  }

  /** Ends the painting threads. */
  async close(): Promise<void> {
    await this.#painter.close();
  }

  async #try<T>(tilesetId: string, act: () => Promise<T>): Promise<T | undefined> {
    try {
      return await act();
    } catch (error) {
      this.#failed.add(tilesetId);
      this.#options.onProblem(tilesetId, error);
      return undefined;
    }
  }
}
