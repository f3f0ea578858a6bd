import { z } from 'zod';
import { AssetError } from '#core/errors';
import type { Vertex } from '#core/geo/local-plane';
import { pathExists, readText } from '../io/files';

/** A line of a roads file. */
export interface RoadLine {
  /** Number of the road (`QL.6`); null where the file gives none. */
  readonly ref: string | null;
  readonly coordinates: readonly Vertex[];
}

/** Longitude, latitude; a height may follow and is not read. */
const vertexSchema = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
  .rest(z.number())
  .transform(([lonDeg, latDeg]): Vertex => [lonDeg, latDeg]);
const lineSchema = z.array(vertexSchema).min(2);

const featureSchema = z.object({
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z
    .union([
      z.object({ type: z.literal('LineString'), coordinates: lineSchema }),
      z.object({ type: z.literal('MultiLineString'), coordinates: z.array(lineSchema) }),
      z.object({ type: z.string() }),
    ])
    .nullish(),
});

const collectionSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(featureSchema),
});

/**
 * Reads the lines of a GeoJSON file (RFC 7946), such as an OpenStreetMap extract made with osmium
 * or Overpass. Points and areas in it are passed over.
 *
 * @param file - as messages name it
 * @throws AssetError `lines-missing`, `lines-unreadable` or `lines-empty`
 */
export async function readLines(file: string): Promise<RoadLine[]> {
  if (!(await pathExists(file))) throw missing(file);
  const parsed = collectionSchema.safeParse(jsonOf(file, await readText(file)));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw unreadable(file, `$.${issue?.path.join('.') ?? ''}`, issue?.message ?? 'something else');
  }
  const lines = parsed.data.features.flatMap(({ properties, geometry }): RoadLine[] => {
    if (!geometry || !('coordinates' in geometry)) return [];
    const ref = refOf(properties ?? {});
    return geometry.type === 'LineString'
      ? [{ ref, coordinates: geometry.coordinates }]
      : geometry.coordinates.map((coordinates) => ({ ref, coordinates }));
  });
  if (lines.length > 0) return lines;
  throw new AssetError('lines-empty', {
    file,
    expected: 'at least one LineString or MultiLineString',
    found: `${parsed.data.features.length} features without a line`,
    fix: 'Export the roads as lines.',
  });
}

function refOf(properties: Readonly<Record<string, unknown>>): string | null {
  const ref = properties['ref'];
  return typeof ref === 'string' && ref !== '' ? ref : null;
}

function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable(file, '$', error instanceof Error ? error.message : String(error));
  }
}

function unreadable(file: string, path: string, found: string): AssetError {
  return new AssetError('lines-unreadable', {
    file,
    path,
    expected: 'a GeoJSON FeatureCollection with positions in degrees, longitude first',
    found,
    fix: 'Export the lines as GeoJSON in WGS84 (EPSG:4326).',
  });
}

function missing(file: string): AssetError {
  return new AssetError('lines-missing', {
    file,
    expected: 'a GeoJSON file of lines',
    found: 'no such file',
    fix: 'Check the path.',
  });
}
