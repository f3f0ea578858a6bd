import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFinder } from '#core/find/create-finder';
import { fits, NO_NARROWING } from '#core/find/narrowing';
import { ROOT_DIR } from '../../io/root-dir';
import { readScene } from '../read-scene';
import { findIndex } from './find-parts';

const content = await readScene(join(ROOT_DIR, 'scenes/northwest'));
const { findables, peoples } = findIndex(content, new Set(['mam-xoi']));
const byId = (type: string, id: string) =>
  findables.find((findable) => findable.type === type && findable.id === id);
const finder = createFinder(findables, ({ type, kind }) => [type, kind]);

describe('findIndex', () => {
  it('holds every place, route, event and product', () => {
    const count = (type: string) => findables.filter((one) => one.type === type).length;
    const records = (kind: string) => content.records.filter((one) => one.kind === kind).length;
    for (const kind of ['place', 'route', 'event', 'product']) {
      expect(count(kind)).toBe(records(kind));
      expect(count(kind)).toBeGreaterThan(15);
    }
  });

  it('knows where a view is, and on which routes', () => {
    expect(byId('place', 'mam-xoi')?.hasPanorama).toBe(true);
    expect(findables.filter((one) => one.type === 'route' && one.hasPanorama)).not.toEqual([]);
    expect(byId('place', 'fansipan')?.hasPanorama).toBe(false);
  });

  it('counts a branch among its people', () => {
    expect(peoples[0]).toMatchObject({ id: 'mong', name: { vi: 'Mông' } });
    const whiteThai = findables.filter((one) => one.peoples.includes('thai-trang'));
    expect(whiteThai.length).toBeGreaterThan(0);
    expect(whiteThai.every((one) => one.peoples.includes('thai'))).toBe(true);
  });

  it('lets a lunar event fall in the months of several years', () => {
    const lunar = findables.filter((one) => one.type === 'event' && one.months.length === 2);
    expect(lunar.length).toBeGreaterThan(3);
  });

  it.each([
    ['pha din', 'place', 'pha-din'],
    ['mu cang chai', 'place', 'mu-cang-chai'],
    ['sapa', 'place', 'sa-pa'],
    ['mù căng', 'place', 'mu-cang-chai'],
    ['fansipan', 'place', 'fansipan'],
    ['cho bac ha', 'place', 'bac-ha'],
    ['chợ phiên bắc hà', 'event', 'bac-ha-market'],
    ['ha giang loop', 'route', 'ha-giang-loop'],
  ])('lets %j be found', (text, type, id) => {
    const [first] = finder.find(text);
    expect(`${first?.type}/${first?.id}`).toBe(`${type}/${id}`);
  });

  it('lets markets on the plateau in October be asked for', () => {
    const markets = findables.filter((one) =>
      fits(one, {
        ...NO_NARROWING,
        types: ['event'],
        month: 10,
        province: { era: 'before-2025', id: 'ha-giang' },
      }),
    );
    expect(markets.length).toBeGreaterThan(5);
  });
});
