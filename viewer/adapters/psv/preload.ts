import { panoramaTileUrl } from '#core/panorama/tile-grid';
import { tilesInView } from '#core/panorama/tiles-in-view';
import type { PanoramaNeighbour } from '../panorama-port';

interface Window {
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * Brings pictures that may be next into the browser's cache, one file after the other and only
 * when the page is idle: all previews first, then the tiles in view on arrival. A film is not
 * preloaded, nor are tiles where the visitor saves data.
 *
 * @returns what stops it and cancels the file on its way
 */
export function preloadWhenIdle(
  neighbours: readonly PanoramaNeighbour[],
  window: Window,
): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  void load(urlsOf(neighbours, window), signal);
  return () => abort.abort();
}

function urlsOf(neighbours: readonly PanoramaNeighbour[], window: Window): string[] {
  const previews = neighbours.map(({ picture }) => picture.previewUrl);
  if (savesData()) return previews;
  const tiles = neighbours.flatMap(({ picture, look }) => {
    if (picture.videoUrl !== null) return [];
    return tilesInView(picture.levels, picture.pose, { ...look, ...window }).map((tile) =>
      panoramaTileUrl(picture.tileUrlTemplate, tile),
    );
  });
  return [...previews, ...tiles];
}

async function load(urls: readonly string[], signal: AbortSignal): Promise<void> {
  for (const url of urls) {
    await idle();
    if (signal.aborted) return;
    try {
      const response = await fetch(url, { signal, priority: 'low' });
      await response.arrayBuffer();
    } catch {
      // Stopped, or not to be had now: when it is needed, it is asked for again and a failure told.
      if (signal.aborted) return;
    }
  }
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in globalThis)
      requestIdleCallback(() => resolve(), { timeout: 2000 });
    else setTimeout(resolve, 200);
  });
}

function savesData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  return (
    typeof connection === 'object' &&
    connection !== null &&
    Reflect.get(connection, 'saveData') === true
  );
}
