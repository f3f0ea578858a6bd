import { type TileId, tileInScheme, tilePath } from '#core/tiles/tile-id';
import type { TileEdge, TileEdges } from './tile-edges';
import { faultOf, type TileFault } from './tile-fault';
import type { Side } from './tile-layout';

/** Steps of u or v by which two tiles may round the same vertex apart. */
const ALONG_TOLERANCE_STEPS = 1;

/** Slack for the header's heights, which are 32-bit floats. */
const HEIGHT_SLACK_M = 2e-3;

interface Known {
  readonly edges: TileEdges;
  readonly name: string;
}

/**
 * Compares each tile with its neighbours to the west and south, also across the antimeridian.
 * Tiles come level by level, row by row from the south, west to east; it holds the edges of two
 * rows and no more.
 */
export class NeighbourCheck {
  #row = { z: -1, y: -1, tiles: new Map<number, Known>() };
  #southern = new Map<number, Known>();

  /**
   * @param tile - in either scheme
   * @param edges - absent for a tile whose vertices cannot be trusted
   */
  add(tile: TileId, edges: TileEdges | undefined): TileFault[] {
    const { z, x, y } = tileInScheme(tile, 'tms');
    if (z !== this.#row.z || y !== this.#row.y) {
      const isNextRow = z === this.#row.z && y === this.#row.y + 1;
      this.#southern = isNextRow ? this.#row.tiles : new Map();
      this.#row = { z, y, tiles: new Map() };
    }
    if (edges === undefined) return [];
    const known = { edges, name: tilePath(tile) };
    this.#row.tiles.set(x, known);
    const faults = [
      ...seamFaults(known, 'west', this.#row.tiles.get(x - 1), 'east'),
      ...seamFaults(known, 'south', this.#southern.get(x), 'north'),
    ];
    const lastX = 2 ** (z + 1) - 1;
    if (x === lastX) faults.push(...seamFaults(known, 'east', this.#row.tiles.get(0), 'west'));
    return faults;
  }
}

function seamFaults(one: Known, side: Side, other: Known | undefined, otherSide: Side) {
  if (other === undefined) return [];
  const a = one.edges.sides[side];
  const b = other.edges.sides[otherSide];
  const strays = strayCount(a, b);
  if (strays > 0 || a.along.length !== b.along.length) {
    const expected = `the vertices of ${other.name} along the ${side} edge (${b.along.length})`;
    const found = `${a.along.length}, ${strays} of them elsewhere`;
    return [faultOf('neighbour-vertices', expected, found, one.name)];
  }
  // Rounded or cut off, a height is at most one step of its own tile away from the truth.
  const toleranceM = Math.max(one.edges.heightStepM, other.edges.heightStepM) + HEIGHT_SLACK_M;
  const gapM = a.heightsEllipsoidalM.reduce(
    (worst, heightM, i) => Math.max(worst, Math.abs(heightM - b.heightsEllipsoidalM[i]!)),
    0,
  );
  if (gapM <= toleranceM) return [];
  const expected = `the heights of ${other.name} along the ${side} edge, to ${toleranceM.toFixed(3)} m`;
  return [faultOf('neighbour-heights', expected, `${gapM.toFixed(3)} m apart`, one.name)];
}

function strayCount(a: TileEdge, b: TileEdge): number {
  return a.along.reduce((count, value, i) => {
    const isStray = !(Math.abs(value - (b.along[i] ?? Infinity)) <= ALONG_TOLERANCE_STEPS);
    return isStray ? count + 1 : count;
  }, 0);
}
