import type { FactPlace, FactVertex, LakeFact } from './facts';
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
