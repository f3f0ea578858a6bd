import { join } from 'node:path';
import { AssetError } from '#core/errors';
import { readJsonIfThere } from '../../io/tile-files';

/** A vertex: longitude and latitude in degrees, metres above the sea. */
export type FactVertex = readonly [lonDeg: number, latDeg: number, heightM: number];

/** A place without a height. */
export type FactPlace = readonly [lonDeg: number, latDeg: number];

/** What every fact says: who it is and which sources (of tilesets/sources.json) it rests on. */
interface Fact {
  readonly id: string;
  readonly name: string;
  readonly source: readonly string[];
}

/** A line with heights: a crest, a valley, or a river from its source down. */
export interface LineFact extends Fact {
  readonly points: readonly FactVertex[];
}

/** A river; its heights never rise downstream. */
export interface RiverFact extends LineFact {
  /** Width of the water where the line ends. */
  readonly widthM: number;
}

/** A single place whose height is known. */
export interface PointFact extends Fact {
  readonly kind: 'summit' | 'pass' | 'town' | 'spot';
  readonly lonDeg: number;
  readonly latDeg: number;
  readonly heightM: number;
}

/** A reservoir along a river, or a lake with an outline. */
export type LakeFact = Fact & { readonly levelM: number } & (
    | {
        readonly kind: 'stretch';
        readonly riverId: string;
        readonly fromDeg: FactPlace;
        readonly toDeg: FactPlace;
        readonly widthM: number;
      }
    | { readonly kind: 'outline'; readonly outline: readonly FactPlace[] }
  );

/** A piece of country of one character. */
export interface RegionFact extends Fact {
  readonly kind: 'plain' | 'hills' | 'karst' | 'sea';
  readonly outline: readonly FactPlace[];
}

/** Everything the sketch relief is made from. */
export interface SketchFacts {
  readonly rivers: readonly RiverFact[];
  readonly ridges: readonly LineFact[];
  readonly valleys: readonly LineFact[];
  readonly points: readonly PointFact[];
  readonly lakes: readonly LakeFact[];
  readonly regions: readonly RegionFact[];
}

/** Where the facts lie, seen from the project's root. */
export const FACTS_FOLDER = 'tilesets/sketch';

/**
 * Reads the table of facts.
 *
 * @throws AssetError `facts-invalid` naming the file and the first fact at fault
 */
export async function readSketchFacts(rootDir: string): Promise<SketchFacts> {
  const kinds = ['rivers', 'ridges', 'valleys', 'points', 'lakes', 'regions'] as const;
  const lists = await Promise.all(kinds.map((kind) => readFactList(rootDir, kind)));
  const facts = Object.fromEntries(kinds.map((kind, i) => [kind, lists[i]]));
  return facts as unknown as SketchFacts;
}

async function readFactList(rootDir: string, kind: string): Promise<readonly unknown[]> {
  const file = `${FACTS_FOLDER}/${kind}.json`;
  const json = await readJsonIfThere(join(rootDir, file));
  const list = isRecord(json) ? json[kind] : undefined;
  if (!Array.isArray(list)) throw invalid(file, `$.${kind}`, 'a list of facts', 'none');
  for (const [i, fact] of list.entries()) requireFact(file, `$.${kind}[${i}]`, fact);
  return list;
}

function requireFact(file: string, path: string, fact: unknown): void {
  if (!isRecord(fact) || typeof fact['id'] !== 'string') {
    throw invalid(file, path, 'a fact with an id', JSON.stringify(fact));
  }
  const source = fact['source'];
  if (!Array.isArray(source) || source.length === 0) {
    throw invalid(file, `${path}.source`, 'at least one source', String(source));
  }
  for (const name of ['points', 'outline'] as const) {
    const list = fact[name];
    if (list === undefined) continue;
    const size = name === 'points' ? 3 : 2;
    if (!Array.isArray(list) || !list.every((vertex) => isVertex(vertex, size))) {
      throw invalid(file, `${path}.${name}`, `lists of ${size} numbers`, 'something else');
    }
  }
  if ('lonDeg' in fact && !isVertex([fact['lonDeg'], fact['latDeg'], fact['heightM']], 3)) {
    throw invalid(file, path, 'lonDeg, latDeg and heightM as numbers', JSON.stringify(fact));
  }
}

function isVertex(value: unknown, size: number): boolean {
  return Array.isArray(value) && value.length === size && value.every(Number.isFinite);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function invalid(file: string, path: string, expected: string, found: string): AssetError {
  return new AssetError('facts-invalid', { file, path, expected, found, fix: 'Mend the fact.' });
}
