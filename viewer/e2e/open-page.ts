import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { launchChromium } from '../../tools/testing/launch-chromium';

/** A page of the served application and what it did that it should not. */
export interface OpenPage {
  readonly page: Page;
  /** Requests that left the origin. */
  readonly foreignRequests: readonly string[];
  /** Tiles of panoramas that came as pictures. */
  readonly drawnTiles: readonly string[];
  /** Uncaught errors, violated policies, resium's complaints. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Settings of a page: weak computers' preset, so that frames come without a GPU. */
export const LEAN = 'quality=lean&lang=vi';

let browser: Browser | undefined;

/** Starts the browser all flows of a file share. */
export async function startBrowser(): Promise<void> {
  browser = await launchChromium();
}

/** Ends it. */
export async function stopBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

/** Opens an address in a fresh profile at 640x360. */
export async function openPage(
  url: string,
  options: {
    readonly reducedMotion?: 'reduce' | 'no-preference';
    /** As on a computer whose graphics card is blocked. */
    readonly hasNoWebgl?: boolean;
    /** As one who was never here: the offer of online terrain is made. */
    readonly isFirstVisit?: boolean;
    /** Done before the page goes anywhere. */
    readonly prepare?: (page: Page) => Promise<void>;
  } = {},
): Promise<OpenPage> {
  if (!browser) throw new TypeError('Expected startBrowser() before openPage().');
  const context = await browser.newContext({
    viewport: { width: 640, height: 360 },
    deviceScaleFactor: 1,
    reducedMotion: options.reducedMotion ?? 'reduce',
  });
  const page = await context.newPage();
  const origin = new URL(url).origin;
  const foreignRequests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    const { protocol, origin: target } = new URL(request.url());
    if (protocol.startsWith('http') && target !== origin) foreignRequests.push(request.url());
  });
  const drawnTiles: string[] = [];
  page.on('response', (response) => {
    const isPicture = response.headers()['content-type'] === 'image/webp';
    if (isPicture && /\/built\/.*\/\d+\/\d+_\d+\.webp$/.test(response.url())) {
      drawnTiles.push(response.url());
    }
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const text = message.text();
    const isBad = /Content Security Policy|read-only prop|was recreated/i.test(text);
    if (isBad) complaints.push(text);
  });
  await page.addInitScript(options.hasNoWebgl ? refuseContexts : countContexts);
  if (!options.isFirstVisit) await page.addInitScript(rememberNo);
  await options.prepare?.(page);
  await page.goto(url);
  return { page, foreignRequests, drawnTiles, complaints, close: () => context.close() };
}

/** Keeps every WebGL context of the page where the tests can count the living ones. */
function countContexts(): void {
  const contexts: WebGL2RenderingContext[] = [];
  const original = HTMLCanvasElement.prototype.getContext;
  Object.assign(globalThis, { arcContexts: contexts });
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: unknown[]) {
    const context = Reflect.apply(original, this, args) as RenderingContext | null;
    const isNew = context instanceof WebGL2RenderingContext && !contexts.includes(context);
    if (isNew) contexts.push(context);
    return context;
  } as typeof original;
}

/** The visitor said no to online terrain before; where storage is refused, so be it. */
function rememberNo(): void {
  try {
    localStorage.setItem('northwest-arc.online-terrain', 'no');
  } catch {
    // A test of its own looks at refused storage.
  }
}

/** Answers null for every WebGL context. */
function refuseContexts(): void {
  const original = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...args: unknown[]) {
    if (String(args[0]).startsWith('webgl')) return null;
    return Reflect.apply(original, this, args) as RenderingContext | null;
  } as typeof original;
}

/** Number of WebGL contexts of the page that are not lost. */
export function livingContexts(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      (globalThis as unknown as { arcContexts: WebGL2RenderingContext[] }).arcContexts.filter(
        (gl) => !gl.isContextLost(),
      ).length,
  );
}

/** Near the ground the server paints the relief's tiles while the page waits. */
const SETTLE_LIMIT_MS = 120_000;

/** Waits until the globe's tiles in view are drawn. */
export async function globeSettled(page: Page): Promise<void> {
  await page.waitForSelector('html[data-globe="settled"]', {
    state: 'attached',
    timeout: SETTLE_LIMIT_MS,
  });
}

/** Waits until a panorama's tiles in view are drawn. */
export async function panoramaSettled(page: Page, panoramaId: string): Promise<void> {
  await page.waitForSelector(
    `html[data-shown-panorama="${panoramaId}"][data-panorama="${panoramaId}"]`,
    { state: 'attached' },
  );
}

/** Middle of a place's pin in the page: its label stands beside it. */
export async function pinOf(page: Page, placeId: string): Promise<{ x: number; y: number }> {
  const label = page.locator(`[data-place-id="${placeId}"][data-is-drawn="true"]`);
  await label.waitFor();
  const box = await label.boundingBox();
  if (!box) throw new Error(`Expected ${placeId} on the globe, found it nowhere.`);
  const side = await label.getAttribute('data-side');
  const middleX = box.x + box.width / 2;
  if (side === 'below') return { x: middleX, y: box.y - 7 };
  const x = side === 'right' ? box.x - 11 : box.x + box.width + 11;
  return { x, y: box.y + box.height / 2 };
}

/** Waits for the address to hold a parameter and answers it. */
export async function addressParameter(page: Page, name: string): Promise<string> {
  await page.waitForFunction((key) => new URLSearchParams(location.search).has(key), name);
  const value = new URL(page.url()).searchParams.get(name);
  expect(value).not.toBe(null);
  return value ?? '';
}

/** Presses Tab until the focus stands on an element. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    const isThere = await page.evaluate(
      (s) => document.activeElement?.matches(s) ?? false,
      selector,
    );
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Expected Tab to reach ${selector}, found it out of reach.`);
}
