import type { Progress } from '../../io/progress';
import type { FetchTile } from './fetch-tile';

/**
 * Adds up the bytes of many files for one progress line. Guesses become sizes as answers come in;
 * bytes of an earlier run are not counted, so that the time left is right.
 */
export class FetchTally {
  readonly #progress: Progress;
  readonly #label: string;
  readonly #files = new Map<string, { doneBytes: number; wantedBytes: number }>();
  #doneBytes = 0;
  #wantedBytes = 0;

  constructor(tiles: readonly FetchTile[], progress: Progress, label: string) {
    this.#progress = progress;
    this.#label = label;
    for (const tile of tiles) this.#set(tile.path, 0, tile.estimatedBytes);
  }

  /** Bytes fetched by this run. */
  get doneBytes(): number {
    return this.#doneBytes;
  }

  /** @param sizeBytes - of the whole file, where known; @param startBytes - here before this run */
  bytes(tile: FetchTile, hereBytes: number, sizeBytes: number | undefined, startBytes: number) {
    const doneBytes = Math.max(0, hereBytes - startBytes);
    const size = sizeBytes ?? Math.max(hereBytes, tile.estimatedBytes);
    this.#set(tile.path, doneBytes, Math.max(doneBytes, size - startBytes));
    this.#report();
  }

  /** A file is done with: fetched, not there, or given up; nothing more comes. */
  settled(tile: FetchTile): void {
    const doneBytes = this.#files.get(tile.path)?.doneBytes ?? 0;
    this.#set(tile.path, doneBytes, doneBytes);
    this.#report();
  }

  /** All is here or not at the source; where files failed, the line stays open. */
  finish(): void {
    this.#progress.report(this.#label, 1, 1);
  }

  #set(path: string, doneBytes: number, wantedBytes: number): void {
    const before = this.#files.get(path) ?? { doneBytes: 0, wantedBytes: 0 };
    this.#doneBytes += doneBytes - before.doneBytes;
    this.#wantedBytes += wantedBytes - before.wantedBytes;
    this.#files.set(path, { doneBytes, wantedBytes });
  }

  #report(): void {
    // A full bar means done: the last file still has to be flushed and checked.
    const doneBytes = Math.min(this.#doneBytes, this.#wantedBytes - 1);
    if (doneBytes >= 0) this.#progress.report(this.#label, doneBytes, this.#wantedBytes);
  }
}
