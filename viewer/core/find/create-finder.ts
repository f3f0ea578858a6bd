import MiniSearch from 'minisearch';
import { foldMarks } from '../text/fold-marks';
import { type Findable, findableKey } from './findable';
import { nameTerms, wordsOf } from './name-terms';

/** Finds by name. */
export interface Finder {
  /** What a text means, the likeliest first; empty for a text without a letter. */
  find(text: string): readonly Findable[];
}

/** Words that say what something is, beside its names ("chợ", "market", "Lào Cai"). */
export type HintsOf = (findable: Findable) => readonly string[];

interface Entry {
  readonly key: string;
  /** Folded words with blanks between. */
  readonly terms: string;
  readonly hints: string;
}

/** Letters from which a word may hold one slip, and two. */
const ONE_SLIP_LETTERS = 5;
const TWO_SLIPS_LETTERS = 10;
const RANK_DEPTH = 200;
/** How little the count of words says beside how near the name is. */
const RANK_BY_SCORE = 0.25;

/**
 * A finder over names: marks do not matter, words may be written together, long ones may hold a
 * slip, the last one may be unfinished.
 *
 * @param findables - unique by type and id
 */
export function createFinder(findables: readonly Findable[], hintsOf: HintsOf): Finder {
  const byKey = new Map(findables.map((findable) => [findableKey(findable), findable]));
  const index = new MiniSearch<Entry>({
    idField: 'key',
    fields: ['terms', 'hints'],
    tokenize: (terms) => terms.split(' '),
    processTerm: (term) => term,
    searchOptions: { boost: { terms: 3, hints: 0.6 }, maxFuzzy: 2 },
  });
  index.addAll(findables.map((findable) => entryOf(findable, hintsOf(findable))));
  return {
    find(text) {
      const words = wordsOf(text);
      if (words.length === 0) return [];
      const whole = words.join('');
      const found = index.search({
        combineWith: 'OR',
        queries: [
          { queries: words, combineWith: 'AND', prefix: true, fuzzy: slipsOf },
          { queries: [whole], prefix: true, fuzzy: slipsOf, boost: { terms: 4 } },
        ],
      });
      const ranked = found.slice(0, RANK_DEPTH).flatMap(({ id, score }) => {
        const findable = byKey.get(id);
        return findable
          ? [{ findable, rank: score ** RANK_BY_SCORE * closeness(findable, text, whole) }]
          : [];
      });
      return ranked.sort((a, b) => b.rank - a.rank).map(({ findable }) => findable);
    },
  };
}

function entryOf(findable: Findable, hints: readonly string[]): Entry {
  const names = [...Object.values(findable.name), ...findable.alsoCalled];
  return {
    key: findableKey(findable),
    terms: [...new Set(names.flatMap(nameTerms))].join(' '),
    hints: [...new Set(hints.flatMap(wordsOf))].join(' '),
  };
}

function slipsOf(term: string): number | false {
  if (/^\d+$/.test(term)) return false;
  if (term.length >= TWO_SLIPS_LETTERS) return 2;
  return term.length >= ONE_SLIP_LETTERS ? 1 : false;
}

/**
 * How near a name is to what was typed: the whole name, then names that begin so, then those that
 * hold it; among equals the shorter name, the marks that were typed, the better known, the place.
 */
function closeness(findable: Findable, text: string, whole: string): number {
  const names = [...Object.values(findable.name), ...findable.alsoCalled];
  const asTyped = text.trim().normalize('NFC').toLowerCase();
  const hasMarks = foldMarks(asTyped) !== asTyped;
  const isMarked = hasMarks && names.some((name) => name.toLowerCase().includes(asTyped));
  const nearest = Math.max(...names.map((name) => nameCloseness(wordsOf(name).join(''), whole)));
  return (
    nearest *
    (isMarked ? 1.6 : 1) *
    (1.5 - 0.1 * findable.importance) *
    (findable.type === 'place' ? 1.2 : 1)
  );
}

/** 1 for a name that does not hold the text, up to 40 for the name itself. */
function nameCloseness(name: string, whole: string): number {
  if (name === whole) return 40;
  const at = name.indexOf(whole);
  if (at < 0) return 1;
  return (at === 0 ? 4 : 2) * (1 + whole.length / name.length);
}
