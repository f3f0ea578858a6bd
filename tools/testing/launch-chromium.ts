import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM_FLAGS } from './chromium-flags';
import { findChromium, NO_CHROMIUM_ADVICE } from './find-chromium';

/**
 * Starts the Chromium that is there, headless, drawing WebGL2 without a GPU.
 *
 * @throws Error with one line of advice where there is none
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = await findChromium();
  if (executablePath === undefined) throw new Error(NO_CHROMIUM_ADVICE);
  return chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
}
