import { bench, describe } from 'vitest';
import { createFinder } from './create-finder';
import type { Findable } from './findable';

const SYLLABLES =
  'sa pa mù cang chải pha đin bắc hà sìn hồ nậm khan lũng cú mường hoa thanh lai châu điện biên tả van giàng phình tà xùa bản phùng khau phạ tú lệ ngọc chiến y tý ô quý hồ sơn la mộc yên bái suối giàng'.split(
    ' ',
  );

/** Names of two to five syllables, the same ones each time. */
function seededFindables(count: number): Findable[] {
  let seed = 20_927;
  const next = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed / 2 ** 31;
  };
  return Array.from({ length: count }, (_, i) => {
    const length = 2 + Math.floor(next() * 4);
    const name = Array.from(
      { length },
      () => SYLLABLES[Math.floor(next() * SYLLABLES.length)],
    ).join(' ');
    return {
      type: 'place' as const,
      id: `place-${i}`,
      kind: 'village',
      name: { vi: `Bản ${name}`, en: `${name} village` },
      alsoCalled: [],
      provinceIds: ['lao-cai'],
      provinceBefore2025Ids: ['yen-bai'],
      months: [9],
      peoples: ['mong'],
      difficulty: 'easy',
      hasPanorama: false,
      placeIds: [],
      importance: 1 + (i % 5),
    };
  });
}

const finder = createFinder(seededFindables(10_000), ({ kind }) => [kind]);

describe('one search over 10,000 places (a frame is 16 ms)', () => {
  for (const text of ['p', 'pha din', 'mu cag chai', 'sapa', 'lung cu muong hoa', 'village']) {
    bench(text, () => {
      finder.find(text);
    });
  }
});
