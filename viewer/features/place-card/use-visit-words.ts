import type { PlaceVisitDetail } from '#scene';
import { useWords } from '../use-translate';

const DIFFICULTY_KEYS = {
  easy: 'place.easy',
  moderate: 'place.moderate',
  hard: 'place.hard',
  expert: 'place.expert',
} as const;

/** How long a visit takes and how hard it is, in words; null where nobody says. */
export function useVisitWords({ hoursNeeded, difficulty }: PlaceVisitDetail): {
  readonly hours: string | null;
  readonly difficulty: string | null;
} {
  const { t, number } = useWords();
  return {
    hours: hoursNeeded && hoursText(hoursNeeded),
    difficulty: difficulty && t(DIFFICULTY_KEYS[difficulty]),
  };

  function hoursText({ from, to }: { readonly from: number; readonly to: number }): string {
    if (from === to) return t('place.hoursExact', { count: to });
    return t('place.hours', { from: number(from, 2), to: number(to, 2) });
  }
}
