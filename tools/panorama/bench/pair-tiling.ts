import { join, resolve } from 'node:path';
import { listFolder, pathExists, readBytes, removePath, writeInto } from '../../io/files';
import { scaledJpeg, writeLibraryPyramid } from '../../io/library-pyramid';
import { ROOT_DIR } from '../../io/root-dir';
import { makeTempFolder } from '../../io/temp-folder';
import { spherePicture } from '../../testing/sphere-picture';
import { builtDir, findMaster } from '../panorama-files';
import { ensurePanoramaTiles } from '../panorama-tiles';

// Tiles 8192 x 4096 turn about with the picture library's own writer, so that what else the machine
// does falls on both alike: `npx tsx tools/panorama/bench/pair-tiling.ts`.

const PAIRS = 3;
const PHOTO = resolve(ROOT_DIR, '../shared/data/panoramas/jordan-pond-4096.jpg');
const rootDir = await makeTempFolder('pair-tiling');

async function ourTiles(id: string): Promise<void> {
  const folder = builtDir(rootDir, id, await findMaster(rootDir, id));
  for (const { name } of await listFolder(folder)) {
    if (/^\d+$/.test(name)) await removePath(join(folder, name));
  }
  await ensurePanoramaTiles(rootDir, id);
}

/** Processor and clock time of some work, in seconds. */
async function timed(work: () => Promise<void>): Promise<readonly number[]> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return [(user + system) / 1e6, (performance.now() - started) / 1000];
}

async function compare(id: string, master: Uint8Array): Promise<void> {
  const path = join(rootDir, `panoramas/${id}/master.jpg`);
  await writeInto(path, master);
  await ensurePanoramaTiles(rootDir, id);
  const sums = [0, 0, 0, 0];
  for (let pair = 0; pair < PAIRS; pair++) {
    const own = await timed(() => ourTiles(id));
    const library = await timed(() => writeLibraryPyramid(path, join(rootDir, `${id}-${pair}`)));
    [...own, ...library].forEach((value, at) => {
      sums[at] = (sums[at] ?? 0) + value / PAIRS;
    });
  }
  const [ownCpu = 0, ownClock = 0, cpu = 0, clock = 0] = sums;
  const share = (part: number, own: number) => `${((100 * part) / own).toFixed(0)} %`;
  console.log(
    `${id}: ours ${ownCpu.toFixed(2)} s of processor, ${ownClock.toFixed(2)} s by the clock; ` +
      `sharp tile() ${cpu.toFixed(2)} and ${clock.toFixed(2)}; ` +
      `its throughput reached by ${share(cpu, ownCpu)} and ${share(clock, ownClock)}`,
  );
}

const photo = (await pathExists(PHOTO)) ? await readBytes(PHOTO) : await spherePicture(4096, 2048);
await compare('photo', await scaledJpeg(photo, 8192, 4096));
await compare('drawn', await spherePicture(8192, 4096));
await removePath(rootDir);
