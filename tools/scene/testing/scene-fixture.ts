import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFileAtomic } from '../../io/atomic';
import { removePath } from '../../io/files';
import { encodeMaster } from '../../io/picture';
import { recordText } from '../record-text';

/** A small scene on the disk that a test may spoil. */
export interface SceneFixture {
  readonly rootDir: string;
  readonly sceneDir: string;
  readonly panoramasDir: string;
  /** Writes a record, by path inside the scene. */
  write(file: string, json: unknown): Promise<void>;
  writeText(file: string, text: string): Promise<void>;
  /** Writes a record with some fields changed; `undefined` takes a field away. */
  change(file: keyof typeof FILES, fields: Readonly<Record<string, unknown>>): Promise<void>;
  /** Draws a master picture. */
  drawMaster(id: string, widthPx?: number, heightPx?: number): Promise<void>;
  remove(): Promise<void>;
}

const SOURCES = [{ type: 'knowledge', id: 'own', title: 'Known', by: 'Test', date: '2026' }];
const name = (text: string) => ({ vi: text, en: text });
const both = (vi: string, en: string) => ({ vi, en });

/** A panorama of the fixture's place. */
export function panoramaJson(id: string, fields: Readonly<Record<string, unknown>> = {}) {
  return {
    schemaVersion: 1,
    id,
    placeId: 'hill',
    title: name(`Pano ${id}`),
    description: both('Toàn cảnh.', 'A panorama.'),
    position: { lonDeg: 104.001, latDeg: 21.001, heightOrthometricM: 1000 },
    pose: { headingDeg: 90 },
    credit: 'Test',
    licence: 'CC-BY-4.0',
    date: '2026-11-21',
    people: 'none',
    kind: 'photo',
    ...fields,
  };
}

