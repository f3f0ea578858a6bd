import { extname } from 'node:path';
import { UsageError } from '#core/errors';
import { writeFileAtomic } from '../io/atomic';
import { pngFromSvg } from '../io/svg-picture';

/**
 * Writes a drawn map.
 *
 * @param file - its ending says how: `.svg` or `.png`
 * @throws UsageError `usage-map-format` for another ending
 */
export async function writeCoverageMap(file: string, svg: string): Promise<void> {
  const ending = extname(file).toLowerCase();
  if (ending === '.svg') return writeFileAtomic(file, svg);
  if (ending === '.png') return writeFileAtomic(file, await pngFromSvg(svg));
  throw new UsageError('usage-map-format', {
    path: '--map',
    expected: 'a file that ends with .svg or .png',
    found: JSON.stringify(file),
    fix: 'Write for example --map coverage.svg.',
  });
}
