import { metresBetween } from '#core/geo/local-plane';
import {
  type Climate,
  type ClimateDetail,
  type ClimateMonth,
  type ClimateSummary,
  knownOrNull,
  type Place,
  placeHeightM,
  sourceLine,
} from '#scene';

/** How much it rains by the words that the writers use for it. */
const RAIN_LEVELS: ReadonlyMap<string, ClimateMonth['rainLevel']> = new Map([
  ['khô, ít khi mưa', 0],
  ['mưa phùn, mưa nhỏ, ẩm', 1],
  ['mưa thưa dần', 1],
  ['có mưa rào và giông đầu mùa', 2],
  ['mưa nhiều', 3],
  ['mưa rất to, dễ lũ quét và sạt lở', 4],
]);

const BOUNDS_C = /(-?\d+)–(-?\d+) °C/;

/** The bounds that a text names, "14–21 °C"; null where it names none. */
function boundsIn(text: string): ClimateMonth['temperatureC'] {
  const match = BOUNDS_C.exec(text);
  return match && { from: Number(match[1]), to: Number(match[2]) };
}

/** The year of a sub-region as the viewer reads it. */
export function climateDetail(climate: Climate): ClimateDetail {
  return {
    id: climate.id,
    name: climate.name,
    summary: climate.summary,
    months: climate.months.map((month) => ({
      temperature: month.temperature ?? null,
      temperatureC: boundsIn(month.temperature?.vi ?? ''),
      meanTemperatureC: knownOrNull(month.meanTemperatureC),
      rain: month.rain ?? null,
      rainLevel: RAIN_LEVELS.get(month.rain?.vi ?? '') ?? null,
      rainMm: knownOrNull(month.rainMm),
      mist: knownOrNull(month.mist),
      cloudSea: knownOrNull(month.cloudSea),
      rice: knownOrNull(month.rice),
      flowers: month.flowers,
    })),
    certainty: Object.fromEntries(
      Object.entries(climate.certainty).map(([row, { howSure }]) => [row, howSure]),
    ),
    sources: climate.sources.map(sourceLine),
  };
}

/** What a list of sub-regions needs. */
export function climateSummary({ id, name }: Climate, detailUrl: string): ClimateSummary {
  return { id, name, detailUrl };
}

/** Height that changes the weather as much as a kilometre of way, and what is too far or too high. */
const HEIGHT_M_PER_KM = 20;
const FARTHEST_KM = 55;
const MOST_HIGHER_M = 350;
/** Where a height is unknown, another sub-region must be this much farther away. */
const CLEAR_KM = 15;

interface Likeness {
  readonly climateId: string;
  readonly km: number;
}

/**
 * The sub-region whose year fits a place: the one that names it, else that of the place most like
 * it, near and as high, in a province of the same sub-region; none where that is doubtful.
 *
 * @param places - every place by id
 */
export function climateOfPlace(
  place: Place,
  climates: readonly Climate[],
  places: ReadonlyMap<string, Place>,
): { readonly climateId: string | null; readonly isClimateOwn: boolean } {
  const own = climates.find(({ placeIds }) => placeIds.includes(place.id));
  if (own !== undefined) return { climateId: own.id, isClimateOwn: true };
  const alike = climates
    .filter(({ provinceIds }) => provinceIds.some((id) => place.provinceIds.includes(id)))
    .flatMap(({ id, placeIds }) =>
      placeIds
        .flatMap((placeId) => places.get(placeId) ?? [])
        .flatMap((named) => likenessOf(place, named, id) ?? []),
    )
    .toSorted((a, b) => a.km - b.km || (a.climateId < b.climateId ? -1 : 1));
  const [best] = alike;
  if (best === undefined) return { climateId: null, isClimateOwn: false };
  const rival = alike.find(({ climateId }) => climateId !== best.climateId);
  const isDoubtful =
    placeHeightM(place) === null && rival !== undefined && rival.km < best.km + CLEAR_KM;
  return { climateId: isDoubtful ? null : best.climateId, isClimateOwn: false };
}

/** How like a place a named one is; null where it lies too far away, too high or too low. */
function likenessOf(place: Place, named: Place, climateId: string): Likeness | null {
  const away =
    metresBetween(
      [place.position.lonDeg, place.position.latDeg],
      [named.position.lonDeg, named.position.latDeg],
    ) / 1000;
  const [heightM, namedM] = [placeHeightM(place), placeHeightM(named)];
  if (heightM !== null && namedM === null) return null;
  const higherM = heightM === null || namedM === null ? 0 : Math.abs(heightM - namedM);
  const km = away + higherM / HEIGHT_M_PER_KM;
  return km > FARTHEST_KM || higherM > MOST_HIGHER_M ? null : { climateId, km };
}
