/** A box on WGS84 in degrees, not across the antimeridian. */
export interface GeoBoxDeg {
  readonly westDeg: number;
  readonly southDeg: number;
  readonly eastDeg: number;
  readonly northDeg: number;
}

/** Whether two boxes share more than an edge. */
export function boxesOverlap(a: GeoBoxDeg, b: GeoBoxDeg): boolean {
  return (
    a.westDeg < b.eastDeg &&
    a.eastDeg > b.westDeg &&
    a.southDeg < b.northDeg &&
    a.northDeg > b.southDeg
  );
}

/**
 * The part that two boxes share.
 *
 * @returns `undefined` if they share no area
 */
export function boxIntersection(a: GeoBoxDeg, b: GeoBoxDeg): GeoBoxDeg | undefined {
  if (!boxesOverlap(a, b)) return undefined;
  return {
    westDeg: Math.max(a.westDeg, b.westDeg),
    southDeg: Math.max(a.southDeg, b.southDeg),
    eastDeg: Math.min(a.eastDeg, b.eastDeg),
    northDeg: Math.min(a.northDeg, b.northDeg),
  };
}

/** The smallest box around some boxes; at least one is needed. */
export function boxUnion(boxes: readonly GeoBoxDeg[]): GeoBoxDeg {
  if (boxes.length === 0) throw new RangeError('Expected at least one box, got none.');
  return {
    westDeg: Math.min(...boxes.map((box) => box.westDeg)),
    southDeg: Math.min(...boxes.map((box) => box.southDeg)),
    eastDeg: Math.max(...boxes.map((box) => box.eastDeg)),
    northDeg: Math.max(...boxes.map((box) => box.northDeg)),
  };
}

/** The box grown on every side and cut at the edges of the world. */
export function boxGrown(box: GeoBoxDeg, marginDeg: number): GeoBoxDeg {
  return {
    westDeg: Math.max(-180, box.westDeg - marginDeg),
    southDeg: Math.max(-90, box.southDeg - marginDeg),
    eastDeg: Math.min(180, box.eastDeg + marginDeg),
    northDeg: Math.min(90, box.northDeg + marginDeg),
  };
}
