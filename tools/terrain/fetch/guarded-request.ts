import { FetchFault } from './fetch-faults';

/**
 * Asks for an address and hands out the body piece by piece, giving up when nothing comes for too
 * long. What the network does wrong is a FetchFault; errors of `onAnswer` and `onBytes` pass.
 *
 * @param stallMs - longest silence, before the answer and between two pieces
 * @param onAnswer - says whether the body is wanted
 * @throws the signal's reason when aborted
 */
export async function guardedRequest(
  url: string,
  headers: Readonly<Record<string, string>>,
  stallMs: number,
  signal: AbortSignal,
  onAnswer: (response: Response) => Promise<boolean>,
  onBytes: (bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  signal.throwIfAborted();
  const inner = new AbortController();
  const stop = () => inner.abort(signal.reason);
  signal.addEventListener('abort', stop);
  const wait = <T>(work: Promise<T>) => within(work, stallMs, inner, signal);
  try {
    const response = await wait(fetch(url, { headers, signal: inner.signal }));
    if (!(await onAnswer(response)) || response.body === null) return;
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await wait(reader.read());
      if (done) return;
      await onBytes(value);
    }
  } finally {
    signal.removeEventListener('abort', stop);
    // Ends the connection of a body that was not read to its end.
    inner.abort();
  }
}

async function within<T>(
  work: Promise<T>,
  stallMs: number,
  inner: AbortController,
  signal: AbortSignal,
): Promise<T> {
  let isStalled = false;
  const timer = setTimeout(() => {
    isStalled = true;
    inner.abort();
  }, stallMs);
  try {
    return await work;
  } catch (error) {
    signal.throwIfAborted();
    const message = isStalled ? `nothing came for ${stallMs / 1000} s` : networkText(error);
    throw new FetchFault('fetch-unreachable', message, undefined, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** `fetch` says only "fetch failed": what it means is its cause. */
function networkText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause;
  if (!(cause instanceof Error)) return error.message;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  return cause.message === '' ? (code ?? error.message) : cause.message;
}
