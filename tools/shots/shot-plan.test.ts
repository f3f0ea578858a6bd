import { describe, expect, it } from 'vitest';
import { shotPlan } from './shot-plan';

const PLACES = [
  { id: 'mam-xoi', panoramaIds: ['mam-xoi-a', 'mam-xoi-b'] },
  { id: 'fansipan', panoramaIds: ['fansipan-a'] },
  { id: 'sa-pa', panoramaIds: [] },
];

describe('shotPlan', () => {
  it('takes six states at two sizes in lean', () => {
    expect(shotPlan(false, PLACES).map(({ name, query }) => [name, query])).toEqual([
      ['globe-desktop', 'quality=lean'],
      ['globe-phone', 'quality=lean'],
      ['find-desktop', 'find=sapa&quality=lean'],
      ['find-phone', 'find=sapa&quality=lean'],
      ['route-ha-giang-loop-desktop', 'route=ha-giang-loop&quality=lean'],
      ['route-ha-giang-loop-phone', 'route=ha-giang-loop&quality=lean'],
      ['story-terraces-desktop', 'story=terraces-through-the-year&chapter=2&quality=lean'],
      ['story-terraces-phone', 'story=terraces-through-the-year&chapter=2&quality=lean'],
      ['place-mam-xoi-desktop', 'place=mam-xoi&quality=lean'],
      ['place-mam-xoi-phone', 'place=mam-xoi&quality=lean'],
      ['panorama-mam-xoi-a-desktop', 'panorama=mam-xoi-a&quality=lean'],
      ['panorama-mam-xoi-a-phone', 'panorama=mam-xoi-a&quality=lean'],
    ]);
  });
  it('takes every panorama, size and quality when asked for all', () => {
    const shots = shotPlan(true, PLACES);
    expect(shots).toHaveLength(9 * 5 * 2);
    expect(new Set(shots.map(({ name }) => name)).size).toBe(shots.length);
  });
});
