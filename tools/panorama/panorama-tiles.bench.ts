import { join } from 'node:path';
import { afterAll, beforeAll, bench, describe } from 'vitest';
import { removePath, writeInto } from '../io/files';
import { makeTempFolder } from '../io/temp-folder';
import { spherePicture } from '../testing/sphere-picture';
import { ensurePanoramaTiles, removePanoramaTiles } from './panorama-tiles';

let rootDir = '';
beforeAll(async () => {
  rootDir = await makeTempFolder('tile-bench');
  await writeInto(join(rootDir, 'panoramas/a/master.jpg'), await spherePicture(8192, 4096));
});
afterAll(() => removePath(rootDir));

describe('ensurePanoramaTiles', () => {
  bench(
    '8192 x 4096, 168 tiles',
    async () => {
      await removePanoramaTiles(rootDir, 'a');
      await ensurePanoramaTiles(rootDir, 'a');
    },
    { iterations: 3, warmupIterations: 0, time: 0 },
  );
});
