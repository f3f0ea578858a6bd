import type { Drainage } from './drainage';
import type { ScatteredGrid } from './scatter';

/** What a step of the landscape evolution goes by. */
export interface ErosionFields {
  /** Surface that uplift restores: crests reach it, valleys stay below. */
  readonly envelopeM: Float32Array;
  /** How strongly rivers cut, 0 on plains; 1 is usual. */
  readonly erodibility: Float32Array;
  /** Steepest slope that hillsides keep, as a ratio: what is steeper slides. */
  readonly steepest: Float32Array;
}

/**
 * How fast streams cut, in km of hillslope per square root of km² of catchment.
 *
 * @see Whipple and Tucker (1999): exponents of 0.4 to 0.6
 */
const INCISION_KM = 3.1;

/**
 * One implicit step of uplift towards an envelope against stream-power incision, from the base
 * level up. Stable for any length of step.
 *
 * @param heights - changed in place; posts on the base level stay
 * @param stepLength - 1 is the time in which uplift makes up 1 - 1/e of what is missing
 * @see J. Braun and S. Willett, A very efficient O(n), implicit and parallel method (2013)
 */
export function erodeStep(
  grid: ScatteredGrid,
  heights: Float32Array,
  drainage: Drainage,
  fields: ErosionFields,
  stepLength: number,
): void {
  const { order, receiver, areaM2 } = drainage;
  const { cols, colStepM, rowStepM, east, south } = grid;
  for (let i = 0; i < order.length; i++) {
    const post = order[i]!;
    const into = receiver[post]!;
    if (into === post) continue;
    const down = Math.round((into - post) / cols);
    const right = into - post - down * cols;
    const dx = (right + east[into]! - east[post]!) * colStepM;
    const dy = (down + south[into]! - south[post]!) * rowStepM;
    const distanceM = Math.sqrt(dx * dx + dy * dy);
    const powerKm = INCISION_KM * fields.erodibility[post]! * Math.sqrt(areaM2[post]! / 1e6);
    const incision = (1000 * powerKm) / distanceM;
    const base = heights[into]!;
    const target = fields.envelopeM[post]!;
    const moved =
      (heights[post]! + stepLength * (target + incision * base)) /
      (1 + stepLength * (1 + incision));
    heights[post] = Math.min(moved, base + fields.steepest[post]! * distanceM);
  }
}

/** Share of the way to its neighbours' mean that a post creeps in one step. */
const CREEP_SHARE = 0.22;

/**
 * Hillslope creep: rounds crests and takes the mesh out of slopes. The base stays; an even slope
 * stays too, though its posts are scattered.
 */
export function creep(grid: ScatteredGrid, heights: Float32Array, isBase: Uint8Array): void {
  const { cols, rows, east, south } = grid;
  let above = heights.slice(0, cols);
  const off = (values: Float32Array, at: number): number =>
    (values[at - cols]! + values[at - 1]! + values[at + 1]! + values[at + cols]!) / 6 +
    (values[at - cols - 1]! +
      values[at - cols + 1]! +
      values[at + cols - 1]! +
      values[at + cols + 1]!) /
      12 -
    values[at]!;
  for (let row = 1; row < rows - 1; row++) {
    const here = heights.slice(row * cols, (row + 1) * cols);
    for (let col = 1; col < cols - 1; col++) {
      const at = row * cols + col;
      if (isBase[at] === 1) continue;
      const sides = above[col]! + here[col - 1]! + here[col + 1]! + heights[at + cols]!;
      const corners =
        above[col - 1]! + above[col + 1]! + heights[at + cols - 1]! + heights[at + cols + 1]!;
      const offEast = off(east, at);
      const offSouth = off(south, at);
      const slopeX = (here[col + 1]! - here[col - 1]!) / (2 + east[at + 1]! - east[at - 1]!);
      const slopeY =
        (heights[at + cols]! - above[col]!) / (2 + south[at + cols]! - south[at - cols]!);
      const even = slopeX * offEast + slopeY * offSouth;
      heights[at]! += CREEP_SHARE * (sides / 6 + corners / 12 - here[col]! - even);
    }
    above = here;
  }
}
