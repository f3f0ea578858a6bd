import { boxesOverlap, type GeoBoxDeg } from '#core/tiles/geo-box';

/** Water that fills rings, islands among them: inside is what an odd number of rings surrounds. */
export interface WaterArea {
  readonly type: 'area';
  readonly boxDeg: GeoBoxDeg;
  /** Longitude and latitude by turns, not closed. */
  readonly ringsDeg: readonly Float64Array[];
}

/** Water along a line, of its own width at every vertex. */
export interface WaterCourse {
  readonly type: 'course';
  readonly boxDeg: GeoBoxDeg;
  /** Longitude and latitude by turns. */
  readonly pointsDeg: Float64Array;
  readonly widthM: Float32Array;
}

/** Lakes and rivers for the water mask; plain data. */
export type WaterShapes = readonly (WaterArea | WaterCourse)[];

/** Vertices of a course that are looked at together: a tile meets few of a long river's. */
const COURSE_VERTICES = 48;

/** Metres of a degree of latitude, roundly: only to grow boxes. */
const METRES_PER_DEG = 110_000;

/** Water inside rings. */
export function waterArea(rings: readonly (readonly (readonly [number, number])[])[]): WaterArea {
  const ringsDeg = rings.map((ring) => Float64Array.from(ring.flat()));
  const boxes = ringsDeg.map((ring) => boxOf(ring, 0));
  const boxDeg = {
    westDeg: Math.min(...boxes.map((box) => box.westDeg)),
    southDeg: Math.min(...boxes.map((box) => box.southDeg)),
    eastDeg: Math.max(...boxes.map((box) => box.eastDeg)),
    northDeg: Math.max(...boxes.map((box) => box.northDeg)),
  };
  return { type: 'area', boxDeg, ringsDeg };
}

/** Water along a line, in pieces that overlap by a vertex. */
export function waterCourses(
  points: readonly (readonly [number, number])[],
  widthM: (vertex: number) => number,
): readonly WaterCourse[] {
  const pieces: WaterCourse[] = [];
  for (let first = 0; first + 1 < points.length; first += COURSE_VERTICES - 1) {
    const part = points.slice(first, first + COURSE_VERTICES);
    const pointsDeg = Float64Array.from(part.flat());
    const widths = Float32Array.from(part, (_, i) => widthM(first + i));
    const boxDeg = boxOf(pointsDeg, Math.max(...widths));
    pieces.push({ type: 'course', boxDeg, pointsDeg, widthM: widths });
  }
  return pieces;
}

/** The shapes that can touch a box. */
export function waterInBox(shapes: WaterShapes, box: GeoBoxDeg): WaterShapes {
  return shapes.filter((shape) => boxesOverlap(shape.boxDeg, box));
}

function boxOf(pointsDeg: Float64Array, reachM: number): GeoBoxDeg {
  let [westDeg, southDeg, eastDeg, northDeg] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < pointsDeg.length; i += 2) {
    westDeg = Math.min(westDeg, pointsDeg[i]!);
    eastDeg = Math.max(eastDeg, pointsDeg[i]!);
    southDeg = Math.min(southDeg, pointsDeg[i + 1]!);
    northDeg = Math.max(northDeg, pointsDeg[i + 1]!);
  }
  const up = reachM / METRES_PER_DEG;
  const farDeg = Math.min(89.9, Math.max(Math.abs(southDeg), Math.abs(northDeg)));
  const aside = up / Math.cos((farDeg * Math.PI) / 180);
  return {
    westDeg: westDeg - aside,
    southDeg: southDeg - up,
    eastDeg: eastDeg + aside,
    northDeg: northDeg + up,
  };
}
