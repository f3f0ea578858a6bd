/**
 * Halves rows of a picture: each pixel becomes the mean of two by two, rounded.
 *
 * @param rows - an even number of rows, RGB
 * @param widthPx - of these rows, even
 * @param out - where half as many rows, half as wide, are written
 * @param at - offset in `out`
 */
export function halveRows(rows: Uint8Array, widthPx: number, out: Uint8Array, at: number): void {
  const rowBytes = widthPx * 3;
  const pairs = rows.length / rowBytes / 2;
  let to = at;
  for (let pair = 0; pair < pairs; pair++) {
    let top = pair * 2 * rowBytes;
    const end = top + rowBytes;
    for (; top < end; top += 6) {
      const below = top + rowBytes;
      out[to++] = (rows[top]! + rows[top + 3]! + rows[below]! + rows[below + 3]! + 2) >> 2;
      out[to++] = (rows[top + 1]! + rows[top + 4]! + rows[below + 1]! + rows[below + 4]! + 2) >> 2;
      out[to++] = (rows[top + 2]! + rows[top + 5]! + rows[below + 2]! + rows[below + 5]! + 2) >> 2;
    }
  }
}
