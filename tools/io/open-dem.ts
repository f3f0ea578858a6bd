import { extname } from 'node:path';
import { AssetError } from '#core/errors';
import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { type DemSource, demUnreadable } from './dem-source';
import { openDtedDem } from './dted-dem';
import { type FileFacts, fileFacts, readHead } from './files';
import { openGeoTiffDem } from './geotiff-dem';
import { openHgtDem, openZippedHgtDem } from './hgt-dem';
import { openTerrariumDem } from './terrarium-dem';

/** What `--dem` takes, for help texts and messages. */
export const DEM_FORMATS_TEXT =
  'GeoTIFF, SRTM .hgt (also zipped), DTED or a folder of terrarium z/x/y.png';

type DemFormat = 'geotiff' | 'hgt' | 'hgt-zip' | 'dted' | 'terrarium';

/** First bytes that give a format away; none of them is a possible pair of SRTM heights. */
const SIGNATURES: readonly (readonly [string, DemFormat])[] = [
  ['II*\0', 'geotiff'],
  ['MM\0*', 'geotiff'],
  ['II+\0', 'geotiff'],
  ['MM\0+', 'geotiff'],
  ['PK\u0003\u0004', 'hgt-zip'],
  ['UHL1', 'dted'],
];

const EXTENSIONS: Readonly<Record<string, DemFormat>> = {
  '.tif': 'geotiff',
  '.tiff': 'geotiff',
  '.hgt': 'hgt',
  '.zip': 'hgt-zip',
  '.dt0': 'dted',
  '.dt1': 'dted',
  '.dt2': 'dted',
};

/**
 * Opens an elevation model of any format that the toolchain reads, told apart by its first bytes,
 * then by its name.
 *
 * @param path - a file, or the folder of a terrarium pyramid
 * @param boxDeg - the part wanted, if known: a pyramid chooses its zoom by it
 * @throws AssetError `dem-missing`, `dem-unreadable`, `dem-no-crs`, `dem-no-position`,
 *   `zip-unreadable`, `zip-encrypted` or `zip-unsupported`
 */
export async function openDem(path: string, boxDeg?: GeoBoxDeg): Promise<DemSource> {
  try {
    const facts = await fileFacts(path);
    if (facts === undefined) throw missing(path);
    switch (await demFormat(path, facts)) {
      case 'geotiff':
        return await openGeoTiffDem(path);
      case 'hgt':
        return await openHgtDem(path);
      case 'hgt-zip':
        return await openZippedHgtDem(path);
      case 'dted':
        return await openDtedDem(path);
      case 'terrarium':
        return await openTerrariumDem(path, boxDeg);
    }
  } catch (error) {
    throw error instanceof AssetError ? error : demUnreadable(path, DEM_FORMATS_TEXT, error);
  }
}

/** Whether a file is called like an elevation model. */
export function isDemName(name: string): boolean {
  return EXTENSIONS[extname(name).toLowerCase()] !== undefined;
}

async function demFormat(path: string, facts: FileFacts): Promise<DemFormat> {
  if (facts.isFolder) return 'terrarium';
  const head = Buffer.from(await readHead(path, 4)).toString('latin1');
  const signed = SIGNATURES.find(([signature]) => signature === head);
  const format = signed?.[1] ?? EXTENSIONS[extname(path).toLowerCase()];
  if (format !== undefined) return format;
  throw demUnreadable(path, DEM_FORMATS_TEXT, 'neither by its first bytes nor by its name');
}

function missing(file: string): AssetError {
  return new AssetError('dem-missing', {
    file,
    expected: `an elevation model: ${DEM_FORMATS_TEXT}`,
    found: 'no such file',
    fix: 'Check the path.',
  });
}
