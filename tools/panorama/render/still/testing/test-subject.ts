import { type Place, parseRecord } from '#scene';
import type { StillSubject } from '../still-theme';

const SOURCES = [{ id: 'survey', type: 'survey', title: 'Test', surveyor: 'Test', date: '2026' }];

/** A place in the middle of the test field, as its record would be read. */
export function testSubject(
  changes: Partial<Pick<Place, 'kind' | 'summary' | 'bestSeasons'>>,
): StillSubject {
  const parsed = parseRecord('place', {
    schemaVersion: 1,
    id: 'test-place',
    kind: 'village',
    name: { vi: 'Bản Thử', en: 'Test village' },
    provinceIds: ['lao-cai'],
    provinceBefore2025Ids: ['lao-cai'],
    position: { lonDeg: 104, latDeg: 22 },
    positionSourceIds: ['survey'],
    heights: [{ heightOrthometricM: 500, says: { vi: 'bản', en: 'here' }, sourceIds: ['survey'] }],
    importance: 3,
    summary: { vi: 'Một bản.', en: 'A village.' },
    sources: SOURCES,
    ...changes,
  });
  if (!parsed.ok) throw new TypeError(`Expected a place, got ${JSON.stringify(parsed.error)}.`);
  return { place: parsed.value, climate: undefined, isInTown: false };
}
