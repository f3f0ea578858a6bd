/** Loads pictures and decodes them beside the page's own thread, upside down as WebGL wants them. */
export interface PictureLoader {
  /** Begins to load what will be taken. */
  ahead(urls: readonly string[]): void;
  /** The same, the first alone: the others would only take its time. */
  aheadInTurn(urls: readonly string[]): Promise<void>;
  /**
   * A picture; it belongs to who took it, who closes it.
   *
   * @throws an AbortError when it was cancelled, any other error where it cannot be had
   */
  take(url: string): Promise<ImageBitmap>;
  /** Cancels what is on its way and frees what nobody took. */
  cancel(keeps?: (url: string) => boolean): void;
}

interface Coming {
  readonly abort: AbortController;
  readonly picture: Promise<ImageBitmap>;
  isTaken: boolean;
}

/** Makes a loader; each picture is asked for once, whoever asks first. */
export function createPictureLoader(): PictureLoader {
  const coming = new Map<string, Coming>();
  const begin = (url: string): Coming => {
    const known = coming.get(url);
    if (known) return known;
    const abort = new AbortController();
    const picture = load(url, abort.signal);
    const one = { abort, picture, isTaken: false };
    coming.set(url, one);
    const forget = (): void => {
      if (coming.get(url) === one && one.isTaken) coming.delete(url);
    };
    picture.then(forget, () => {
      // Whoever takes it is told; what nobody takes is asked for again when it is needed.
      if (coming.get(url) === one) coming.delete(url);
    });
    return one;
  };
  let cancels = 0;
  return {
    ahead(urls) {
      for (const url of urls) begin(url);
    },
    async aheadInTurn([first, ...others]) {
      const began = cancels;
      if (first !== undefined) await begin(first).picture.catch(() => undefined);
      if (began === cancels) for (const url of others) begin(url);
    },
    take(url) {
      const one = begin(url);
      one.isTaken = true;
      return one.picture.finally(() => {
        if (coming.get(url) === one) coming.delete(url);
      });
    },
    cancel(keeps = () => false) {
      cancels += 1;
      for (const [url, { abort, picture, isTaken }] of coming) {
        if (keeps(url)) continue;
        coming.delete(url);
        abort.abort();
        const close = (bitmap: ImageBitmap): void => bitmap.close();
        if (!isTaken) picture.then(close, () => undefined);
      }
    },
  };
}

async function load(url: string, signal: AbortSignal): Promise<ImageBitmap> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`Status ${response.status} for ${url}.`);
  const blob = await response.blob();
  signal.throwIfAborted();
  return createImageBitmap(blob, {
    imageOrientation: 'flipY',
    premultiplyAlpha: 'none',
    colorSpaceConversion: 'none',
  });
}
