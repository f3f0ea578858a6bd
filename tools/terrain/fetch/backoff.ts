import { setTimeout as wait } from 'node:timers/promises';

/** Time and chance, so that tests need neither. */
export interface FetchClock {
  /** Milliseconds since 1970, for dates in answers. */
  nowMs(): number;
  /** In [0, 1). */
  random(): number;
  /** Rejects with the signal's reason when aborted. */
  sleepMs(durationMs: number, signal: AbortSignal): Promise<void>;
}

/** The clock on the wall. */
export const SYSTEM_CLOCK: FetchClock = {
  nowMs: () => Date.now(),
  random: () => Math.random(),
  sleepMs: async (durationMs, signal) => {
    await wait(durationMs, undefined, { signal }).catch(() => undefined);
    signal.throwIfAborted();
  },
};

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** A server may ask for more patience than we choose ourselves, but not for an hour. */
const LONGEST_ASKED_PAUSE_MS = 300_000;

/**
 * How long to wait before trying again: doubling from half a second to half a minute, half of it
 * left to chance so that many clients do not come back together.
 *
 * @param failures - failures so far, 1 or more
 * @param askedMs - what the server asked for: never less than that
 * @param random - in [0, 1)
 */
export function pauseMs(failures: number, askedMs: number | undefined, random: number): number {
  const fullMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));
  const ownMs = fullMs * (0.5 + random / 2);
  return Math.max(ownMs, Math.min(askedMs ?? 0, LONGEST_ASKED_PAUSE_MS));
}

/**
 * Reads a `Retry-After` header: seconds or a date.
 *
 * @returns `undefined` where there is none or it says nothing
 * @see RFC 9110 section 10.2.3
 */
export function retryAfterMs(header: string | null, nowMs: number): number | undefined {
  if (header === null || header.trim() === '') return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const dateMs = Date.parse(header);
  return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - nowMs);
}
