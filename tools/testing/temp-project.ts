import { join } from 'node:path';
import { sha256Hex } from '../io/content-hash';
import { readBytes, removePath, walkFiles, writeInto } from '../io/files';
import { makeTempFolder } from '../io/temp-folder';

const TEXT = (text: string) => ({ vi: text, en: text });
const SOURCES = [{ id: 'survey', type: 'survey', title: 'Test', surveyor: 'Test', date: '2026' }];

const SCENE = {
  schemaVersion: 1,
  id: 'northwest',
  title: TEXT('Test'),
  subtitle: TEXT('Test scene'),
  regionBoxDeg: { westDeg: 101.8, southDeg: 20.2, eastDeg: 106.3, northDeg: 23.5 },
  openingView: {
    lonDeg: 104,
    latDeg: 21,
    heightEllipsoidalM: 200_000,
    headingDeg: 0,
    pitchDeg: -60,
  },
  terrain: { tilesetId: 'nw-sketch', tier: 'sketch' },
  imagery: { tilesetId: 'nw-sketch-relief' },
  sources: SOURCES,
};

const PLACE = {
  schemaVersion: 1,
  id: 'sa-pa',
  kind: 'town',
  name: { vi: 'Sa Pa', en: 'Sa Pa' },
  provinceIds: ['lao-cai'],
  provinceBefore2025Ids: ['lao-cai'],
  position: { lonDeg: 103.844, latDeg: 22.336 },
  positionSourceIds: ['survey'],
  heights: [{ heightOrthometricM: 1500, says: TEXT('town'), sourceIds: ['survey'] }],
  importance: 1,
  summary: TEXT('A town.'),
  sources: SOURCES,
};

const PROVINCE = {
  schemaVersion: 1,
  id: 'lao-cai',
  name: TEXT('Lào Cai'),
  summary: TEXT('A province.'),
  seat: TEXT('Lào Cai'),
  areaKm2: { unknown: 'no yearbook was asked for this test' },
  sources: SOURCES,
};

const FILES = {
  'scene.json': SCENE,
  'lao-cai/places/sa-pa.json': PLACE,
  'provinces/lao-cai.json': {
    ...PROVINCE,
    era: 'present',
    formedFromIds: ['lao-cai'],
    portals: [],
  },
  'provinces-before-2025/lao-cai.json': {
    ...PROVINCE,
    era: 'before-2025',
    becameId: 'lao-cai',
    isInExpandedNorthwest: true,
    endedOn: '2025-06-30',
  },
};

/** A project in a temporary folder with one place, `sa-pa`. */
export interface TempProject {
  readonly rootDir: string;
  /** Path and hash of every file: equal before and after means not one file changed. */
  fingerprint(): Promise<string>;
  remove(): Promise<void>;
}

/** Makes a small project for tests of tools; its scene passes `arc scene check --strict`. */
export async function makeTempProject(): Promise<TempProject> {
  const rootDir = await makeTempFolder('project');
  const scene = join(rootDir, 'scenes/northwest');
  for (const [path, record] of Object.entries(FILES)) {
    await writeInto(join(scene, path), JSON.stringify(record));
  }
  await writeInto(join(scene, 'words.txt'), 'Test scene town province\n');
  return {
    rootDir,
    fingerprint: () => folderFingerprint(rootDir),
    remove: () => removePath(rootDir),
  };
}

/** Path and hash of every file under a folder, one a line. */
export async function folderFingerprint(folder: string): Promise<string> {
  const lines = (await walkFiles(folder)).map(
    async (path) => `${path} ${sha256Hex(await readBytes(join(folder, path)))}`,
  );
  return (await Promise.all(lines)).join('\n');
}
