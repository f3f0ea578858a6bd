import { useEffect, useState } from 'react';

/** Details on their way, there, or not to be had. */
export type Loading<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed' };

/**
 * Loads something when its address changes; an answer that comes too late is dropped.
 *
 * @param url - null for nothing to load
 * @param load - the same function each time
 */
export function useDetail<T>(
  url: string | null,
  load: (url: string, signal: AbortSignal) => Promise<T>,
): Loading<T> {
  const [state, setState] = useState<{ url: string | null; loading: Loading<T> }>({
    url: null,
    loading: { status: 'loading' },
  });
  useEffect(
    function loadDetail() {
      if (url === null) return;
      const abort = new AbortController();
      load(url, abort.signal).then(
        (value) => setState({ url, loading: { status: 'ready', value } }),
        () => {
          if (!abort.signal.aborted) setState({ url, loading: { status: 'failed' } });
        },
      );
      return () => abort.abort();
    },
    [url, load],
  );
  // Until the new answer is there, the old one must not pass for it.
  return state.url === url ? state.loading : { status: 'loading' };
}
