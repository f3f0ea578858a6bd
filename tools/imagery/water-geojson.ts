import { AssetError } from '#core/errors';
import { readTextIfThere } from '../io/files';
import type { FactPlace } from '../terrain/sketch/facts';
import type { Water, WaterLine } from './draw-water';

/** Widths of water that says none, metres, by its `waterway`. */
const WIDTH_M: Readonly<Record<string, number>> = { river: 60, canal: 20, stream: 12 };

interface Feature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

/**
 * Reads water from GeoJSON: polygons are lakes (their holes islands), lines are rivers. A river's
 * width is its property `widthM` or `width`, metres; else 60 for a river, 20 for a canal, 12 for a
 * stream (`waterway`), 40 where nothing is said.
 *
 * @throws AssetError `water-missing` or `water-unreadable`
 */
export async function readWaterGeojson(file: string): Promise<Water> {
  const text = await readTextIfThere(file);
  if (text === undefined) throw unreadable('water-missing', file, 'no such file');
  const lines: WaterLine[] = [];
  const lakes: (readonly FactPlace[])[][] = [];
  for (const feature of featuresOf(text, file)) {
    const { type, coordinates } = feature.geometry;
    if (type === 'Polygon') lakes.push(placesAt(coordinates, 2, file) as FactPlace[][]);
    else if (type === 'MultiPolygon') {
      lakes.push(...(placesAt(coordinates, 3, file) as FactPlace[][][]));
    } else if (type === 'LineString') {
      lines.push(lineOf(placesAt(coordinates, 1, file) as FactPlace[], feature));
    } else if (type === 'MultiLineString') {
      const parts = placesAt(coordinates, 2, file) as FactPlace[][];
      lines.push(...parts.map((part) => lineOf(part, feature)));
    }
  }
  return { lines, lakes };
}

function featuresOf(text: string, file: string): readonly Feature[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw unreadable('water-unreadable', file, error instanceof Error ? error.message : 'no JSON');
  }
  const list = isRecord(json) ? json['features'] : undefined;
  if (!Array.isArray(list)) throw unreadable('water-unreadable', file, 'no features');
  return list.flatMap((item: unknown) => {
    if (!isRecord(item) || !isRecord(item['geometry'])) return [];
    const properties = isRecord(item['properties']) ? item['properties'] : {};
    const { type, coordinates } = item['geometry'];
    return [{ properties, geometry: { type: String(type), coordinates } }];
  });
}

/** Checks nested lists of `[lon, lat]`, `depth` lists deep. */
function placesAt(value: unknown, depth: number, file: string): unknown {
  if (!Array.isArray(value))
    throw unreadable('water-unreadable', file, 'coordinates that are none');
  if (depth > 0) return value.map((part: unknown) => placesAt(part, depth - 1, file));
  const [lonDeg, latDeg] = value as unknown[];
  if (Number.isFinite(lonDeg) && Number.isFinite(latDeg)) return [lonDeg, latDeg];
  throw unreadable('water-unreadable', file, `a place ${JSON.stringify(value)}`);
}

function lineOf(places: readonly FactPlace[], { properties }: Feature): WaterLine {
  const said = Number(properties['widthM'] ?? properties['width'] ?? Number.NaN);
  const widthM = said > 0 ? said : (WIDTH_M[String(properties['waterway'])] ?? 40);
  return {
    lonDeg: Float64Array.from(places, (place) => place[0]),
    latDeg: Float64Array.from(places, (place) => place[1]),
    widthM: new Float32Array(places.length).fill(widthM),
    leastPx: widthM >= 160 ? 1.9 : widthM >= 60 ? 1.2 : 0.8,
    isLake: false,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function unreadable(code: string, file: string, found: string): AssetError {
  return new AssetError(code, {
    file,
    expected: 'a GeoJSON FeatureCollection of lines and polygons in degrees',
    found,
    fix: 'Give another --water file, or none: lakes are then found in the heights.',
  });
}
