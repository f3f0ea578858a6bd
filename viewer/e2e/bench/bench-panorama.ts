import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { radFromDeg } from '#core/geo/angles';
import { yawFromHeading } from '#core/panorama/pose';
import type { PanoramaDetail, SceneIndex } from '#scene';
import { prepareSite } from '../../../tools/build/prepare-site';
import { consoleReport } from '../../../tools/build/step-report';
import { readText } from '../../../tools/io/files';
import { ROOT_DIR } from '../../../tools/io/root-dir';
import { startAppServer } from '../../../tools/serve/app-server';
import { PanoramaBuilder } from '../../../tools/serve/panorama-builder';
import { launchChromium } from '../../../tools/testing/launch-chromium';
import type { OpeningLog, OpeningProbe } from './opening-probe';

/**
 * From click to preview and from click to sharp tiles in view: our page beside a bare PSV page on
 * the same tiles, in turns, each time with an empty cache and a viewer that shows another picture
 * already. Prints medians and their ratio.
 *
 * `npx tsx viewer/e2e/bench/bench-panorama.ts [pairs]`
 */
const PAIRS = Number(process.argv[2] ?? 10);
const SIZE = { width: 1280, height: 720 };
const FROM_ID = 'pha-din-valley';
const TO_ID = 'fansipan-sunrise';
const REST_MS = 1500;
const BARE_CSS =
  'html, body { margin: 0 } #viewer { position: fixed; inset: 0 } button { position: fixed; z-index: 9 }';

/** A script for a page, made of one of the bench's own modules. */
async function pageScript(module: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT_DIR,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: {
        entry: join(ROOT_DIR, 'viewer/e2e/bench', module),
        formats: ['iife'],
        name: 'bench',
      },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new TypeError(`Expected a bundle of ${module}, found none.`);
  return chunk.code;
}

interface Bench {
  readonly browser: Browser;
  readonly baseUrl: string;
  readonly probeScript: string;
  readonly bareScript: string;
  readonly details: { readonly from: PanoramaDetail; readonly to: PanoramaDetail };
}

async function newPage({ browser, probeScript }: Bench): Promise<Page> {
  const context = await browser.newContext({
    viewport: SIZE,
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
    bypassCSP: true,
  });
  const page = await context.newPage();
  await page.addInitScript({ content: probeScript });
  return page;
}

/** Clicks a button with an empty cache and answers what was seen. */
async function openBy(page: Page, selector: string): Promise<OpeningLog> {
  await page.waitForLoadState('networkidle');
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.detach();
  // Whatever the last step set off is drawn, ours and bare.
  await page.waitForTimeout(REST_MS);
  return page.evaluate((clicked) => {
    const button = document.querySelector<HTMLElement>(clicked);
    if (!button) throw new Error(`Expected ${clicked}, found none.`);
    return (window as unknown as { openingProbe: OpeningProbe }).openingProbe.open(button);
  }, selector);
}

async function ours(bench: Bench): Promise<OpeningLog> {
  const page = await newPage(bench);
  await page.goto(`${bench.baseUrl}?quality=lean&lang=vi&panorama=${FROM_ID}`);
  await page.waitForSelector(`html[data-shown-panorama="${FROM_ID}"][data-panorama="${FROM_ID}"]`, {
    state: 'attached',
  });
  await page.getByRole('button', { name: 'Tất cả ảnh 360°' }).click();
  const log = await openBy(page, `[data-go-to-panorama="${TO_ID}"]`);
  await page.context().close();
  return log;
}

