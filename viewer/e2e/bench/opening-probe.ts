/** What the probe wrote down about one opening, in milliseconds after the click. */
export interface OpeningLog {
  readonly previewMs: number;
  readonly sharpMs: number;
  /** Pictures that went to the graphics card: width, and when a frame with them was shown. */
  readonly uploads: readonly { readonly widthPx: number; readonly shownMs: number }[];
  readonly requests: readonly {
    readonly url: string;
    readonly startMs: number;
    readonly endMs: number;
  }[];
  /** Frames that the panorama's canvas drew, and their calls altogether. */
  readonly frames: number;
  readonly drawCalls: number;
  /** Tasks of over 50 ms. */
  readonly longTasks: readonly { readonly startMs: number; readonly durationMs: number }[];
}

/**
 * Watches the graphics calls of a PSV canvas, ours or a bare one, so that both are measured by the
 * same thing: what is on the screen. The preview is there in the frame after the one that drew the
 * first picture uploaded since the click, the tiles in view in the frame after the one that drew the
 * last. A script of its own: it runs in the page before anything else does.
 */
export interface OpeningProbe {
  /** Clicks, and answers when no picture has been uploaded for a while. */
  open(button: HTMLElement): Promise<OpeningLog>;
}

const QUIET_MS = 1500;
const SMALLEST_PX = 200;

interface Upload {
  readonly widthPx: number;
  shownMs: number;
}

let uploads: Upload[] = [];
let unshown: Upload[] = [];
let drawCalls = 0;
let frameCalls: number[] = [];
let lastUploadMs = 0;

function endFrame(): void {
  const nowMs = performance.now();
  for (const upload of unshown) upload.shownMs = nowMs;
  unshown = [];
  frameCalls.push(drawCalls);
  drawCalls = 0;
}

function noteUpload(source: unknown): void {
  const width: unknown =
    typeof source === 'object' && source !== null ? Reflect.get(source, 'width') : null;
  if (typeof width !== 'number' || width < SMALLEST_PX) return;
  const upload = { widthPx: width, shownMs: Number.NaN };
  uploads.push(upload);
  unshown.push(upload);
  lastUploadMs = performance.now();
}

function noteDraw(): void {
  if (drawCalls === 0) requestAnimationFrame(endFrame);
  drawCalls += 1;
}

function watch(
  name: 'texImage2D' | 'texSubImage2D' | 'drawElements' | 'drawArrays',
  note: (lastArgument: unknown) => void,
): void {
  const original = WebGL2RenderingContext.prototype[name] as (...args: unknown[]) => void;
  Object.assign(WebGL2RenderingContext.prototype, {
    [name](this: WebGL2RenderingContext, ...args: unknown[]) {
      Reflect.apply(original, this, args);
      const { canvas } = this;
      const isPanorama = canvas instanceof HTMLCanvasElement && canvas.className === 'psv-canvas';
      if (isPanorama) note(args.at(-1));
    },
  });
}

async function open(button: HTMLElement): Promise<OpeningLog> {
  uploads = [];
  frameCalls = [];
  performance.clearResourceTimings();
  const longTasks: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => longTasks.push(...list.getEntries()));
  observer.observe({ type: 'longtask' });
  const startMs = performance.now();
  lastUploadMs = startMs;
  button.click();
  while (uploads.length < 2 || performance.now() - lastUploadMs < QUIET_MS) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  observer.disconnect();
  const shown = uploads.map(({ widthPx, shownMs }) => ({ widthPx, shownMs: shownMs - startMs }));
  return {
    previewMs: shown[0]?.shownMs ?? Number.NaN,
    sharpMs: Math.max(...shown.map(({ shownMs }) => shownMs)),
    uploads: shown,
    requests: (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map(
      ({ name, startTime, responseEnd }) => ({
        url: name,
        startMs: startTime - startMs,
        endMs: responseEnd - startMs,
      }),
    ),
    frames: frameCalls.length,
    drawCalls: frameCalls.reduce((a, b) => a + b, 0),
    longTasks: longTasks.map(({ startTime, duration }) => ({
      startMs: startTime - startMs,
      durationMs: duration,
    })),
  };
}

watch('texImage2D', noteUpload);
watch('texSubImage2D', noteUpload);
watch('drawElements', noteDraw);
watch('drawArrays', noteDraw);
const probe: OpeningProbe = { open };
Object.assign(window, { openingProbe: probe });
