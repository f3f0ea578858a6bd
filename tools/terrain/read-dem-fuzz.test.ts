import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { writeArrayBuffer } from 'geotiff';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AssetError } from '#core/errors';
import { zipBytes } from '../io/zip-fixture';
import { dtedBytes, hgtBytes } from '../testing/dem-fixtures';
import { readDem } from './read-dem';

const RUNS = process.env['LONG'] === '1' ? 500 : 50;
/** How many of the bytes, from the start, hold what a damaged byte makes interesting. */
const HEAD_BYTES = 400;
const BOX = { westDeg: 103.2, southDeg: 22.2, eastDeg: 103.25, northDeg: 22.25 };

interface Sample {
  /** Path below the model's own folder; what is opened is its first part. */
  readonly path: string;
  readonly bytes: Buffer;
}

let folder = '';
let samples: readonly Sample[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arc-dem-fuzz-'));
  const hgt = hgtBytes(103, 22, (lonDeg) => 100 * lonDeg);
  const shape = { cols: 121, rows: 121, stepTenthsS: 300 };
  samples = [
    { path: 'N22E103.hgt', bytes: hgt },
    { path: 'N22E103.hgt.zip', bytes: zipBytes({ 'N22E103.hgt': hgt }) },
    { path: 'e103n22.dt0', bytes: dtedBytes(103, 22, (lonDeg) => 10 * lonDeg, shape) },
    { path: 'terrarium/6/50/27.png', bytes: await noisePng() },
    { path: 'plane.tif', bytes: planeTiff() },
  ];
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function noisePng(): Promise<Buffer> {
  const data = Buffer.from(Array.from({ length: 3 * 256 * 256 }, (_, i) => (i * i) % 251));
  return sharp(data, { raw: { width: 256, height: 256, channels: 3 } })
    .png()
    .toBuffer();
}

function planeTiff(): Buffer {
  const heights = Float32Array.from({ length: 100 * 100 }, (_, i) => i % 100);
  const metadata = {
    width: 100,
    height: 100,
    ModelTiepoint: [0, 0, 0, 103, 23, 0],
    ModelPixelScale: [0.01, 0.01, 0],
    GTModelTypeGeoKey: 2,
    GTRasterTypeGeoKey: 1,
    GeographicTypeGeoKey: 4326,
  };
  const bytes = writeArrayBuffer(heights as unknown as number[], metadata as never);
  return Buffer.from(bytes as ArrayBuffer);
}

/** Numbers in [0, 1), the same in every run. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

async function failureOf(sample: Sample, bytes: Uint8Array): Promise<unknown> {
  const file = join(folder, sample.path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
  return readDem(join(folder, sample.path.split('/')[0] ?? ''), BOX).then(
    () => undefined,
    (error: unknown) => error,
  );
}

it('reads every sample while it is whole', async () => {
  for (const sample of samples) {
    expect(await failureOf(sample, sample.bytes), sample.path).toBeUndefined();
  }
});

it(`gives ${RUNS} models that are cut short a coded error`, { timeout: 300_000 }, async () => {
  const random = seededRandom(20);
  for (let run = 0; run < RUNS; run++) {
    const sample = samples[run % samples.length];
    if (sample === undefined) continue;
    const length = Math.floor(random() ** 2 * (sample.bytes.length - 12));
    const error = await failureOf(sample, sample.bytes.subarray(0, length));
    expect(error, `${sample.path} of ${length} bytes`).toBeInstanceOf(AssetError);
  }
});

it(`reads ${RUNS} models with damaged bytes or gives a coded error`, {
  timeout: 300_000,
}, async () => {
  const random = seededRandom(21);
  const own = samples.filter(({ path }) => !path.endsWith('.tif'));
  for (let run = 0; run < RUNS; run++) {
    const sample = own[run % own.length];
    if (sample === undefined) continue;
    const bytes = Buffer.from(sample.bytes);
    for (let flip = 0; flip < 4; flip++) {
      const at = Math.floor(random() * HEAD_BYTES);
      bytes[flip % 2 === 0 ? at : bytes.length - 1 - at] = Math.floor(random() * 256);
    }
    const error = await failureOf(sample, bytes);
    if (error !== undefined) expect(error, `${sample.path}, run ${run}`).toBeInstanceOf(AssetError);
  }
});
