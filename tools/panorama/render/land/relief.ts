import { smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import type { LandFrame } from './land-frame';

/** How much form the renderer adds to what the elevation model knows. */
export interface ReliefDetail {
  /** Gullies, ridges and crags, 1 = bold (high mountains), 0.4 = soft hills. */
  readonly detailRatio: number;
  /** Inside the first distance the land stays as designed; beyond the second it is eroded. */
  readonly calmFromM: number;
  readonly calmToM: number;
  /** Height of scrub or forest crowns as bumps of the ground beyond the planted ones. */
  readonly canopyRatio: number;
}

/** Large form of the land at a local point, metres above the sea. */
export type LargeForm = (x: number, y: number) => number;

/** The elevation model as a large form. */
export function createDemForm(
  frame: LandFrame,
  sample: (lonDeg: number, latDeg: number) => number,
): LargeForm {
  const at = { lonDeg: 0, latDeg: 0 };
  return (x, y) => {
    frame.toGeographic(x, y, at);
    return sample(at.lonDeg, at.latDeg);
  };
}

const SLOPE_STEP_M = 60;
const GULLY_OCTAVES = 6;
const LONGEST_GULLY_M = 1500;

/**
 * Adds eroded form to a large form: ridged knolls, gullies that run down its slopes, crags.
 *
 * @param cellM - spacing of the asking grid; nothing finer than about two cells is added
 */
export function createEroder(
  large: LargeForm,
  noise: Noise,
  detail: ReliefDetail,
): (x: number, y: number, cellM: number) => number {
  const { detailRatio } = detail;
  return (x, y, cellM) => {
    const base = large(x, y);
    const r = Math.hypot(x, y);
    const share = smoothStep(detail.calmFromM, detail.calmToM, r);
    if (share <= 0) return base;
    const e = SLOPE_STEP_M;
    let gx = (large(x + e, y) - large(x - e, y)) / (2 * e);
    let gy = (large(x, y + e) - large(x, y - e)) / (2 * e);
    const relief = smoothStep(0.04, 0.45, Math.hypot(gx, gy));
    const broad = noise.gradient2(x / 2600 + 7, y / 2600);
    const narrow = noise.gradient2(x / 900 - 3, y / 900 + 4);
    let h =
      base +
      detailRatio *
        share *
        (0.35 + 0.65 * relief) *
        (120 * (0.42 - Math.abs(broad)) + 62 * (0.4 - Math.abs(narrow)));
    gx += 0.12 * narrow;
    gy += 0.12 * broad;
    const wx = x + 120 * noise.gradient2(x / 600, y / 600);
    const wy = y + 120 * noise.gradient2(x / 600 + 31, y / 600);
    let length = LONGEST_GULLY_M;
    for (let k = 0; k < GULLY_OCTAVES && length > cellM * 3; k++, length *= 0.5) {
      const g = Math.hypot(gx, gy) + 1e-5;
      const amplitude =
        length * 0.098 * smoothStep(0.03, 0.55, g) * share * (0.3 + 0.7 * detailRatio);
      const s = noise.stripes2(
        wx / length + k * 17.3,
        wy / length + k * 5.1,
        -gy / g,
        gx / g,
        1.25,
      );
      h += amplitude * (s.height - 0.25);
      gx += (amplitude * s.slopeX) / length;
      gy += (amplitude * s.slopeY) / length;
    }
    return h + smallForm(x, y, cellM, noise, detail, share, relief, r);
  };
}

function smallForm(
  x: number,
  y: number,
  cellM: number,
  noise: Noise,
  { detailRatio, canopyRatio, calmFromM, calmToM }: ReliefDetail,
  share: number,
  relief: number,
  r: number,
): number {
  let h = 0;
  if (cellM < 30) {
    const knolls = noise.fractal2(x / 90, y / 90, cellM < 8 ? 5 : 2);
    const crag = noise.gradient2(x / 140 + 3, y / 140 + 8);
    h += detailRatio * share * (0.4 + relief) * 11 * knolls;
    h +=
      detailRatio *
      detailRatio *
      share *
      relief *
      26 *
      smoothStep(0.18, 0.32, crag + 0.25 * knolls);
  }
  if (cellM < 6 && canopyRatio > 0) {
    const canopy = smoothStep(calmFromM + 15, calmToM, r) * canopyRatio;
    if (canopy > 0) {
      const cell = noise.cells2(x / 7.5, y / 7.5);
      h += canopy * (1 - cell.nearest * cell.nearest) * (2 + cell.id / 110);
    }
  }
  return h;
}
