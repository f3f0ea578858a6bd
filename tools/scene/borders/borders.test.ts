import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Border } from '#scene';
import { ROOT_DIR } from '../../io/root-dir';
import { positionsAlongLine } from '../check/line-position';
import { readScene, recordsOf } from '../read-scene';
import { isInsideRing, provinceOutline, type Vertex } from './province-outline';

const DATA = join(ROOT_DIR, '../shared/data');
const FILES = ['boundaries/provinces-2021-osm.geojson', 'osm/boundaries_z10.geojson'];
const HAS_DATA = FILES.every((file) => existsSync(join(DATA, file)));
if (!HAS_DATA) console.info('skipped: ../shared/data/boundaries is not there');

const NEAR_KM = 3;
const STEP_KM = 2;
const KM_PER_DEG = 111.2;
/** The extract has no line here: the crest of Tam Đảo east of 105.71 degrees. */
const GAP = { id: 'thai-nguyen-vinh-phuc', eastOfDeg: 105.705 };

/** Areas in km² as the statistical yearbooks before 2025 give them, rounded. */
const AREAS_KM2 = {
  'dien-bien': 9540,
  'ha-giang': 7930,
  'hoa-binh': 4590,
  'lai-chau': 9070,
  'lao-cai': 6360,
  'phu-tho': 3530,
  'son-la': 14110,
  'tuyen-quang': 5870,
  'vinh-phuc': 1240,
  'yen-bai': 6890,
};

let borders: readonly Border[] = [];

beforeAll(async () => {
  const content = await readScene(join(ROOT_DIR, 'scenes/northwest'));
  borders = recordsOf(content, 'border').map(({ record }) => record);
});

describe('provinceOutline', () => {
  it('closes all ten provinces, with areas within 3.5 % of the published ones', () => {
    const misses = Object.entries(AREAS_KM2).flatMap(([id, areaKm2]) => {
      const ring = provinceOutline(borders, id);
      const share = ring === null ? 0 : ringAreaKm2(ring) / areaKm2;
      return Math.abs(share - 1) <= 0.035 ? [] : [`${id} ${share.toFixed(3)}`];
    });
    expect(misses).toEqual([]);
  });

  it('finds no outline where a stretch is missing', () => {
    const some = borders.filter((border) => border.id !== 'lao-cai-yen-bai');
    expect(provinceOutline(some, 'lao-cai')).toBe(null);
  });

  it('holds the seat of a province and not that of its neighbour', () => {
    const ring = provinceOutline(borders, 'lai-chau') ?? [];
    expect(isInsideRing([103.4707, 22.3964], ring)).toBe(true);
    expect(isInsideRing([103.84, 22.335], ring)).toBe(false);
  });
});

describe.skipIf(!HAS_DATA)('the borders beside those of OpenStreetMap', () => {
  it('stay within 3 km of them where it has them', () => {
    const reference = FILES.flatMap(referenceLines);
    const worst = borders.map((border) => {
      const points = sampled(border.line).filter(
        ([lonDeg]) => border.id !== GAP.id || lonDeg < GAP.eastOfDeg,
      );
      return { id: border.id, km: Math.max(...points.map((point) => awayKm(point, reference))) };
    });
    const furthest = worst.toSorted((a, b) => b.km - a.km).slice(0, 3);
    console.info(
      `furthest from OSM: ${furthest.map(({ id, km }) => `${id} ${km.toFixed(1)} km`).join(', ')}`,
    );
    expect(worst.filter(({ km }) => km > NEAR_KM)).toEqual([]);
  });
});

/** Area of a ring on a sphere of the mean radius, good to some parts in a thousand. */
function ringAreaKm2(ring: readonly Vertex[]): number {
  let twice = 0;
  ring.slice(1).forEach(([lonDeg, latDeg], at) => {
    const [fromLon, fromLat] = ring[at] ?? [lonDeg, latDeg];
    const middleRad = (((latDeg + fromLat) / 2) * Math.PI) / 180;
    twice += (lonDeg - fromLon) * Math.cos(middleRad) * (latDeg + fromLat - 44) * KM_PER_DEG ** 2;
  });
  return Math.abs(twice) / 2;
}

function sampled(line: readonly Vertex[]): Vertex[] {
  return line.slice(1).flatMap(([lonDeg, latDeg], at): Vertex[] => {
    const [fromLon, fromLat] = line[at] ?? [lonDeg, latDeg];
    const lengthKm = KM_PER_DEG * Math.hypot(lonDeg - fromLon, latDeg - fromLat);
    const steps = Math.max(1, Math.ceil(lengthKm / STEP_KM));
    return Array.from({ length: steps + 1 }, (_, step) => [
      fromLon + ((lonDeg - fromLon) * step) / steps,
      fromLat + ((latDeg - fromLat) * step) / steps,
    ]);
  });
}

/** Lines of provinces and of the country, in short pieces so that far ones are passed over. */
function referenceLines(file: string): (readonly Vertex[])[] {
  const { features } = JSON.parse(readFileSync(join(DATA, file), 'utf8')) as {
    features: { properties: { admin_level?: number }; geometry: { coordinates: unknown } }[];
  };
  return features
    .filter(({ properties }) => [undefined, 2, 4].includes(properties.admin_level))
    .flatMap(({ geometry }) => linesIn(geometry.coordinates))
    .flatMap((line) =>
      Array.from({ length: Math.ceil(line.length / 10) }, (_, at) =>
        line.slice(at * 10, at * 10 + 11),
      ),
    );
}

/** Lines at any depth of a geometry's coordinates. */
function linesIn(value: unknown): (readonly Vertex[])[] {
  if (!Array.isArray(value)) return [];
  const [first] = value as unknown[];
  if (Array.isArray(first) && typeof first[0] === 'number') return [value as Vertex[]];
  return (value as unknown[]).flatMap(linesIn);
}

function awayKm(point: Vertex, lines: readonly (readonly Vertex[])[]): number {
  const near = lines.filter(([vertex]) => {
    return vertex !== undefined && Math.hypot(vertex[0] - point[0], vertex[1] - point[1]) < 0.25;
  });
  return Math.min(
    ...near.flatMap((line) => positionsAlongLine(line, point).map((place) => place.awayKm)),
  );
}
