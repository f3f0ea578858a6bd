import type { Findable, FindableType } from './findable';

/** A province of today or one before July 2025: some have the same id. */
export interface NarrowingProvince {
  readonly era: 'present' | 'before-2025';
  readonly id: string;
}

/** What a visitor wants of what is shown; null and empty ask for nothing. */
export interface Narrowing {
  readonly types: readonly FindableType[];
  readonly kinds: readonly string[];
  readonly province: NarrowingProvince | null;
  /** A month in which it is good, 1 to 12. */
  readonly month: number | null;
  readonly people: string | null;
  readonly difficulty: string | null;
  readonly hasPanorama: boolean;
}

/** Asks for nothing. */
export const NO_NARROWING: Narrowing = {
  types: [],
  kinds: [],
  province: null,
  month: null,
  people: null,
  difficulty: null,
  hasPanorama: false,
};

/** Whether a narrowing asks for anything. */
export function isNarrow(narrowing: Narrowing): boolean {
  return (
    narrowing.types.length > 0 ||
    narrowing.kinds.length > 0 ||
    narrowing.province !== null ||
    narrowing.month !== null ||
    narrowing.people !== null ||
    narrowing.difficulty !== null ||
    narrowing.hasPanorama
  );
}

/**
 * Whether something is as asked for. What nobody says (no months, no difficulty) is not as asked
 * for: better one less than one that is not so.
 */
export function fits(findable: Findable, narrowing: Narrowing): boolean {
  const { types, kinds, province, month, people, difficulty } = narrowing;
  return (
    (types.length === 0 || types.includes(findable.type)) &&
    (kinds.length === 0 || kinds.includes(findable.kind)) &&
    (province === null || provincesOf(findable, province.era).includes(province.id)) &&
    (month === null || findable.months.includes(month)) &&
    (people === null || findable.peoples.includes(people)) &&
    (difficulty === null || findable.difficulty === difficulty) &&
    (!narrowing.hasPanorama || findable.hasPanorama)
  );
}

function provincesOf(findable: Findable, era: NarrowingProvince['era']): readonly string[] {
  return era === 'present' ? findable.provinceIds : findable.provinceBefore2025Ids;
}
