import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDem } from '../io/open-dem';
import { zipBytes } from '../io/zip-fixture';
import { dtedBytes, hgtBytes, type Surface, writeTerrariumTile } from '../testing/dem-fixtures';
import type { HeightField } from './height-field';
import { readDem, readDems } from './read-dem';

/** Level 0: posts every 30 arc seconds. */
const DTED_0 = { cols: 121, rows: 121, stepTenthsS: 300 };
/** Cells in each quarter of the Earth: north-east, south-west, and so on. */
const CELLS: readonly (readonly [string, number, number])[] = [
  ['N22E103', 103, 22],
  ['S01W078', -78, -1],
  ['N00W001', -1, 0],
  ['S34E151', 151, -34],
];
const HELLO = Buffer.from('hello');
let folder = '';

/** Hills 1.5 degrees long, from 500 m below the sea to 2500 m above it. */
const hills = (lonDeg: number, latDeg: number): number =>
  1000 + 1500 * Math.sin(4 * lonDeg) * Math.cos(4 * latDeg) + 20 * (lonDeg - Math.floor(lonDeg));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arc-dem-formats-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function put(name: string, bytes: Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, bytes);
  return file;
}

/** Largest difference between a field's own posts and the surface, metres. */
function worstM(field: HeightField, surface: Surface = hills): number {
  const { boxDeg, cols, rows, heightsOrthometricM } = field;
  let worst = 0;
  for (let i = 0; i < heightsOrthometricM.length; i += 7) {
    const lonDeg = boxDeg.westDeg + ((boxDeg.eastDeg - boxDeg.westDeg) * (i % cols)) / (cols - 1);
    const share = Math.floor(i / cols) / (rows - 1);
    const latDeg = boxDeg.northDeg - (boxDeg.northDeg - boxDeg.southDeg) * share;
    const trueM = surface(lonDeg, latDeg) ?? Number.NaN;
    const errorM = Math.abs((heightsOrthometricM[i] ?? Number.NaN) - trueM);
    worst = Number.isNaN(errorM) ? Infinity : Math.max(worst, errorM);
  }
  return worst;
}

function boxOf(westDeg: number, southDeg: number) {
  return { westDeg, southDeg, eastDeg: westDeg + 1, northDeg: southDeg + 1 };
}

describe('readDem of .hgt', () => {
  it.each(CELLS)('puts the outermost posts of %s on whole degrees', async (name, west, south) => {
    const field = await readDem(await put(`${name}.hgt`, hgtBytes(west, south, hills)));
    expect([field.cols, field.rows]).toEqual([1201, 1201]);
    for (const [side, deg] of Object.entries(boxOf(west, south))) {
      expect(field.boxDeg[side as keyof typeof field.boxDeg], side).toBeCloseTo(deg, 9);
    }
    // Whole metres are stored.
    expect(worstM(field)).toBeLessThanOrEqual(0.501);
  });

  it('gives single posts their exact value', async () => {
    const bytes = hgtBytes(103, 22, () => 5);
    bytes.writeInt16BE(-413, 0);
    bytes.writeInt16BE(3147, 2 * (300 * 1201 + 500));
    bytes.writeInt16BE(8848, bytes.length - 2);
    const field = await readDem(await put('n22e103.hgt', bytes));
    expect(field.heightsOrthometricM[0]).toBeCloseTo(-413, 4);
    expect(field.heightsOrthometricM[300 * 1201 + 500]).toBeCloseTo(3147, 3);
    expect(field.heightsOrthometricM[300 * 1201 + 501]).toBeCloseTo(5, 3);
    expect(field.heightsOrthometricM.at(-1)).toBeCloseTo(8848, 3);
  });

  it('reads 3601 posts a side, and only the rows of a window', async () => {
    const file = await put('S01W078.hgt', hgtBytes(-78, -1, hills, 3601));
    const box = { westDeg: -77.7, southDeg: -0.4, eastDeg: -77.6, northDeg: -0.3 };
    const field = await readDem(file, box);
    expect([field.cols, field.rows]).toEqual([361, 361]);
    expect(worstM(field)).toBeLessThanOrEqual(0.501);
  });

  it('fills voids from around', async () => {
    const pond: Surface = (lonDeg, latDeg) =>
      Math.hypot(lonDeg - 103.5, latDeg - 22.5) < 0.02 ? undefined : hills(lonDeg, latDeg);
    const field = await readDem(await put('N22E103.hgt', hgtBytes(103, 22, pond)));
    expect(field.heightsOrthometricM.some((heightM) => Number.isNaN(heightM))).toBe(false);
    expect(Math.abs(field.sample(103.5, 22.5) - hills(103.5, 22.5))).toBeLessThan(60);
  });

  it.each([
    ['dem-unreadable', 'N22E103.hgt', 1000],
    ['dem-unreadable', 'N22E103.hgt', 0],
    ['dem-no-position', 'fansipan.hgt', 2 * 1201 * 1201],
    ['dem-no-position', 'N95E103.hgt', 2 * 1201 * 1201],
    ['dem-unreadable', 'heights.bin', 2 * 1201 * 1201],
  ])('says %s for %s of %i bytes', async (code, name, length) => {
    await expect(readDem(await put(name, Buffer.alloc(length)))).rejects.toMatchObject({ code });
  });
});

