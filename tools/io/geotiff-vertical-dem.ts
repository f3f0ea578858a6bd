import type { GeoTIFFImage } from 'geotiff';
import { AssetError } from '#core/errors';
import type { DemVertical } from './dem-source';

type GeoKeys = ReturnType<GeoTIFFImage['getGeoKeys']>;

/** WGS84 with heights above its ellipsoid. */
export const WGS84_3D = 4979;

/** Vertical systems by their EPSG or GeoTIFF 1.0 code. */
const VERTICAL: Readonly<Record<number, DemVertical>> = {
  3855: { datum: 'other', name: 'EGM2008 (EPSG:3855)' },
  4979: { datum: 'ellipsoid', name: 'WGS84 ellipsoid (EPSG:4979)' },
  5030: { datum: 'ellipsoid', name: 'WGS84 ellipsoid (GeoTIFF 5030)' },
  5171: { datum: 'egm96', name: 'EGM96 geoid (EPSG:5171)' },
  5703: { datum: 'other', name: 'NAVD88 (EPSG:5703)' },
  5773: { datum: 'egm96', name: 'EGM96 (EPSG:5773)' },
  5798: { datum: 'other', name: 'EGM84 (EPSG:5798)' },
};

/** Codes that say nothing: undefined, "mean sea level" of no place, user-defined. */
const SILENT: ReadonlySet<number> = new Set([0, 5714, 32_767]);

/** Metres of the units that heights come in. */
const UNITS_M: Readonly<Record<number, number>> = {
  0: 1,
  9001: 1,
  9002: 0.3048,
  9003: 1200 / 3937,
  32767: 1,
};

/** What a GeoTIFF's keys say that its heights stand on. */
export function verticalOf(keys: GeoKeys): DemVertical | undefined {
  const code = Number(keyOf(keys, 'VerticalCSTypeGeoKey') ?? keyOf(keys, 'VerticalGeoKey') ?? 0);
  const datum = Number(keyOf(keys, 'VerticalDatumGeoKey') ?? 0);
  const said = SILENT.has(code) ? datum : code;
  if (!SILENT.has(said)) {
    return VERTICAL[said] ?? { datum: 'other', name: `the vertical system EPSG:${said}` };
  }
  return Number(keyOf(keys, 'GeographicTypeGeoKey')) === WGS84_3D ? VERTICAL[WGS84_3D] : undefined;
}

/**
 * Metres of the unit in which a GeoTIFF's heights are.
 *
 * @throws AssetError `dem-vertical-unit`
 */
export function verticalUnitM(file: string, keys: GeoKeys): number {
  const code = Number(keyOf(keys, 'VerticalUnitsGeoKey') ?? 0);
  const unitM = UNITS_M[code];
  if (unitM !== undefined) return unitM;
  throw new AssetError('dem-vertical-unit', {
    file,
    path: 'VerticalUnitsGeoKey',
    expected: 'heights in metres (9001), feet (9002) or survey feet (9003)',
    found: `unit ${code}`,
    fix: 'Convert the heights to metres, for instance with gdal_calc.py.',
  });
}

/** Heights of another unit in metres; "unknown" becomes NaN. */
export function inMetres(
  heights: Float32Array,
  unitM: number,
  noDataValue: number | undefined,
): Float32Array {
  return heights.map((height) => (height === noDataValue ? Number.NaN : height * unitM));
}

function keyOf(keys: GeoKeys, name: string): unknown {
  return (keys as Readonly<Record<string, unknown>> | null)?.[name];
}
