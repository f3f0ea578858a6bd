import type { Drainage } from './drainage';
import type { SketchGrid } from './sketch-grid';

/** Catchment exponent of the stream-power law: 0.4 to 0.6. @see Whipple and Tucker (1999) */
const AREA_EXPONENT = 0.55;

/** What a step of the landscape evolution goes by. */
export interface ErosionFields {
  /** Surface that uplift restores: crests reach it, valleys stay below. */
  readonly envelopeM: Float32Array;
  /** How strongly rivers cut, 0 on plains; 1 is usual. */
  readonly erodibility: Float32Array;
}

/** How fast streams cut, in km of hillslope per (km² of catchment)^0.55. */
const INCISION_KM = 2.6;

/** Steepest slope that hillsides keep, as a ratio: what is steeper slides. */
const STEEPEST_RATIO = 0.46;

/**
 * One implicit step of uplift towards an envelope against stream-power incision, from the base
 * level up. Stable for any length of step.
 *
 * @param heights - changed in place; posts on the base level stay
 * @param stepLength - 1 is the time in which uplift makes up 1 - 1/e of what is missing
 * @see J. Braun and S. Willett, A very efficient O(n), implicit and parallel method (2013)
 */
export function erodeStep(
  grid: SketchGrid,
  heights: Float32Array,
  drainage: Drainage,
  fields: ErosionFields,
  stepLength: number,
): void {
  const { order, receiver, areaM2 } = drainage;
  const { cols, colStepM, rowStepM } = grid;
  const diagonalM = Math.hypot(colStepM, rowStepM);
  for (let i = 0; i < order.length; i++) {
    const post = order[i]!;
    const into = receiver[post]!;
    if (into === post) continue;
    const apart = Math.abs(into - post);
    const distanceM = apart === 1 ? colStepM : apart === cols ? rowStepM : diagonalM;
    const powerKm =
      INCISION_KM * fields.erodibility[post]! * (areaM2[post]! / 1e6) ** AREA_EXPONENT;
    const incision = (1000 * powerKm) / distanceM;
    const base = heights[into]!;
    const target = fields.envelopeM[post]!;
    const moved =
      (heights[post]! + stepLength * (target + incision * base)) /
      (1 + stepLength * (1 + incision));
    heights[post] = Math.min(moved, base + STEEPEST_RATIO * distanceM);
  }
}

/** Share of the way to its neighbours' mean that a post creeps in one step. */
const CREEP_SHARE = 0.22;

/** Hillslope creep: rounds crests, takes the grid's staircase out of slopes. The base stays. */
export function creep(grid: SketchGrid, heights: Float32Array, isBase: Uint8Array): void {
  const { cols, rows } = grid;
  let above = heights.slice(0, cols);
  for (let row = 1; row < rows - 1; row++) {
    const here = heights.slice(row * cols, (row + 1) * cols);
    for (let col = 1; col < cols - 1; col++) {
      const at = row * cols + col;
      if (isBase[at] === 1) continue;
      const sides = above[col]! + here[col - 1]! + here[col + 1]! + heights[at + cols]!;
      const corners =
        above[col - 1]! + above[col + 1]! + heights[at + cols - 1]! + heights[at + cols + 1]!;
      heights[at]! += CREEP_SHARE * (sides / 6 + corners / 12 - here[col]!);
    }
    above = here;
  }
}
