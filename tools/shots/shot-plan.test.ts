import { describe, expect, it } from 'vitest';
import { shotPlan } from './shot-plan';

const PLACES = [
  { id: 'mam-xoi', panoramaIds: ['mam-xoi-a', 'mam-xoi-b'] },
  { id: 'fansipan', panoramaIds: ['fansipan-a'] },
  { id: 'sa-pa', panoramaIds: [] },
];

describe('shotPlan', () => {
  it('takes three states at two sizes in lean', () => {
    expect(shotPlan(false, PLACES).map(({ name, query }) => [name, query])).toEqual([
      ['globe-desktop', 'quality=lean'],
      ['globe-phone', 'quality=lean'],
      ['place-mam-xoi-desktop', 'place=mam-xoi&quality=lean'],
      ['place-mam-xoi-phone', 'place=mam-xoi&quality=lean'],
      ['panorama-mam-xoi-a-desktop', 'panorama=mam-xoi-a&quality=lean'],
      ['panorama-mam-xoi-a-phone', 'panorama=mam-xoi-a&quality=lean'],
    ]);
  });
  it('takes every panorama, size and quality when asked for all', () => {
    const shots = shotPlan(true, PLACES);
    expect(shots).toHaveLength(6 * 5 * 2);
    expect(new Set(shots.map(({ name }) => name)).size).toBe(shots.length);
  });
});
