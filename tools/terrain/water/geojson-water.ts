import { AssetError } from '#core/errors';
import { readTextIfThere } from '../../io/files';
import { type WaterShapes, waterArea, waterCourses } from './water-shapes';

/** Widths of lines that name none, metres, by OpenStreetMap's `waterway`. */
const WATERWAY_WIDTH_M: Readonly<Record<string, number>> = { river: 60, canal: 20, stream: 12 };

/** Width of a line that says nothing. */
const OTHER_WIDTH_M = 40;

type Place = readonly [number, number];

/**
 * Reads lakes (polygons) and rivers (lines) of a GeoJSON file. A line's width is its property
 * `widthM` or OpenStreetMap's `width`, metres; else 60 for a river, 20 for a canal, 12 for a stream
 * (`waterway`), 40 where nothing is said. Points are passed over.
 *
 * @throws AssetError `water-missing` or `water-invalid` with the JSON path at fault
 * @see RFC 7946
 */
export async function readWater(file: string): Promise<WaterShapes> {
  const text = await readTextIfThere(file).catch(() => undefined);
  if (text === undefined) {
    throw new AssetError('water-missing', {
      file,
      expected: 'a GeoJSON file of lakes and rivers',
      found: 'no such file',
      fix: 'Check the path.',
    });
  }
  return shapesOf(new Reader(file), parsed(file, text), '$', OTHER_WIDTH_M);
}

class Reader {
  readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  fault(path: string, expected: string, found: unknown): AssetError {
    return new AssetError('water-invalid', {
      file: this.file,
      path,
      expected,
      found: (JSON.stringify(found) ?? 'nothing').slice(0, 80),
      fix: 'Export it again as GeoJSON in WGS84 (RFC 7946).',
    });
  }

  list(value: unknown, path: string, least: number): readonly unknown[] {
    if (Array.isArray(value) && value.length >= least) return value;
    throw this.fault(path, `a list of at least ${least}`, value);
  }

  places(value: unknown, path: string, least: number): readonly Place[] {
    return this.list(value, path, least).map((place, i) => {
      const [lonDeg, latDeg] = Array.isArray(place) ? (place as unknown[]) : [];
      const isFine =
        typeof lonDeg === 'number' &&
        typeof latDeg === 'number' &&
        Math.abs(lonDeg) <= 180 &&
        Math.abs(latDeg) <= 90;
      if (isFine) return [lonDeg, latDeg];
      throw this.fault(`${path}[${i}]`, '[longitude, latitude] in degrees', place);
    });
  }

  rings(value: unknown, path: string): readonly (readonly Place[])[] {
    return this.list(value, path, 1).map((ring, i) => this.places(ring, `${path}[${i}]`, 4));
  }
}

function shapesOf(reader: Reader, value: unknown, path: string, widthM: number): WaterShapes {
  if (!isRecord(value)) throw reader.fault(path, 'a GeoJSON object', value);
  const { coordinates } = value;
  const at = `${path}.coordinates`;
  const each = (list: unknown, name: string, width: (item: unknown) => number): WaterShapes =>
    reader
      .list(list, `${path}.${name}`, 0)
      .flatMap((item, i) => shapesOf(reader, item, `${path}.${name}[${i}]`, width(item)));
  switch (value['type']) {
    case 'FeatureCollection':
      return each(value['features'], 'features', (item) => widthOf(item, widthM));
    case 'Feature': {
      const { geometry } = value;
      if (geometry === null) return [];
      return shapesOf(reader, geometry, `${path}.geometry`, widthOf(value, widthM));
    }
    case 'GeometryCollection':
      return each(value['geometries'], 'geometries', () => widthM);
    case 'Polygon':
      return [waterArea(reader.rings(coordinates, at))];
    case 'MultiPolygon':
      return reader
        .list(coordinates, at, 0)
        .map((polygon, i) => waterArea(reader.rings(polygon, `${at}[${i}]`)));
    case 'LineString':
      return waterCourses(reader.places(coordinates, at, 2), () => widthM);
    case 'MultiLineString':
      return reader
        .list(coordinates, at, 0)
        .flatMap((line, i) => waterCourses(reader.places(line, `${at}[${i}]`, 2), () => widthM));
    case 'Point':
    case 'MultiPoint':
      return [];
    default:
      throw reader.fault(`${path}.type`, 'a GeoJSON type', value['type']);
  }
}

/** Width that a feature's properties name, metres. */
function widthOf(feature: unknown, otherwiseM: number): number {
  const properties = isRecord(feature) ? feature['properties'] : undefined;
  if (!isRecord(properties)) return otherwiseM;
  for (const name of ['widthM', 'width']) {
    const width = Number.parseFloat(String(properties[name]));
    if (width > 0 && width < 1e6) return width;
  }
  return WATERWAY_WIDTH_M[String(properties['waterway'])] ?? otherwiseM;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Reader(file).fault('$', 'JSON', error instanceof Error ? error.message : error);
  }
}
