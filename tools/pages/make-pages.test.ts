import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT_DIR } from '../io/root-dir';
import { compileScene } from '../scene/compile-scene';
import { makePages } from './make-pages';

const TODAY = { year: 2026, month: 11, day: 22 };
const PUBLIC_URL = 'https://map.example.vn/tay-bac/';
let pages: ReadonlyMap<string, string>;
let nowhere: ReadonlyMap<string, string>;

beforeAll(async () => {
  const scene = await compileScene(join(ROOT_DIR, 'scenes/northwest'), join(ROOT_DIR, 'panoramas'));
  pages = makePages(scene, { publicUrl: PUBLIC_URL, today: TODAY });
  nowhere = makePages(scene, { publicUrl: null, today: TODAY });
});

const page = (path: string) => pages.get(path) ?? '';
const jsonOf = (text: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(text)?.[1] ?? 'null');

describe('makePages', () => {
  it('has a page in both languages for every place, route, event and story', () => {
    const count = (prefix: string) =>
      [...pages.keys()].filter((path) => path.startsWith(prefix)).length;
    for (const kind of ['place', 'route', 'event', 'story']) {
      expect(count(`pages/vi/${kind}/`)).toBeGreaterThan(5);
      expect(count(`pages/en/${kind}/`)).toBe(count(`pages/vi/${kind}/`));
    }
  });

  it('reads without JavaScript and leads into the map', () => {
    const text = page('pages/vi/place/fansipan.html');
    expect(text).toContain('<html lang="vi">');
    expect(text).toContain('<h1>Đỉnh Fansipan</h1>');
    expect(text).toContain('href="../../../?lang=vi&amp;place=fansipan"');
    expect(text).toContain('Cấp cứu 115');
    expect(text).not.toMatch(/<script(?! type="application\/ld\+json")/);
  });

  it('names its other language, its own address and its picture, all absolute', () => {
    const text = page('pages/en/place/fansipan.html');
    expect(text).toContain(
      `<link rel="canonical" href="${PUBLIC_URL}pages/en/place/fansipan.html">`,
    );
    expect(text).toContain(`hreflang="vi" href="${PUBLIC_URL}pages/vi/place/fansipan.html"`);
    expect(text).toContain(`<meta property="og:image" content="${PUBLIC_URL}`);
  });

  it('says nothing absolute where nobody said the address', () => {
    const text = nowhere.get('pages/en/place/fansipan.html') ?? '';
    expect(text).not.toContain('canonical');
    expect(text).toContain('hreflang="vi" href="../../../pages/vi/place/fansipan.html"');
    expect([...nowhere.keys()].some((path) => path === 'sitemap.xml')).toBe(false);
  });

  it('tells machines what it is about', () => {
    expect(jsonOf(page('pages/vi/place/fansipan.html'))).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'TouristAttraction',
      name: 'Đỉnh Fansipan',
      geo: { '@type': 'GeoCoordinates', longitude: expect.closeTo(103.775, 2) },
    });
    expect(jsonOf(page('pages/en/route/ha-giang-loop.html'))).toMatchObject({
      '@type': 'TouristTrip',
    });
    expect(jsonOf(page('pages/en/event/bac-ha-market.html'))).toMatchObject({ '@type': 'Event' });
  });

  it('keeps lunar feasts lunar, and counts their coming days', () => {
    const lunar = [...pages].filter(
      ([path, text]) => path.startsWith('pages/vi/event/') && text.includes('âm lịch'),
    );
    expect(lunar.length).toBeGreaterThan(10);
    const dated = lunar.find(([, text]) => text.includes('Ngày sắp tới'))?.[1] ?? '';
    const dates = dated.match(/20\d\d-\d\d-\d\d/g) ?? [];
    expect(dates.length).toBeGreaterThanOrEqual(3);
    expect(dates.every((date) => date >= '2026-11')).toBe(true);
  });

  it('leads from page to page: no link without a page', () => {
    for (const [path, text] of pages) {
      if (!path.endsWith('.html')) continue;
      for (const [, href = ''] of text.matchAll(/<a[^>]* href="([^"]+)"/g)) {
        if (/^(https?:|\.\.\/\.\.\/(\.\.\/)?\?)/.test(href)) continue;
        const target = new URL(href, `https://x/${path}`).pathname.slice(1);
        expect(pages.has(target), `${path} → ${href}`).toBe(true);
      }
    }
  });

  it('lists every page in the site map', () => {
    const locations = page('sitemap.xml').match(/<loc>/g) ?? [];
    const htmlPages = [...pages.keys()].filter((path) => path.endsWith('.html'));
    expect(locations).toHaveLength(htmlPages.length + 1);
  });

  it('escapes what it writes', async () => {
    const { html, jsonLd } = await import('./html');
    expect(html`<p title="${'"<b>'}">${"<script>&'"}</p>`.html).toBe(
      '<p title="&quot;&lt;b&gt;">&lt;script&gt;&amp;&#39;</p>',
    );
    expect(jsonLd({ name: '</script><b>' }).html).not.toContain('</script><b>');
  });
});
