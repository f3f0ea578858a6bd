import type { PlaceSummary } from '#scene';

/** One picture of the application. */
export interface Shot {
  /** File name in docs/shots without its ending. */
  readonly name: string;
  /** State as the address says it, without the question mark. */
  readonly query: string;
  /** Matches the page when everything in view is drawn. */
  readonly settledSelector: string;
  readonly size: ShotSize;
}

export interface ShotSize {
  readonly name: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

interface ShotState {
  readonly name: string;
  readonly query: string;
  readonly settledSelector: string;
}

const DESKTOP: ShotSize = { name: 'desktop', widthPx: 1440, heightPx: 900 };
const PHONE: ShotSize = { name: 'phone', widthPx: 390, heightPx: 844 };
const OTHER_SIZES: readonly ShotSize[] = [
  { name: 'phone-landscape', widthPx: 844, heightPx: 390 },
  { name: 'tablet', widthPx: 820, heightPx: 1180 },
  { name: 'kiosk', widthPx: 1080, heightPx: 1920 },
];

/** What is pictured first: it stands at the top of the README. */
const FIRST_PLACE_ID = 'mam-xoi';
const GLOBE_SETTLED = 'html[data-globe="settled"]';
const OPENING: ShotState = { name: 'globe', query: '', settledSelector: GLOBE_SETTLED };
/** What a visitor does beside looking at places. */
const DOINGS: readonly ShotState[] = [
  { name: 'find', query: 'find=sapa', settledSelector: GLOBE_SETTLED },
  {
    name: 'route-ha-giang-loop',
    query: 'route=ha-giang-loop',
    settledSelector: `${GLOBE_SETTLED}:has([data-route-strip][data-is-ready="true"])`,
  },
  {
    name: 'story-terraces',
    query: 'story=terraces-through-the-year&chapter=2',
    settledSelector: GLOBE_SETTLED,
  },
];

/**
 * What to take: the globe, a search, a route, a story, a place and a panorama at two sizes in the lean preset; or every place
 * that has a panorama, every panorama, every size, lean and full.
 *
 * @param places - places of the compiled scene
 */
export function shotPlan(
  isFull: boolean,
  places: readonly Pick<PlaceSummary, 'id' | 'panoramaIds'>[],
): readonly Shot[] {
  const pictured = places.filter(
    ({ id, panoramaIds }) => id === FIRST_PLACE_ID || (isFull && panoramaIds.length > 0),
  );
  const states = [OPENING, ...DOINGS, ...pictured.flatMap((place) => statesOf(place, isFull))];
  const sizes = isFull ? [DESKTOP, PHONE, ...OTHER_SIZES] : [DESKTOP, PHONE];
  const qualities = isFull ? ['lean', 'full'] : ['lean'];
  return qualities.flatMap((quality) =>
    states.flatMap((state) =>
      sizes.map((size) => ({
        name: [state.name, size.name, ...(quality === 'lean' ? [] : [quality])].join('-'),
        query: [state.query, `quality=${quality}`].filter((part) => part !== '').join('&'),
        settledSelector: state.settledSelector,
        size,
      })),
    ),
  );
}

function statesOf(
  { id, panoramaIds }: Pick<PlaceSummary, 'id' | 'panoramaIds'>,
  isFull: boolean,
): readonly ShotState[] {
  const shown = isFull ? panoramaIds : panoramaIds.slice(0, 1);
  return [
    { name: `place-${id}`, query: `place=${id}`, settledSelector: GLOBE_SETTLED },
    ...shown.map(
      (panorama): ShotState => ({
        name: `panorama-${panorama}`,
        query: `panorama=${panorama}`,
        settledSelector: `html[data-shown-panorama="${panorama}"][data-panorama="${panorama}"]`,
      }),
    ),
  ];
}
