import type { BoxDeg, RiverLines } from '#scene';
import type { RiverFact } from '../../terrain/sketch/facts';
import { riverCourse } from '../../terrain/sketch/river-course';
import { roundedVertex, simplifiedLine, stretchesInBox } from './line-shape';

/** Finer than the water is wide in most places. */
const TOLERANCE_M = 60;

/** Rivers as they run in the sketch relief, cut at the region's edge. */
export function riverLines(rivers: readonly RiverFact[], box: BoxDeg): RiverLines {
  return {
    id: 'rivers',
    rivers: rivers.flatMap((river) => {
      const course = riverCourse(river).points.map(([lonDeg, latDeg]) => [lonDeg, latDeg] as const);
      const lines = stretchesInBox(course, box).map((line) =>
        simplifiedLine(line, TOLERANCE_M).map(roundedVertex),
      );
      const { id, name, widthM } = river;
      return lines.length === 0 ? [] : [{ id, name, widthM, lines }];
    }),
  };
}
