import { type RawPicture, resizePicture } from '../../io/picture';

const COLS = 32;
const ROWS = 16;
/** Rows near the poles are one colour and tell nothing. */
const USED_ROWS = [3, 13] as const;
/** Share of bits in which two pictures of one moment may differ. */
const MAX_DIFFERENT_SHARE = 0.12;

/** What a sphere looks like, whatever its size and format: a bit per pair of neighbours. */
export type PerceptualHash = readonly Uint8Array[];

/** One row of bits per row of a 32 x 16 picture: whether it grows brighter to the right. */
export async function perceptualHash(sphere: RawPicture): Promise<PerceptualHash> {
  const { data } = await resizePicture(sphere, COLS, ROWS);
  const light = (col: number, row: number) => {
    const at = (row * COLS + (col % COLS)) * 3;
    return (data[at] ?? 0) + 2 * (data[at + 1] ?? 0) + (data[at + 2] ?? 0);
  };
  const rows: Uint8Array[] = [];
  for (let row = USED_ROWS[0]; row < USED_ROWS[1]; row++) {
    rows.push(
      Uint8Array.from({ length: COLS }, (_, col) => +(light(col + 1, row) > light(col, row))),
    );
  }
  return rows;
}

/**
 * Whether two hashes are of one picture, perhaps turned about the vertical (another heading in the
 * middle), scaled or saved anew.
 */
export function looksTheSame(a: PerceptualHash, b: PerceptualHash): boolean {
  const bits = COLS * a.length;
  for (let turn = 0; turn < COLS; turn++) {
    let different = 0;
    a.forEach((row, r) => {
      for (let col = 0; col < COLS; col++) {
        if (row[col] !== b[r]?.[(col + turn) % COLS]) different++;
      }
    });
    if (different <= MAX_DIFFERENT_SHARE * bits) return true;
  }
  return false;
}
