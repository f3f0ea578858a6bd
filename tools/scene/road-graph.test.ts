import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Vertex } from '#core/geo/local-plane';
import { nearestNode, quickestTrip, type Vehicle } from '#core/route/road-trip';
import type { RoadEdge } from '#scene';
import { ROOT_DIR } from '../io/root-dir';
import { readLines } from '../route/read-roads';
import { roadLengthKm } from '../route/road-length';
import { RoadNetwork } from '../route/road-network';
import { roadRule } from './check/roads';
import { readScene, recordsOf } from './read-scene';

const ROADS = join(ROOT_DIR, '../shared/data/osm/national_roads_z12.geojson');
const HAS_DATA = existsSync(ROADS);
if (!HAS_DATA) console.info('skipped: ../shared/data/osm is not there');

/** A place farther from every node needs a node of its own. */
const NODE_MAX_KM = 30;

const content = await readScene(join(ROOT_DIR, 'scenes/northwest'));
const roads = content.roads;
if (roads === null) throw new TypeError('Expected a road graph without faults.');

describe('the road graph of the Northwest', () => {
  it('passes its checks', () => {
    expect(roadRule(content)).toEqual([]);
  });
  it.each<Vehicle>(['car', 'motorbike'])('joins every two of its nodes by %s', (vehicle) => {
    const start = roads.nodes[0]?.id ?? '';
    const missed = roads.nodes.filter(({ id }) => quickestTrip(roads, start, id, vehicle) === null);
    expect(missed.map(({ id }) => id)).toEqual([]);
  });
  it('has a node near every place', () => {
    const far = recordsOf(content, 'place').flatMap(({ id, record }) => {
      const nearest = nearestNode(roads.nodes, record.position);
      return nearest !== null && nearest.awayKm <= NODE_MAX_KM ? [] : [`${id} ${nearest?.awayKm}`];
    });
    expect(far).toEqual([]);
  });
  it('has a node at every gateway that one drives to', () => {
    const far = recordsOf(content, 'gateway').flatMap(({ id, record }) => {
      const nearest = nearestNode(roads.nodes, record.position);
      return (nearest?.awayKm ?? Infinity) < 1 ? [] : [id];
    });
    // One flies from the south, and comes from Kunming by train to the bridge of Lào Cai.
    expect(far).toEqual(['ho-chi-minh-city', 'kunming']);
  });
  it.each([
    ['ha-noi', 'dien-bien-phu', 430, 500, 10, 15],
    ['ha-noi', 'sa-pa', 300, 345, 4.5, 6.5],
    ['ha-noi', 'ha-giang', 260, 320, 5, 8],
    ['ha-noi', 'moc-chau', 170, 205, 4, 6],
    ['ha-noi', 'mu-cang-chai', 250, 330, 6, 9],
    ['dien-bien-phu', 'lai-chau', 170, 235, 5, 8],
    ['sa-pa', 'mu-cang-chai', 120, 165, 3.5, 5.5],
    // By Du Già or by Yên Minh: the shorter way takes about as long.
    ['ha-giang', 'meo-vac', 110, 180, 4.5, 7],
  ] as const)('drives from %s to %s by a sane way', (from, to, leastKm, mostKm, leastH, mostH) => {
    const trip = quickestTrip(roads, from, to, 'car');
    console.info(`${from} - ${to}: ${trip?.lengthKm} km, ${trip?.hours.toFixed(1)} h by car`);
    expect(trip?.lengthKm).toBeGreaterThanOrEqual(leastKm);
    expect(trip?.lengthKm).toBeLessThanOrEqual(mostKm);
    expect(trip?.hours).toBeGreaterThanOrEqual(leastH);
    expect(trip?.hours).toBeLessThanOrEqual(mostH);
  });
  it('keeps motorbikes off expressways', () => {
    const trip = quickestTrip(roads, 'ha-noi', 'lao-cai', 'motorbike');
    expect(trip?.edges.some(({ roadClass }) => roadClass === 'expressway')).toBe(false);
  });
});

describe.skipIf(!HAS_DATA)('lengths of the road graph beside OpenStreetMap', async () => {
  const network = new RoadNetwork(HAS_DATA ? await readLines(ROADS) : []);
  const positions = new Map(
    roads.nodes.map(({ id, position }): [string, Vertex] => [
      id,
      [position.lonDeg, position.latDeg],
    ]),
  );
  const measured = (edge: RoadEdge): number | null => {
    const [from, to] = [positions.get(edge.from), positions.get(edge.to)];
    if (from === undefined || to === undefined || edge.roads.length === 0) return null;
    return roadLengthKm(network, from, to, { roads: edge.roads, reachM: 2500 });
  };

  it('are within 10 % where the reference joins both ends', () => {
    const compared = roads.edges.flatMap((edge) => {
      const km = measured(edge);
      return km === null || edge.isApproximate === true ? [] : [{ edge, km }];
    });
    console.info(`${compared.length} of ${roads.edges.length} roads measured`);
    const off = compared.filter(({ edge, km }) => Math.abs(edge.lengthKm - km) > 0.1 * km + 1);
    expect(off.map(({ edge, km }) => `${edge.from} ${edge.to} ${edge.lengthKm} ${km}`)).toEqual([]);
    expect(compared.length).toBeGreaterThan(45);
  });
});
