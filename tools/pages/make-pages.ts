import type { CalendarDay } from '#core/calendar/calendar-day';
import type { CompiledScene } from '../scene/compile-scene';
import { escaped } from './html';
import { contentsPage, eventPage, routePage, storyPage } from './other-pages';
import { type PageContent, type PageSite, pagePath, pageText } from './page-shell';
import { PAGE_LANGUAGES, type PageLanguage } from './page-words';
import { placePage } from './place-page';
import { readBundle } from './read-bundle';

export interface MakePagesOptions extends PageSite {
  /** Day from which coming dates are counted. */
  readonly today: CalendarDay;
}

/**
 * A page to read for every place, route, event and story, in both languages, and a list of all:
 * without JavaScript, for printers, search engines and shared links.
 *
 * @returns texts by path inside the application's base; with a public address also `sitemap.xml`
 *   and `robots.txt`
 */
export function makePages(
  scene: CompiledScene,
  options: MakePagesOptions,
): ReadonlyMap<string, string> {
  const bundle = readBundle(scene);
  const texts = new Map<string, string>();
  const paths: string[][] = [];
  const inLanguage = (language: PageLanguage): readonly PageContent[] => {
    const pages = [
      ...bundle.index.places.map((place) => placePage(place, bundle, language)),
      ...bundle.index.routes.map((route) => routePage(route, bundle, language)),
      ...bundle.events.map((event) => eventPage(event, bundle, language, options.today)),
      ...bundle.index.stories.map((story) => storyPage(story, bundle, language)),
    ];
    return [contentsPage(pages, language), ...pages];
  };
  for (const language of PAGE_LANGUAGES) {
    for (const [at, page] of inLanguage(language).entries()) {
      const path = pagePath(page.address, language);
      texts.set(path, pageText(page, language, options));
      paths[at] = [...(paths[at] ?? []), path];
    }
  }
  const { publicUrl } = options;
  if (publicUrl !== null) {
    texts.set('sitemap.xml', sitemap(paths, publicUrl));
    texts.set('robots.txt', `User-agent: *\nAllow: /\nSitemap: ${publicUrl}sitemap.xml\n`);
  }
  return texts;
}

/** Every page with its other language beside it. */
function sitemap(paths: readonly (readonly string[])[], publicUrl: string): string {
  const entries = paths.flatMap((both) => {
    const links = both
      .map((path, at) => {
        const url = escaped(publicUrl + path);
        return `<xhtml:link rel="alternate" hreflang="${PAGE_LANGUAGES[at] ?? 'vi'}" href="${url}"/>`;
      })
      .join('');
    return both.map((path) => `<url><loc>${escaped(publicUrl + path)}</loc>${links}</url>`);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${[`<url><loc>${escaped(publicUrl)}</loc></url>`, ...entries].join('\n')}
</urlset>
`;
}
