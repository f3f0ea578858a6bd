import type { RawPicture } from '../io/picture';
import type { PictureRows } from './blur-rows';

/** A picture in memory as rows that can be read and written; writing changes the picture. */
export function memoryRows({ data, widthPx, heightPx }: RawPicture): PictureRows {
  const rowBytes = widthPx * 3;
  return {
    widthPx,
    heightPx,
    readRows: async (first, count) => data.slice(first * rowBytes, (first + count) * rowBytes),
    writeRows: async (first, rows) => data.set(rows, first * rowBytes),
  };
}
