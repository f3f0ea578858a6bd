import { findPartial, PartialFile, removePartials } from '../../io/partial-file';
import { answerOf, type FileAnswer } from './answer';
import { type FetchClock, pauseMs } from './backoff';
import { contentProblem } from './content-check';
import type { ElevationSource } from './elevation-sources';
import { FetchFault, gaveUp } from './fetch-faults';
import { guardedRequest } from './guarded-request';

export interface FetchFileOptions {
  readonly content: ElevationSource['content'];
  readonly clock: FetchClock;
  /** Longest silence of a connection. */
  readonly stallMs: number;
  /** Failures in a row, none of them bringing new bytes, before giving up. */
  readonly maxTries: number;
  readonly signal: AbortSignal;
  /**
   * Told of every change: bytes here, and the file's size where the server says it.
   * `startBytes` were here before the first try.
   */
  onBytes(hereBytes: number, sizeBytes: number | undefined, startBytes: number): void;
}

/** How a file ended: whole in its place, or not there at the source. */
export type FileOutcome =
  | { readonly type: 'fetched'; readonly sizeBytes: number }
  | { readonly type: 'missing' };

interface Job {
  readonly url: string;
  readonly path: string;
  readonly options: FetchFileOptions;
  readonly startBytes: number;
  /** The most bytes a try has brought so far: more is progress, and patience begins anew. */
  mostBytes: number;
}

/**
 * Fetches one file to its place: goes on from its `.part`, checks length and content, flushes,
 * renames. Tries again with growing pauses as long as that can help.
 *
 * @param path - nothing is at this path until all is there and right
 * @throws AssetError `fetch-unreachable`, `fetch-corrupt` after the last try; `fetch-refused` at
 * once for a client error other than 404, 408, 429
 */
export async function fetchFile(
  url: string,
  path: string,
  options: FetchFileOptions,
): Promise<FileOutcome> {
  const startBytes = (await findPartial(path))?.sizeBytes ?? 0;
  const job: Job = { url, path, options, startBytes, mostBytes: startBytes };
  for (let failures = 0; ; ) {
    const before = job.mostBytes;
    try {
      return await tryOnce(job);
    } catch (error) {
      if (!(error instanceof FetchFault)) throw error;
      failures = job.mostBytes > before ? 1 : failures + 1;
      if (failures >= options.maxTries) throw gaveUp(url, error, failures);
      const { clock, signal } = options;
      await clock.sleepMs(pauseMs(failures, error.askedMs, clock.random()), signal);
    }
  }
}

async function tryOnce(job: Job): Promise<FileOutcome> {
  const { url, path, options } = job;
  const partial = await findPartial(path);
  const headers: Record<string, string> = { 'accept-encoding': 'identity' };
  if (partial !== undefined) {
    headers['range'] = `bytes=${partial.sizeBytes}-`;
    headers['if-range'] = partial.validator;
  }
  let answer: FileAnswer | undefined;
  let file: PartialFile | undefined;
  try {
    await guardedRequest(
      url,
      headers,
      options.stallMs,
      options.signal,
      async (response) => {
        answer = answerOf(url, response, partial, options.clock.nowMs());
        if (answer.type === 'stale') await removePartials(path);
        if (answer.type !== 'body') return false;
        file = await PartialFile.open(path, answer.validator, answer.startBytes);
        tell(job, file, answer.sizeBytes);
        return answer.startBytes !== answer.sizeBytes;
      },
      async (bytes) => {
        if (file === undefined || answer?.type !== 'body') return;
        await file.append(bytes);
        tell(job, file, answer.sizeBytes);
      },
    );
    if (answer?.type === 'missing') return await missing(path);
    if (answer?.type !== 'body' || file === undefined) {
      throw new FetchFault('fetch-corrupt', 'the file at the source changed under way');
    }
    return await putInPlace(path, file, answer.sizeBytes, options.content);
  } finally {
    await file?.close();
  }
}

async function missing(path: string): Promise<FileOutcome> {
  await removePartials(path);
  return { type: 'missing' };
}

async function putInPlace(
  path: string,
  file: PartialFile,
  sizeBytes: number | undefined,
  content: ElevationSource['content'],
): Promise<FileOutcome> {
  const hereBytes = file.sizeBytes;
  if (sizeBytes !== undefined && hereBytes < sizeBytes) {
    throw new FetchFault('fetch-corrupt', `${hereBytes} of ${sizeBytes} bytes`);
  }
  const isTooLong = sizeBytes !== undefined && hereBytes > sizeBytes;
  const problem = isTooLong
    ? `${hereBytes} bytes for ${sizeBytes}`
    : await contentProblem(content, file);
  if (problem !== undefined) {
    await file.close();
    await removePartials(path);
    throw new FetchFault('fetch-corrupt', problem);
  }
  await file.finish();
  return { type: 'fetched', sizeBytes: hereBytes };
}

function tell(job: Job, file: PartialFile, sizeBytes: number | undefined): void {
  job.mostBytes = Math.max(job.mostBytes, file.sizeBytes);
  job.options.onBytes(file.sizeBytes, sizeBytes, job.startBytes);
}
