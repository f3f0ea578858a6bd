import { spawn } from 'node:child_process';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removePath } from '../io/files';
import { encodeRows } from '../io/picture-rows';
import { ROOT_DIR } from '../io/root-dir';
import { RowFile } from '../io/row-file';
import { makeTempFolder } from '../io/temp-folder';
import { makeTempProject, type TempProject } from '../testing/temp-project';
import type { MeasuredPanorama } from './testing/measure-panorama';

const IS_LONG = process.env['LONG'] === '1';
/** The largest that we take; in the normal run what a good camera of today makes. */
const WIDTH_PX = IS_LONG ? 32768 : 4096;
const MOST_MB = 1024;
const BAND_ROWS = 64;

let folder = '';
let project: TempProject;

beforeAll(async () => {
  folder = await makeTempFolder('large-picture');
  project = await makeTempProject();
  const rowsPath = join(folder, 'in.tif');
  const rows = await RowFile.create(rowsPath, WIDTH_PX, WIDTH_PX / 2);
  for (let first = 0; first < WIDTH_PX / 2; first += BAND_ROWS) {
    await rows.writeRows(first, drawnRows(first));
  }
  await rows.close();
  await encodeRows(rowsPath, join(folder, 'in.jpg'), 'jpeg');
  await encodeRows(rowsPath, join(folder, 'in.png'), 'png');
}, 900_000);

afterAll(async () => {
  await removePath(folder);
  await project.remove();
});

/** Soft colours that differ in every tile, with some grain. */
function drawnRows(first: number): Uint8Array {
  const rows = new Uint8Array(BAND_ROWS * WIDTH_PX * 3);
  let at = 0;
  for (let y = first; y < first + BAND_ROWS; y++) {
    for (let x = 0; x < WIDTH_PX; x++) {
      const grain = ((x * 7919 + y * 104729) >> 3) & 15;
      rows[at++] = ((x >> 7) & 127) + grain;
      rows[at++] = ((y >> 6) & 127) + grain;
      rows[at++] = 90 + grain;
    }
  }
  return rows;
}

function addInChild(path: string): Promise<MeasuredPanorama> {
  const script = join(ROOT_DIR, 'tools/panorama/testing/measure-panorama.ts');
  const args = ['--import', 'tsx', script, 'add', project.rootDir, path];
  const child = spawn(process.execPath, args, {
    cwd: ROOT_DIR,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (text: Buffer) => {
    out += text.toString();
  });
  return new Promise((resolve) => child.on('close', () => resolve(JSON.parse(out))));
}

describe('the memory of adding and tiling a picture', () => {
  it.each(['in.jpg', 'in.png', 'in.tif'])(
    'stays below 1 GiB for %s',
    {
      timeout: 1_800_000,
    },
    async (name) => {
      const measured = await addInChild(join(folder, name));
      const size = `${WIDTH_PX} x ${WIDTH_PX / 2}`;
      console.info(
        `${basename(name)} ${size}: ${measured.tiles} tiles, ${measured.seconds.toFixed(0)} s, ` +
          `at most ${measured.peakRssMb.toFixed(0)} MB`,
      );
      expect(measured.tiles).toBeGreaterThan(0);
      expect(measured.peakRssMb).toBeLessThan(MOST_MB);
    },
  );
});
