import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { spherePicture } from '../testing/sphere-picture';
import { removePath, writeInto } from './files';
import { decodePicture } from './picture';
import { decodeToRows, encodeRows } from './picture-rows';
import { RowFile } from './row-file';
import { makeTempFolder } from './temp-folder';

let folder = '';
beforeEach(async () => {
  folder = await makeTempFolder('rows');
});
afterEach(() => removePath(folder));

describe('RowFile', () => {
  it.each([1, 16, 17, 100])('gives back %i rows written in pieces', async (heightPx) => {
    const widthPx = 33;
    const pixels = Uint8Array.from({ length: widthPx * heightPx * 3 }, (_, at) => (at * 7) & 255);
    const file = await RowFile.create(join(folder, 'a.tif'), widthPx, heightPx);
    for (let first = 0; first < heightPx; first += 7) {
      const end = Math.min(first + 7, heightPx);
      await file.writeRows(first, pixels.subarray(first * widthPx * 3, end * widthPx * 3));
    }
    expect(await file.readRows(0, heightPx)).toEqual(pixels);
    await file.close();
    const again = await RowFile.open(join(folder, 'a.tif'));
    expect([again.widthPx, again.heightPx]).toEqual([widthPx, heightPx]);
    expect(await again.readRows(0, heightPx)).toEqual(pixels);
    await expect(again.readRows(heightPx, 1)).rejects.toThrow(RangeError);
    await again.close();
  });

  it('is a TIFF to the picture library, both ways', async () => {
    const bytes = await spherePicture(200, 100, 'png');
    await writeInto(join(folder, 'in.png'), bytes);
    const plain = await decodePicture(bytes, 'in.png');
    const rowsPath = join(folder, 'rows.tif');
    const rows = await decodeToRows(join(folder, 'in.png'), 'in.png', rowsPath);
    expect(await rows.readRows(0, 100)).toEqual(Uint8Array.from(plain.data));
    const copy = await RowFile.create(join(folder, 'copy.tif'), 200, 100);
    await copy.writeRows(0, await rows.readRows(0, 100));
    await Promise.all([rows.close(), copy.close()]);
    await encodeRows(join(folder, 'copy.tif'), join(folder, 'out.png'), 'png');
    const back = await decodePicture(join(folder, 'out.png'), 'out.png');
    expect(Buffer.from(back.data).equals(Buffer.from(plain.data))).toBe(true);
  });

  it('refuses what is no uncompressed TIFF', async () => {
    await writeInto(join(folder, 'x.tif'), 'not a TIFF at all');
    await expect(RowFile.open(join(folder, 'x.tif'))).rejects.toThrow(RangeError);
    await writeInto(join(folder, 'y.tif'), await spherePicture(64, 32, 'tiff'));
    await expect(RowFile.open(join(folder, 'y.tif'))).rejects.toThrow(RangeError);
  });
});
