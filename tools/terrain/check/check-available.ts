import type { TileRange } from '#core/tiles/geographic-tiling';
import { type TileId, tileInScheme, tilePath } from '#core/tiles/tile-id';
import type { LayerCheck } from './check-layer';
import { faultOf, type TileFault } from './tile-fault';
import type { TileFile } from './tile-list';

/** Missing tiles of one rectangle that are listed: a wrong rectangle may promise millions. */
const MOST_LISTED = 100;

/** `available` of a layer against the files, both ways. */
export function checkAvailable(layer: LayerCheck, files: readonly TileFile[]): TileFault[] {
  const { available, scheme } = layer;
  if (available === undefined) return [];
  const names = new Set(files.map(({ tile }) => tilePath(tile)));
  const faults = available.flatMap((range) => missingTiles(range, scheme, names));
  if (layer.isOpenEnded) return faults;
  const byLevel: TileRange[][] = [];
  for (const range of available) {
    byLevel[range.z] = [...(byLevel[range.z] ?? []), range];
  }
  for (const { tile } of files) {
    const { z, x, y } = tileInScheme(tile, 'tms');
    const isListed = byLevel[z]?.some(
      (r) => x >= r.startX && x <= r.endX && y >= r.startY && y <= r.endY,
    );
    if (isListed === true) continue;
    faults.push(faultOf('tile-unlisted', 'a place in `available`', 'none', tilePath(tile)));
  }
  return faults;
}

function missingTiles(
  { z, startX, startY, endX, endY }: TileRange,
  scheme: TileId['scheme'],
  names: ReadonlySet<string>,
): TileFault[] {
  const faults: TileFault[] = [];
  for (let y = startY; y <= endY; y++) {
    for (let x = startX; x <= endX; x++) {
      const name = tilePath(tileInScheme({ z, x, y, scheme: 'tms' }, scheme));
      if (names.has(name)) continue;
      const isLast = faults.length + 1 === MOST_LISTED;
      const found = isLast ? 'no file (the rectangle is not searched further)' : 'no file';
      faults.push(faultOf('tile-missing', 'the file that `available` names', found, name));
      if (isLast) return faults;
    }
  }
  return faults;
}
