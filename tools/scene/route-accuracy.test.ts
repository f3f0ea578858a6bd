import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { footOnSegment, metresBetween, pointsAlong, type Vertex } from '#core/geo/local-plane';
import type { Leg, Place } from '#scene';
import { ROOT_DIR } from '../io/root-dir';
import { readLines } from '../route/read-roads';
import { RoadNetwork } from '../route/road-network';
import { readScene, recordsOf } from './read-scene';

const ROADS = join(ROOT_DIR, '../shared/data/osm/national_roads_z12.geojson');
const HAS_DATA = existsSync(ROADS);
if (!HAS_DATA) console.info('skipped: ../shared/data/osm is not there');

const NEAR_M = 1500;
const STEP_M = 500;
const NEAR_SHARE = 0.95;

/** Places on the way lie this close to the line; farther ones beside it are not on the way. */
const TOWN_MAX_M = 300;
const BESIDE_MAX_M = 1000;

/** Least shares of legs that leave the numbered roads of the reference, and why. */
const EXEMPT: readonly (readonly [leg: RegExp, share: number, why: string])[] = [
  [/Mường Lay – Phong Thổ/, 0.55, 'the extract has no ref on 70 km of QL.12 north of Mường Pồn'],
  [/Xuống Mai Châu/, 0, 'the extract has no QL.15 above Mai Châu'],
  [/Lũng Phìn|Xím Vàng/, 0, 'provincial roads are not in the extract'],
  [/Du Già – Hà Giang/, 0.4, 'the road from Du Già down to QL.34 is not in the extract'],
  [/Vạn Yên/, 0.65, 'the extract has no ref between the ferry and Phù Yên'],
  [/Cao Bằng – Bảo Lạc/, 0.8, 'QL.34 is cut between Bảo Lạc and Tĩnh Túc; the first part is QL.3'],
  [/Lạng Sơn – Cao Bằng/, 0.2, 'the extract ends at 106.35 degrees east'],
  [/Thái Nguyên – Bắc Sơn/, 0.6, 'the extract ends at 106.35 degrees east'],
  [/Lạng Sơn – Hà Nội/, 0.5, 'the extract ends at 106.35 degrees east'],
  [/Hà Nội – Hải Phòng/, 0.58, 'the extract ends at 106.35 degrees east'],
  [/Đền Hùng – Việt Trì/, 0.65, 'the Văn Lang bridge and its link are not in the extract'],
  [/Thanh Sơn – Hà Nội/, 0.94, 'streets of Hà Nội before QL.32 begins'],
];

/** Towns and passes that a route comes close to without passing. */
const NOT_PASSED: Readonly<Record<string, string>> = {
  'fansipan-climb o-quy-ho': 'the path begins at Trạm Tôn, half a kilometre before the pass',
};

type RoadLeg = Extract<Leg, { readonly mode: 'road' }>;

const content = await readScene(join(ROOT_DIR, 'scenes/northwest'));
const routes = recordsOf(content, 'route').map(({ record }) => record);
const towns = recordsOf(content, 'place')
  .map(({ record }) => record)
  .filter(({ kind }) => kind === 'town' || kind === 'pass');

describe.skipIf(!HAS_DATA)('road legs beside the numbered roads of OpenStreetMap', async () => {
  const network = new RoadNetwork(HAS_DATA ? await readLines(ROADS) : []);
  const legs = routes.flatMap(({ id, legs: all }) =>
    all.flatMap((leg) =>
      leg.mode === 'road' && leg.roads.length > 0 ? [[`${id}: ${leg.name?.vi}`, leg] as const] : [],
    ),
  );
  const shares = new Map(legs.map(([name, leg]) => [name, nearShare(network, leg)]));
  for (const [name, share] of shares) console.info(`${(100 * share).toFixed(1)} % ${name}`);

  it.each(legs)('%s keeps within 1.5 km of its roads', (name) => {
    const exempt = EXEMPT.find(([pattern]) => pattern.test(name));
    expect(shares.get(name)).toBeGreaterThanOrEqual(exempt?.[1] ?? NEAR_SHARE);
  });
});

describe('routes beside towns and passes', () => {
  it.each(routes.map((route) => [route.id, route] as const))(
    '%s passes through them',
    (id, route) => {
      const ground = route.legs.filter(({ mode }) => mode === 'road' || mode === 'trek');
      const missed = towns.flatMap((town) => {
        const awayM = Math.min(...ground.map((leg) => awayFromLineM(town, leg.coordinates)));
        const isPassed = awayM <= TOWN_MAX_M || awayM > BESIDE_MAX_M;
        return isPassed || `${id} ${town.id}` in NOT_PASSED
          ? []
          : [`${town.id} ${awayM.toFixed(0)} m`];
      });
      expect(missed).toEqual([]);
    },
  );
  it.each(routes.map((route) => [route.id, route] as const))(
    '%s has vertices that follow the mountains',
    (_, route) => {
      const spacings = route.legs
        .filter((leg) => leg.mode === 'road' && leg.roads.length > 0)
        .flatMap(({ coordinates }) =>
          coordinates.slice(1).map((end, at) => metresBetween(coordinates[at] ?? end, end)),
        )
        .sort((a, b) => a - b);
      const median = spacings[spacings.length >> 1] ?? 0;
      expect(median).toBeLessThanOrEqual(4500);
    },
  );
});

function nearShare(network: RoadNetwork, leg: RoadLeg): number {
  const points = pointsAlong(leg.coordinates, STEP_M);
  const near = points.filter((point) =>
    network.pointsNear(point, NEAR_M).some(({ segment }) => leg.roads.includes(segment.ref ?? '')),
  );
  return near.length / points.length;
}

function awayFromLineM({ position }: Place, line: readonly Vertex[]): number {
  const place: Vertex = [position.lonDeg, position.latDeg];
  return Math.min(
    ...line.slice(1).map((end, at) => footOnSegment(place, line[at] ?? end, end).awayM),
  );
}