const FILES = {
  'scene.json': {
    schemaVersion: 1,
    id: 'northwest',
    title: name('Scene'),
    subtitle: both('Cảnh thử.', 'A trial scene.'),
    regionBoxDeg: { westDeg: 101.8, southDeg: 20.2, eastDeg: 106.3, northDeg: 23.5 },
    openingView: {
      lonDeg: 104,
      latDeg: 20,
      heightEllipsoidalM: 300_000,
      headingDeg: 0,
      pitchDeg: -50,
    },
    terrain: { tilesetId: 'nw-sketch', tier: 'sketch' },
    imagery: { tilesetId: 'nw-sketch-relief' },
    sources: SOURCES,
  },
  'provinces/lao-cai.json': {
    schemaVersion: 1,
    id: 'lao-cai',
    name: name('Lào Cai'),
    summary: both('Tỉnh.', 'A province.'),
    seat: name('Yên Bái'),
    areaKm2: { unknown: 'not needed in this test' },
    sources: SOURCES,
    era: 'present',
    formedFromIds: ['yen-bai'],
  },
  'provinces-before-2025/yen-bai.json': {
    schemaVersion: 1,
    id: 'yen-bai',
    name: name('Yên Bái'),
    summary: both('Tỉnh cũ.', 'A former province.'),
    seat: name('Yên Bái'),
    areaKm2: { unknown: 'not needed in this test' },
    sources: SOURCES,
    era: 'before-2025',
    becameId: 'lao-cai',
    isInExpandedNorthwest: true,
    endedOn: '2025-06-30',
  },
  'gateways/ha-noi.json': {
    schemaVersion: 1,
    id: 'ha-noi',
    name: name('Hà Nội'),
    summary: both('Cửa ngõ.', 'The gate.'),
    country: 'VN',
    position: { lonDeg: 105.85, latDeg: 21.03 },
    modes: ['road'],
    sources: SOURCES,
  },
  'lao-cai/places/hill.json': {
    schemaVersion: 1,
    id: 'hill',
    kind: 'viewpoint',
    name: both('Đồi', 'Hill'),
    provinceIds: ['lao-cai'],
    provinceBefore2025Ids: ['yen-bai'],
    position: { lonDeg: 104, latDeg: 21 },
    positionSourceIds: ['own'],
    heights: [{ heightOrthometricM: 1000, says: both('đỉnh', 'top'), sourceIds: ['own'] }],
    importance: 2,
    summary: both('Một quả đồi.', 'A hill.'),
    sources: SOURCES,
  },
  'lao-cai/places/lake.json': {
    schemaVersion: 1,
    id: 'lake',
    kind: 'lake',
    name: both('Hồ', 'Lake'),
    provinceIds: ['lao-cai'],
    provinceBefore2025Ids: ['yen-bai'],
    position: { lonDeg: 104.5, latDeg: 21 },
    positionSourceIds: ['own'],
    heights: { unknown: 'the level changes with the season' },
    importance: 3,
    summary: both('Một cái hồ.', 'A lake.'),
    sources: SOURCES,
  },
  'lao-cai/panoramas/east.json': panoramaJson('east', { links: [{ panoramaId: 'west' }] }),
  'lao-cai/panoramas/west.json': panoramaJson('west', {
    order: 1,
    links: [{ panoramaId: 'east', title: both('Về phía đông', 'To the east') }],
    position: { lonDeg: 104, latDeg: 21.001, heightOrthometricM: 1000 },
    hotspots: [
      {
        id: 'lake',
        type: 'place',
        placeId: 'lake',
        at: { type: 'position', lonDeg: 104.5, latDeg: 21, heightOrthometricM: 200 },
        title: both('Hồ', 'The lake'),
        text: both('Ở phía đông.', 'In the east.'),
      },
      {
        id: 'north',
        type: 'info',
        at: { type: 'direction', headingDeg: 0, pitchDeg: 2 },
        title: both('Bắc', 'North'),
        text: both('Hướng bắc.', 'The north.'),
      },
    ],
  }),
  'routes/there.json': {
    schemaVersion: 1,
    id: 'there',
    name: name('There'),
    summary: both('Đi.', 'Going.'),
    provinceIds: ['lao-cai'],
    legs: [
      {
        mode: 'road',
        roads: ['QL.32'],
        coordinates: [
          [104, 21],
          [104.2, 21],
        ],
      },
      {
        mode: 'boat',
        coordinates: [
          [104.2, 21],
          [104.5, 21],
        ],
      },
    ],
    stops: [
      { type: 'place', placeId: 'hill', day: 1 },
      { type: 'place', placeId: 'lake', day: 2, isOvernight: true },
    ],
    days: { from: 2, to: 3 },
    seasons: [{ months: [9, 10], why: both('lúa chín', 'ripe rice') }],
    warnings: [both('Đường trơn.', 'Slippery.')],
    sources: SOURCES,
  },
} as const;

/** The untouched record of a file of the fixture. */
export function fixtureJson(file: keyof typeof FILES): Record<string, unknown> {
  return structuredClone(FILES[file]) as Record<string, unknown>;
}

/** Makes a valid scene of two places, two linked panoramas and a route in a temporary folder. */
export async function makeScene(): Promise<SceneFixture> {
  const rootDir = join(tmpdir(), `arc-scene-${randomUUID()}`);
  const sceneDir = join(rootDir, 'scenes/northwest');
  const panoramasDir = join(rootDir, 'panoramas');
  const fixture: SceneFixture = {
    rootDir,
    sceneDir,
    panoramasDir,
    write: (file, json) => writeFileAtomic(join(sceneDir, file), recordText(json)),
    writeText: (file, text) => writeFileAtomic(join(sceneDir, file), text),
    change: (file, fields) => fixture.write(file, { ...FILES[file], ...fields }),
    async drawMaster(id, widthPx = 2048, heightPx = widthPx / 2) {
      const data = new Uint8Array(3 * widthPx * heightPx).fill(id.length * 9);
      const bytes = await encodeMaster({ data, widthPx, heightPx, channels: 3 }, 'jpeg');
      await writeFileAtomic(join(panoramasDir, id, 'master.jpg'), bytes);
    },
    remove: () => removePath(rootDir),
  };
  for (const [file, json] of Object.entries(FILES)) await fixture.write(file, json);
  await fixture.writeText('words.txt', 'Pano east west Scene There\n');
  for (const id of ['east', 'west']) await fixture.drawMaster(id);
  return fixture;
}
