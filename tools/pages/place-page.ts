import type { LocalizedText, PlaceSummary, Told } from '#scene';
import { type Html, html } from './html';
import { factRow, picture, sourceList } from './page-parts';
import { linkTo, type PageAddress, type PageContent, shortened } from './page-shell';
import { monthNames, PAGE_WORDS, type PageLanguage } from './page-words';
import type { Bundle } from './read-bundle';

/** The page of a place. */
export function placePage(
  place: PlaceSummary,
  bundle: Bundle,
  language: PageLanguage,
): PageContent {
  const detail = bundle.places.get(place.id);
  if (!detail) throw new RangeError(`Expected the details of ${place.id}.`);
  const words = PAGE_WORDS[language];
  const say = (text: LocalizedText) => text[language] ?? text.vi;
  const address: PageAddress = { kind: 'place', id: place.id };
  const panorama = bundle.index.panoramas.find(({ id }) => id === place.panoramaIds[0]);
  const pictureUrl = place.stillUrl ?? panorama?.thumbnailUrl ?? null;
  const { visit } = detail;
  const told = (label: string, value: Told<LocalizedText> | null) =>
    value &&
    factRow(label, 'told' in value ? say(value.told) : `${words.unknown}: ${say(value.unknown)}`);
  const links = (ids: readonly string[], kind: 'place' | 'route') =>
    ids.map((id) => {
      const name = bundle.name(kind, id);
      return (
        name && html`<li><a href="${linkTo(address, { kind, id }, language)}">${say(name)}</a></li>`
      );
    });
  const list = (title: string, items: readonly (Html | undefined)[]) => {
    const known = items.filter((item) => item !== undefined);
    return known.length > 0 && html`<h2>${title}</h2><ul>${known}</ul>`;
  };
  const body = html`${pictureUrl && picture(address, pictureUrl, say(place.name), panorama?.kind === 'render' || place.stillUrl !== undefined, language)}
<p class="lead">${say(detail.summary)}</p>
<dl>
${detail.heights.map(({ heightOrthometricM, says }) => factRow(words.height, `${heightOrthometricM} m (${say(says)})`))}
${visit.seasons.map(({ months, why }) => factRow(words.seasons, `${monthNames(months, language)}: ${say(why)}`))}
${told(words.gettingThere, visit.gettingThere)}
${visit.nearestTown && factRow(words.nearestTown, `${say(visit.nearestTown.name)}${visit.nearestTown.roadKm === null ? '' : `, ${visit.nearestTown.roadKm} km`}`)}
${visit.hoursNeeded && factRow(words.hours, `${visit.hoursNeeded.from}–${visit.hoursNeeded.to} h`)}
${told(words.customs, detail.customs)}
${told(words.safety, visit.safety)}
${told(words.accessibility, visit.accessibility)}
${visit.opening && factRow(words.opening, 'told' in visit.opening ? `${say(visit.opening.told.text)} (${words.asOf} ${visit.opening.told.validOn})` : `${words.unknown}: ${say(visit.opening.unknown)}`)}
</dl>
${list(words.routesHere, links(detail.routeIds, 'route'))}
${list(
  words.eventsHere,
  detail.events.map(
    ({ id, name }) =>
      html`<li><a href="${linkTo(address, { kind: 'event', id }, language)}">${say(name)}</a></li>`,
  ),
)}
${list(
  words.productsHere,
  detail.products.map(({ name, summary }) => html`<li><b>${say(name)}</b> – ${say(summary)}</li>`),
)}
${list(
  words.nearby,
  links(
    detail.nearby.map(({ placeId }) => placeId),
    'place',
  ),
)}
${sourceList(detail.sources, language)}`;
  return {
    address,
    title: say(place.name),
    description: shortened(say(detail.summary)),
    body,
    mapQuery: `place=${place.id}`,
    pictureUrl,
    data: {
      '@type': 'TouristAttraction',
      name: say(place.name),
      description: say(detail.summary),
      geo: {
        '@type': 'GeoCoordinates',
        latitude: place.latDeg,
        longitude: place.lonDeg,
        ...(place.heightOrthometricM !== null && { elevation: `${place.heightOrthometricM} m` }),
      },
      address: {
        '@type': 'PostalAddress',
        addressCountry: 'VN',
        addressRegion: regionOf(place, bundle, say),
      },
    },
  };
}

function regionOf(
  place: PlaceSummary,
  { index }: Bundle,
  say: (text: LocalizedText) => string,
): string {
  return index.provinces
    .filter(({ era, id }) => era === 'present' && place.provinceIds.includes(id))
    .map(({ name }) => say(name))
    .join(', ');
}
