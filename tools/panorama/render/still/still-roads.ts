import { smoothStep } from '../maths/curves';
import type { FieldContext } from '../near/field-context';
import { blendColour, type Surface, type SurfacePoint, setNormal } from '../shade/surface';
import type { StillLand } from './still-recipe';

const HALF_WIDTH_M = 3.4;
const VERGE_M = 2.2;
const CELL_M = 64;
/** Roads farther away than this from the place are thinner than a sample. */
const REACH_M = 4500;

type Segment = readonly [x0: number, y0: number, x1: number, y1: number];

/** Distance to the nearest road's middle, looked up by cells; infinite where none is near. */
export function createRoadDistance(
  { frame }: FieldContext,
  land: StillLand,
): (x: number, y: number) => number {
  const cells = new Map<number, Segment[]>();
  const keyOf = (i: number, j: number) => i * 65_536 + j;
  const put = (segment: Segment) => {
    const [x0, y0, x1, y1] = segment;
    const steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0) / (CELL_M / 2)) + 1;
    for (let k = 0; k <= steps; k++) {
      const i = Math.floor((x0 + ((x1 - x0) * k) / steps) / CELL_M);
      const j = Math.floor((y0 + ((y1 - y0) * k) / steps) / CELL_M);
      for (const a of [-1, 0, 1]) {
        for (const b of [-1, 0, 1]) {
          const list = cells.get(keyOf(i + a, j + b)) ?? [];
          if (!list.includes(segment)) list.push(segment);
          cells.set(keyOf(i + a, j + b), list);
        }
      }
    }
  };
  for (const line of land.roads) {
    const points = line.map(([lonDeg, latDeg]) => frame.toLocal(lonDeg, latDeg));
    points.slice(1).forEach((point, index) => {
      const before = points[index];
      if (!before) return;
      const isNear = Math.min(Math.hypot(...before), Math.hypot(...point)) < REACH_M;
      if (isNear) put([before[0], before[1], point[0], point[1]]);
    });
  }
  return (x, y) => {
    const list = cells.get(keyOf(Math.floor(x / CELL_M), Math.floor(y / CELL_M)));
    return list?.reduce((d, s) => Math.min(d, besideM(s, x, y)), Infinity) ?? Infinity;
  };
}

function besideM([x0, y0, x1, y1]: Segment, x: number, y: number): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const t = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - x0 - t * dx, y - y0 - t * dy);
}

/** Asphalt with its verge of bare earth, over painted ground. */
export function dressRoad(distanceM: number, point: SurfacePoint, surface: Surface): void {
  if (distanceM > HALF_WIDTH_M + VERGE_M) return;
  const verge = smoothStep(HALF_WIDTH_M + VERGE_M, HALF_WIDTH_M + 0.6, distanceM);
  blendColour(surface.albedo, 0.2, 0.15, 0.1, 0.8 * verge);
  const asphalt = smoothStep(HALF_WIDTH_M + 0.4, HALF_WIDTH_M - 0.2, distanceM);
  if (asphalt <= 0) return;
  blendColour(surface.albedo, 0.115, 0.112, 0.11, asphalt);
  if (point.footprintM < 0.4 && distanceM < 0.12) {
    blendColour(surface.albedo, 0.5, 0.49, 0.44, asphalt);
  }
  if (asphalt > 0.5) setNormal(surface, 0, 0, 1);
}
