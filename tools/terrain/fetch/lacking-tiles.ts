import { join } from 'node:path';
import { UsageError } from '#core/errors';
import { fileFacts } from '../../io/files';
import { readSlice } from '../../io/partial-file';
import { contentProblem } from './content-check';
import { ELEVATION_SOURCES } from './elevation-sources';
import type { FetchPlan } from './fetch-plan';
import type { FetchTile } from './fetch-tile';

/**
 * The tiles of a plan that are not in a folder yet, or not whole by their content.
 *
 * @throws UsageError `out-not-folder`
 */
export async function lackingTiles(plan: FetchPlan, outDir: string): Promise<FetchTile[]> {
  const facts = await fileFacts(outDir);
  if (facts === undefined) return [...plan.tiles];
  if (!facts.isFolder) throw notFolder(outDir);
  const lacking: FetchTile[] = [];
  for (const tile of plan.tiles) {
    if (!(await isThere(plan, join(outDir, tile.path)))) lacking.push(tile);
  }
  return lacking;
}

async function isThere(plan: FetchPlan, path: string): Promise<boolean> {
  const facts = await fileFacts(path);
  if (facts === undefined || facts.isFolder) return false;
  const problem = await contentProblem(ELEVATION_SOURCES[plan.source].content, {
    sizeBytes: facts.sizeBytes,
    read: (offsetBytes, lengthBytes) => readSlice(path, offsetBytes, lengthBytes),
  });
  return problem === undefined;
}

function notFolder(outDir: string): UsageError {
  return new UsageError('out-not-folder', {
    path: '--out',
    expected: 'a folder, or a path where one can be made',
    found: `a file at ${outDir}`,
    fix: 'Name another folder.',
  });
}
