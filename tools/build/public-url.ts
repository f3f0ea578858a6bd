import { UsageError } from '#core/errors';

const OPTION = '--public-url';

/**
 * Where a site will be reached, from the build's arguments.
 *
 * @returns ends with a slash; null where nobody said
 * @throws UsageError `build-public-url` for anything but an http address
 */
export function publicUrlOf(argv: readonly string[]): string | null {
  const at = argv.indexOf(OPTION);
  if (at < 0) return null;
  const text = argv[at + 1] ?? '';
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new UsageError('build-public-url', {
      path: OPTION,
      expected: 'an address with http or https, without query',
      found: text === '' ? 'nothing' : text,
      fix: `Give the address of the map: ${OPTION} https://map.example.vn/`,
    });
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
