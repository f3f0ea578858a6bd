import { FINDABLE_TYPES, type FindableType } from '#core/find/findable';
import { isNarrow, type Narrowing, NO_NARROWING } from '#core/find/narrowing';

/** What the visitor looks for, as far as the address keeps it: never where the visitor is. */
export interface FindView {
  readonly text: string;
  readonly narrowing: Narrowing;
  /** Only along this route. */
  readonly alongRouteId: string | null;
}

/** Looks for nothing. */
export const NO_FIND: FindView = { text: '', narrowing: NO_NARROWING, alongRouteId: null };

const WORD = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_TEXT = 80;

/** Whether anything is looked for. */
export function isFinding({ text, narrowing, alongRouteId }: FindView): boolean {
  return text.trim() !== '' || isNarrow(narrowing) || alongRouteId !== null;
}

/** The query's parts of a search; none where nothing is looked for. */
export function encodeFind({ text, narrowing, alongRouteId }: FindView): readonly string[] {
  const { types, kinds, province, month, people, difficulty, hasPanorama } = narrowing;
  const parts: readonly (readonly [string, string | null])[] = [
    ['find', text.trim() === '' ? null : text.trim().slice(0, LONGEST_TEXT)],
    ['what', types.length > 0 ? types.join('.') : null],
    ['kind', kinds.length > 0 ? kinds.join('.') : null],
    ['in', province && `${province.era === 'present' ? 'now' : 'before'}.${province.id}`],
    ['month', month === null ? null : String(month)],
    ['people', people],
    ['level', difficulty],
    ['with', hasPanorama ? '360' : null],
    ['along', alongRouteId],
  ];
  return parts.flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${encodeURIComponent(value).replaceAll('%20', '+')}`],
  );
}

/** The search of a query; what is malformed is left out. */
export function decodeFind(query: URLSearchParams): FindView {
  const word = (name: string): string | null => {
    const value = query.get(name);
    return value !== null && WORD.test(value) ? value : null;
  };
  const words = (name: string) =>
    (query.get(name) ?? '').split('.').filter((one) => WORD.test(one));
  const month = Number(query.get('month'));
  const [era, id] = (query.get('in') ?? '').split('.');
  const isProvince = (era === 'now' || era === 'before') && id !== undefined && WORD.test(id);
  return {
    text: (query.get('find') ?? '').slice(0, LONGEST_TEXT).trim(),
    narrowing: {
      types: words('what').filter(isFindableType),
      kinds: words('kind'),
      province: isProvince ? { era: era === 'now' ? 'present' : 'before-2025', id } : null,
      month: Number.isInteger(month) && month >= 1 && month <= 12 ? month : null,
      people: word('people'),
      difficulty: word('level'),
      hasPanorama: query.get('with') === '360',
    },
    alongRouteId: word('along'),
  };
}

function isFindableType(word: string): word is FindableType {
  return FINDABLE_TYPES.some((type) => type === word);
}
