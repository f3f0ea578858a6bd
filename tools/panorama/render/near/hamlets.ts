import type { LandFrame } from '../land/land-frame';
import { type Mesh, turned } from '../mesh/mesh';
import type { Scenery } from './scenery';

/** A group of houses that a recipe asks for. */
export interface Hamlet {
  readonly lonDeg: number;
  readonly latDeg: number;
  readonly count: number;
  readonly radiusM: number;
}

const APART_M = 17;
const TRIES = 14;
const STEEPEST = 0.5;

/**
 * Stands houses in groups, long side along the slope.
 *
 * @param isFree - whether a house may stand there
 */
export function addHamlets(
  scenery: Scenery,
  frame: LandFrame,
  hamlets: readonly Hamlet[],
  houses: readonly Mesh[],
  isFree: (x: number, y: number) => boolean,
): void {
  if (hamlets.length === 0) return;
  const { random, groundAt } = scenery;
  const first = scenery.add(...houses);
  for (const { lonDeg, latDeg, count, radiusM } of hamlets) {
    const [cx, cy] = frame.toLocal(lonDeg, latDeg);
    const placed: [number, number][] = [];
    for (let i = 0; i < count * TRIES && placed.length < count; i++) {
      const a = random() * 2 * Math.PI;
      const r = radiusM * Math.sqrt(random());
      const x = cx + Math.cos(a) * r;
      const y = cy + Math.sin(a) * r;
      if (!isFree(x, y)) continue;
      if (placed.some(([px, py]) => Math.hypot(px - x, py - y) < APART_M)) continue;
      const gx = groundAt(x + 6, y) - groundAt(x - 6, y);
      const gy = groundAt(x, y + 6) - groundAt(x, y - 6);
      const rise = Math.hypot(gx, gy);
      if (rise / 12 > STEEPEST) continue;
      placed.push([x, y]);
      const turn = Math.atan2(gy, gx) + Math.PI / 2 + (random() - 0.5) * 0.4;
      const z = groundAt(x, y) - rise * 0.25 + 0.1;
      scenery.put(first + (placed.length % houses.length), [x, y, z], turned(turn));
    }
  }
}
