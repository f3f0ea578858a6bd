import { join, resolve } from 'node:path';
import { afterAll, beforeAll, bench, describe } from 'vitest';
import { pathExists, readBytes, removePath, writeInto } from '../io/files';
import { scaledJpeg } from '../io/library-pyramid';
import { ROOT_DIR } from '../io/root-dir';
import { makeTempFolder } from '../io/temp-folder';
import { spherePicture } from '../testing/sphere-picture';
import { pairLine, pairTiling, type TilingPair } from './bench/pair-tiling';
import { CUBE_FACES } from './cube-faces';
import { cubeToSphere } from './cube-to-sphere';
import { memoryRows } from './memory-rows';
import { ensurePanoramaPreview } from './panorama-preview';
import { ensurePanoramaTiles } from './panorama-tiles';

const PHOTO = resolve(ROOT_DIR, '../shared/data/panoramas/jordan-pond-4096.jpg');
const ROUNDS = { iterations: 3, warmupIterations: 1, time: 0 };

let rootDir = '';
const masterOf = (id: string) => join(rootDir, `panoramas/${id}/master.jpg`);

beforeAll(async () => {
  rootDir = await makeTempFolder('tile-bench');
  await writeInto(masterOf('drawn'), await spherePicture(8192, 4096));
  // The photograph, enlarged: the grain of a real picture at the size of a good camera.
  const photo = (await pathExists(PHOTO))
    ? await readBytes(PHOTO)
    : await spherePicture(4096, 2048);
  await writeInto(masterOf('photo'), await scaledJpeg(photo, 8192, 4096));
  for (const id of ['photo', 'drawn']) await ensurePanoramaTiles(rootDir, id);
});
afterAll(() => removePath(rootDir));

describe.each(['photo', 'drawn'])('tiles of 8192 x 4096, %s', (id) => {
  const pairs: TilingPair[] = [];
  bench(
    'a pair: our tiles, then sharp tile()',
    async () => {
      pairs.push(await pairTiling(rootDir, id));
    },
    {
      ...ROUNDS,
      // The ratio that counts is inside a pair, where the table of times cannot show it.
      teardown: (_, mode) => {
        if (mode === 'run') console.log(pairLine(id, pairs.slice(-ROUNDS.iterations)));
      },
    },
  );
  bench(
    'preview, thumbnail, contact sheet',
    async () => {
      await removePath(join(rootDir, 'panoramas', id, 'built'));
      await ensurePanoramaPreview(rootDir, id);
    },
    ROUNDS,
  );
});

describe('cube remapping, timed apart', () => {
  const edgePx = 2048;
  const data = new Uint8Array(edgePx * edgePx * 3).map((_, at) => at & 255);
  const faces = CUBE_FACES.map(() => ({
    data,
    widthPx: edgePx,
    heightPx: edgePx,
    channels: 3 as const,
  }));
  const out = new Uint8Array(8192 * 4096 * 3);
  bench(
    '8192 x 4096 from six faces of 2048',
    async () => {
      const sphere = memoryRows({ data: out, widthPx: 8192, heightPx: 4096, channels: 3 });
      await cubeToSphere({ edgePx, faces }, sphere);
    },
    { iterations: 2, warmupIterations: 0, time: 0 },
  );
});
