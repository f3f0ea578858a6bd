import { join } from 'node:path';
import { writeInto } from '../io/files';
import { encodeMaster } from '../io/picture';

/** Height in metres at a place; `undefined` where nothing is known. */
export type Surface = (lonDeg: number, latDeg: number) => number | undefined;

/** An SRTM tile of one degree, big-endian, the first post in the north-west corner. */
export function hgtBytes(westDeg: number, southDeg: number, surface: Surface, side = 1201): Buffer {
  const bytes = Buffer.alloc(2 * side * side);
  for (let i = 0; i < side * side; i++) {
    const lonDeg = westDeg + (i % side) / (side - 1);
    const latDeg = southDeg + 1 - Math.floor(i / side) / (side - 1);
    bytes.writeInt16BE(Math.round(surface(lonDeg, latDeg) ?? -32768), 2 * i);
  }
  return bytes;
}

/** Size of a {@link dtedBytes} file. */
export interface DtedShape {
  readonly cols: number;
  readonly rows: number;
  readonly stepTenthsS: number;
}

/** A DTED file: header records, then a record per column, each from the south. */
export function dtedBytes(
  westDeg: number,
  southDeg: number,
  surface: Surface,
  { cols, rows, stepTenthsS }: DtedShape,
): Buffer {
  const four = (value: number) => String(value).padStart(4, '0');
  const place = (deg: number, hemisphere: string) =>
    `${String(Math.abs(deg)).padStart(3, '0')}0000${hemisphere}`;
  const uhl =
    `UHL1${place(westDeg, westDeg < 0 ? 'W' : 'E')}${place(southDeg, southDeg < 0 ? 'S' : 'N')}` +
    `${four(stepTenthsS)}${four(stepTenthsS)}0020U  `.padEnd(27) +
    `${four(cols)}${four(rows)}0`;
  const head = uhl.padEnd(80) + 'DSIU'.padEnd(648) + 'ACC0020'.padEnd(2700);
  const columns: Buffer[] = [Buffer.from(head, 'latin1')];
  for (let col = 0; col < cols; col++) {
    const record = Buffer.alloc(12 + 2 * rows);
    record.writeUInt32BE(0xaa000000 + col, 0);
    record.writeUInt16BE(col, 4);
    for (let row = 0; row < rows; row++) {
      const stepDeg = stepTenthsS / 36_000;
      const heightM = surface(westDeg + col * stepDeg, southDeg + row * stepDeg) ?? -32767;
      const rounded = Math.round(heightM);
      record.writeUInt16BE(rounded < 0 ? 0x8000 | -rounded : rounded, 8 + 2 * row);
    }
    record.writeUInt32BE(
      record.reduce((sum, byte) => sum + byte, 0),
      8 + 2 * rows,
    );
    columns.push(record);
  }
  return Buffer.concat(columns);
}

/** Writes one 256 px terrarium tile of a folder. */
export async function writeTerrariumTile(
  folder: string,
  [z, x, y]: readonly [number, number, number],
  surface: (lonDeg: number, latDeg: number) => number,
): Promise<string> {
  const data = Buffer.alloc(3 * 256 * 256);
  for (let i = 0; i < 256 * 256; i++) {
    const worldX = (x + ((i % 256) + 0.5) / 256) / 2 ** z;
    const worldY = (y + (Math.floor(i / 256) + 0.5) / 256) / 2 ** z;
    const latRad = 2 * Math.atan(Math.exp(Math.PI * (1 - 2 * worldY))) - Math.PI / 2;
    const heightM = surface(360 * worldX - 180, (latRad * 180) / Math.PI);
    data.writeUIntBE(Math.round((heightM + 32_768) * 256), 3 * i, 3);
  }
  const file = join(folder, `${z}/${x}/${y}.png`);
  const picture = { data, widthPx: 256, heightPx: 256, channels: 3 } as const;
  await writeInto(file, await encodeMaster(picture, 'png'));
  return file;
}
