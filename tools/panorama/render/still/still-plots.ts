import { clamp, mix, smoothStep } from '../maths/curves';
import { hashCell } from '../maths/random';
import type { FieldContext } from '../near/field-context';
import { blendColour, detailShare, type Surface, type SurfacePoint } from '../shade/surface';
import type { StillLand } from './still-recipe';
import { isWet } from './still-wet';

/** How much a point lies on the floor of a valley, 0 to 1. */
export type Flatness = (x: number, y: number) => number;

const SLOPE_STEP_M = 260;
const PLOT_LONG_M = 46;
const PLOT_WIDE_M = 24;
const BUND_M = 0.9;
const REACH_M = 9000;

/** Valley floors of the elevation model. */
export function createFlatness({ dem, noise }: FieldContext): Flatness {
  const e = SLOPE_STEP_M;
  return (x, y) => {
    if (x * x + y * y > REACH_M * REACH_M) return 0;
    const gx = (dem(x + e, y) - dem(x - e, y)) / (2 * e);
    const gy = (dem(x, y + e) - dem(x, y - e)) / (2 * e);
    const steep = Math.hypot(gx, gy) + 0.035 * noise.gradient2(x / 330, y / 330);
    return smoothStep(0.12, 0.05, steep);
  };
}

/** Paints paddies and gardens as plots between bunds over the floor of a valley. */
export function paintPlots(
  { noise, season }: FieldContext,
  land: StillLand,
  flat: Flatness,
  point: SurfacePoint,
  surface: Surface,
): void {
  if (land.cover === 'forest' || land.cover === 'high-mountain') return;
  if (isWet(land, point.z) || surface.nz < 0.955) return;
  const { x, y, footprintM } = point;
  const patch = noise.fractal2(x / 240 + 7, y / 240, 3);
  const share = flat(x, y) * smoothStep(-0.22, 0.02, patch) * smoothStep(0.955, 0.975, surface.nz);
  if (share <= 0.02) return;
  const wx = x + 26 * noise.gradient2(x / 150, y / 150);
  const wy = y + 26 * noise.gradient2(x / 150 + 4, y / 150);
  const turn = 0.6 * noise.gradient2(x / 900, y / 900);
  const u = (wx * Math.cos(turn) + wy * Math.sin(turn)) / PLOT_LONG_M;
  const v = (wy * Math.cos(turn) - wx * Math.sin(turn)) / PLOT_WIDE_M;
  const j = Math.floor(v);
  const i = Math.floor(u + 0.5 * (j & 1));
  const hue = hashCell(i, j, 31);
  const isFlooded = season.floodedRatio > 0.2 && hue < season.floodedRatio;
  const late = clamp(season.ripeness + 0.5 * (hue - 0.5), 0, 1.4);
  const gold = smoothStep(0.25, 0.6, late);
  const straw = smoothStep(0.9, 1.15, late);
  const [r, g, b] = isFlooded
    ? [0.06, 0.062, 0.05]
    : [
        mix(mix(0.075 + 0.03 * hue, 0.31, gold), 0.19, straw),
        mix(mix(0.145 + 0.03 * hue, 0.225, gold), 0.16, straw),
        mix(mix(0.026, 0.048, gold), 0.085, straw),
      ];
  blendColour(surface.albedo, r, g, b, share * 0.92);
  if (isFlooded) surface.wet = Math.max(surface.wet, 0.75 * share);
  const edge = Math.min(edgeM(u + 0.5 * (j & 1), PLOT_LONG_M), edgeM(v, PLOT_WIDE_M));
  const bund = smoothStep(BUND_M, BUND_M * 0.4, edge) * detailShare(footprintM, 0.5, 2.2);
  blendColour(surface.albedo, 0.075, 0.11, 0.035, share * bund);
  if (bund > 0.3) surface.wet *= 1 - bund;
}

/** Metres to the nearest edge of a cell along one axis. */
function edgeM(value: number, cellM: number): number {
  const inside = value - Math.floor(value);
  return Math.min(inside, 1 - inside) * cellM;
}
