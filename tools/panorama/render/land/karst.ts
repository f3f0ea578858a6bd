import { smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import { hashCell } from '../maths/random';

/** Peak clusters (fengcong) that a coarse elevation model shows as smooth humps. */
export interface KarstTowers {
  /** Height of a usual peak over the hollows round it, metres. */
  readonly heightM: number;
  /** From peak to peak. */
  readonly spacingM: number;
  /** Share of places that have a peak. */
  readonly coverRatio: number;
}

const SALT = 911;

/**
 * Peaks with steep sides and rounded heads on a rolling base, taken as much away as added, so that
 * the land keeps its mean height.
 *
 * @returns height to add at a point, metres
 */
export function createKarst(
  noise: Noise,
  { heightM, spacingM, coverRatio }: KarstTowers,
): (x: number, y: number, cellM: number) => number {
  return (x, y, cellM) => {
    const wx = x + 0.16 * spacingM * noise.fractal2(x / spacingM, y / spacingM, 3);
    const wy = y + 0.16 * spacingM * noise.fractal2(x / spacingM + 9, y / spacingM - 4, 3);
    const flute =
      cellM < spacingM / 12
        ? 0.055 * noise.fractal2(x / (spacingM * 0.09), y / (spacingM * 0.09), 3)
        : 0;
    const ci = Math.floor(wx / spacingM);
    const cj = Math.floor(wy / spacingM);
    let best = 0;
    for (let j = cj - 1; j <= cj + 1; j++) {
      for (let i = ci - 1; i <= ci + 1; i++) {
        if (hashCell(i, j, SALT) > coverRatio) continue;
        const dx = wx - (i + 0.2 + 0.6 * hashCell(i, j, SALT + 1)) * spacingM;
        const dy = wy - (j + 0.2 + 0.6 * hashCell(i, j, SALT + 2)) * spacingM;
        const turn = Math.PI * hashCell(i, j, SALT + 3);
        const c = Math.cos(turn);
        const s = Math.sin(turn);
        const size = hashCell(i, j, SALT + 4);
        const radiusM = spacingM * (0.4 + 0.3 * size);
        const u = (dx * c + dy * s) / radiusM;
        const v = (dy * c - dx * s) / (radiusM * (0.7 + 0.3 * hashCell(i, j, SALT + 5)));
        const q = Math.max(0, Math.hypot(u, v) + flute);
        if (q >= 1.15) continue;
        const peak = heightM * (0.45 + 0.8 * size * hashCell(i, j, SALT + 6) + 0.25 * size);
        best = Math.max(best, peak * profile(q));
      }
    }
    return best - heightM * 0.22;
  };
}

/** A foot of scree, a cliff, a rounded head. */
function profile(q: number): number {
  const head = Math.max(0, 1 - q ** 1.7);
  const cliff = 1 - smoothStep(0.5, 0.72, q);
  const foot = Math.max(0, 1.15 - q);
  return 0.42 * head + 0.4 * cliff + 0.16 * foot;
}

/**
 * Turns slopes into cliffs and ledges: beds of hard rock stand, soft ones give.
 *
 * @param h - height of the smooth slope
 * @param bedM - from ledge to ledge
 * @param ratio - 0 = smooth, 1 = steps
 */
export function cliffs(
  noise: Noise,
  x: number,
  y: number,
  h: number,
  bedM: number,
  ratio: number,
): number {
  if (ratio <= 0) return h;
  const shift = 0.9 * noise.fractal2(x / 340, y / 340, 3) + 0.12 * noise.gradient2(x / 60, y / 60);
  const f = h / bedM + shift;
  const k = Math.floor(f);
  const t = f - k;
  const stepped = (k + smoothStep(0.36, 0.74, t) - shift) * bedM;
  return h + (stepped - h) * ratio;
}
