import type { PanoramaDetail } from '#scene';
import { loadPanoramaDetail } from '../../adapters/net';

/** Details of panoramas; each is asked for once, whoever asks first, and kept with the page. */
export interface PanoramaDetails {
  /**
   * Details by their address.
   *
   * @param signal - who asks is told no more when it is aborted
   * @throws AssetError where they cannot be had; asked again, they are loaded again
   */
  load(url: string, signal: AbortSignal): Promise<PanoramaDetail>;
}

/** Makes an empty store of details. */
export function createPanoramaDetails(): PanoramaDetails {
  const known = new Map<string, Promise<PanoramaDetail>>();
  const begin = (url: string): Promise<PanoramaDetail> => {
    // A few kilobytes that others may wait for too: let them come.
    const coming = loadPanoramaDetail(url, new AbortController().signal);
    known.set(url, coming);
    coming.catch(() => known.delete(url));
    return coming;
  };
  return {
    async load(url, signal) {
      const detail = await (known.get(url) ?? begin(url));
      signal.throwIfAborted();
      return detail;
    },
  };
}
