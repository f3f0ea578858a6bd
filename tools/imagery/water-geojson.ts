import type { FactPlace } from '../terrain/sketch/facts';
import { readWater } from '../terrain/water/geojson-water';
import type { Water, WaterLine } from './draw-water';

/**
 * The water of a GeoJSON file as a picture draws it: polygons are lakes (their holes islands),
 * lines are rivers of the width that {@link readWater} gives them.
 *
 * @throws AssetError as {@link readWater}
 */
export async function readPictureWater(file: string): Promise<Water> {
  const lines: WaterLine[] = [];
  const lakes: (readonly FactPlace[])[][] = [];
  for (const shape of await readWater(file)) {
    if (shape.type === 'area') lakes.push(shape.ringsDeg.map(placesOf));
    else lines.push(lineOf(shape.pointsDeg, shape.widthM));
  }
  return { lines, lakes };
}

function placesOf(pointsDeg: Float64Array): readonly FactPlace[] {
  return Array.from({ length: pointsDeg.length / 2 }, (_, i) => [
    pointsDeg[2 * i]!,
    pointsDeg[2 * i + 1]!,
  ]);
}

function lineOf(pointsDeg: Float64Array, widthM: Float32Array): WaterLine {
  const widest = Math.max(...widthM);
  return {
    lonDeg: pointsDeg.filter((_, i) => i % 2 === 0),
    latDeg: pointsDeg.filter((_, i) => i % 2 === 1),
    widthM,
    leastPx: widest >= 160 ? 1.9 : widest >= 60 ? 1.2 : 0.8,
    isLake: false,
  };
}
