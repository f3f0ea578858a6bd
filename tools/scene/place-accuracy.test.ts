import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { routeLengthKm } from '#core/geo/route-length';
import type { Place } from '#scene';
import { ROOT_DIR } from '../io/root-dir';
import { isInsideRing } from './borders/province-outline';
import { positionsAlongLine } from './check/line-position';
import { readScene, recordsOf } from './read-scene';

const OSM = join(ROOT_DIR, '../shared/data/osm');
const HAS_DATA = existsSync(join(OSM, 'places_z14.geojson'));
if (!HAS_DATA) console.info('skipped: ../shared/data/osm is not there');

const MEDIAN_MAX_KM = 0.1;
const FAR_KM = 1;
/** A thing of the same name farther away is another thing. */
const SAME_NAME_KM = 12;

/** Words that say what something is; OSM writes them or leaves them out. */
const GENERIC =
  /^(?:đỉnh|núi|đèo|đồi|hang|động|thác|hồ|bản|chợ|thành phố|thị xã|thị trấn|xã|làng|cửa khẩu|di tích|đền|bảo tàng|dốc|phố|khu|cầu|cột cờ)\s+/iu;

interface Found {
  readonly name: string;
  readonly group: Group;
  readonly position: readonly [number, number];
}
type Group = 'peak' | 'settlement' | 'sight';

const FILES: Readonly<Record<Group, string>> = {
  peak: 'peaks_z14.geojson',
  settlement: 'places_z14.geojson',
  sight: 'tourism_pois.geojson',
};

const SETTLEMENTS: readonly Place['kind'][] = ['town', 'village', 'valley'];

function osmNames(): Found[] {
  return (Object.entries(FILES) as [Group, string][]).flatMap(([group, file]) => {
    const { features } = JSON.parse(readFileSync(join(OSM, file), 'utf8')) as {
      features: {
        properties: { 'name:latin'?: string };
        geometry: { type: string; coordinates: [number, number] };
      }[];
    };
    return features.flatMap(({ properties, geometry }) => {
      const name = properties['name:latin'];
      if (name === undefined || geometry.type !== 'Point') return [];
      return [{ name: key(name), group, position: geometry.coordinates }];
    });
  });
}

/** A name without its generic word, marks, spaces and capitals. */
function key(name: string): string {
  const bare = name.normalize('NFC').replace(/\s*\(.*\)$/, '');
  const plain = bare.replace(GENERIC, '').normalize('NFD').replace(/\p{M}/gu, '');
  return plain
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]/g, '');
}

/** Where a name of a place may be looked for: villages among villages, peaks among peaks. */
function groupsOf({ kind }: Place): readonly Group[] {
  if (kind === 'summit') return ['peak'];
  return SETTLEMENTS.includes(kind) ? ['settlement'] : ['sight'];
}

function nearest(place: Place, osm: readonly Found[]): { name: string; km: number } | null {
  const names = new Set([place.name.vi, place.name.en, ...place.alsoCalled].map(key));
  const groups = groupsOf(place);
  const distances = osm
    .filter(({ name, group }) => names.has(name) && groups.includes(group))
    .map(({ name, position }) => ({
      name,
      km: routeLengthKm([[place.position.lonDeg, place.position.latDeg], [...position]]),
    }))
    .sort((a, b) => a.km - b.km);
  const [best] = distances;
  return best !== undefined && best.km <= SAME_NAME_KM ? best : null;
}

/** What a record says about a position that is not OSM's: a note of the position's source. */
function reasonOf(place: Place): string | null {
  const ids: readonly string[] = place.positionSourceIds;
  const notes = place.sources.flatMap((source) =>
    ids.includes(source.id) && source.note !== undefined ? [source.note] : [],
  );
  return notes[0] ?? null;
}

/** On the water by their nature. */
const WATER_KINDS: readonly Place['kind'][] = ['lake', 'dam', 'bridge', 'waterfall'];
/** Shores move with the level of a reservoir, and the extract draws them coarsely. */
const SHORE_KM = 0.5;

/** Outer rings of the lakes and wide rivers of the extract, cut at its tiles. */
function waterRings(): (readonly [number, number][])[] {
  const { features } = JSON.parse(readFileSync(join(OSM, 'water_z10.geojson'), 'utf8')) as {
    features: { geometry: { type: string; coordinates: [number, number][][][] } }[];
  };
  return features.flatMap(({ geometry: { type, coordinates } }) =>
    type === 'MultiPolygon' ? coordinates.flatMap((rings) => rings.slice(0, 1)) : [],
  );
}

describe.skipIf(!HAS_DATA)('places beside OpenStreetMap, where it has the name', async () => {
  const osm = HAS_DATA ? osmNames() : [];
  const content = await readScene(join(ROOT_DIR, 'scenes/northwest'));
  const found = recordsOf(content, 'place')
    .flatMap(({ record }) => {
      const match = nearest(record, osm);
      return match === null ? [] : [{ place: record, km: match.km }];
    })
    .sort((a, b) => b.km - a.km);
  const median = found[Math.floor(found.length / 2)]?.km ?? 0;
  const lines = found.map(({ place, km }) => {
    const reason = km > FAR_KM ? `: ${reasonOf(place) ?? 'no reason written'}` : '';
    return `${(1000 * km).toFixed(0).padStart(6)} m  ${place.id}  ${place.name.vi}${reason}`;
  });
  console.info(
    [`${found.length} places by name; median ${(1000 * median).toFixed(0)} m`, ...lines].join('\n'),
  );

  it('finds a good part of them by name', () => {
    expect(found.length).toBeGreaterThan(40);
  });
  it('has a median distance of a hundred metres at most', () => {
    expect(median).toBeLessThanOrEqual(MEDIAN_MAX_KM);
  });
  it('keeps on land, or within half a kilometre of a shore, what is no water itself', () => {
    const rings = waterRings();
    const wet = recordsOf(content, 'place').flatMap(({ record: { id, kind, position } }) => {
      const at: [number, number] = [position.lonDeg, position.latDeg];
      const under = rings.filter((ring) => isInsideRing(at, ring));
      if (WATER_KINDS.includes(kind) || under.length === 0) return [];
      const shoresKm = under.flatMap((ring) => positionsAlongLine(ring, at));
      const km = Math.min(...shoresKm.map(({ awayKm }) => awayKm));
      return km <= SHORE_KM ? [] : [`${id} ${km.toFixed(2)} km from the shore`];
    });
    expect(wet).toEqual([]);
  });
  it('says in the record why a place lies more than a kilometre away', () => {
    const unsaid = found.filter(({ place, km }) => km > FAR_KM && reasonOf(place) === null);
    expect(unsaid.map(({ place, km }) => `${place.id} ${km.toFixed(1)} km`)).toEqual([]);
  });
});
