import { clamp, smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';

/** What a thin sheet of cloud shows at one point. */
export interface SheetPoint {
  /** Share of the sky behind that it hides, 0 to 1. */
  share: number;
  /** Light on it over that of an even sheet. */
  lit: number;
}

/**
 * Cirrus: bundles of fibres that the wind combs, denser heads with tails behind them.
 *
 * @param xKm - kilometres east of the viewer; `yKm` north
 * @param ratio - 0 = none, 1 = over half the sky
 */
export function cirrusAt(
  noise: Noise,
  xKm: number,
  yKm: number,
  ratio: number,
  out: SheetPoint,
): SheetPoint {
  const { gradient2, fractal2 } = noise;
  const area = smoothStep(
    0.3 - 0.5 * ratio,
    0.62 - 0.3 * ratio,
    fractal2(xKm / 34 + 1.7, yKm / 34 + 4.1, 3) + 0.3 * gradient2(xKm / 9, yKm / 9 + 2),
  );
  out.lit = 1;
  out.share = 0;
  if (area <= 0.003) return out;
  // The wind turns slowly over the sky: fibres are curved, not ruled.
  const bend = 5 * gradient2(xKm / 44 + 8, yKm / 44) + 0.7 * gradient2(xKm / 11, yKm / 11 + 5);
  const sway = 0.25 * gradient2(xKm / 2.3 + 1, yKm / 2.3);
  const u = xKm * 0.83 + yKm * 0.56;
  const w = -xKm * 0.56 + yKm * 0.83 + bend + sway;
  const fibres =
    0.42 * gradient2(u / 21, w / 2.1) +
    0.3 * gradient2(u / 13 + 3, w / 0.83) +
    0.22 * gradient2(u / 7 + 8, w / 0.36 + 9) +
    0.16 * gradient2(u / 3.9 + 5, w / 0.16);
  const veil = 0.6 * fractal2(u / 9 + 2, w / 6, 5);
  const thick = smoothStep(-0.3, 0.8, 0.8 * fibres + veil);
  out.share = area * thick * (0.3 + 0.7 * thick) * (0.4 + 0.45 * ratio);
  return out;
}

/**
 * Altocumulus: fields of small rolls and flakes with gaps between them.
 *
 * @param xKm - kilometres east of the viewer; `yKm` north
 * @param towardX - unit vector toward the sun on the map; `towardY` north
 */
export function altocumulusAt(
  noise: Noise,
  xKm: number,
  yKm: number,
  ratio: number,
  towardX: number,
  towardY: number,
  out: SheetPoint,
): SheetPoint {
  const area = smoothStep(
    0.34 - 0.55 * ratio,
    0.6 - 0.4 * ratio,
    noise.fractal2(xKm / 13 + 11.7, yKm / 13 + 2.3, 4),
  );
  out.share = 0;
  out.lit = 1;
  if (area <= 0.003) return out;
  const here = flakes(noise, xKm, yKm);
  const there = flakes(noise, xKm + 0.11 * towardX, yKm + 0.11 * towardY);
  const bar = 0.56 - 0.42 * area;
  out.share = smoothStep(bar, bar + 0.34, here) * (0.35 + 0.55 * area);
  out.lit = clamp(0.85 + (here - there) * 1.9, 0.35, 1.7);
  return out;
}

function flakes(noise: Noise, xKm: number, yKm: number): number {
  const x = xKm + 0.3 * noise.gradient2(xKm / 1.9, yKm / 1.9);
  const y = yKm + 0.3 * noise.gradient2(xKm / 1.9 + 7, yKm / 1.9);
  const cell = noise.cells2(x / 0.85, y / 0.55);
  const roll = 0.22 * Math.sin(y * 5.2 + 2.5 * noise.gradient2(x / 5, y / 5));
  return (
    0.78 -
    cell.nearest * cell.nearest +
    roll +
    0.42 * noise.fractal2(x / 0.42 + 3, y / 0.42, 4) +
    0.3 * noise.gradient2(x / 3.3, y / 3.3)
  );
}
