import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT_DIR } from '../../io/root-dir';
import { readScene, requireSceneRecord } from '../read-scene';
import { borderLines } from './border-parts';

const content = await readScene(join(ROOT_DIR, 'scenes/northwest'));
const BOX = requireSceneRecord(content).regionBoxDeg;

describe('borderLines', () => {
  it('keeps a stretch inside a province of today for the older map only', () => {
    const inside = borderLines(content, BOX)?.borders.find(({ id }) => id === 'lao-cai-yen-bai');
    expect(inside).toMatchObject({ provinceIds: ['lao-cai'], eras: ['before-2025'] });
  });

  it('shows a stretch between provinces of today, or towards the outside, on both maps', () => {
    const borders = borderLines(content, BOX)?.borders ?? [];
    const both = ['lai-chau-lao-cai', 'china-ha-giang'].map(
      (id) => borders.find((border) => border.id === id)?.eras,
    );
    expect(both).toEqual([
      ['present', 'before-2025'],
      ['present', 'before-2025'],
    ]);
  });

  it('draws nothing outside the region', () => {
    const small = { westDeg: 103, southDeg: 21, eastDeg: 104, northDeg: 22 };
    const vertices = (borderLines(content, small)?.borders ?? []).flatMap((one) => one.coordinates);
    expect(vertices.length).toBeGreaterThan(10);
    expect(vertices.filter(([lon, lat]) => lon < 103 || lon > 104 || lat < 21 || lat > 22)).toEqual(
      [],
    );
  });

  it('puts the name of every province inside it, today and before', () => {
    const names = borderLines(content, BOX)?.names ?? [];
    const told = (era: string) =>
      names.filter((one) => one.era === era).map(({ provinceId }) => provinceId);
    expect(told('present')).toEqual([
      'dien-bien',
      'lai-chau',
      'lao-cai',
      'phu-tho',
      'son-la',
      'tuyen-quang',
    ]);
    expect(told('before-2025')).toHaveLength(10);
    const [lonDeg, latDeg] = names.find(({ provinceId }) => provinceId === 'son-la')?.spots[0] ?? [
      0, 0,
    ];
    // Between Sơn La town and Mộc Châu, where the province is widest.
    expect(lonDeg).toBeGreaterThan(103.5);
    expect(lonDeg).toBeLessThan(104.6);
    expect(latDeg).toBeGreaterThan(20.9);
    expect(latDeg).toBeLessThan(21.7);
  });

  it('is nothing for a scene without borders', () => {
    expect(borderLines({ ...content, records: [] }, BOX)).toBe(null);
  });
});
