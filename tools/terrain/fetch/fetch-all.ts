import { join } from 'node:path';
import { ProjectError } from '#core/errors';
import type { Progress } from '../../io/progress';
import { type FetchClock, SYSTEM_CLOCK } from './backoff';
import { ELEVATION_SOURCES } from './elevation-sources';
import { type FetchFileOptions, fetchFile } from './fetch-file';
import { estimatedBytes, type FetchPlan } from './fetch-plan';
import { FetchTally } from './fetch-tally';
import type { FetchTile } from './fetch-tile';
import { megabytesText } from './megabytes-text';

export interface FetchAllOptions {
  readonly outDir: string;
  /** No slash at the end. */
  readonly baseUrl: string;
  /** Files at the same time. */
  readonly parallel: number;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly clock?: FetchClock;
  readonly stallMs?: number;
  readonly maxTries?: number;
}

export const FETCH_DEFAULTS = {
  parallel: 4,
  stallMs: 30_000,
  maxTries: 6,
} as const;

/** After so many files in a row that failed nothing is asked any more. */
const HOPELESS_FAILURES = 8;

/** A file that could not be had. */
export interface FetchFailure {
  readonly tile: FetchTile;
  readonly error: ProjectError;
}

/** How a round of fetching ended. */
export interface FetchSummary {
  readonly fetched: readonly FetchTile[];
  /** Not there at the source: sea. */
  readonly missing: readonly FetchTile[];
  readonly failed: readonly FetchFailure[];
  /** Left alone after too many failures in a row. */
  readonly untried: readonly FetchTile[];
  /** Bytes that came in this round. */
  readonly bytes: number;
}

/**
 * Fetches tiles, several at a time. A file that fails does not stop the others; what was fetched
 * stays.
 *
 * @param tiles - what is not there yet, see `lackingTiles`
 * @throws the signal's reason when aborted; then only whole files and `.part` files are there
 */
export async function fetchAll(
  plan: FetchPlan,
  tiles: readonly FetchTile[],
  options: FetchAllOptions,
): Promise<FetchSummary> {
  const label = `${plan.source}, about ${megabytesText(estimatedBytes(tiles))}`;
  const tally = new FetchTally(tiles, options.progress, label);
  const round = new FetchRound(plan, tiles, options, tally);
  const workers = Math.min(options.parallel, tiles.length);
  const ends = await Promise.allSettled(Array.from({ length: workers }, () => round.work()));
  options.signal.throwIfAborted();
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  const summary = round.summary();
  if (summary.failed.length === 0) tally.finish();
  return summary;
}

/** What the workers of one round share. */
class FetchRound {
  readonly #plan: FetchPlan;
  readonly #queue: FetchTile[];
  readonly #options: FetchAllOptions;
  readonly #tally: FetchTally;
  readonly #fetched: FetchTile[] = [];
  readonly #missing: FetchTile[] = [];
  readonly #failed: FetchFailure[] = [];
  #failuresInRow = 0;
  /** A fault of ours or of the disk: the other workers end after their file. */
  #isBroken = false;

  constructor(
    plan: FetchPlan,
    tiles: readonly FetchTile[],
    options: FetchAllOptions,
    tally: FetchTally,
  ) {
    this.#plan = plan;
    this.#queue = [...tiles].reverse();
    this.#options = options;
    this.#tally = tally;
  }

  async work(): Promise<void> {
    while (!this.#isBroken && this.#failuresInRow < HOPELESS_FAILURES) {
      const tile = this.#queue.pop();
      if (tile === undefined) return;
      try {
        await this.#fetch(tile);
        this.#failuresInRow = 0;
      } catch (error) {
        if (!(error instanceof ProjectError)) {
          this.#isBroken = true;
          throw error;
        }
        this.#failuresInRow++;
        this.#failed.push({ tile, error });
      }
      this.#tally.settled(tile);
    }
  }

  summary(): FetchSummary {
    return {
      fetched: this.#fetched,
      missing: this.#missing,
      failed: this.#failed,
      untried: [...this.#queue].reverse(),
      bytes: this.#tally.doneBytes,
    };
  }

  async #fetch(tile: FetchTile): Promise<void> {
    const { outDir, baseUrl } = this.#options;
    const url = `${baseUrl}/${tile.urlPath}`;
    const outcome = await fetchFile(url, join(outDir, tile.path), this.#fileOptions(tile));
    (outcome.type === 'missing' ? this.#missing : this.#fetched).push(tile);
  }

  #fileOptions(tile: FetchTile): FetchFileOptions {
    const { clock, stallMs, maxTries, signal } = this.#options;
    return {
      content: ELEVATION_SOURCES[this.#plan.source].content,
      clock: clock ?? SYSTEM_CLOCK,
      stallMs: stallMs ?? FETCH_DEFAULTS.stallMs,
      maxTries: maxTries ?? FETCH_DEFAULTS.maxTries,
      signal,
      onBytes: (hereBytes, sizeBytes, startBytes) =>
        this.#tally.bytes(tile, hereBytes, sizeBytes, startBytes),
    };
  }
}
