/** Draws numbers in [0, 1), one after another. */
export type Random = () => number;

/**
 * A small seeded generator (splitmix32): same seed, same numbers, on every machine.
 *
 * @param seed - any integer
 */
export function createRandom(seed: number): Random {
  let state = Math.imul(seed | 0, 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 4294967296;
  };
}

/**
 * A number in [0, 1) that belongs to a lattice cell: no state, so the order of asking is free.
 *
 * @param salt - tells different uses of the same cell apart
 */
export function hashCell(column: number, row: number, salt: number): number {
  let h =
    Math.imul(column | 0, 0x27d4eb2d) ^
    Math.imul(row | 0, 0x165667b1) ^
    Math.imul((salt + 20250927) | 0, 0x2545f491);
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}
