import { routeLengthKm } from '#core/geo/route-length';
import { foundText, type Panorama, type PlaceKind } from '#scene';
import type { FileIssue } from '../file-issue';
import { recordById, recordsOf, type SceneContent, type SceneRecord } from '../read-scene';
import { fault, type SceneRule, warning } from './rule';

/** A panorama farther than this from its place is most likely a slip of the pen. */
const FAR_FROM_PLACE_KM = 5;
/** Lakes, valleys and forests are long: their view may be taken at another end. */
const FAR_FROM_WIDE_PLACE_KM = 15;
const WIDE_PLACES: ReadonlySet<PlaceKind> = new Set(['lake', 'valley', 'forest', 'trail']);

/** Links go both ways and lead to what visitors may see; hotspots are told apart; positions fit. */
export const panoramaRule: SceneRule = (content) =>
  recordsOf(content, 'panorama').flatMap((entry) => [
    ...linkIssues(content, entry),
    ...hotspotIssues(entry),
    ...distanceIssues(content, entry),
    ...peopleIssues(entry),
  ]);

function linkIssues(content: SceneContent, entry: SceneRecord<'panorama'>): FileIssue[] {
  const { file, record } = entry;
  return record.links.flatMap((link, at) => {
    const path = `$.links[${at}].panoramaId`;
    const found = foundText(link.panoramaId);
    if (link.panoramaId === record.id) {
      const fix = 'Delete the link.';
      return [
        fault(file, {
          code: 'scene-link-to-itself',
          path,
          expected: 'another panorama',
          found,
          fix,
        }),
      ];
    }
    const target = recordById(content, 'panorama', link.panoramaId);
    return target === undefined ? [] : linkTargetIssues(file, path, record, target);
  });
}

function linkTargetIssues(file: string, path: string, from: Panorama, to: Panorama): FileIssue[] {
  const issues: FileIssue[] = [];
  if (!to.links.some((back) => back.panoramaId === from.id)) {
    issues.push(
      warning(file, {
        code: 'scene-link-one-way',
        path,
        expected: `a link from ${to.id} back to ${from.id}`,
        found: 'none',
        fix: `Add {"panoramaId": ${JSON.stringify(from.id)}} to the links of ${to.id}.`,
      }),
    );
  }
  if (to.isDraft && !from.isDraft) {
    issues.push(
      warning(file, {
        code: 'scene-link-to-draft',
        path,
        expected: 'a published panorama',
        found: `${to.id}, a draft`,
        fix: 'Publish it, or delete the link; visitors do not get to see it.',
      }),
    );
  }
  return issues;
}

function hotspotIssues({ file, record }: SceneRecord<'panorama'>): FileIssue[] {
  const ids = record.hotspots.map(({ id }) => id);
  return ids.flatMap((id, at) =>
    ids.indexOf(id) === at
      ? []
      : [
          fault(file, {
            code: 'scene-duplicate-hotspot',
            path: `$.hotspots[${at}].id`,
            expected: 'an id that no other hotspot of this panorama has',
            found: foundText(id),
            fix: 'Give it another id.',
          }),
        ],
  );
}

function distanceIssues(content: SceneContent, entry: SceneRecord<'panorama'>): FileIssue[] {
  const { position, placeId } = entry.record;
  const place = recordById(content, 'place', placeId);
  if (position === undefined || place === undefined) return [];
  const distanceKm = routeLengthKm([
    [position.lonDeg, position.latDeg],
    [place.position.lonDeg, place.position.latDeg],
  ]);
  const farKm = WIDE_PLACES.has(place.kind) ? FAR_FROM_WIDE_PLACE_KM : FAR_FROM_PLACE_KM;
  if (distanceKm <= farKm) return [];
  return [
    warning(entry.file, {
      code: 'scene-panorama-far-from-place',
      path: '$.position',
      expected: `a position within ${farKm} km of ${placeId}`,
      found: `${distanceKm.toFixed(1)} km`,
      fix: 'Mend the position, or choose the place that is nearer.',
    }),
  ];
}

function peopleIssues({ file, record }: SceneRecord<'panorama'>): FileIssue[] {
  if (record.isDraft || record.kind !== 'photo' || record.people !== undefined) return [];
  return [
    warning(file, {
      code: 'scene-people-unsaid',
      path: '$.people',
      expected: '"none", "consented", "blurred" or "not-recognisable"',
      found: 'nothing',
      fix: 'Look at the picture, and say whether people in it agreed or were blurred.',
    }),
  ];
}
