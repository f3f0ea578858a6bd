import { describe, expect, it } from 'vitest';
import { targetOfSpot } from './panorama-data';

describe('targetOfSpot', () => {
  it('tells links from hotspots', () => {
    expect(targetOfSpot('link:fansipan-west')).toEqual({ kind: 'panorama', id: 'fansipan-west' });
    expect(targetOfSpot('hotspot:marker')).toEqual({ kind: 'hotspot', id: 'marker' });
    expect(targetOfSpot('other')).toBe(null);
  });
});
