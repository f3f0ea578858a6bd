const fault = (meaning: string) => ({ severity: 'fault', meaning }) as const;
const warning = (meaning: string) => ({ severity: 'warning', meaning }) as const;

/** Every fault that `arc terrain check` knows: how bad it is and what comes of it. */
export const FAULT_KINDS = {
  'layer-missing': fault('Cesium cannot open the tile set.'),
  'layer-broken': fault('Cesium cannot open the tile set.'),
  'layer-format': fault('Cesium refuses the set or reads its tiles as something else.'),
  'layer-scheme': fault('Cesium refuses the set or looks for its tiles in the wrong rows.'),
  'layer-projection': fault('The tiles would be laid out in another tiling.'),
  'layer-tiles': fault('Cesium does not know where the tiles are.'),
  'layer-range': fault('Cesium looks for tiles that cannot be.'),
  'layer-available': warning('Cesium asks for every tile and learns of each gap by an error.'),
  'root-missing': fault('Half of the globe stays empty.'),
  'parent-missing': fault('Cesium never gets to the tile: it asks from the roots down.'),
  'tile-missing': fault('`available` promises a tile that is not there: the request fails.'),
  'tile-unlisted': warning('`available` does not name the file: Cesium never asks for it.'),
  'tile-misplaced': warning('The tiling has no such tile: nobody asks for the file.'),
  'tile-gzip': fault('The browser cannot unpack the tile.'),
  'tile-truncated': fault('Cesium throws on the tile and shows its parent instead.'),
  'trailing-bytes': fault('Cesium reads an extension beyond the end and throws.'),
  'extension-truncated': fault('The block is said to end after the tile does.'),
  'extension-length': fault('The block does not hold what its id promises.'),
  'extension-metadata': fault('Cesium throws while it parses the metadata.'),
  'extension-unknown': warning('Readers skip the block; it may be stray bytes.'),
  'extension-unlisted': warning(
    'Cesium is not told that tiles hold the block, and may not use it.',
  ),
  'extension-missing': warning(
    'Cesium expects the block and takes what the parent tile has instead.',
  ),
  'header-not-finite': fault('Cesium culls or places the tile at random.'),
  'header-heights': fault('The heights of the tile are upside down.'),
  'header-center': fault('Vertices lose precision: Cesium draws them relative to the centre.'),
  'sphere-small': fault('The tile is culled while a part of it is in view.'),
  'horizon-low': fault('The tile vanishes behind the horizon while a part of it is in view.'),
  'horizon-high': warning('The tile is drawn more often than it can be seen.'),
  'mesh-empty': fault('There is no ground to draw.'),
  'vertex-range': fault('The vertex lies outside the tile or its heights.'),
  'corner-missing': fault('Cesium cannot upsample the tile and stops rendering (cesium#7936).'),
  'index-coding': fault('High-water-mark decoding gives a negative index.'),
  'index-range': fault('A triangle uses a vertex that is not there.'),
  'vertex-unused': warning('No triangle uses the vertex: bytes for nothing.'),
  'triangle-clockwise': fault('The triangle faces down: a hole seen from above.'),
  'triangle-degenerate': warning('The triangle has no area seen from above.'),
  'mesh-cover': fault('The triangles do not tile the square: holes or overlaps.'),
  'edge-range': fault('An edge names a vertex that is not there.'),
  'edge-off': fault('The skirt hangs inside the tile, not on its edge.'),
  'edge-incomplete': fault('The skirt misses a vertex: a gap can be seen between tiles.'),
  'edge-repeated': fault('The skirt runs over the same vertex twice.'),
  'edge-unsorted': warning('Cesium sorts edges again; other readers may not.'),
  'neighbour-vertices': fault('The tiles do not meet vertex by vertex: fine cracks.'),
  'neighbour-heights': fault('The tiles meet at different heights: a crack or step.'),
} as const;

/** Stable name of a fault. */
export type FaultCode = keyof typeof FAULT_KINDS;
