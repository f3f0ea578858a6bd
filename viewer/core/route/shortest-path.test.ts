import { describe, expect, it } from 'vitest';
import { shortestPath, shortestPaths, type Way } from './shortest-path';

type Link = readonly [from: string, to: string, cost: number];

const LINKS: readonly Link[] = [
  ['ha-noi', 'hoa-binh', 76],
  ['hoa-binh', 'moc-chau', 122],
  ['moc-chau', 'son-la', 118],
  ['ha-noi', 'nghia-lo', 185],
  ['nghia-lo', 'son-la', 150],
];

function waysOf(links: readonly Link[]) {
  return (node: string): Way<string, Link>[] =>
    links.flatMap((link) => {
      const [from, to, cost] = link;
      if (from === node) return [{ to, cost, edge: link }];
      return to === node ? [{ to: from, cost, edge: link }] : [];
    });
}

describe('shortestPath', () => {
  it('takes the cheapest of several ways, and names its nodes and edges in order', () => {
    const path = shortestPath(waysOf(LINKS), 'ha-noi', 'son-la');
    expect(path).toEqual({
      cost: 316,
      nodes: ['ha-noi', 'hoa-binh', 'moc-chau', 'son-la'],
      edges: [LINKS[0], LINKS[1], LINKS[2]],
    });
  });
  it('costs nothing to stay', () => {
    expect(shortestPath(waysOf(LINKS), 'son-la', 'son-la')).toEqual({
      cost: 0,
      nodes: ['son-la'],
      edges: [],
    });
  });
  it('is null where no way leads', () => {
    expect(shortestPath(waysOf(LINKS), 'ha-noi', 'phu-quoc')).toBeNull();
  });
  it('refuses a way that costs less than nothing', () => {
    const ways = waysOf([['a', 'b', -1]]);
    expect(() => shortestPath(ways, 'a', 'b')).toThrow(RangeError);
  });
  it('finds what trying every path finds on random graphs', () => {
    const random = seeded(7);
    for (let round = 0; round < 40; round++) {
      const links = Array.from({ length: 14 }, (): Link => {
        const node = () => `n${Math.floor(random() * 7)}`;
        return [node(), node(), Math.floor(random() * 20)];
      });
      const ways = waysOf(links);
      const found = shortestPath(ways, 'n0', 'n6')?.cost ?? Number.POSITIVE_INFINITY;
      expect(found).toBe(cheapestByTrying(ways, 'n0', 'n6', new Set()));
    }
  });
});

describe('shortestPaths', () => {
  it('looks no farther than the most that a path may cost', () => {
    const paths = shortestPaths(waysOf(LINKS), 'ha-noi', ['hoa-binh', 'son-la'], { maxCost: 100 });
    expect([...paths.keys()]).toEqual(['hoa-binh']);
  });
});

function cheapestByTrying(
  waysFrom: (node: string) => readonly Way<string, Link>[],
  from: string,
  end: string,
  seen: ReadonlySet<string>,
): number {
  if (from === end) return 0;
  const onward = waysFrom(from).filter(({ to }) => !seen.has(to));
  const costs = onward.map(
    ({ to, cost }) => cost + cheapestByTrying(waysFrom, to, end, new Set([...seen, from])),
  );
  return Math.min(Number.POSITIVE_INFINITY, ...costs);
}

/** Park and Miller's generator: the same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
