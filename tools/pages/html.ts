/** Text that is HTML already; everything else is escaped. */
export interface Html {
  readonly html: string;
}

type Part = Html | string | number | null | false | readonly (Html | string)[];

/** HTML from a template: values are escaped unless they are HTML; null and false are nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  const parts = strings.map((text, at) => text + (at < values.length ? rendered(values[at]) : ''));
  return { html: parts.join('') };
}

function rendered(value: Part | undefined): string {
  if (value === null || value === false || value === undefined) return '';
  if (typeof value === 'object' && 'html' in value) return value.html;
  if (typeof value === 'object') return value.map((one) => rendered(one)).join('');
  return escaped(String(value));
}

/** Text as it may stand in HTML and in attributes. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Data for machines inside a page; `<` cannot end the element early. */
export function jsonLd(data: unknown): Html {
  const text = JSON.stringify(data).replaceAll('<', '\\u003c');
  return { html: `<script type="application/ld+json">${text}</script>` };
}
