import { ProjectError } from '#core/errors';
import { findMaster, isStandIn, panoramaIds } from '../panorama/panorama-files';
import { ensurePanoramaPreview } from '../panorama/panorama-preview';
import { ensurePanoramaTiles } from '../panorama/panorama-tiles';
import { sweepBuilt } from '../panorama/sweep-built';

export interface PanoramaBuilderOptions {
  readonly rootDir: string;
  readonly signal?: AbortSignal;
  /** Told of what goes wrong while building; a visitor only sees that the file is missing. */
  onProblem(panoramaId: string, error: unknown): void;
}

/**
 * Builds panoramas while the server runs: what a visitor waits for first, everything else behind.
 */
export class PanoramaBuilder {
  readonly #options: PanoramaBuilderOptions;
  /** Visitors waiting for tiles; the background pauses while there are any. */
  #waiting = 0;
  /** Ids that failed, with the master they failed on, so that each is tried and told once. */
  readonly #failed = new Map<string, string>();

  constructor(options: PanoramaBuilderOptions) {
    this.#options = options;
  }

  /**
   * Holds until a file under `built/` is there, or cannot be.
   *
   * @param file - `<hash8>/<path>`
   */
  async ensureFile(panoramaId: string, file: string): Promise<void> {
    const { rootDir } = this.#options;
    const master = await findMaster(rootDir, panoramaId).catch(noMaster);
    // An address of another master can never be built from this one.
    if (master === undefined || !file.startsWith(`${master.hash8}/`)) return;
    if (this.#failed.get(panoramaId) === master.hash8) return;
    const name = file.slice(master.hash8.length + 1);
    this.#waiting++;
    try {
      if (isStandIn(name)) {
        await ensurePanoramaPreview(rootDir, panoramaId);
      } else {
        await ensurePanoramaTiles(rootDir, panoramaId, undefined, this.#options.signal);
      }
    } catch (error) {
      this.#failed.set(panoramaId, master.hash8);
      this.#options.onProblem(panoramaId, error);
    } finally {
      this.#waiting--;
    }
  }

  /**
   * Builds all that is missing, one panorama after the other, behind what visitors wait for, and
   * sweeps what was built from earlier masters.
   */
  async buildAll(): Promise<void> {
    const { rootDir, signal, onProblem } = this.#options;
    for (const id of await panoramaIds(rootDir)) {
      while (this.#waiting > 0 && signal?.aborted !== true) await pause(PAUSE_MS);
      if (signal?.aborted === true) return;
      await ensurePanoramaTiles(rootDir, id, undefined, signal)
        .then(() => sweepBuilt(rootDir, id))
        .catch((error: unknown) => {
          if (signal?.aborted !== true) onProblem(id, error);
        });
    }
  }
}

const PAUSE_MS = 250;

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs));
}

function noMaster(error: unknown): undefined {
  if (error instanceof ProjectError) return undefined;
  throw error;
}
