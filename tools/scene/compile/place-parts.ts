import { ellipsoidalFromOrthometricM } from '#core/geo/geoid';
import {
  type Fact,
  knownOrNull,
  type Place,
  type PlaceDetail,
  type PlaceSummary,
  placeHeightM,
  sourceLine,
} from '#scene';
import {
  DIFFICULTY_TEXTS,
  fact,
  heightText,
  joined,
  measure,
  monthsText,
  rangeText,
} from './fact-text';
import { roundedM } from './rounding';

/** What the globe needs of a place. */
export function placeSummary(
  place: Place,
  panoramaIds: readonly string[],
  detailUrl: string,
): PlaceSummary {
  const { lonDeg, latDeg } = place.position;
  const heightOrthometricM = placeHeightM(place);
  return {
    id: place.id,
    kind: place.kind,
    name: place.name,
    lonDeg,
    latDeg,
    heightOrthometricM,
    heightEllipsoidalM:
      heightOrthometricM === null
        ? null
        : roundedM(ellipsoidalFromOrthometricM(lonDeg, latDeg, heightOrthometricM)),
    importance: place.importance,
    provinceIds: place.provinceIds,
    panoramaIds,
    detailUrl,
  };
}

/** What the card of a place says. */
export function placeDetail(place: Place): PlaceDetail {
  return {
    id: place.id,
    summary: place.summary,
    facts: [...heightFacts(place), ...visitFacts(place), ...moneyFacts(place)],
    sources: place.sources.map(sourceLine),
  };
}

function heightFacts(place: Place): Fact[] {
  return (knownOrNull(place.heights) ?? []).map((height) =>
    fact('Độ cao', 'Height above sea level', heightText(height)),
  );
}

function visitFacts(place: Place): Fact[] {
  const hours = knownOrNull(place.hoursNeeded);
  const difficulty = knownOrNull(place.difficulty);
  return [
    ...(knownOrNull(place.bestSeasons) ?? []).map(({ months, why }) =>
      fact('Mùa đẹp', 'Best months', joined(monthsText(months), ': ', why)),
    ),
    ...proseFact('Đường đến', 'Getting there', place.gettingThere),
    ...townFact(place),
    ...(hours === null
      ? []
      : [fact('Thời gian', 'Time needed', rangeText(hours, { vi: 'giờ', en: 'hour' }))]),
    ...(difficulty === null ? [] : [fact('Độ khó', 'Difficulty', DIFFICULTY_TEXTS[difficulty])]),
    ...(knownOrNull(place.peoples) ?? []).map(({ name, note }) =>
      fact('Cư dân', 'People', note === undefined ? name : joined(name, ' – ', note)),
    ),
    ...proseFact('Phong tục', 'Customs', place.customs),
    ...proseFact('An toàn', 'Safety', place.safety),
    ...proseFact('Tiếp cận', 'Accessibility', place.accessibility),
  ];
}

function moneyFacts(place: Place): Fact[] {
  const opening = knownOrNull(place.opening);
  const fees = knownOrNull(place.fees);
  return [
    ...(opening === null
      ? []
      : [fact('Giờ mở cửa', 'Opening hours', dated(opening.text, opening.validOn))]),
    ...(fees?.items ?? []).map(({ label, amountVnd }) =>
      fact('Giá vé', 'Fee', dated(joined(label, ' ', measure(amountVnd, 'VND')), fees?.validOn)),
    ),
  ];
}

function townFact(place: Place): Fact[] {
  const town = knownOrNull(place.nearestTown);
  if (town === null) return [];
  const roadKm = knownOrNull(town.roadKm);
  const value = roadKm === null ? town.name : joined(town.name, ', ', measure(roadKm, 'km'));
  return [fact('Thị trấn gần nhất', 'Nearest town', value)];
}

function proseFact(vi: string, en: string, prose: Place['safety']): Fact[] {
  const known = knownOrNull(prose);
  return known === null ? [] : [fact(vi, en, known)];
}

function dated(text: Fact['value'], day: string | undefined): Fact['value'] {
  return day === undefined
    ? text
    : { vi: `${text.vi} (ngày ${day})`, en: `${text.en} (on ${day})` };
}
