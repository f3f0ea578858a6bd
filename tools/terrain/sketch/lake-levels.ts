import type { FactPlace, FactVertex, LakeFact } from './facts';
import { fractalNoise } from './noise';
import type { RiverCourse } from './river-course';
import { sketchDistanceM } from './sketch-grid';

/** The piece of a course that a reservoir drowns, both ends included. */
export interface DrownedStretch {
  readonly fromIndex: number;
  readonly toIndex: number;
}

/** Where along its river a reservoir lies. */
export function drownedStretch(
  course: RiverCourse,
  lake: LakeFact & { kind: 'stretch' },
): DrownedStretch {
  const a = nearestIndex(course.points, lake.fromDeg);
  const b = nearestIndex(course.points, lake.toDeg);
  return { fromIndex: Math.min(a, b), toIndex: Math.max(a, b) };
}

/** The courses with their water at the reservoirs' level where these drown them. */
export function drownedCourses(
  courses: readonly RiverCourse[],
  lakes: readonly LakeFact[],
): readonly RiverCourse[] {
  return courses.map((course) => {
    const own = lakes.filter((lake) => lake.kind === 'stretch' && lake.riverId === course.river.id);
    let points = course.points;
    for (const lake of own) {
      if (lake.kind !== 'stretch') continue;
      const { fromIndex, toIndex } = drownedStretch(course, lake);
      points = points.map((vertex, i): FactVertex => {
        if (i < fromIndex) return [vertex[0], vertex[1], Math.max(vertex[2], lake.levelM)];
        return i <= toIndex ? [vertex[0], vertex[1], lake.levelM] : vertex;
      });
    }
    return { river: course.river, points };
  });
}

function nearestIndex(points: readonly FactVertex[], place: FactPlace): number {
  let best = 0;
  let bestM = Infinity;
  for (const [i, [lonDeg, latDeg]] of points.entries()) {
    const apartM = sketchDistanceM(lonDeg, latDeg, place[0], place[1]);
    if (apartM < bestM) {
      bestM = apartM;
      best = i;
    }
  }
  return best;
}

/** Spacing of a shore's vertices. */
const SHORE_STEP_M = 250;

/** Bays and headlands of a drowned shore: wavelength, and reach as a share of the lake's size. */
const BAY_M = 2_600;
const BAY_SHARE = 0.3;

/**
 * The shore of a lake: its outline with bays where side valleys come in and headlands between.
 *
 * @returns a closed ring, the first vertex not repeated
 */
export function lakeShore(lake: LakeFact & { kind: 'outline' }): readonly FactPlace[] {
  const { outline } = lake;
  const reachM = Math.min(1_300, BAY_SHARE * Math.sqrt(ringAreaM2(outline) / 3));
  const wavelengthM = Math.min(BAY_M, reachM * 2.6);
  const shore: FactPlace[] = [];
  for (const [i, a] of outline.entries()) {
    const b = outline[(i + 1) % outline.length]!;
    const lengthM = sketchDistanceM(a[0], a[1], b[0], b[1]);
    const steps = Math.max(1, Math.round(lengthM / SHORE_STEP_M));
    for (let k = 0; k < steps; k++) {
      const lonDeg = a[0] + (k / steps) * (b[0] - a[0]);
      const latDeg = a[1] + (k / steps) * (b[1] - a[1]);
      const x = (lonDeg * 103_340) / wavelengthM;
      const y = (latDeg * 110_760) / wavelengthM;
      const east = reachM * fractalNoise(x, y, 611, 3, 0.55);
      const north = reachM * fractalNoise(x, y, 733, 3, 0.55);
      shore.push([lonDeg + east / 103_340, latDeg + north / 110_760]);
    }
  }
  return shore;
}

function ringAreaM2(ring: readonly FactPlace[]): number {
  let doubled = 0;
  for (const [i, a] of ring.entries()) {
    const b = ring[(i + 1) % ring.length]!;
    doubled += a[0] * b[1] - b[0] * a[1];
  }
  return (Math.abs(doubled) / 2) * 103_340 * 110_760;
}
