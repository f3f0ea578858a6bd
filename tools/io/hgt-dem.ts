import { basename } from 'node:path';
import { AssetError } from '#core/errors';
import { type DemSource, demUnreadable, type PixelWindow, placedPosts } from './dem-source';
import { fileFacts } from './files';
import { readRange } from './read-range';
import { listZip, readZipEntry, requireReadable, type ZipEntry } from './zip-entry';

/** Posts along a side: 3, 1 and half an arc second; the first and last lie on whole degrees. */
const HGT_SIDES: readonly number[] = [1201, 3601, 7201];
const BYTES_PER_POST = 2;
/** Stands for "unknown" in SRTM files. */
const HGT_VOID = -32768;
const EXPECTED = 'an SRTM .hgt of 1201, 3601 or 7201 posts squared, two bytes each';

/** Bytes of whole rows, [top, bottom). */
type RowReader = (start: number, length: number) => Promise<Buffer>;

/**
 * Opens an SRTM tile; only the rows asked for are read.
 *
 * @param file - its name gives the south-west corner: `N22E103.hgt`
 * @throws AssetError `dem-unreadable` or `dem-no-position`
 */
export async function openHgtDem(file: string): Promise<DemSource> {
  const sizeBytes = (await fileFacts(file))?.sizeBytes ?? 0;
  return hgtSource(file, basename(file), sizeBytes, (start, length) =>
    readRange(file, start, length),
  );
}

/**
 * Opens the one SRTM tile in a ZIP archive; its name inside gives its corner.
 *
 * @throws AssetError `dem-unreadable`, `dem-no-position`, `zip-unreadable`, `zip-encrypted` or
 *   `zip-unsupported`
 */
export async function openZippedHgtDem(file: string): Promise<DemSource> {
  const tiles = (await listZip(file)).filter(({ name }) => isTile(name));
  const [entry] = tiles;
  if (entry === undefined || tiles.length > 1) {
    throw demUnreadable(file, 'an archive with one .hgt inside', `${tiles.length} of them`);
  }
  requireReadable(file, entry);
  return hgtSource(file, basename(entry.name), entry.sizeBytes, async (start, length) => {
    const bytes = await unpacked(file, entry);
    return bytes.subarray(start, start + length);
  });
}

/** Archives made on a Mac carry a shadow of each file beside it. */
function isTile(name: string): boolean {
  return /\.hgt$/i.test(name) && !basename(name).startsWith('._');
}

/** The archive unpacked last: sources are read one after the other, one tile is up to 104 MB. */
let latest: { readonly entry: ZipEntry; readonly bytes: Promise<Buffer> } | undefined;

function unpacked(file: string, entry: ZipEntry): Promise<Buffer> {
  if (latest?.entry !== entry) latest = { entry, bytes: readZipEntry(file, entry) };
  return latest.bytes;
}

function hgtSource(file: string, name: string, sizeBytes: number, readRows: RowReader): DemSource {
  const [westDeg, southDeg] = cornerFromName(file, name);
  const side = HGT_SIDES.find((posts) => posts * posts * BYTES_PER_POST === sizeBytes);
  if (side === undefined) throw demUnreadable(file, EXPECTED, `${sizeBytes} bytes`);
  const stepDeg = 1 / (side - 1);
  return {
    file,
    cols: side,
    rows: side,
    ...placedPosts({ westDeg, northDeg: southDeg + 1, stepLonDeg: stepDeg, stepLatDeg: stepDeg }),
    async readWindow(window) {
      try {
        const [, top, , bottom] = window;
        const rowBytes = side * BYTES_PER_POST;
        return heightsOf(await readRows(top * rowBytes, (bottom - top) * rowBytes), side, window);
      } catch (error) {
        throw error instanceof AssetError ? error : demUnreadable(file, EXPECTED, error);
      }
    },
  };
}

/** Cuts the columns wanted out of whole rows of big-endian heights. */
function heightsOf(rows: Buffer, side: number, [left, top, right, bottom]: PixelWindow) {
  const cols = right - left;
  const heights = new Float32Array(cols * (bottom - top));
  for (let i = 0; i < heights.length; i++) {
    const post = Math.floor(i / cols) * side + left + (i % cols);
    const heightM = rows.readInt16BE(post * BYTES_PER_POST);
    heights[i] = heightM === HGT_VOID ? Number.NaN : heightM;
  }
  return heights;
}

function cornerFromName(file: string, name: string): readonly [number, number] {
  const found = /^([NS])(\d\d)([EW])(\d{3})(?!\d)/i.exec(name);
  const latDeg = Number(found?.[2]) * (found?.[1]?.toUpperCase() === 'S' ? -1 : 1);
  const lonDeg = Number(found?.[4]) * (found?.[3]?.toUpperCase() === 'W' ? -1 : 1);
  if (latDeg >= -90 && latDeg < 90 && lonDeg >= -180 && lonDeg < 180) return [lonDeg, latDeg];
  throw new AssetError('dem-no-position', {
    file,
    expected: 'a name with the south-west corner, such as N22E103.hgt or S01W078.hgt',
    found: name,
    fix: 'Give the file the name that it was published with.',
  });
}