describe('readDem of zipped .hgt', () => {
  it('takes the corner from the name inside', async () => {
    const inside = { 'S34E151.hgt': hgtBytes(151, -34, hills), '__MACOSX/._S34E151.hgt': HELLO };
    const field = await readDem(await put('download.hgt.zip', zipBytes(inside)));
    expect(field.boxDeg.westDeg).toBeCloseTo(151, 9);
    expect(worstM(field)).toBeLessThanOrEqual(0.501);
  });

  it('refuses an archive with no tile or with two', async () => {
    for (const inside of [{ 'a.txt': HELLO }, { 'N00E000.hgt': HELLO, 'N01E000.hgt': HELLO }]) {
      const file = await put('odd.zip', zipBytes(inside));
      await expect(readDem(file)).rejects.toMatchObject({ code: 'dem-unreadable' });
    }
  });

  it('refuses a tile with a password', async () => {
    const file = await put('locked.zip', zipBytes({ 'N00E000.hgt': HELLO }, { flags: 1 }));
    await expect(readDem(file)).rejects.toMatchObject({ code: 'zip-encrypted' });
  });
});

describe('readDem of DTED', () => {
  it.each(CELLS)('reads columns from the south-west corner of %s', async (name, west, south) => {
    const file = await put(`${name}.dt0`, dtedBytes(west, south, hills, DTED_0));
    const field = await readDem(file);
    expect([field.cols, field.rows]).toEqual([121, 121]);
    expect(field.boxDeg.westDeg).toBeCloseTo(west, 9);
    expect(field.boxDeg.northDeg).toBeCloseTo(south + 1, 9);
    // Hills go below the sea: signed magnitude.
    expect(Math.min(...field.heightsOrthometricM)).toBeLessThan(0);
    expect(worstM(field)).toBeLessThanOrEqual(0.501);
  });

  it('reads level 1 in a window and fills voids', async () => {
    const shape = { cols: 1201, rows: 1201, stepTenthsS: 30 };
    const pond: Surface = (lonDeg, latDeg) =>
      Math.hypot(lonDeg - 103.5, latDeg - 22.5) < 0.004 ? undefined : 700;
    const file = await put('e103n22.dt1', dtedBytes(103, 22, pond, shape));
    const box = { westDeg: 103.4, southDeg: 22.4, eastDeg: 103.6, northDeg: 22.6 };
    const source = await openDem(file);
    expect(await source.readWindow([600, 600, 601, 601])).toEqual(Float32Array.of(Number.NaN));
    expect(worstM(await readDem(file, box), () => 700)).toBeLessThan(1e-3);
  });

  it.each([
    ['dem-unreadable', 'a wrong checksum', 3428 + 20],
    ['dem-unreadable', 'a column without its mark', 3428],
    ['dem-unreadable', 'no DSI record', 80],
    ['dem-unreadable', 'letters for the number of columns', 48],
    ['dem-no-position', 'letters in its origin', 6],
    ['dem-no-position', 'no hemisphere', 11],
  ])('says %s for %s', async (code, _what, at) => {
    const bytes = dtedBytes(103, 22, hills, DTED_0);
    bytes.writeUInt8(0x78, at);
    await expect(readDem(await put('bad.dt0', bytes))).rejects.toMatchObject({ code });
  });
});

