import type { TileTimes } from './build-speed';
import type { MeshComparison } from './compare-meshes';
import type { EqualErrorRows } from './equal-error';
import type { TallyRow } from './mesh-tally';

/** What one table of the bench is about. */
export interface ComparisonTitle {
  readonly z: number;
  readonly tiles: number;
  readonly errorRatio: number;
  readonly maxErrorM: number;
}

/** A comparison as lines of text, one kind of mesh each, and what the project asks of it. */
export function comparisonText(title: ComparisonTitle, found: MeshComparison, ms?: TileTimes) {
  const { bytes, triangles, bestGrid, plainGrid, oneGrid } = found;
  const [few, some, all] = found.gridCounts;
  return [
    `level ${title.z}, ${title.tiles} tiles, error allowed ${title.maxErrorM.toFixed(1)} m` +
      ` (ratio ${title.errorRatio})`,
    line('', ['triangles', 'gzip B', 'max m', 'between', 'RMS m', 'ms/tile', 'tiles/s']),
    line('--optimize bytes', cells(bytes, ms?.bytesMs)),
    line('--optimize triangles', cells(triangles, ms?.trianglesMs)),
    line(`best grid a tile ${few}/${some}/${all}`, cells(bestGrid)),
    line(`one grid of ${found.oneGridSide}`, cells(oneGrid, ms?.gridMs)),
    line('best grid, unrounded', cells(plainGrid)),
    `  bytes: ${percent(bytes.gzipBytes, bestGrid.gzipBytes)} of the best grid's bytes,` +
      ` larger in ${found.tilesBeaten} tiles;` +
      ` triangles: ${percent(triangles.triangles, bestGrid.triangles)} of its triangles` +
      ` at ${percent(triangles.gzipBytes, bestGrid.gzipBytes)} of its bytes` +
      (ms === undefined ? '' : `; time: ${percent(ms.bytesMs, ms.gridMs)}`),
    '',
  ].join('\n');
}

/** A grid and our meshes with its own error in every tile, one kind a line. */
export function equalErrorText(z: number, sidePosts: number, found: EqualErrorRows): string {
  const { grid, bytes, triangles } = found;
  return [
    `level ${z}, in every tile the error that a grid of ${sidePosts} has there`,
    line('', ['triangles', 'gzip B', 'max m', 'between', 'RMS m']),
    line('--optimize bytes', cells(bytes).slice(0, 5)),
    line('--optimize triangles', cells(triangles).slice(0, 5)),
    line(`grid of ${sidePosts}`, cells(grid).slice(0, 5)),
    `  bytes: ${percent(bytes.gzipBytes, grid.gzipBytes)} of the grid's bytes;` +
      ` triangles: ${percent(triangles.triangles, grid.triangles)} of its triangles` +
      ` at ${percent(triangles.gzipBytes, grid.gzipBytes)} of its bytes`,
    '',
  ].join('\n');
}

/** A level's comparison and how many tiles the whole set has there. */
export interface LevelShare {
  readonly tilesInSet: number;
  readonly found: MeshComparison;
}

/** What a budget makes of all levels together, each counted by its tiles in the whole set. */
export function budgetText(errorRatio: number, levels: readonly LevelShare[]): string {
  const sum = (of: (found: MeshComparison) => number) =>
    levels.reduce((total, { tilesInSet, found }) => total + tilesInSet * of(found), 0);
  const gridBytes = sum((found) => found.bestGrid.gzipBytes);
  const gridTriangles = sum((found) => found.bestGrid.triangles);
  const kinds = (['bytes', 'triangles'] as const).map(
    (kind) =>
      `${kind}: ${percent(
        sum((found) => found[kind].gzipBytes),
        gridBytes,
      )} of the bytes, ${percent(
        sum((found) => found[kind].triangles),
        gridTriangles,
      )} of the triangles`,
  );
  return `ratio ${errorRatio}, all levels by their tiles, beside the best grid: ${kinds.join('; ')}\n`;
}

function cells(row: TallyRow, ms?: number): string[] {
  return [
    row.triangles.toFixed(0),
    row.gzipBytes.toFixed(0),
    row.maxAtPostsM.toFixed(1),
    row.maxM.toFixed(1),
    row.rmsM.toFixed(2),
    ms === undefined ? '' : ms.toFixed(2),
    ms === undefined ? '' : (1000 / ms).toFixed(0),
  ];
}

function line(name: string, values: readonly string[]): string {
  return `  ${name.padEnd(26)}${values.map((value) => value.padStart(10)).join('')}`;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(0)} %`;
}
