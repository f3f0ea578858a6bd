import type { CalendarDay } from '#core/calendar/calendar-day';
import type { EventDetail, LocalizedText, RouteSummary, StorySummary } from '#scene';
import { comingDates, eventRule } from './event-rule';
import { html } from './html';
import { factRow, sourceList } from './page-parts';
import { linkTo, type PageAddress, type PageContent, shortened } from './page-shell';
import { PAGE_KINDS, PAGE_WORDS, type PageKind, type PageLanguage } from './page-words';
import type { Bundle } from './read-bundle';

type Say = (text: LocalizedText) => string;

function sayIn(language: PageLanguage): Say {
  return (text) => text[language] ?? text.vi;
}

/** The page of a route: what it is, day by day, what to mind. */
export function routePage(
  route: RouteSummary,
  bundle: Bundle,
  language: PageLanguage,
): PageContent {
  const detail = bundle.routes.get(route.id);
  if (!detail) throw new RangeError(`Expected the details of ${route.id}.`);
  const words = PAGE_WORDS[language];
  const say = sayIn(language);
  const address: PageAddress = { kind: 'route', id: route.id };
  const stopText = (placeId: string | null, name: LocalizedText) =>
    placeId === null
      ? html`${say(name)}`
      : html`<a href="${linkTo(address, { kind: 'place', id: placeId }, language)}">${say(name)}</a>`;
  const body = html`<p class="lead">${say(detail.summary)}</p>
<dl>${detail.facts.map(({ label, value }) => factRow(say(label), say(value)))}</dl>
<h2>${words.days}</h2>
${detail.days.map(({ day, stops }) => html`<h3>${words.day} ${day}</h3><ol>${stops.map(({ placeId, name, note }) => html`<li>${stopText(placeId, name)}${note && html` – ${say(note)}`}</li>`)}</ol>`)}
<h2>${words.warnings}</h2><ul>${detail.warnings.map((warning) => html`<li>${say(warning)}</li>`)}</ul>
${sourceList(detail.sources, language)}`;
  return {
    address,
    title: say(route.name),
    description: shortened(say(detail.summary)),
    body,
    mapQuery: `route=${route.id}`,
    pictureUrl: null,
    data: {
      '@type': 'TouristTrip',
      name: say(route.name),
      description: say(detail.summary),
      itinerary: {
        '@type': 'ItemList',
        itemListElement: detail.days.flatMap(({ stops }) =>
          stops.map(({ name }) => ({ '@type': 'Place', name: say(name) })),
        ),
      },
    },
  };
}

/** The page of an event: when as a rule, and the coming dates counted from a day. */
export function eventPage(
  event: EventDetail,
  bundle: Bundle,
  language: PageLanguage,
  today: CalendarDay,
): PageContent {
  const words = PAGE_WORDS[language];
  const say = sayIn(language);
  const address: PageAddress = { kind: 'event', id: event.id };
  const time = 'told' in event.time ? event.time.told : null;
  const dates = time ? comingDates(time, today) : [];
  const places = event.placeIds.flatMap((id) => {
    const name = bundle.name('place', id);
    return name ? [{ id, name: say(name) }] : [];
  });
  const venue = places.map(({ name }) => name).join(', ') || (event.venue ? say(event.venue) : '');
  const when = time
    ? eventRule(time, language)
    : `${words.unknown}: ${'unknown' in event.time ? say(event.time.unknown) : ''}`;
  const body = html`<p class="lead">${say(event.summary)}</p>
<dl>${factRow(words.when, when)}${dates.length > 0 && factRow(words.dates, dates.join(', '))}${venue !== '' && factRow(words.where, venue)}</dl>
${places.length > 0 && html`<ul>${places.map(({ id, name }) => html`<li><a href="${linkTo(address, { kind: 'place', id }, language)}">${name}</a></li>`)}</ul>`}
${sourceList(event.sources, language)}`;
  const place = places[0];
  return {
    address,
    title: say(event.name),
    description: shortened(say(event.summary)),
    body,
    mapQuery: place ? `place=${place.id}` : null,
    pictureUrl: null,
    data: {
      '@type': 'Event',
      name: say(event.name),
      description: say(event.summary),
      ...(dates[0] !== undefined && { startDate: dates[0] }),
      ...(venue !== '' && {
        location: {
          '@type': 'Place',
          name: venue,
          address: { '@type': 'PostalAddress', addressCountry: 'VN' },
        },
      }),
    },
  };
}

/** The page of a story: its chapters to read. */
export function storyPage(
  story: StorySummary,
  bundle: Bundle,
  language: PageLanguage,
): PageContent {
  const detail = bundle.stories.get(story.id);
  if (!detail) throw new RangeError(`Expected the details of ${story.id}.`);
  const say = sayIn(language);
  return {
    address: { kind: 'story', id: story.id },
    title: say(story.title),
    description: shortened(say(detail.summary)),
    body: html`<p class="lead">${say(detail.summary)}</p>
${detail.chapters.map(({ title, narration }) => html`<h2>${say(title)}</h2><p>${say(narration)}</p>`)}
${sourceList(detail.sources, language)}`,
    mapQuery: `story=${story.id}`,
    pictureUrl: null,
    data: {
      '@type': 'Article',
      headline: say(story.title),
      description: say(detail.summary),
      inLanguage: language,
    },
  };
}

/** The list of everything, by kind. */
export function contentsPage(pages: readonly PageContent[], language: PageLanguage): PageContent {
  const words = PAGE_WORDS[language];
  const address: PageAddress = { kind: 'contents', id: '' };
  const ofKind = (kind: PageKind) =>
    pages
      .filter((page) => page.address.kind === kind)
      .toSorted((a, b) => a.title.localeCompare(b.title, language));
  return {
    address,
    title: words.tagline,
    description: words.tagline,
    body: html`${PAGE_KINDS.map((kind) => html`<h2>${words[kind]}</h2><ul class="columns">${ofKind(kind).map((page) => html`<li><a href="${linkTo(address, page.address, language)}">${page.title}</a></li>`)}</ul>`)}`,
    mapQuery: null,
    pictureUrl: null,
    data: {
      '@type': 'WebSite',
      name: words.siteName,
      description: words.tagline,
      inLanguage: language,
    },
  };
}
