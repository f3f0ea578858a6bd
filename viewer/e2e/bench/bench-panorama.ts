import { cpus } from 'node:os';
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
const BARE_CSS =
  'html, body { margin: 0 } #viewer { position: fixed; inset: 0 } button { position: fixed; z-index: 9 }';

interface Times {
  readonly previewMs: number;
  readonly sharpMs: number;
}

async function bareBundle(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT_DIR,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: {
        entry: join(ROOT_DIR, 'viewer/e2e/bench/bare-psv.ts'),
        formats: ['iife'],
        name: 'bare',
      },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new TypeError('Expected a bundle of the bare page, found none.');
  return chunk.code;
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    viewport: SIZE,
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
    bypassCSP: true,
  });
  return context.newPage();
}

async function clearCache(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.detach();
}

async function ours(browser: Browser, baseUrl: string): Promise<Times> {
  const page = await newPage(browser);
  await page.goto(`${baseUrl}?quality=lean&lang=vi&panorama=${FROM_ID}`);
  await page.waitForSelector(`html[data-shown-panorama="${FROM_ID}"][data-panorama="${FROM_ID}"]`, {
    state: 'attached',
  });
  await page.getByRole('button', { name: 'Tất cả ảnh 360°' }).click();
  await page.waitForLoadState('networkidle');
  await clearCache(page);
  const times = await page.evaluate(async (id) => {
    const root = document.documentElement;
    const button = document.querySelector<HTMLElement>(`[data-go-to-panorama="${id}"]`);
    const result = { previewMs: 0, sharpMs: 0 };
    const done = new Promise<void>((resolve) => {
      new MutationObserver(() => {
        const nowMs = performance.now();
        if (root.dataset['shownPanorama'] === id && result.previewMs === 0) {
          result.previewMs = -1;
          requestAnimationFrame(() => {
            result.previewMs = performance.now() - startMs;
          });
        }
        if (root.dataset['panorama'] === id) {
          result.sharpMs = nowMs - startMs;
          resolve();
        }
      }).observe(root, { attributes: true });
    });
    const startMs = performance.now();
    button?.click();
    await done;
    while (result.previewMs <= 0) await new Promise((resolve) => requestAnimationFrame(resolve));
    return result;
  }, TO_ID);
  await page.context().close();
  return times;
}

async function bare(
  browser: Browser,
  baseUrl: string,
  bundle: string,
  details: { readonly from: PanoramaDetail; readonly to: PanoramaDetail },
): Promise<Times> {
  const page = await newPage(browser);
  await page.goto(`${baseUrl}manifest.webmanifest`);
  await page.setContent('<!doctype html><html><body></body></html>');
  const css = await readText(join(ROOT_DIR, 'node_modules/@photo-sphere-viewer/core/index.css'));
  await page.addStyleTag({ content: `${css}\n${BARE_CSS}` });
  await page.addScriptTag({ content: bundle });
  let times: Times = { previewMs: 0, sharpMs: 0 };
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
    await page.waitForLoadState('networkidle');
    await clearCache(page);
    await page.evaluate(() => document.querySelector('button')?.click());
    await page.waitForFunction(() => {
      const { bareTimes } = window as unknown as { bareTimes: Partial<Times> };
      return bareTimes.sharpMs !== undefined && bareTimes.previewMs !== undefined;
    });
    times = await page.evaluate(() => (window as unknown as { bareTimes: Times }).bareTimes);
  }
  await page.context().close();
  return times;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

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
  const bundle = await bareBundle();
  const details = {
    from: await detailOf(server.url, FROM_ID),
    to: await detailOf(server.url, TO_ID),
  };
  const pairs: { readonly ours: Times; readonly bare: Times }[] = [];
  for (let pair = 0; pair < PAIRS; pair++) {
    // Whoever is first changes, so that neither has the warmer machine.
    const isOursFirst = pair % 2 === 0;
    const first = isOursFirst ? await ours(browser, server.url) : null;
    const other = await bare(browser, server.url, bundle, details);
    pairs.push({ ours: first ?? (await ours(browser, server.url)), bare: other });
  }
  console.log(`${cpus().length} cores, SwiftShader, ${SIZE.width}x${SIZE.height}, ${PAIRS} pairs`);
  for (const what of ['previewMs', 'sharpMs'] as const) {
    const oursMs = median(pairs.map((pair) => pair.ours[what]));
    const bareMs = median(pairs.map((pair) => pair.bare[what]));
    const ratio = median(pairs.map((pair) => pair.ours[what] / pair.bare[what]));
    console.log(
      `${what}: ours ${oursMs.toFixed(0)}, bare ${bareMs.toFixed(0)}, median of pair ratios ${ratio.toFixed(2)}`,
    );
  }
} finally {
  await browser.close();
  await server.close();
}
