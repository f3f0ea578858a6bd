import { AssetError } from '#core/errors';
import { type DemSource, demUnreadable, type PixelWindow, placedPosts } from './dem-source';
import { fileFacts } from './files';
import { readRange } from './read-range';

/** Lengths of the three header records and of a column's own head and checksum, MIL-PRF-89020B. */
const UHL_BYTES = 80;
const DSI_BYTES = 648;
const ACC_BYTES = 2700;
/** Where the DSI record names the vertical datum. */
const DATUM_AT = 141;
const DATA_START = UHL_BYTES + DSI_BYTES + ACC_BYTES;
const COLUMN_HEAD_BYTES = 8;
const CHECKSUM_BYTES = 4;
const COLUMN_SENTINEL = 0xaa;
/** All bits set: "unknown", -32767 as sign and magnitude. */
const DTED_VOID = -32767;
const EXPECTED = 'a whole DTED file';

/** What the user header label says. */
interface DtedLayout {
  readonly westDeg: number;
  readonly southDeg: number;
  readonly stepLonDeg: number;
  readonly stepLatDeg: number;
  readonly cols: number;
  readonly rows: number;
  /** Vertical datum of the DSI record: "MSL", "E96" or blanks. */
  readonly datumText: string;
}

/**
 * Opens a DTED file of level 0, 1 or 2; only the columns asked for are read, and the checksum of
 * each is verified the first time.
 *
 * @throws AssetError `dem-unreadable` or `dem-no-position`
 * @see MIL-PRF-89020B
 */
export async function openDtedDem(file: string): Promise<DemSource> {
  const layout = await readLayout(file).catch((error: unknown) => {
    throw error instanceof AssetError ? error : demUnreadable(file, EXPECTED, error);
  });
  const { cols, rows, southDeg, stepLatDeg } = layout;
  const verified = new Uint8Array(cols);
  return {
    file,
    cols,
    rows,
    ...placedPosts({ ...layout, northDeg: southDeg + (rows - 1) * stepLatDeg }),
    vertical: layout.datumText === 'E96' ? { datum: 'egm96', name: 'EGM96 (E96)' } : undefined,
    async readWindow(window) {
      try {
        const [left, , right] = window;
        const bytes = columnBytes(rows);
        const data = await readRange(file, DATA_START + left * bytes, (right - left) * bytes);
        for (let col = left; col < right; col++) {
          if (verified[col] === 1) continue;
          verifyColumn(data.subarray((col - left) * bytes, (col - left + 1) * bytes), col);
          verified[col] = 1;
        }
        return heightsOf(data, rows, window);
      } catch (error) {
        throw demUnreadable(file, EXPECTED, error);
      }
    },
  };
}

async function readLayout(file: string): Promise<DtedLayout> {
  const head = (await readRange(file, 0, DATA_START)).toString('latin1');
  for (const [at, sentinel] of [
    [0, 'UHL1'],
    [UHL_BYTES, 'DSI'],
    [UHL_BYTES + DSI_BYTES, 'ACC'],
  ] as const) {
    if (!head.startsWith(sentinel, at)) throw new Error(`no ${sentinel} record at byte ${at}`);
  }
  const cols = wholeNumber(head.slice(47, 51), 'longitude lines');
  const rows = wholeNumber(head.slice(51, 55), 'latitude points');
  const layout = {
    westDeg: degrees(file, head.slice(4, 12), 'EW', 180),
    southDeg: degrees(file, head.slice(12, 20), 'NS', 90),
    stepLonDeg: intervalDeg(head.slice(20, 24), 'longitude interval'),
    stepLatDeg: intervalDeg(head.slice(24, 28), 'latitude interval'),
    cols,
    rows,
    datumText: head.slice(UHL_BYTES + DATUM_AT, UHL_BYTES + DATUM_AT + 3),
  };
  if (cols < 2 || rows < 2) throw new Error(`${cols} x ${rows} posts`);
  const northDeg = layout.southDeg + (rows - 1) * layout.stepLatDeg;
  if (northDeg > 90 + layout.stepLatDeg / 2) throw new Error(`a north edge at ${northDeg} degrees`);
  const wholeBytes = DATA_START + cols * columnBytes(rows);
  const sizeBytes = (await fileFacts(file))?.sizeBytes ?? 0;
  if (sizeBytes < wholeBytes) throw new Error(`${sizeBytes} bytes of ${wholeBytes}`);
  return layout;
}

function columnBytes(rows: number): number {
  return COLUMN_HEAD_BYTES + 2 * rows + CHECKSUM_BYTES;
}

function wholeNumber(text: string, name: string): number {
  if (!/^\d{4}$/.test(text)) throw new Error(`"${text}" as the number of ${name}`);
  return Number(text);
}

/** Intervals are in tenths of an arc second. */
function intervalDeg(text: string, name: string): number {
  const tenths = wholeNumber(text, name);
  if (tenths === 0) throw new Error(`no ${name}`);
  return tenths / 36_000;
}

/** Reads `DDDMMSSH`. */
function degrees(file: string, text: string, hemispheres: string, limitDeg: number): number {
  const found = /^(\d{3})(\d\d)(\d\d)([NSEW])$/.exec(text);
  const [, deg, minutes, seconds, hemisphere = ''] = found ?? [];
  const size = Number(deg) + Number(minutes) / 60 + Number(seconds) / 3600;
  const sign = hemisphere === 'S' || hemisphere === 'W' ? -1 : 1;
  if (size <= limitDeg && hemispheres.includes(hemisphere)) return sign * size;
  throw new AssetError('dem-no-position', {
    file,
    expected: `an origin as DDDMMSS and one of ${hemispheres}`,
    found: `"${text}"`,
    fix: 'Export it again as DTED.',
  });
}

function verifyColumn(column: Buffer, col: number): void {
  const end = column.length - CHECKSUM_BYTES;
  if (column[0] !== COLUMN_SENTINEL || column.readUInt16BE(4) !== col) {
    throw new Error(`no record of column ${col} in its place`);
  }
  let sum = 0;
  for (let at = 0; at < end; at++) sum += column[at] ?? 0;
  if (sum !== column.readUInt32BE(end)) throw new Error(`a wrong checksum of column ${col}`);
}

/** Columns run from the south; the window wants rows from the north. */
function heightsOf(data: Buffer, rows: number, [left, top, right, bottom]: PixelWindow) {
  const cols = right - left;
  const bytes = columnBytes(rows);
  const heights = new Float32Array(cols * (bottom - top));
  for (let i = 0; i < heights.length; i++) {
    const fromSouth = rows - 1 - (top + Math.floor(i / cols));
    const raw = data.readUInt16BE((i % cols) * bytes + COLUMN_HEAD_BYTES + 2 * fromSouth);
    const heightM = (raw & 0x8000) === 0 ? raw : -(raw & 0x7fff);
    heights[i] = heightM === DTED_VOID ? Number.NaN : heightM;
  }
  return heights;
}
