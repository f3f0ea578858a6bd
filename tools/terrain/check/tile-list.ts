import { type TileId, tileInScheme, tilePath } from '#core/tiles/tile-id';
import { faultOf, type TileFault } from './tile-fault';

/** Deepest level that a folder may name: beyond it tile numbers are no whole doubles. */
const DEEPEST_LEVEL = 30;

/** A tile file of a set. */
export interface TileFile {
  readonly tile: TileId;
  /** Path inside the set, with forward slashes. */
  readonly path: string;
}

/** The tile files of a set, and the faults of their names. */
export interface TileList {
  /** Level by level, row by row from the south, west to east. */
  readonly files: readonly TileFile[];
  readonly faults: readonly TileFault[];
}

/**
 * Sorts the files of a set into tiles; files of other names are nobody's business.
 *
 * @param scheme - how the files count their rows
 */
export function tileList(paths: readonly string[], scheme: TileId['scheme']): TileList {
  const files: TileFile[] = [];
  const faults: TileFault[] = [];
  for (const path of paths) {
    const parts = /^(\d{1,9})\/(\d{1,15})\/(\d{1,15})\.terrain$/.exec(path)?.slice(1).map(Number);
    if (parts === undefined) continue;
    const [z, x, y] = [parts[0]!, parts[1]!, parts[2]!];
    if (z <= DEEPEST_LEVEL && x < 2 ** (z + 1) && y < 2 ** z) {
      files.push({ tile: { z, x, y, scheme }, path });
    } else {
      const expected = 'x below 2^(z+1) and y below 2^z';
      faults.push(faultOf('tile-misplaced', expected, path, `${z}/${x}/${y}`));
    }
  }
  const southRow = ({ tile }: TileFile) => tileInScheme(tile, 'tms').y;
  files.sort((a, b) => a.tile.z - b.tile.z || southRow(a) - southRow(b) || a.tile.x - b.tile.x);
  return { files, faults };
}

/** Both roots there, and every tile's parent. */
export function checkPyramid(files: readonly TileFile[]): TileFault[] {
  const names = new Set(files.map(({ tile }) => tilePath(tile)));
  const roots = ['0/0/0', '0/1/0'].filter((root) => !names.has(root));
  const faults = roots.map((root) => faultOf('root-missing', 'both roots', 'no file', root));
  for (const { tile } of files) {
    if (tile.z === 0) continue;
    const parent = tilePath({ ...tile, z: tile.z - 1, x: tile.x >> 1, y: tile.y >> 1 });
    // A missing root is said once, not again for each of its children.
    if (names.has(parent) || tile.z === 1) continue;
    faults.push(faultOf('parent-missing', `its parent ${parent}`, 'no file', tilePath(tile)));
  }
  return faults;
}
