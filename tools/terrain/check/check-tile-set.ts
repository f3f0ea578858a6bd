import { join } from 'node:path';
import { AssetError, type ProblemDetails, TileError } from '#core/errors';
import { tilePath } from '#core/tiles/tile-id';
import { gunzipBytes, isGzip } from '../../io/compress';
import { fileFacts, readBytes, readTextIfThere } from '../../io/files';
import { type Progress, SILENT_PROGRESS } from '../../io/progress';
import { checkAvailable } from './check-available';
import { checkLayer } from './check-layer';
import { NeighbourCheck } from './check-neighbours';
import { checkTile } from './check-tile';
import { faultAt, faultLine, faultsFirst, type TileFault } from './tile-fault';
import { checkPyramid, type TileFile, tileList } from './tile-list';
import { tilePaths } from './tile-paths';

/** How {@link checkTileSet} checks. */
export interface CheckTileSetOptions {
  /** Only the tiles of this level are opened; all are counted against `layer.json`. */
  readonly level?: number;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

/** What `arc terrain check` found. */
export interface TileSetReport {
  /** Tiles opened. */
  readonly tiles: number;
  /** Their size on disk. */
  readonly bytes: number;
  readonly faults: number;
  readonly warnings: number;
  /** Faults before warnings. */
  readonly issues: readonly TileFault[];
}

/** Details of a tile set with faults: all of them, for machines. */
export interface TileSetFaultsDetails extends ProblemDetails {
  readonly report: TileSetReport;
}

/** A tile set with faults. */
export class TileSetFaultsError extends TileError {
  declare readonly details: TileSetFaultsDetails;

  constructor(report: TileSetReport, dir: string) {
    const [first] = report.issues;
    const details: TileSetFaultsDetails = {
      file: dir,
      expected: 'a tile set without faults',
      found: `${report.faults} of them${first === undefined ? '' : `; the first: ${faultLine(first)}`}`,
      fix: 'Build the set again with arc terrain build, or ask its producer.',
      report,
    };
    super('tile-set-faulty', details);
  }
}

/**
 * Checks a quantized-mesh tile set on disk, ours or foreign, against the specification and what
 * Cesium makes of it. Tiles are read one at a time; only edges are kept.
 *
 * @param dir - folder with `layer.json` and `{z}/{x}/{y}.terrain`, packed with gzip or not
 * @throws AssetError `tile-set-missing` if there is no such folder
 */
export async function checkTileSet(
  dir: string,
  options: CheckTileSetOptions = {},
): Promise<TileSetReport> {
  if ((await fileFacts(dir))?.isFolder !== true) throw noFolder(dir);
  const layer = checkLayer(await readTextIfThere(join(dir, 'layer.json')));
  const { files, faults: nameFaults } = tileList(await tilePaths(dir), layer.scheme);
  const issues: TileFault[] = [
    ...layer.faults,
    ...nameFaults,
    ...checkPyramid(files),
    ...checkAvailable(layer, files),
  ];
  const { level } = options;
  const opened = files.filter(({ tile }) => level === undefined || tile.z === level);
  const bytes = await checkFiles(dir, opened, layer.extensions, options, (fault) =>
    issues.push(fault),
  );
  const faults = issues.filter(({ severity }) => severity === 'fault').length;
  return {
    tiles: opened.length,
    bytes,
    faults,
    warnings: issues.length - faults,
    issues: faultsFirst(issues),
  };
}

async function checkFiles(
  dir: string,
  files: readonly TileFile[],
  listed: readonly string[] | undefined,
  { progress = SILENT_PROGRESS, signal }: CheckTileSetOptions,
  report: (fault: TileFault) => void,
): Promise<number> {
  const neighbours = new NeighbourCheck();
  let bytes = 0;
  for (const [i, { tile, path }] of files.entries()) {
    signal?.throwIfAborted();
    const packed = await readBytes(join(dir, path));
    bytes += packed.length;
    const unpacked = await unpackedTile(packed);
    const { faults, edges } =
      unpacked === undefined
        ? { faults: [faultAt('tile-gzip', 0, 'whole gzip data', 'broken data')] }
        : { edges: undefined, ...checkTile(unpacked, tile, listed) };
    for (const fault of faults) report({ ...fault, tile: tilePath(tile) });
    for (const fault of neighbours.add(tile, edges)) report(fault);
    progress.report('terrain check', i + 1, files.length);
  }
  return bytes;
}

async function unpackedTile(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  if (!isGzip(bytes)) return bytes;
  return gunzipBytes(bytes).catch(() => undefined);
}

function noFolder(dir: string): AssetError {
  return new AssetError('tile-set-missing', {
    file: dir,
    expected: 'a folder with layer.json and tiles',
    found: 'no such folder',
    fix: 'Name a tile set, for example tilesets/nw-sketch.',
  });
}
