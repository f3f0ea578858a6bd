import type { FactVertex, RiverFact } from './facts';
import { gradientNoise } from './noise';
import { sketchDistanceM } from './sketch-grid';

/** Spacing of a course's vertices. */
const STEP_M = 350;

/** Wavelength of the bends added between the facts' vertices. */
const BEND_M = 3_300;

/** Height and side of the bends at most; on short pieces less. */
const BEND_REACH_M = 820;

/** A river's course, fine enough to draw: from the source down. */
export interface RiverCourse {
  readonly river: RiverFact;
  readonly points: readonly FactVertex[];
}

/**
 * Lays a smooth course through a river's vertices: a centripetal spline, with bends of a few
 * kilometres that vanish at the vertices. The heights never rise downstream.
 */
export function riverCourse(river: RiverFact): RiverCourse {
  const { points } = river;
  const seed = seedOf(river.id);
  const fine: FactVertex[] = [];
  let runM = 0;
  for (let i = 0; i + 1 < points.length; i++) {
    const [p0, p1, p2, p3] = [
      points[i - 1] ?? points[i]!,
      points[i]!,
      points[i + 1]!,
      points[i + 2] ?? points[i + 1]!,
    ];
    const lengthM = sketchDistanceM(p1[0], p1[1], p2[0], p2[1]);
    const steps = Math.max(1, Math.round(lengthM / STEP_M));
    for (let k = 0; k < steps; k++) {
      const t = k / steps;
      const [lonDeg, latDeg] = onSpline(p0, p1, p2, p3, t);
      const sideM =
        gradientNoise((runM + t * lengthM) / BEND_M, 0.37, seed) *
        Math.min(BEND_REACH_M, lengthM * 0.15) *
        4 *
        t *
        (1 - t);
      const east = ((p2[1] - p1[1]) * 110_760) / lengthM;
      const north = (-(p2[0] - p1[0]) * 103_340) / lengthM;
      const heightM = p1[2] + t * (p2[2] - p1[2]);
      fine.push([lonDeg + (sideM * east) / 103_340, latDeg + (sideM * north) / 110_760, heightM]);
    }
    runM += lengthM;
  }
  fine.push(points.at(-1)!);
  return { river, points: neverRising(fine) };
}

function neverRising(points: readonly FactVertex[]): readonly FactVertex[] {
  let lowestM = Infinity;
  return points.map(([lonDeg, latDeg, heightM]) => {
    lowestM = Math.min(lowestM, heightM);
    return [lonDeg, latDeg, lowestM];
  });
}

/** Catmull-Rom through p1 and p2, half tension, so that sharp bends do not overshoot. */
function onSpline(
  p0: FactVertex,
  p1: FactVertex,
  p2: FactVertex,
  p3: FactVertex,
  t: number,
): readonly [number, number] {
  const along = (axis: 0 | 1): number => {
    const m1 = (p2[axis] - p0[axis]) * 0.42;
    const m2 = (p3[axis] - p1[axis]) * 0.42;
    const t2 = t * t;
    const t3 = t2 * t;
    return (
      (2 * t3 - 3 * t2 + 1) * p1[axis] +
      (t3 - 2 * t2 + t) * m1 +
      (3 * t2 - 2 * t3) * p2[axis] +
      (t3 - t2) * m2
    );
  };
  return [along(0), along(1)];
}

function seedOf(id: string): number {
  let seed = 17;
  for (const char of id) seed = (seed * 31 + char.charCodeAt(0)) % 65_521;
  return seed;
}
