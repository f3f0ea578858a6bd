import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { footOnSegment, lineLengthM, type Vertex } from '#core/geo/local-plane';
import { ROOT_DIR } from '../io/root-dir';
import { readScene, recordsOf } from '../scene/read-scene';
import { seededRandom } from '../testing/seeded-random';
import { readLines } from './read-roads';
import { RoadNetwork } from './road-network';
import { snapLine } from './snap-line';

const ROADS = join(ROOT_DIR, '../shared/data/osm/national_roads_z12.geojson');
const HAS_DATA = existsSync(ROADS);
if (!HAS_DATA) console.info('skipped: ../shared/data/osm is not there');

/** A road that winds eastward: 61 vertices, about 12 km. */
const WINDING: readonly Vertex[] = Array.from({ length: 61 }, (_, at) => [
  104 + at * 0.0015,
  21 + 0.006 * Math.sin(at / 4),
]);

function awayM(point: Vertex, line: readonly Vertex[]): number {
  return Math.min(
    ...line.slice(1).map((end, at) => footOnSegment(point, line[at] ?? end, end).awayM),
  );
}

describe('snapLine', () => {
  it('follows a winding road that was drawn roughly', () => {
    const random = seededRandom(11);
    const rough = WINDING.filter((_, at) => at % 6 === 0).map(
      ([lon, lat]): Vertex => [lon + 0.003 * (random() - 0.5), lat + 0.003 * (random() - 0.5)],
    );
    const network = new RoadNetwork([{ ref: 'QL.6', coordinates: WINDING }]);
    const snapped = snapLine(network, rough);
    expect(snapped.matchedRatio).toBe(1);
    expect(Math.max(...snapped.coordinates.map((point) => awayM(point, WINDING)))).toBeLessThan(1);
    // The ends may lie as much as half the noise before or behind those of the road.
    expect(Math.abs(snapped.lengthKm - lineLengthM(WINDING) / 1000)).toBeLessThan(0.4);
    expect(snapped.roads.map(({ ref }) => ref)).toEqual(['QL.6']);
  });
  it('keeps to one road where another crosses it close by', () => {
    const along: Vertex[] = [
      [104, 21],
      [104.02, 21],
      [104.04, 21],
    ];
    const across: Vertex[] = [
      [104.02, 20.99],
      [104.02, 21],
      [104.02, 21.01],
    ];
    const network = new RoadNetwork([
      { ref: 'QL.6', coordinates: along },
      { ref: 'QL.43', coordinates: across },
    ]);
    const snapped = snapLine(network, [
      [104, 21.001],
      [104.021, 21.002],
      [104.04, 21.001],
    ]);
    expect(snapped.roads.filter(({ lengthKm }) => lengthKm > 0.05)).toEqual([
      { ref: 'QL.6', lengthKm: expect.closeTo(lineLengthM(along) / 1000, 1) },
    ]);
  });
  it('climbs the bends of a pass instead of cutting across them', () => {
    const bends: Vertex[] = Array.from({ length: 9 }, (_, at) => [
      104 + (at % 2) * 0.01,
      21 + at * 0.0012,
    ]);
    const network = new RoadNetwork([{ ref: 'QL.32', coordinates: bends }]);
    const snapped = snapLine(network, bends, { radiusM: 150 });
    expect(snapped.lengthKm).toBeCloseTo(lineLengthM(bends) / 1000, 1);
  });
  it('leads over the small gaps that a file cut by tiles has', () => {
    const network = new RoadNetwork([
      {
        ref: 'QL.6',
        coordinates: [
          [104, 21],
          [104.02, 21],
        ],
      },
      {
        ref: 'QL.6',
        coordinates: [
          [104.0203, 21],
          [104.04, 21],
        ],
      },
    ]);
    const snapped = snapLine(network, [
      [104, 21.001],
      [104.04, 21.001],
    ]);
    expect(snapped.gaps).toEqual([]);
    expect(snapped.matchedRatio).toBe(1);
  });
  it('stays as drawn where there is no road, and says from where to where', () => {
    const network = new RoadNetwork([
      {
        ref: 'QL.6',
        coordinates: [
          [104, 21],
          [104.02, 21],
        ],
      },
    ]);
    const drawn: Vertex[] = [
      [104, 21],
      [104.02, 21],
      [104.08, 21],
    ];
    const snapped = snapLine(network, drawn, { radiusM: 300 });
    expect(snapped.coordinates.at(-1)).toEqual([104.08, 21]);
    expect(snapped.gaps).toHaveLength(1);
    expect(snapped.gaps[0]?.fromKm).toBeGreaterThan(2);
    expect(snapped.gaps[0]?.toKm).toBeCloseTo(lineLengthM(drawn) / 1000, 3);
  });
  it('finds nothing on a map without roads near by', () => {
    const network = new RoadNetwork([
      {
        ref: null,
        coordinates: [
          [106, 21],
          [106.1, 21],
        ],
      },
    ]);
    const drawn: Vertex[] = [
      [104, 21],
      [104.02, 21],
    ];
    const snapped = snapLine(network, drawn);
    expect(snapped.matchedRatio).toBe(0);
    expect(snapped.lengthKm).toBeCloseTo(snapped.drawnLengthKm, 6);
  });
  it('refuses a line of one vertex and distances that are not positive', () => {
    const network = new RoadNetwork([]);
    expect(() => snapLine(network, [[104, 21]])).toThrow(RangeError);
    expect(() => snapLine(network, WINDING, { radiusM: 0 })).toThrow(RangeError);
  });
});

describe.skipIf(!HAS_DATA)('snapLine on the national roads of OpenStreetMap', () => {
  it('finds the length of QL.6 that its kilometre stones tell, within 5 %', async () => {
    const network = new RoadNetwork(await readLines(ROADS));
    const content = await readScene(join(ROOT_DIR, 'scenes/northwest'));
    const arc = recordsOf(content, 'route').find(({ id }) => id === 'northwest-arc');
    const leg = arc?.record.legs.find(({ name }) => name?.vi === 'Mộc Châu – Yên Châu – Sơn La');
    const snapped = snapLine(network, leg?.coordinates ?? []);
    expect(snapped.matchedRatio).toBe(1);
    expect(snapped.roads[0]?.ref).toBe('QL.6');
    // Stones of QL.6: Mộc Châu about km 193, Sơn La about km 308.
    expect(snapped.lengthKm / 115).toBeGreaterThan(0.95);
    expect(snapped.lengthKm / 115).toBeLessThan(1.05);
  });
});
