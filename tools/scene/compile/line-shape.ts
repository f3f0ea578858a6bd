import { footOnSegment, type Vertex } from '#core/geo/local-plane';
import type { BoxDeg } from '#scene';

/**
 * A line without the vertices that do not matter (Douglas and Peucker).
 *
 * @param toleranceM - farthest that a left-out vertex may lie from the new line
 */
export function simplifiedLine(line: readonly Vertex[], toleranceM: number): readonly Vertex[] {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined || line.length < 3) return line;
  let farthest = 0;
  let farthestM = toleranceM;
  for (let at = 1; at < line.length - 1; at++) {
    const { awayM } = footOnSegment(line[at] as Vertex, first, last);
    if (awayM <= farthestM) continue;
    farthest = at;
    farthestM = awayM;
  }
  if (farthest === 0) return [first, last];
  const before = simplifiedLine(line.slice(0, farthest + 1), toleranceM);
  return [...before, ...simplifiedLine(line.slice(farthest), toleranceM).slice(1)];
}

/** The stretches of a line whose vertices lie inside a box; single vertices are left out. */
export function stretchesInBox(
  line: readonly Vertex[],
  { westDeg, southDeg, eastDeg, northDeg }: BoxDeg,
): readonly (readonly Vertex[])[] {
  const stretches: Vertex[][] = [[]];
  for (const vertex of line) {
    const [lonDeg, latDeg] = vertex;
    const isInside =
      lonDeg >= westDeg && lonDeg <= eastDeg && latDeg >= southDeg && latDeg <= northDeg;
    if (isInside) stretches.at(-1)?.push(vertex);
    else if (stretches.at(-1)?.length !== 0) stretches.push([]);
  }
  return stretches.filter((stretch) => stretch.length > 1);
}

/** Degrees to a ten-thousandth: about 10 m, finer than any line we draw. */
export function roundedVertex([lonDeg, latDeg]: Vertex): Vertex {
  return [Number(lonDeg.toFixed(4)), Number(latDeg.toFixed(4))];
}
