import { clamp, smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import { hashCell } from '../maths/random';
import type { Recipe } from '../recipe';
import { SquareGrid } from './square-grid';

type Tea = Extract<Recipe['nearField'], { kind: 'tea' }>;

/** What stands at a point of a tea garden; shared between calls. */
export interface TeaSpot {
  /** Height of the hill over the plain land, metres. */
  hillM: number;
  /** Across the row: 0 = middle of the hedge, 1 = middle of the furrow. */
  furrow: number;
  /** Number of the row on its hill. */
  row: number;
  /** 1 on a track or footpath, 0 off it. */
  path: number;
  /** 1 where tea grows, 0 outside the garden. */
  garden: number;
}

const CELL_M = 118;
const ROW_M = 1.55;
export const HEDGE_M = 0.72;
const GARDEN_TO_M = 640;
/** The viewer's hill. */
const OWN_RADIUS_M = 82;
const OWN_HEIGHT_M = 19;
const OWN_AT = [-27, -31] as const;
const HEART_POINTS = 160;
const HEART_GRID_M = 0.5;
const ORCHARD_FROM_M = 26;
const ORCHARD_TO_M = 430;

/** Round hills, each with rows of tea that circle it; one of them closes into a heart. */
export class TeaLand {
  readonly spot: TeaSpot = { hillM: 0, furrow: 0, row: 0, path: 0, garden: 0 };
  private readonly noise: Noise;
  private readonly tea: Tea;
  private readonly heart: SquareGrid;

  constructor(noise: Noise, tea: Tea) {
    this.noise = noise;
    this.tea = tea;
    this.heart = heartDistance(tea.heart.sizeM, (tea.heart.turnDeg * Math.PI) / 180);
  }

  /** Reads a point, metres east and north of the viewer, into `spot`. */
  read(x: number, y: number): TeaSpot {
    const { spot, noise } = this;
    const r = Math.hypot(x, y);
    spot.garden = 0;
    spot.hillM = 0;
    spot.path = 0;
    if (r > GARDEN_TO_M * 1.5) return spot;
    const n = noise.gradient2;
    const wx = x + 9 * n(x / 70, y / 70);
    const wy = y + 9 * n(x / 70 + 20, y / 70);
    const ringM = this.readHills(wx, wy);
    const fade = smoothStep(GARDEN_TO_M * 1.5, GARDEN_TO_M * 0.9, r);
    spot.hillM *= fade;
    const rim = GARDEN_TO_M * (1 + 0.3 * n(x / 260 + 8, y / 260));
    spot.garden = r < rim && !this.isOrchard(x, y) ? 1 : 0;
    const phase = ringM / ROW_M;
    spot.row = Math.floor(phase);
    spot.furrow = Math.abs(phase - spot.row - 0.5) * 2;
    return spot;
  }

  /** Height of the hedge over the soil by the last reading, metres. */
  hedgeM(x: number, y: number): number {
    return this.growthM(x, y) * smoothStep(0.52, 0.38, this.spot.path);
  }

  /** Height that a hedge would have there if no path were cut through it. */
  growthM(x: number, y: number): number {
    const { garden, furrow, row } = this.spot;
    if (garden === 0) return 0;
    const dome = 1 - clamp(furrow / 0.7, 0, 1) ** 2.6;
    const n = this.noise.gradient2;
    const vigour = 0.86 + 0.2 * n(x / 3.1, y / 3.1) + 0.12 * n(x / 0.6, y / 0.6 + row);
    const gap = smoothStep(0.52, 0.42, n(x / 4.7 + row * 3.1, y / 4.7));
    return HEDGE_M * Math.max(0, dome) ** 0.6 * vigour * gap;
  }

  /** Whether plums grow there instead of tea. */
  isOrchard(x: number, y: number): boolean {
    const { fromDeg, toDeg } = this.tea.orchard;
    const r = Math.hypot(x, y);
    if (r < ORCHARD_FROM_M || r > ORCHARD_TO_M) return false;
    const turn = (v: number) => ((v % 360) + 360) % 360;
    const heading = (Math.atan2(x, y) * 180) / Math.PI + 7 * this.noise.gradient2(x / 40, y / 40);
    return turn(heading - fromDeg) < turn(toDeg - fromDeg);
  }

  /** Fills `hillM` and `path`; returns the distance across the rows. */
  private readHills(x: number, y: number): number {
    const { spot, tea } = this;
    const [hx, hy] = tea.heart.at;
    const fromHeart = Math.hypot(x - hx, y - hy);
    const reach = tea.heart.sizeM * 1.75;
    const ci = Math.floor(x / CELL_M);
    const cj = Math.floor(y / CELL_M);
    let best = Number.POSITIVE_INFINITY;
    let next = Number.POSITIVE_INFINITY;
    let bestI = 0;
    let bestJ = 0;
    let cx = 0;
    let cy = 0;
    for (let j = cj - 1; j <= cj + 1; j++) {
      for (let i = ci - 1; i <= ci + 1; i++) {
        const px = (i + 0.2 + 0.6 * hashCell(i, j, 401)) * CELL_M;
        const py = (j + 0.2 + 0.6 * hashCell(i, j, 402)) * CELL_M;
        if (Math.hypot(px - hx, py - hy) < reach * 1.1) continue;
        const d = Math.hypot(x - px, y - py);
        if (d < best) {
          next = best;
          [best, bestI, bestJ, cx, cy] = [d, i, j, px, py];
        } else if (d < next) next = d;
      }
    }
    const heartRim = fromHeart - reach * 0.62;
    if (heartRim < best - CELL_M * 0.42) return this.readHeart(x - hx, y - hy, best, heartRim);
    const own = Math.hypot(x - OWN_AT[0], y - OWN_AT[1]);
    if (own - OWN_RADIUS_M * 0.6 < best - CELL_M * 0.42) {
      return this.readOwnHill(x, y, own, Math.min(best - CELL_M * 0.42, heartRim));
    }
    const heightM = 5 + 9 * hashCell(bestI, bestJ, 403);
    const q = clamp(best / (CELL_M * 0.62), 0, 1);
    spot.hillM = heightM * (1 - q * q) ** 2;
    const border = Math.min(next - best, (heartRim - (best - CELL_M * 0.42)) * 1.4);
    spot.path = smoothStep(4.2, 3.2, border);
    const turn = hashCell(bestI, bestJ, 404) * 2 * Math.PI;
    const beside = Math.abs((x - cx) * Math.sin(turn) - (y - cy) * Math.cos(turn));
    spot.path = Math.max(spot.path, smoothStep(0.95, 0.65, beside));
    return best;
  }

  /** The hill under the viewer: its top is a trodden round, from which a track goes down. */
  private readOwnHill(x: number, y: number, own: number, next: number): number {
    const { spot } = this;
    const q = clamp(own / OWN_RADIUS_M, 0, 1);
    spot.hillM = OWN_HEIGHT_M * (1 - q * q) ** 2;
    const track = Math.abs(x * 0.94 + y * 0.34 + 5 * this.noise.gradient2(x / 40, y / 40 + 5));
    const isBehind = x * -0.34 + y * 0.94 < 0;
    spot.path = Math.max(
      smoothStep(4.2, 3.2, (next - own + OWN_RADIUS_M * 0.6) * 1.2),
      smoothStep(2.6, 2, Math.hypot(x, y) + 0.7 * this.noise.gradient2(x, y)),
      isBehind ? smoothStep(1.7, 1.2, track) : 0,
    );
    return own + 200;
  }

  private readHeart(dx: number, dy: number, best: number, heartRim: number): number {
    const { spot, heart, tea } = this;
    const inside = -heart.at(dx, dy);
    const t = clamp((inside + tea.heart.sizeM * 0.55) / (tea.heart.sizeM * 1.1), 0, 1);
    // Its far side stands higher, so that the whole heart lies toward the viewer.
    const [hx, hy] = tea.heart.at;
    const beyond = (dx * hx + dy * hy) / Math.hypot(hx, hy) / tea.heart.sizeM;
    const lean = 8 * clamp(beyond, -0.9, 1.2) + 3;
    spot.hillM = (5 + lean) * smoothStep(0, 0.5, t) * (0.8 + 0.2 * t);
    spot.path = Math.max(
      smoothStep(4.2, 3.2, (best - CELL_M * 0.42 - heartRim) * 1.4),
      smoothStep(1.5, 1.1, Math.abs(inside + 1.2)),
    );
    return inside + 400;
  }
}

/** Signed distance to a heart's outline, + outside, on a grid round its middle. */
function heartDistance(sizeM: number, turnRad: number): SquareGrid {
  const outline = Array.from({ length: HEART_POINTS }, (_, i) => {
    const t = (i / HEART_POINTS) * 2 * Math.PI;
    const u = 16 * Math.sin(t) ** 3;
    const v = 13 * Math.cos(t) - 5 * Math.cos(2 * t) - 2 * Math.cos(3 * t) - Math.cos(4 * t) + 2.5;
    const k = sizeM / 30;
    const c = Math.cos(turnRad);
    const s = Math.sin(turnRad);
    return [k * (u * c + v * s), k * (v * c - u * s)] as const;
  });
  const posts = Math.ceil((sizeM * 3.6) / HEART_GRID_M);
  return new SquareGrid(posts, HEART_GRID_M).fill((x, y) => {
    let best = Number.POSITIVE_INFINITY;
    let isInside = false;
    outline.forEach(([ax, ay], i) => {
      const [bx, by] = outline[(i + 1) % HEART_POINTS]!;
      const dx = bx - ax;
      const dy = by - ay;
      const t = clamp(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy), 0, 1);
      best = Math.min(best, Math.hypot(x - ax - dx * t, y - ay - dy * t));
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
    });
    return isInside ? -best : best;
  });
}
