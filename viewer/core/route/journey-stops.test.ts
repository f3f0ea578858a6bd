import { describe, expect, it } from 'vitest';
import { M_PER_DEG_LAT, type Vertex } from '../geo/local-plane';
import { journeyOf } from './journey';
import { journeyStops } from './journey-stops';

const at = (km: number): Vertex => [104, 21 + (km * 1000) / M_PER_DEG_LAT];
const PLACES: Readonly<Record<string, Vertex>> = {
  town: at(0),
  pass: at(8),
  end: at(20),
  far: [105, 21],
};

describe('journeyStops', () => {
  it('meets a place again on the way back', () => {
    const journey = journeyOf(
      [
        { mode: 'road', coordinates: [at(0), at(20)] },
        { mode: 'road', coordinates: [at(20), at(0)] },
      ],
      401,
    );
    const stops = journeyStops(
      journey,
      ['town', 'pass', 'end', 'pass', 'town'],
      (id) => PLACES[id],
    );
    expect(stops.map(({ alongKm }) => Math.round(alongKm))).toEqual([0, 8, 20, 32, 40]);
  });

  it('leaves out what lies far from the way, or nowhere', () => {
    const journey = journeyOf([{ mode: 'road', coordinates: [at(0), at(20)] }], 201);
    const stops = journeyStops(journey, ['far', 'nowhere', 'pass'], (id) => PLACES[id]);
    expect(stops.map(({ placeId }) => placeId)).toEqual(['pass']);
  });
});
