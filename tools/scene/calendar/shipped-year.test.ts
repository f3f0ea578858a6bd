import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventDaysIn } from '#core/calendar/event-days';
import { isUnknown } from '#scene';
import { ROOT_DIR } from '../../io/root-dir';
import { readScene, recordsOf } from '../read-scene';

const content = await readScene(join(ROOT_DIR, 'scenes/northwest'));
const YEARS = Array.from({ length: 20 }, (_, index) => 2026 + index);

describe('the year of the shipped scene', () => {
  it('has more than forty events and forty products', () => {
    expect(recordsOf(content, 'event').length).toBeGreaterThan(40);
    expect(recordsOf(content, 'product').length).toBeGreaterThan(40);
  });

  it('finds a day for every feast of every year', () => {
    const missing = recordsOf(content, 'event').flatMap(({ record: { id, time } }) => {
      if (isUnknown(time) || time.type === 'months' || time.type === 'once') return [];
      return YEARS.filter((year) => eventDaysIn(time, year).length === 0).map(
        (year) => `${id} ${year}`,
      );
    });
    expect(missing).toEqual([]);
  });

  it('gives stars only to products whose source names them', () => {
    const graded = recordsOf(content, 'product').flatMap(({ record }) =>
      isUnknown(record.ocop) ? [] : [`${record.id} ${record.ocop.stars}`],
    );
    expect(graded.sort()).toEqual(['dai-yem-waterfall 4', 'ngoc-chien-tourism 4', 'pha-din-top 4']);
  });

  it('says for every month of every climate how warm and how wet it is', () => {
    const climates = recordsOf(content, 'climate').map(({ record }) => record);
    expect(climates.length).toBeGreaterThanOrEqual(10);
    const silent = climates.flatMap(({ id, months }) =>
      months.flatMap((month, at) => {
        const isTold =
          (month.temperature !== undefined || !isUnknown(month.meanTemperatureC)) &&
          (month.rain !== undefined || !isUnknown(month.rainMm));
        return isTold ? [] : [`${id} ${at + 1}`];
      }),
    );
    expect(silent).toEqual([]);
  });
});
