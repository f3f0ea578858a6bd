import { AssetError } from '#core/errors';
import type { VerticalDatum } from './ground';
import type { PlacedDem } from './post-grid';

/** What heights stand on where neither files nor the user say it: most models' datum. */
const VERTICAL_DEFAULT: VerticalDatum = 'egm96';

/**
 * What the heights of some models stand on: as asked for, else as the files say.
 *
 * @throws AssetError `dem-vertical-unsupported` if a file names a datum that we cannot convert,
 *   `dem-vertical-contradiction` if it says something else than the user or another file
 */
export function verticalDatumOf(
  dems: readonly PlacedDem[],
  asked: VerticalDatum | undefined,
): VerticalDatum {
  let known: { readonly datum: VerticalDatum; readonly by: string } | undefined =
    asked === undefined ? undefined : { datum: asked, by: `--vertical ${asked}` };
  for (const { source } of dems) {
    const { vertical, file } = source;
    if (vertical === undefined) continue;
    const { datum, name } = vertical;
    if (datum === 'other') throw unsupported(file, name);
    if (known !== undefined && known.datum !== datum) throw contradiction(file, name, known.by);
    known ??= { datum, by: `${name} in ${file}` };
  }
  return known?.datum ?? VERTICAL_DEFAULT;
}

function unsupported(file: string, name: string): AssetError {
  return new AssetError('dem-vertical-unsupported', {
    file,
    path: 'VerticalCSTypeGeoKey',
    expected: 'heights above the EGM96 geoid or the WGS84 ellipsoid',
    found: name,
    fix: 'Convert it, for instance with gdalwarp -t_srs EPSG:4326+5773.',
  });
}

function contradiction(file: string, name: string, by: string): AssetError {
  return new AssetError('dem-vertical-contradiction', {
    file,
    path: 'VerticalCSTypeGeoKey',
    expected: `the same datum as ${by}`,
    found: name,
    fix: 'Leave --vertical out, or build files of different datums each by itself.',
  });
}
