import { UsageError } from '#core/errors';
import { ELEVATION_SOURCES, type ElevationSourceId } from './elevation-sources';

/** Deepest level of the public terrarium tiles. */
const TERRARIUM_MAX_ZOOM = 15;
/** Posts about 33 m apart in our region, as dense as GLO-30. */
const TERRARIUM_DEFAULT_ZOOM = 12;
/** More at a time is no faster and no way to treat a free host. */
const PARALLEL_LIMIT = 16;

/**
 * Reads the name of a source.
 *
 * @throws UsageError `fetch-source-invalid`
 */
export function sourceFromText(text: string | undefined): ElevationSourceId {
  if (text === 'glo30' || text === 'terrarium') return text;
  throw new UsageError('fetch-source-invalid', {
    path: '--source',
    expected: Object.keys(ELEVATION_SOURCES).join(' or '),
    found: text ?? 'nothing',
    fix: 'glo30 gives GeoTIFF for arc terrain build.',
  });
}

/**
 * Reads the web mercator level of terrarium tiles.
 *
 * @throws UsageError `zoom-invalid`, also where the source has no levels
 */
export function zoomFromText(text: string | undefined, source: ElevationSourceId): number {
  if (source === 'glo30' && text !== undefined) {
    throw new UsageError('zoom-invalid', {
      path: '--zoom',
      expected: 'no level: glo30 has only one',
      found: text,
      fix: 'Leave it out.',
    });
  }
  return wholeFromText('--zoom', 'zoom-invalid', text ?? String(TERRARIUM_DEFAULT_ZOOM), {
    min: 0,
    max: TERRARIUM_MAX_ZOOM,
  });
}

/**
 * Reads how many files to fetch at a time.
 *
 * @throws UsageError `parallel-invalid`
 */
export function parallelFromText(text: string): number {
  return wholeFromText('--parallel', 'parallel-invalid', text, { min: 1, max: PARALLEL_LIMIT });
}

/**
 * Reads an address to fetch below.
 *
 * @returns without slashes at its end
 * @throws UsageError `base-url-invalid`
 */
export function baseUrlFromText(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain =
    (url?.protocol === 'https:' || url?.protocol === 'http:') &&
    url.username === '' &&
    url.search === '' &&
    url.hash === '';
  if (url !== undefined && isPlain) return url.href.replace(/\/+$/, '');
  throw new UsageError('base-url-invalid', {
    path: '--base-url',
    expected: 'an http or https address without user, query or fragment',
    found: text,
    fix: 'For instance --base-url https://mirror.example/dem.',
  });
}

function wholeFromText(
  flag: string,
  code: string,
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isInteger(value) && value >= min && value <= max) return value;
  throw new UsageError(code, {
    path: flag,
    expected: `a whole number from ${min} to ${max}`,
    found: text,
    fix: 'Leave it out to take the default.',
  });
}
