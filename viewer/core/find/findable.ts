/** Names by language; Vietnamese and English are always there. */
export type Names = { readonly vi: string; readonly en: string } & {
  readonly [locale: string]: string;
};

/** What can be looked for. */
export const FINDABLE_TYPES = ['place', 'route', 'event', 'product'] as const;
export type FindableType = (typeof FINDABLE_TYPES)[number];

/** Something that a visitor can look for by name and narrow down by what it is like. */
export interface Findable {
  readonly type: FindableType;
  /** Unique among those of its type. */
  readonly id: string;
  readonly name: Names;
  /** Other spellings, and names in the languages of its peoples. */
  readonly alsoCalled: readonly string[];
  /** Of a place its kind ("summit"), of a product its kind ("fruit"); else the type. */
  readonly kind: string;
  readonly provinceIds: readonly string[];
  readonly provinceBefore2025Ids: readonly string[];
  /** Months in which it is at its best or held, 1 to 12; empty where nobody says. */
  readonly months: readonly number[];
  /** Ids of the peoples who live there. */
  readonly peoples: readonly string[];
  /** "easy", "moderate", "hard" or "expert"; null where nobody says. */
  readonly difficulty: string | null;
  readonly hasPanorama: boolean;
  /** Places it belongs to: itself, a route's stops, where an event is held. */
  readonly placeIds: readonly string[];
  /** 1 = known everywhere, 5 = known near by. */
  readonly importance: number;
}

/** Type and id in one text, for maps and lists. */
export function findableKey({ type, id }: Pick<Findable, 'type' | 'id'>): string {
  return `${type}/${id}`;
}
