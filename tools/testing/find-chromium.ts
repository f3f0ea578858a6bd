import { delimiter, join } from 'node:path';
import { fileFacts } from '../io/files';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** What to do where no Chromium is found, in one line. */
export const NO_CHROMIUM_ADVICE =
  'No Chromium found: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to its program file.';

/**
 * The Chromium that the browser tests run in: CHROMIUM_PATH, then the PATH, then the usual places.
 *
 * @returns path of its program file, or `undefined`. A CHROMIUM_PATH that leads nowhere is not
 *   passed over in silence: the answer is `undefined` then too.
 */
export async function findChromium(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<string | undefined> {
  const told = env['CHROMIUM_PATH'];
  if (told !== undefined && told !== '') return (await isFile(told)) ? told : undefined;
  const onPath = (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  for (const candidate of [...onPath, ...USUAL_PLACES]) {
    if (await isFile(candidate)) return candidate;
  }
  return undefined;
}

async function isFile(path: string): Promise<boolean> {
  const facts = await fileFacts(path).catch(() => undefined);
  return facts !== undefined && !facts.isFolder;
}
