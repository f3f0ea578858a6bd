import { join } from 'node:path';
import type { SceneIndex } from '#scene';
import { prepareSite } from '../build/prepare-site';
import { consoleReport } from '../build/step-report';
import { exitWithProblem } from '../cli/exit-with-problem';
import { writeFileAtomic } from '../io/atomic';
import { readText } from '../io/files';
import { decodePicture, encodeWebp } from '../io/picture';
import { ROOT_DIR } from '../io/root-dir';
import { serveSite } from '../serve/serve-site';
import { launchChromium } from '../testing/launch-chromium';
import { shotPlan } from './shot-plan';
import { takeShot } from './take-shot';

const isFull = process.argv.includes('--full');
const report = consoleReport();

try {
  await prepareSite(ROOT_DIR, report);
  const scene: SceneIndex = JSON.parse(await readText(join(ROOT_DIR, 'dist/scene/index.json')));
  const site = await serveSite({
    rootDir: ROOT_DIR,
    basePath: '/',
    host: '127.0.0.1',
    port: 0,
    onProblem: (what, error) => console.error(what, error),
  });
  // Tiles first: while they are built, nothing is drawn in time.
  await site.buildPanoramas();
  const browser = await launchChromium();
  try {
    for (const shot of shotPlan(isFull, scene.places)) {
      const png = await takeShot(browser, site.url, shot);
      const picture = await decodePicture(png, shot.name);
      const path = join('docs/shots', `${shot.name}.webp`);
      await writeFileAtomic(
        join(ROOT_DIR, path),
        await encodeWebp(picture, { quality: 82, effort: 6 }),
      );
      report.print(path);
    }
  } finally {
    await browser.close();
    await site.close();
  }
} catch (error) {
  exitWithProblem(error);
}
