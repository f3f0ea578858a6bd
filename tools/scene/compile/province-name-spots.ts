import { footOnSegment, metresBetween, type Vertex } from '#core/geo/local-plane';
import { isInsideRing } from '../borders/province-outline';
import { roundedVertex } from './line-shape';

/** Fineness of the search, spots given, and how far they lie apart. */
const STEP_DEG = 0.06;
const SPOT_COUNT = 8;
const APART_M = 14_000;

/** Where the name of a province may stand: the spots farthest from its border, roomiest first. */
export function provinceNameSpots(ring: readonly Vertex[]): readonly Vertex[] {
  const spots = gridInside(ring)
    .map((vertex) => ({ vertex, roomM: roomOf(vertex, ring) }))
    .toSorted((a, b) => b.roomM - a.roomM);
  const chosen: Vertex[] = [];
  for (const { vertex } of spots) {
    if (chosen.length === SPOT_COUNT) break;
    if (chosen.every((other) => metresBetween(other, vertex) >= APART_M)) chosen.push(vertex);
  }
  return chosen.map(roundedVertex);
}

function gridInside(ring: readonly Vertex[]): Vertex[] {
  const lons = ring.map(([lonDeg]) => lonDeg);
  const lats = ring.map(([, latDeg]) => latDeg);
  const inside: Vertex[] = [];
  for (let latDeg = Math.min(...lats); latDeg < Math.max(...lats); latDeg += STEP_DEG) {
    for (let lonDeg = Math.min(...lons); lonDeg < Math.max(...lons); lonDeg += STEP_DEG) {
      if (isInsideRing([lonDeg, latDeg], ring)) inside.push([lonDeg, latDeg]);
    }
  }
  return inside;
}

/** Metres from a point to the nearest stretch of a ring. */
function roomOf(vertex: Vertex, ring: readonly Vertex[]): number {
  let nearestM = Number.POSITIVE_INFINITY;
  for (let at = 1; at < ring.length; at++) {
    const { awayM } = footOnSegment(vertex, ring[at - 1] as Vertex, ring[at] as Vertex);
    nearestM = Math.min(nearestM, awayM);
  }
  return nearestM;
}
