import { cliffs, createKarst } from '../land/karst';
import { clamp, smoothStep } from '../maths/curves';
import { hashCell } from '../maths/random';
import type { Recipe } from '../recipe';
import { blendColour, type Surface, type SurfacePoint, scaleColour } from '../shade/surface';
import type { FieldContext } from './field-context';
import { carvedM } from './hill-field';

/** What a recipe says of limestone country. */
export type KarstRecipe = Extract<Recipe['nearField'], { kind: 'karst' }>;

/** Depth of the river below its level. */
const RIVER_DEPTH_M = 7;
const CALM_M = 26;

/** Peaks, cliffs and the gorge on top of the eroded elevation model. */
export function createKarstForm(
  context: FieldContext,
  karst: KarstRecipe,
): (x: number, y: number, h: number, cellM: number) => number {
  const { noise, frame, viewerX, viewerY } = context;
  const { towers, river } = karst;
  const peaks = createKarst(noise, towers);
  const distanceToRiver = river
    ? lineDistance(context, river.line)
    : () => Number.POSITIVE_INFINITY;
  const tower = karst.flagTower && {
    at: frame.toLocal(karst.flagTower.lonDeg, karst.flagTower.latDeg),
    ...karst.flagTower,
  };
  return (x, y, h, cellM) => {
    const r = Math.hypot(x - viewerX, y - viewerY);
    let z = karst.brink ? h - carvedM(karst.brink, x - viewerX, y - viewerY) : h;
    const share =
      smoothStep(towers.fromM, towers.fromM * 2 + 60, r) *
      smoothStep(towers.aboveM, towers.aboveM + 70, h);
    if (share > 0) z += share * peaks(x, y, cellM);
    const calm = tower ? smoothStep(tower.hillRadiusM, tower.hillRadiusM * 1.8, r) : 1;
    z = cliffs(noise, x, y, z, karst.bedM, calm * karst.cliffRatio * smoothStep(CALM_M, 160, r));
    if (tower) {
      // Longer from north to south, like a back.
      const d = Math.hypot(x - tower.at[0], 0.6 * (y - tower.at[1])) / tower.hillRadiusM;
      const rough =
        smoothStep(0.12, 0.35, d) *
        (0.34 * noise.fractal2(x / 95, y / 95, 3) + 0.1 * noise.fractal2(x / 24, y / 24, 3));
      z += tower.hillHeightM * towerHill(Math.max(0, d + rough));
    }
    if (river) {
      const d = distanceToRiver(x, y);
      if (d < 1500) {
        const out = Math.max(0, d - river.halfWidthM * (1 + 0.3 * noise.gradient2(x / 90, y / 90)));
        const wall = river.levelOrthometricM - RIVER_DEPTH_M + out * river.wallSlope;
        z = Math.min(z, cliffs(noise, x, y, wall, 62, out > 4 ? 0.55 : 0));
      }
    }
    return z;
  };
}

/** A hill like a sugar loaf with a level top. */
function towerHill(q: number): number {
  return 1 - smoothStep(0.07, 1, q ** 0.9);
}

function lineDistance(
  { frame }: FieldContext,
  line: readonly (readonly [number, number])[],
): (x: number, y: number) => number {
  const points = line.map(([lon, lat]) => frame.toLocal(lon, lat));
  return (x, y) => {
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i + 1 < points.length; i++) {
      const [ax, ay] = points[i]!;
      const [bx, by] = points[i + 1]!;
      const [dx, dy] = [bx - ax, by - ay];
      const t = clamp(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy), 0, 1);
      best = Math.min(best, Math.hypot(x - ax - dx * t, y - ay - dy * t));
    }
    return best;
  };
}

/** Paddies of a valley floor: plots of many greens or golds with bunds between them. */
export function paintPaddies(
  { noise, season }: FieldContext,
  share: number,
  point: SurfacePoint,
  surface: Surface,
): void {
  if (share <= 0.01) return;
  const { x, y, footprintM: fp } = point;
  const { albedo } = surface;
  const bend = 0.5 * noise.gradient2(x / 210, y / 210);
  const plot = noise.cells2(x / 46 + bend, y / 31 - bend);
  const hue = hashCell(plot.id, 2, 9);
  const ripe = clamp(season.ripeness + 0.5 * (hue - 0.5), 0, 1.4);
  const k = 0.8 + 0.4 * hashCell(plot.id, 5, 9);
  const gold = smoothStep(0.15, 0.8, ripe);
  const straw = smoothStep(0.95, 1.3, ripe);
  blendColour(albedo, 0.075 * k, 0.14 * k, 0.022 * k, share);
  blendColour(albedo, 0.27 * k, 0.205 * k, 0.045 * k, share * gold);
  blendColour(albedo, 0.23 * k, 0.185 * k, 0.105 * k, share * straw);
  const bund = smoothStep(0.07, 0.03, plot.second - plot.nearest) * clamp(1.5 - fp / 3, 0.2, 1);
  blendColour(albedo, 0.07, 0.11, 0.03, 0.8 * bund * share);
  scaleColour(albedo, 1 + 0.12 * noise.gradient2(x / 9, y / 9) * share);
  surface.openness = Math.max(surface.openness, 0.9 * share);
  const flat = 1 - share * 0.8;
  surface.nx *= flat;
  surface.ny *= flat;
  const scale = 1 / Math.hypot(surface.nx, surface.ny, surface.nz);
  surface.nx *= scale;
  surface.ny *= scale;
  surface.nz *= scale;
}