describe('readDem of terrarium pictures', () => {
  it.each([
    ['north-east', 402, 223],
    ['south-west', 145, 257],
    ['north-west', 255, 255],
    ['south-east', 470, 307],
  ])('reads tiles of the %s', async (name, x, y) => {
    const dir = join(folder, `terrarium-${name}`);
    for (const [dx, dy] of [[0, 0] as const, [1, 0] as const, [0, 1] as const, [1, 1] as const]) {
      await writeTerrariumTile(dir, [9, x + dx, y + dy], hills);
    }
    const field = await readDem(dir);
    const { boxDeg, cols } = field;
    const stepDeg = 360 / 2 ** 17;
    expect(cols).toBeGreaterThanOrEqual(511);
    expect(boxDeg.westDeg).toBeCloseTo((x / 512) * 360 - 180 + stepDeg / 2, 6);
    // Steps of 1/256 m, and the bow between pixels 0.0027 degrees apart.
    expect(worstM(inner(field))).toBeLessThan(0.1);
  });

  it('takes the finest zoom around the box, and fills missing tiles', async () => {
    const dir = join(folder, 'terrarium-zooms');
    await writeTerrariumTile(dir, [7, 100, 55], () => 100);
    await writeTerrariumTile(dir, [9, 402, 222], () => 300);
    await writeTerrariumTile(dir, [9, 403, 223], () => 300);
    const inFine = { westDeg: 102.7, southDeg: 22.3, eastDeg: 103.9, northDeg: 22.5 };
    expect((await openDem(dir)).cols).toBe(512);
    expect((await openDem(dir, { ...inFine, westDeg: 102 })).cols).toBe(256);
    const field = await readDem(dir, inFine);
    expect(worstM(field, () => 300)).toBeLessThan(0.01);
    expect((await readDem(dir, { ...inFine, westDeg: 102 })).sample(103, 22.4)).toBeCloseTo(100, 2);
  });

  it('takes transparent pixels for unknown ones', async () => {
    const dir = join(folder, 'terrarium-clear');
    const file = await writeTerrariumTile(dir, [0, 0, 0], () => 900);
    const clear = sharp(file).ensureAlpha(0);
    await writeFile(file, await clear.png().toBuffer());
    await expect(readDem(dir)).rejects.toMatchObject({ code: 'dem-empty' });
  });

  it('refuses a folder without tiles, and a picture of another size', async () => {
    await expect(readDem(join(folder))).rejects.toMatchObject({ code: 'dem-unreadable' });
    const dir = join(folder, 'terrarium-broken');
    const file = await writeTerrariumTile(dir, [3, 1, 1], hills);
    await writeFile(file, HELLO);
    await expect(readDem(dir)).rejects.toMatchObject({ code: 'dem-unreadable' });
  });
});

/** The part of a field that is half a step inside: its posts miss the source's by rounding. */
function inner(field: HeightField): HeightField {
  const { cols, rows, heightsOrthometricM } = field;
  const all = heightsOrthometricM.slice(cols, (rows - 1) * cols);
  const stepDeg = (field.boxDeg.northDeg - field.boxDeg.southDeg) / (rows - 1);
  const { northDeg, southDeg } = field.boxDeg;
  const boxDeg = { ...field.boxDeg, northDeg: northDeg - stepDeg, southDeg: southDeg + stepDeg };
  return { ...field, boxDeg, rows: rows - 2, heightsOrthometricM: all };
}

describe('readDems of several formats', () => {
  it('lets the first win where it has data, and the next fill its voids', async () => {
    const half: Surface = (lonDeg) => (lonDeg < 103.4995 ? 100 : undefined);
    const first = await put('N22E103.hgt', hgtBytes(103, 22, half));
    const second = await put(
      'second.dt0',
      dtedBytes(103, 22, () => 200, DTED_0),
    );
    const dir = join(folder, 'terrarium-third');
    await writeTerrariumTile(dir, [6, 50, 27], () => 300);
    const field = await readDems([first, second, dir], {
      boxDeg: { westDeg: 103.2, southDeg: 22.2, eastDeg: 104.4, northDeg: 22.6 },
    });
    expect(field.sample(103.3, 22.4)).toBeCloseTo(100, 2);
    expect(field.sample(103.7, 22.4)).toBeCloseTo(200, 2);
    expect(field.sample(104.3, 22.4)).toBeCloseTo(300, 2);
  });

  it('stops a coarse model at its edge, where a finer one goes on', async () => {
    const coarse = await put(
      'N22E103.hgt',
      hgtBytes(103, 22, () => 100),
    );
    const fine = await put(
      'N22E104.hgt',
      hgtBytes(104, 22, () => 200, 3601),
    );
    const boxDeg = { westDeg: 103.99, southDeg: 22.5, eastDeg: 104.01, northDeg: 22.51 };
    const field = await readDems([coarse, fine], { boxDeg });
    expect(field.sample(104, 22.505)).toBeCloseTo(100, 2);
    expect(field.sample(104 + 1 / 3600, 22.505)).toBeCloseTo(200, 2);
  });

  it('joins neighbours without a gap or a smear at the shared degree', async () => {
    const west = await put('N22E103.hgt', hgtBytes(103, 22, hills));
    const east = await put('N22E104.hgt', hgtBytes(104, 22, hills));
    const boxDeg = { westDeg: 103.9, southDeg: 22.4, eastDeg: 104.1, northDeg: 22.6 };
    const smooth: Surface = (lonDeg, latDeg) => hills(lonDeg + 1e-9, latDeg);
    const field = await readDems([east, west], { boxDeg });
    expect(field.cols).toBe(241);
    expect(worstM(field, smooth)).toBeLessThanOrEqual(0.501);
  });
});
