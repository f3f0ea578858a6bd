import { smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';

/** A deck of stratocumulus seen from above. */
export interface CloudSea {
  /** Mean height of its top above the sea. */
  readonly topM: number;
  readonly thicknessM: number;
  /** Direction its streets run, radians from east. */
  readonly windRad: number;
}

/** Extinction of cloud, per metre. */
export const CLOUD_EXTINCTION_PER_M = 0.022;

function billow(noise: Noise, x: number, y: number): number {
  const cell = noise.cells2(x, y);
  const f = cell.nearest;
  return (1 - f * f) * (0.55 + 0.45 * Math.min(1, (cell.second - f) * 2.2));
}

/**
 * Height of the cloud's top over a point: billows at several scales, calm and lively areas; the
 * deck laps against slopes and thins into torn mist where the ground comes near its top.
 *
 * @param cellM - spacing of the asking grid; billows finer than that are left out
 * @param groundM - height of the ground there
 */
export function cloudTop(
  sea: CloudSea,
  noise: Noise,
  x: number,
  y: number,
  cellM: number,
  groundM: number,
): number {
  const { gradient2 } = noise;
  const ca = Math.cos(sea.windRad);
  const sa = Math.sin(sea.windRad);
  const px = x * ca + y * sa;
  const py = (-x * sa + y * ca) * 1.35;
  const wx = px + 500 * gradient2(px / 2600, py / 2600);
  const wy = py + 500 * gradient2(px / 2600 + 9, py / 2600 + 3);
  let h =
    sea.topM +
    150 * gradient2(px / 26000 + 2, py / 19000) +
    70 * gradient2(px / 9000, py / 5200 + 1);
  const lively = 0.35 + 0.65 * smoothStep(-0.35, 0.5, gradient2(px / 14000 + 5, py / 11000));
  h += lively * 200 * (billow(noise, wx / 3600, wy / 2600) - 0.5);
  if (cellM < 400) {
    const vx = wx + 140 * gradient2(px / 700, py / 700);
    const vy = wy + 140 * gradient2(px / 700 + 4, py / 700);
    h += lively * 100 * (billow(noise, vx / 1250, vy / 1000) - 0.5);
    if (cellM < 100) h += (0.25 + lively) * 34 * (billow(noise, vx / 430 + 3, vy / 380) - 0.5);
    if (cellM < 40) h += (0.25 + lively) * 13 * (billow(noise, vx / 160 + 8, vy / 150) - 0.5);
    if (cellM < 10) h += (0.3 + lively) * 5 * (billow(noise, vx / 60, vy / 60) - 0.5);
  }
  const over = h - groundM;
  if (over < 260 && over > -400) {
    const torn = 75 * noise.fractal2(x / 620, y / 620, 5) + 60 * gradient2(x / 2300, y / 2300) - 30;
    h += (1 - Math.abs(over + 70) / 330) * torn;
  }
  return h;
}

/** Wisps that eat into the cloud's edge, metres of height; fewer with distance. */
export function cloudErosion(
  noise: Noise,
  x: number,
  y: number,
  z: number,
  distanceM: number,
): number {
  let s = 17 * noise.gradient3(x / 74, y / 74, z / 52);
  if (distanceM < 9000) s += 8 * noise.gradient3(x / 27, y / 27, z / 22);
  if (distanceM < 4000) s += 4 * noise.gradient3(x / 11, y / 11, z / 9);
  return s;
}
