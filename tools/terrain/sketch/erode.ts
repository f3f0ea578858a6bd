import type { Drainage } from './drainage';
import type { SketchGrid } from './sketch-grid';

/** Catchment exponent of the stream-power law. @see Whipple and Tucker (1999): 0.4 to 0.5 */
const AREA_EXPONENT = 0.45;

/** What a step of the landscape evolution goes by. */
export interface ErosionFields {
  /** Surface that uplift restores: crests reach it, valleys stay below. */
  readonly envelopeM: Float32Array;
  /** How strongly rivers cut, 0 on plains; 1 is usual. */
  readonly erodibility: Float32Array;
}

/** How fast streams cut, in km of hillslope per (km² of catchment)^0.45. */
const INCISION_KM = 2.6;

/** Steepest slope that hillsides keep, as a ratio: what is steeper slides. */
const STEEPEST_RATIO = 0.72;

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
