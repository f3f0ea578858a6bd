import { sketchWater } from '../../imagery/sketch-water';
import type { SketchFacts } from '../sketch/facts';
import { type WaterShapes, waterArea, waterCourses } from './water-shapes';

/** The lakes and rivers of the facts, the same that the relief picture draws, at their true width. */
export function sketchWaterShapes(facts: SketchFacts): WaterShapes {
  const { lines, lakes } = sketchWater(facts);
  const courses = lines.flatMap(({ lonDeg, latDeg, widthM }) => {
    const points = Array.from(lonDeg, (lon, i) => [lon, latDeg[i]!] as const);
    return waterCourses(points, (vertex) => widthM[vertex]!);
  });
  return [...lakes.map((rings) => waterArea(rings)), ...courses];
}