async function bare(bench: Bench): Promise<OpeningLog> {
  const { baseUrl, details } = bench;
  const page = await newPage(bench);
  await page.goto(`${baseUrl}manifest.webmanifest`);
  await page.setContent('<!doctype html><html><body></body></html>');
  const css = await readText(join(ROOT_DIR, 'node_modules/@photo-sphere-viewer/core/index.css'));
  await page.addStyleTag({ content: `${css}\n${BARE_CSS}` });
  await page.addScriptTag({ content: bench.bareScript });
  let log: OpeningLog | undefined;
  for (const detail of [details.from, details.to]) {
    const { firstView, image, pose } = detail;
    await page.evaluate((given) => Object.assign(window, given), {
      barePicture: {
        previewUrl: `${baseUrl}${image.previewUrl}`,
        tileUrlTemplate: `${baseUrl}${image.tileUrlTemplate}`,
      },
      bareLevels: image.levels.map(({ widthPx, cols, rows }) => ({ width: widthPx, cols, rows })),
      bareLook: {
        yaw: yawFromHeading(firstView.headingDeg, pose),
        pitch: radFromDeg(firstView.pitchDeg),
        zoom: (100 * (95 - firstView.verticalFovDeg)) / (95 - 20),
      },
    });
    log = await openBy(page, 'button');
  }
  await page.context().close();
  if (!log) throw new TypeError('Expected an opening, found none.');
  return log;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

interface Pair {
  readonly ours: OpeningLog;
  readonly bare: OpeningLog;
}

function report(pairs: readonly Pair[]): void {
  const load = loadavg()[0]?.toFixed(1);
  console.log(
    `${cpus().length} cores, load ${load}, SwiftShader, ${SIZE.width}x${SIZE.height}, ${pairs.length} pairs`,
  );
  const line = (name: string, read: (log: OpeningLog) => number): void => {
    const oursMedian = median(pairs.map((pair) => read(pair.ours)));
    const bareMedian = median(pairs.map((pair) => read(pair.bare)));
    const ratio = median(pairs.map((pair) => read(pair.ours) / read(pair.bare)));
    console.log(
      `${name}: ours ${oursMedian.toFixed(0)}, bare ${bareMedian.toFixed(0)}, median of pair ratios ${ratio.toFixed(2)}`,
    );
  };
  const isTile = ({ url }: { readonly url: string }): boolean =>
    url.includes(`${TO_ID}/`) && /\/\d+_\d+\.\w+$/.test(url);
  line('previewMs', (log) => log.previewMs);
  line('sharpMs', (log) => log.sharpMs);
  line('previewCameMs', (log) =>
    endOf(log, ({ url }) => url.includes(`${TO_ID}/`) && url.includes('/preview.')),
  );
  line('firstTileAskedMs', (log) =>
    Math.min(...log.requests.filter(isTile).map(({ startMs }) => startMs)),
  );
  line('lastTileCameMs', (log) => endOf(log, isTile));
  line('tiles', (log) => log.requests.filter(isTile).length);
  line('uploads', (log) => log.uploads.length);
  line('frames', (log) => log.frames);
  line('drawCalls', (log) => log.drawCalls);
  line('longTasksMs', (log) => log.longTasks.reduce((sum, { durationMs }) => sum + durationMs, 0));
}

/** When the last of some requests was answered. */
function endOf(
  { requests }: OpeningLog,
  isMeant: (request: OpeningLog['requests'][number]) => boolean,
): number {
  return Math.max(...requests.filter(isMeant).map(({ endMs }) => endMs));
}

async function detailOf(baseUrl: string, id: string): Promise<PanoramaDetail> {
  const index = (await (await fetch(`${baseUrl}scene/index.json`)).json()) as SceneIndex;
  const summary = index.panoramas.find((panorama) => panorama.id === id);
  return (await (await fetch(`${baseUrl}${summary?.detailUrl}`)).json()) as PanoramaDetail;
}

await prepareSite(ROOT_DIR, consoleReport());
const builder = new PanoramaBuilder({
  rootDir: ROOT_DIR,
  onProblem: (id, error) => console.error(id, error),
});
await builder.buildAll();
const server = await startAppServer({
  rootDir: ROOT_DIR,
  basePath: '/',
  host: '127.0.0.1',
  port: 0,
  ensurePanoramaFile: (id, file) => builder.ensureFile(id, file),
  onProblem: (error) => console.error(error),
});
const browser = await launchChromium();
try {
  const bench: Bench = {
    browser,
    baseUrl: server.url,
    probeScript: await pageScript('opening-probe.ts'),
    bareScript: await pageScript('bare-psv.ts'),
    details: {
      from: await detailOf(server.url, FROM_ID),
      to: await detailOf(server.url, TO_ID),
    },
  };
  const pairs: Pair[] = [];
  for (let pair = 0; pair < PAIRS; pair++) {
    // Whoever is first changes, so that neither has the warmer machine.
    const isOursFirst = pair % 2 === 0;
    const first = isOursFirst ? await ours(bench) : null;
    const other = await bare(bench);
    pairs.push({ ours: first ?? (await ours(bench)), bare: other });
  }
  report(pairs);
} finally {
  await browser.close();
  await server.close();
}
