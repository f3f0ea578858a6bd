import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TileError } from '#core/errors';
import { decodeQuantizedMesh } from '#core/tiles/quantized-mesh-decode';
import { encodeQuantizedMesh } from '#core/tiles/quantized-mesh-encode';
import { buildTerrainMesh } from '#core/tiles/terrain-mesh';
import type { TileId } from '#core/tiles/tile-id';
import { terrainBuildCommand } from '../cli/commands/terrain-build';
import { listFolder, readBytes, removePath, writeInto } from '../io/files';
import { makeTempFolder } from '../io/temp-folder';
import { dtedBytes } from '../testing/dem-fixtures';
import { writeHugeTiff } from '../testing/huge-tiff';
import { runArc } from '../testing/run-arc';
import { writeDem } from '../testing/write-dem';
import { checkTile } from './check/check-tile';

const RUNS = process.env['LONG'] === '1' ? 1000 : 60;
/** Builds take longer than tiles. */
const BUILDS = process.env['LONG'] === '1' ? 1000 : 12;
const TILE: TileId = { z: 9, x: 806, y: 319, scheme: 'tms' };

/** Numbers in [0, 1), the same in every run: Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function wholeTile(): Uint8Array {
  const ground = (lonDeg: number, latDeg: number) =>
    900 + 400 * Math.sin(lonDeg * 40) * Math.cos(latDeg * 35);
  const waterMask = Uint8Array.from({ length: 256 * 256 }, (_, i) => (i % 256 < 30 ? 255 : 0));
  const metadata = { geometricErrorM: 20 };
  return encodeQuantizedMesh({ ...buildTerrainMesh(TILE, ground, 20), waterMask, metadata });
}

/** Flips up to eight bits, most of them in the parts that say how long others are. */
function flipped(bytes: Uint8Array, random: () => number): Uint8Array {
  const damaged = Uint8Array.from(bytes);
  for (let flips = 1 + Math.floor(random() * 8); flips > 0; flips--) {
    const at = Math.floor(random() ** 3 * bytes.length);
    damaged[at] = (damaged[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  return damaged;
}

function decodeFault(bytes: Uint8Array): unknown {
  try {
    decodeQuantizedMesh(bytes);
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('a damaged tile', () => {
  const whole = wholeTile();

  it('has nothing to find while it is whole', () => {
    expect(checkTile(whole, TILE).faults).toEqual([]);
  });

  it(`cut short ${RUNS} times is told by the check and by the decoder`, () => {
    const random = seeded(31);
    const listed = ['octvertexnormals', 'watermask'];
    for (let run = 0; run < RUNS; run++) {
      const cut = whole.subarray(0, Math.floor(random() * (whole.length - 30)));
      expect(checkTile(cut, TILE, listed).faults, `${cut.length} bytes`).not.toEqual([]);
      const error = decodeFault(cut);
      if (error !== undefined) expect(error, `${cut.length} bytes`).toBeInstanceOf(TileError);
    }
  });

  it(`with flipped bits ${RUNS} times is read or told, never a crash`, { timeout: 300_000 }, () => {
    const random = seeded(32);
    for (let run = 0; run < RUNS; run++) {
      const damaged = flipped(whole, random);
      expect(() => checkTile(damaged, TILE), `run ${run}`).not.toThrow();
      const error = decodeFault(damaged);
      if (error !== undefined) expect(error, `run ${run}`).toBeInstanceOf(TileError);
    }
  });
});

describe('arc terrain build of a damaged model', () => {
  let folder = '';
  let models: readonly { readonly name: string; readonly bytes: Buffer }[] = [];

  beforeAll(async () => {
    folder = await makeTempFolder('build-fuzz');
    const shape = { cols: 60, rows: 50, west: 103, north: 22.5, step: 0.01 };
    const strips = await writeDem(join(folder, 'a.tif'), shape, (lonDeg) => 100 * (lonDeg - 100));
    const tiled = join(folder, 'b.tif');
    const huge = { tilePx: 16, tiles: 4, westDeg: 103, northDeg: 22.5, stepDeg: 0.01 };
    await writeHugeTiff(tiled, huge);
    const dted = { cols: 121, rows: 121, stepTenthsS: 300 };
    models = [
      { name: 'strips.tif', bytes: await readBytes(strips) },
      { name: 'tiled.tif', bytes: await readBytes(tiled) },
      { name: 'e103n22.dt0', bytes: dtedBytes(103, 22, (lonDeg) => 10 * lonDeg, dted) },
    ];
  });

  afterAll(() => removePath(folder));

  async function buildOf(name: string, bytes: Uint8Array) {
    await writeInto(join(folder, name), bytes);
    const argv = `terrain build --dem ${name} --id fuzz --max-level 0 --threads 1 --json`;
    return runArc(argv.split(' '), [terrainBuildCommand], { rootDir: folder });
  }

  async function expectToldOrBuilt(name: string, bytes: Uint8Array, run: string): Promise<number> {
    const { exitCode, out } = await buildOf(name, bytes);
    const answer = JSON.parse(out) as { error?: { code?: string } };
    expect(answer.error?.code ?? 'built', run).not.toBe('internal');
    expect([0, 1], run).toContain(exitCode);
    const left = (await listFolder(join(folder, 'tilesets'))).map((entry) => entry.name);
    expect(
      left.filter((entry) => entry.startsWith('.')),
      run,
    ).toEqual([]);
    return exitCode;
  }

  it(`cut short ${BUILDS} times ends with a coded error`, { timeout: 3_600_000 }, async () => {
    const random = seeded(33);
    for (let run = 0; run < BUILDS; run++) {
      const { name, bytes } = models[run % models.length] ?? { name: '', bytes: Buffer.alloc(0) };
      const length = Math.floor(random() * (bytes.length - 12));
      const cut = bytes.subarray(0, length);
      const what = `${name} of ${length} bytes`;
      expect(await expectToldOrBuilt(name, cut, what), what).toBe(1);
    }
  });

  it(`with flipped bits ${BUILDS} times is built or told`, { timeout: 7_200_000 }, async () => {
    const random = seeded(34);
    for (let run = 0; run < BUILDS; run++) {
      const { name, bytes } = models[run % models.length] ?? { name: '', bytes: Buffer.alloc(0) };
      await expectToldOrBuilt(name, flipped(bytes, random), `${name}, run ${run}`);
    }
  });
});
