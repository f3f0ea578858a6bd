import { basename, join, resolve } from 'node:path';
import { SceneError } from '#core/errors';
import {
  parseRecord,
  type RecordKind,
  type RecordOfKind,
  ROADS_FILE,
  type RoadGraph,
  SCENE_FILE,
  SCENE_SCHEMA_VERSION,
  versionOf,
} from '#scene';
import { pathExists, readText, walkFiles } from '../io/files';
import type { FileIssue } from './file-issue';
import { parseJsonText } from './json-text';
import { readRoadGraph } from './read-road-graph';
import { addressOfFile, type RecordAddress } from './record-file';

/** A record that was read, and where it lies. */
export interface SceneRecord<K extends RecordKind = RecordKind> extends RecordAddress {
  readonly kind: K;
  /** Path inside the scene's folder, with forward slashes. */
  readonly file: string;
  /** Version of the form in which the file is written. */
  readonly writtenVersion: number;
  readonly record: RecordOfKind[K];
}

/** Everything under a scene's folder, read once. */
export interface SceneContent {
  readonly sceneDir: string;
  /** Records that parsed, by path. */
  readonly records: readonly SceneRecord[];
  /** Where every record file lies, those that did not parse included. */
  readonly addresses: readonly (RecordAddress & { readonly file: string })[];
  /** The road graph; null where the scene has none, or one with faults. */
  readonly roads: RoadGraph | null;
  /** Faults of single files. */
  readonly issues: readonly FileIssue[];
}

/**
 * Reads every record of a scene and collects every fault of form; it never stops at the first.
 *
 * @throws SceneError `scene-not-a-scene` if the folder has no scene.json
 */
export async function readScene(sceneDir: string): Promise<SceneContent> {
  await requireScene(sceneDir);
  const sceneId = basename(resolve(sceneDir));
  const files = await walkFiles(sceneDir, (path) => !basename(path).startsWith('.'));
  const records: SceneRecord[] = [];
  const addresses: (RecordAddress & { file: string })[] = [];
  const issues: FileIssue[] = [];
  let roads: RoadGraph | null = null;
  for (const file of files.filter((path) => path.endsWith('.json')).sort()) {
    if (file === ROADS_FILE) {
      const graph = readRoadGraph(await readText(join(sceneDir, file)));
      if ('graph' in graph) roads = graph.graph;
      else issues.push(...graph.issues);
      continue;
    }
    const address = addressOfFile(file, sceneId);
    if (address === null) {
      issues.push(strayFile(file));
      continue;
    }
    addresses.push({ ...address, file });
    const read = readRecord(address, file, await readText(join(sceneDir, file)));
    if ('record' in read) records.push(read);
    else issues.push(...read.issues);
  }
  return { sceneDir, records, addresses, roads, issues };
}

/** Records of one kind, by path. */
export function recordsOf<K extends RecordKind>(
  content: SceneContent,
  kind: K,
): readonly SceneRecord<K>[] {
  return content.records.filter(
    (entry): entry is SceneRecord & SceneRecord<K> => entry.kind === kind,
  );
}

/** Ids that files of a kind claim, also of files that did not parse; sorted, each once. */
export function idsOf(content: SceneContent, kind: RecordKind): readonly string[] {
  const ids = content.addresses.filter((address) => address.kind === kind).map(({ id }) => id);
  return [...new Set(ids)].sort();
}

/** The record with an id; undefined where there is none. */
export function recordById<K extends RecordKind>(
  content: SceneContent,
  kind: K,
  id: string,
): RecordOfKind[K] | undefined {
  return recordsOf(content, kind).find((entry) => entry.record.id === id)?.record;
}

/**
 * The record of the scene itself.
 *
 * @throws SceneError `scene-record-faulty` if scene.json did not parse
 */
export function requireSceneRecord(content: SceneContent): RecordOfKind['scene'] {
  const scene = recordsOf(content, 'scene')[0]?.record;
  if (scene !== undefined) return scene;
  throw new SceneError('scene-record-faulty', {
    file: SCENE_FILE,
    expected: 'a valid record of the scene',
    found: 'faults',
    fix: 'Run arc scene check, and mend what it says.',
  });
}

/** @throws SceneError `scene-not-a-scene` if the folder has no scene.json */
export async function requireScene(sceneDir: string): Promise<void> {
  if (await pathExists(join(sceneDir, SCENE_FILE))) return;
  throw new SceneError('scene-not-a-scene', {
    file: sceneDir,
    expected: `a folder with ${SCENE_FILE}`,
    found: 'none',
    fix: 'Give the folder of a scene, such as scenes/northwest.',
  });
}

function readRecord(
  address: RecordAddress,
  file: string,
  text: string,
): SceneRecord | { readonly issues: readonly FileIssue[] } {
  const json = parseJsonText(text);
  if (!json.ok) {
    const { code, line, column, expected, found } = json.error;
    const fix = 'Mend the JSON there; an editor with JSON support marks the spot.';
    const path = `line ${line}, column ${column}`;
    return { issues: [{ code, file, path, expected, found, fix, severity: 'fault' }] };
  }
  const parsed = parseRecord(address.kind, json.value);
  if (!parsed.ok) {
    return { issues: parsed.error.map((issue) => ({ ...issue, file, severity: 'fault' })) };
  }
  const writtenVersion = versionOf(json.value) ?? SCENE_SCHEMA_VERSION;
  return { ...address, file, writtenVersion, record: parsed.value };
}

function strayFile(file: string): FileIssue {
  return {
    code: 'scene-stray-file',
    file,
    path: '$',
    expected: 'scene.json, <kind>/<id>.json or <province>/<kind>/<id>.json',
    found: file,
    fix: 'Move the file to the folder of its kind (docs/architecture.md), or delete it.',
    severity: 'fault',
  };
}
