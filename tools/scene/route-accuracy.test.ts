import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT_DIR } from '../io/root-dir';
import { positionsAlongLine } from './check/line-position';
import { readScene, recordsOf } from './read-scene';

const ROADS = join(ROOT_DIR, '../shared/data/osm/national_roads_z12.geojson');
const HAS_DATA = existsSync(ROADS);
if (!HAS_DATA) console.info('skipped: ../shared/data/osm is not there');

type Vertex = readonly [number, number];

const NEAR_KM = 1.5;
const STEP_KM = 0.5;

/** Legs that leave the numbered road of the reference, and why. */
const EXEMPT_SHARE: Readonly<Record<string, number>> = {
  // The extract has no ref between Mường Pồn, Mường Lay and Pa Tần: 70 km of QL.12.
  'QL.12': 0.45,
  // Inside Hà Nội the streets between the centre and the start of the road have other names.
  'Hà Nội – Hòa Bình – đèo Thung Khe': 0.9,
  'Nghĩa Lộ – Thanh Sơn – Hà Nội': 0.94,
  // The extract has no QL.15 above Mai Châu.
  'Xuống Mai Châu và trở lại': 0,
  // From the junction on the plain into the town.
  'QL.279': 0.94,
};

function roadsByRef(): ReadonlyMap<string, readonly (readonly Vertex[])[]> {
  const { features } = JSON.parse(readFileSync(ROADS, 'utf8')) as {
    features: { properties: { ref: string }; geometry: { coordinates: Vertex[][] } }[];
  };
  return new Map(features.map((road) => [road.properties.ref, road.geometry.coordinates]));
}

/** Points of a line every half kilometre. */
function sampled(line: readonly Vertex[]): Vertex[] {
  return line.slice(1).flatMap(([lon, lat], at): Vertex[] => {
    const [fromLon, fromLat] = line[at] ?? [lon, lat];
    const lengthKm = Math.hypot(104 * (lon - fromLon), 110.6 * (lat - fromLat));
    const steps = Math.max(1, Math.round(lengthKm / STEP_KM));
    return Array.from({ length: steps }, (_, step) => [
      fromLon + ((lon - fromLon) * step) / steps,
      fromLat + ((lat - fromLat) * step) / steps,
    ]);
  });
}

function awayKm(point: Vertex, pieces: readonly (readonly Vertex[])[]): number {
  const nearest = pieces.map((piece) =>
    Math.min(...positionsAlongLine(piece, point).map((position) => position.awayKm)),
  );
  return Math.min(...nearest);
}

describe.skipIf(!HAS_DATA)('routes beside the numbered roads of OpenStreetMap', async () => {
  const roads = HAS_DATA ? roadsByRef() : new Map();
  const content = await readScene(join(ROOT_DIR, 'scenes/northwest'));
  const route = recordsOf(content, 'route').find(({ record }) => record.id === 'northwest-arc');
  const legs = (route?.record.legs ?? []).flatMap((leg) => (leg.mode === 'road' ? [leg] : []));

  it.each(legs.map((leg) => [leg.name?.vi ?? '', leg] as const))(
    '%s keeps within 1.5 km of its road',
    (name, leg) => {
      const pieces = leg.roads.flatMap((ref) => roads.get(ref) ?? []);
      const points = sampled(leg.coordinates);
      const near = points.filter((point) => awayKm(point, pieces) <= NEAR_KM).length;
      const wanted = EXEMPT_SHARE[name] ?? EXEMPT_SHARE[leg.roads[0] ?? ''] ?? 0.95;
      expect(near / points.length).toBeGreaterThanOrEqual(wanted);
    },
  );
});
