import { describe, expect, it } from 'vitest';
import type { Vertex } from '../geo/local-plane';
import { arrangeFound, type FindWish } from './arrange-found';
import { createFinder } from './create-finder';
import type { Findable } from './findable';
import { NO_NARROWING } from './narrowing';

function findable(id: string, importance: number, more: Partial<Findable> = {}): Findable {
  return {
    type: 'place',
    id,
    kind: 'town',
    name: { vi: id, en: id },
    alsoCalled: [],
    provinceIds: [],
    provinceBefore2025Ids: [],
    months: [],
    peoples: [],
    difficulty: null,
    hasPanorama: false,
    placeIds: [id],
    importance,
    ...more,
  };
}

const POSITIONS: Readonly<Record<string, Vertex>> = {
  'sa-pa': [103.84, 22.33],
  'lao-cai': [103.97, 22.48],
  'son-la': [103.91, 21.33],
};
const ALL = [
  findable('son-la', 2),
  findable('sa-pa', 1),
  findable('lao-cai', 3),
  findable('fair', 3, { type: 'event', placeIds: [] }),
];
const finder = createFinder(ALL, () => []);
const arrange = (wish: Partial<FindWish>) =>
  arrangeFound(
    { text: '', narrowing: NO_NARROWING, alongLines: null, here: null, ...wish },
    ALL,
    finder,
    (id) => POSITIONS[id],
  );
const ids = (wish: Partial<FindWish>) => arrange(wish).map((found) => found.findable.id);

describe('arrangeFound', () => {
  it('puts the best known first where nothing else is asked for', () => {
    expect(ids({})).toEqual(['sa-pa', 'son-la', 'lao-cai', 'fair']);
  });

  it('goes by name where a text was typed', () => {
    expect(ids({ text: 'sonla' })).toEqual(['son-la']);
  });

  it('goes by distance from the visitor, what has no place last', () => {
    const found = arrange({ here: [103.97, 22.5] });
    expect(found.map((one) => one.findable.id)).toEqual(['lao-cai', 'sa-pa', 'son-la', 'fair']);
    expect(found[0]?.distanceKm).toBeCloseTo(2.2, 1);
    expect(found[3]?.distanceKm).toBe(null);
  });

  it('keeps what lies along a route', () => {
    const line: Vertex[] = [
      [103.97, 22.48],
      [103.8, 22.3],
    ];
    expect(ids({ alongLines: [line] })).toEqual(['sa-pa', 'lao-cai']);
  });

  it('narrows what it finds', () => {
    expect(ids({ narrowing: { ...NO_NARROWING, types: ['event'] } })).toEqual(['fair']);
  });
});
