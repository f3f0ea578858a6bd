import { join } from 'node:path';
import { AssetError } from '#core/errors';
import { readJsonIfThere } from '../io/tile-files';

/**
 * The credit line of one of our tile sets, as tilesets/sources.json says it.
 *
 * @throws AssetError `sources-invalid` if it says none
 */
export async function tileSetCredit(rootDir: string, id: string): Promise<string> {
  const json = await readJsonIfThere(join(rootDir, 'tilesets', 'sources.json'));
  const sets = (json as { tilesets?: Record<string, { credit?: unknown }> } | undefined)?.tilesets;
  const credit = sets?.[id]?.credit;
  if (typeof credit === 'string') return credit;
  throw new AssetError('sources-invalid', {
    file: 'tilesets/sources.json',
    path: `$.tilesets.${id}.credit`,
    expected: 'a credit line',
    found: String(credit),
    fix: 'Add the tile set with its sources and credit.',
  });
}
