import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT_DIR } from '../../io/root-dir';
import { readScene } from '../read-scene';
import { borderLines } from './border-parts';

const content = await readScene(join(ROOT_DIR, 'scenes/northwest'));

describe('borderLines', () => {
  it('keeps a stretch inside a province of today for the older map only', () => {
    const inside = borderLines(content)?.borders.find(({ id }) => id === 'lao-cai-yen-bai');
    expect(inside).toMatchObject({ provinceIds: ['lao-cai'], eras: ['before-2025'] });
  });

  it('shows a stretch between provinces of today, or towards the outside, on both maps', () => {
    const borders = borderLines(content)?.borders ?? [];
    const both = ['lai-chau-lao-cai', 'china-ha-giang'].map(
      (id) => borders.find((border) => border.id === id)?.eras,
    );
    expect(both).toEqual([
      ['present', 'before-2025'],
      ['present', 'before-2025'],
    ]);
  });

  it('is nothing for a scene without borders', () => {
    expect(borderLines({ ...content, records: [] })).toBe(null);
  });
});
