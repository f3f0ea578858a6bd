import { type Html, html, jsonLd } from './html';
import { PAGE_LANGUAGES, PAGE_WORDS, type PageKind, type PageLanguage } from './page-words';

/** Where a page lies: its kind and id, or the list of everything. */
export interface PageAddress {
  readonly kind: PageKind | 'contents';
  readonly id: string;
}

/** What every page has. */
export interface PageContent {
  readonly address: PageAddress;
  readonly title: string;
  /** One sentence or two, for search engines and shared links. */
  readonly description: string;
  readonly body: Html;
  /** Query of the map's state that the page leads to; null leads to its opening view. */
  readonly mapQuery: string | null;
  /** Relative to the application's base; null where there is none. */
  readonly pictureUrl: string | null;
  /** schema.org, without `@context`. */
  readonly data: Readonly<Record<string, unknown>> | null;
}

/** Where the pages are published. */
export interface PageSite {
  /** Ends with a slash; null where nobody said: then nothing absolute is written. */
  readonly publicUrl: string | null;
}

/** Path of a page inside the application's base. */
export function pagePath({ kind, id }: PageAddress, language: PageLanguage): string {
  return kind === 'contents'
    ? `pages/${language}/index.html`
    : `pages/${language}/${kind}/${id}.html`;
}

/** From a page up to the application's base. */
function upToBase({ kind }: PageAddress): string {
  return kind === 'contents' ? '../../' : '../../../';
}

/** Address of another page, from this one. */
export function linkTo(from: PageAddress, to: PageAddress, language: PageLanguage): string {
  return upToBase(from) + pagePath(to, language);
}

/** A whole page. */
export function pageText(page: PageContent, language: PageLanguage, site: PageSite): string {
  const words = PAGE_WORDS[language];
  const { address, title, description } = page;
  const base = upToBase(address);
  const other: PageLanguage = language === 'vi' ? 'en' : 'vi';
  const query = [`lang=${language}`, page.mapQuery].filter((part) => part !== null).join('&');
  const whole = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${words.siteName}</title>
<meta name="description" content="${description}">
<meta name="theme-color" content="#10132b">
<link rel="icon" href="${base}favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${base}pages/page.css">
${headLinks(page, language, site)}
${page.data && jsonLd({ '@context': 'https://schema.org', ...page.data })}
</head>
<body>
<header>
<a class="brand" href="${linkTo(address, { kind: 'contents', id: '' }, language)}">${words.siteName}</a>
<a lang="${other}" hreflang="${other}" href="${linkTo(address, address, other)}">${words.otherLanguage}</a>
</header>
<main>
<h1>${title}</h1>
<p><a class="door" href="${base}?${query}">${words.openMap}</a></p>
${page.body}
</main>
<footer><p>${words.emergency}</p><p>${words.licence}</p></footer>
</body>
</html>
`;
  return whole.html;
}

function headLinks(page: PageContent, language: PageLanguage, { publicUrl }: PageSite): Html {
  const { address, title, description, pictureUrl } = page;
  const absolute = (path: string) => (publicUrl ?? upToBase(address)) + path;
  const alternates = PAGE_LANGUAGES.map(
    (one) =>
      html`<link rel="alternate" hreflang="${one}" href="${absolute(pagePath(address, one))}">`,
  );
  return html`${alternates}
<link rel="alternate" hreflang="x-default" href="${absolute(pagePath(address, 'vi'))}">
${
  publicUrl !== null &&
  html`<link rel="canonical" href="${publicUrl}${pagePath(address, language)}">
<meta property="og:url" content="${publicUrl}${pagePath(address, language)}">`
}
<meta property="og:type" content="article">
<meta property="og:site_name" content="${PAGE_WORDS[language].siteName}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:locale" content="${language === 'vi' ? 'vi_VN' : 'en_GB'}">
${
  pictureUrl !== null &&
  publicUrl !== null &&
  html`<meta property="og:image" content="${publicUrl}${pictureUrl}">
<meta name="twitter:card" content="summary_large_image">`
}`;
}

/** The first sentences of a text, up to what search engines show. */
export function shortened(text: string, most = 200): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('; '));
  return end > most / 2 ? cut.slice(0, end + 1) : `${cut.slice(0, cut.lastIndexOf(' '))}…`;
}
