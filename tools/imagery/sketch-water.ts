import type { LakeFact, SketchFacts } from '../terrain/sketch/facts';
import { drownedStretch, lakeShore } from '../terrain/sketch/lake-levels';
import { gradientNoise } from '../terrain/sketch/noise';
import { type RiverCourse, riverCourse } from '../terrain/sketch/river-course';
import type { Water, WaterLine } from './draw-water';

/** The rivers and lakes of the facts, ready to draw. */
export function sketchWater(facts: SketchFacts): Water {
  const courses = facts.rivers.map(riverCourse);
  const stretches = facts.lakes.flatMap((lake) => {
    const course = lake.kind === 'stretch' && courses.find((c) => c.river.id === lake.riverId);
    return lake.kind === 'stretch' && course ? [reservoirLine(course, lake)] : [];
  });
  const outlines = facts.lakes.flatMap((lake) =>
    lake.kind === 'outline' ? [[lakeShore(lake)]] : [],
  );
  return { lines: [...courses.map(riverLine), ...stretches], lakes: outlines };
}

function riverLine(course: RiverCourse): WaterLine {
  const { points, river } = course;
  const widthM = Float32Array.from(points, (_, i) => {
    // Rivers grow with their catchment: roughly with the square root of their length.
    return river.widthM * (0.12 + 0.88 * Math.sqrt(i / points.length));
  });
  return {
    lonDeg: Float64Array.from(points, (point) => point[0]),
    latDeg: Float64Array.from(points, (point) => point[1]),
    widthM,
    leastPx: river.widthM >= 160 ? 2 : river.widthM >= 80 ? 1.4 : river.widthM >= 40 ? 1 : 0.7,
    isLake: false,
  };
}

/** A drowned valley: wide where side valleys come in, narrow in the gorges. */
function reservoirLine(course: RiverCourse, lake: LakeFact & { kind: 'stretch' }): WaterLine {
  const { fromIndex, toIndex } = drownedStretch(course, lake);
  const points = course.points.slice(fromIndex, toIndex + 1);
  const widthM = Float32Array.from(points, (_, i) => {
    const toDam = Math.min(1, (0.25 + i / points.length) * 1.4);
    return lake.widthM * toDam * (0.75 + 0.55 * gradientNoise(i / 9, 0.5, lake.levelM));
  });
  return {
    lonDeg: Float64Array.from(points, (point) => point[0]),
    latDeg: Float64Array.from(points, (point) => point[1]),
    widthM,
    leastPx: 1.6,
    isLake: true,
  };
}
