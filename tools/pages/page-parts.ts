import type { SourceLine } from '#scene';
import { type Html, html } from './html';
import type { PageAddress } from './page-shell';
import { PAGE_WORDS, type PageLanguage } from './page-words';

/** A fact with its label. */
export function factRow(label: string, value: string): Html {
  return html`<dt>${label}</dt><dd>${value}</dd>`;
}

/** A picture that says when it is drawn. */
export function picture(
  { kind }: PageAddress,
  url: string,
  alt: string,
  isRender: boolean,
  language: PageLanguage,
): Html {
  const base = kind === 'contents' ? '../../' : '../../../';
  return html`<figure><img src="${base}${url}" alt="${alt}" loading="lazy">${isRender && html`<figcaption>${PAGE_WORDS[language].render}</figcaption>`}</figure>`;
}

/** What a page stands on. */
export function sourceList(sources: readonly SourceLine[], language: PageLanguage): Html {
  return html`<h2>${PAGE_WORDS[language].sources}</h2><ul class="sources">${sources.map(
    ({ title, licence, url, date }) => {
      const rest = [licence, date].filter((part) => part !== null).join(' · ');
      const name =
        url === null ? html`${title}` : html`<a href="${url}" rel="noopener">${title}</a>`;
      return html`<li>${name}${rest !== '' && ` · ${rest}`}</li>`;
    },
  )}</ul>`;
}
