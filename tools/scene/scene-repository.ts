import { join } from 'node:path';
import { SceneError } from '#core/errors';
import {
  foundText,
  type PanoramaInput,
  type Place,
  parseRecord,
  type RecordKind,
  type RecordOfKind,
} from '#scene';
import { writeFileAtomic } from '../io/atomic';
import { pathExists } from '../io/files';
import { nearMissFix } from './near-miss';
import { idsOf, readScene, recordById, type SceneContent } from './read-scene';
import { fileOfRecord, type RecordAddress } from './record-file';
import { recordText } from './record-text';

export interface WriteRecordOptions {
  /** Whether a record that is there already may be written over. */
  readonly canReplace?: boolean;
}

export const WRITE_RECORD_DEFAULTS = { canReplace: false } as const satisfies WriteRecordOptions;

/**
 * The place with an id.
 *
 * @throws SceneError `scene-unknown-place`, with the id that was perhaps meant
 */
export async function findPlace(sceneDir: string, id: string): Promise<Place> {
  return requireRecord(await readScene(sceneDir), 'place', id);
}

/**
 * The record with an id.
 *
 * @throws SceneError `scene-unknown-<kind>`; `scene-record-faulty` if its file does not parse
 */
export function requireRecord<K extends RecordKind>(
  content: SceneContent,
  kind: K,
  id: string,
): RecordOfKind[K] {
  const record = recordById(content, kind, id);
  if (record !== undefined) return record;
  const ids = idsOf(content, kind);
  const address = content.addresses.find((known) => known.kind === kind && known.id === id);
  if (address !== undefined) throw faultyFile(content, address.file);
  throw new SceneError(`scene-unknown-${kind}`, {
    file: content.sceneDir,
    expected: `the id of a ${kind} of this scene`,
    found: foundText(id),
    fix: nearMissFix(id, ids),
  });
}

/**
 * Writes the record of a panorama into the folder of its place's province, whole or not at all.
 *
 * @param record - checked before anything is written; what has a default may be absent
 * @returns path of the file
 * @throws SceneError `scene-unknown-place`, `scene-record-invalid` or `scene-record-exists`
 */
export async function writePanoramaRecord(
  sceneDir: string,
  record: PanoramaInput,
  options: WriteRecordOptions = WRITE_RECORD_DEFAULTS,
): Promise<string> {
  const place = await findPlace(sceneDir, record.placeId);
  const provinceId = place.provinceIds[0] ?? null;
  return writeRecord(sceneDir, { kind: 'panorama', id: record.id, provinceId }, record, options);
}

/**
 * Writes a record as its file should look, whole or not at all.
 *
 * @param json - the record without or with its `$schema`; checked first
 * @returns path of the file
 * @throws SceneError `scene-record-invalid` or `scene-record-exists`
 */
export async function writeRecord(
  sceneDir: string,
  address: RecordAddress,
  json: object,
  options: WriteRecordOptions = WRITE_RECORD_DEFAULTS,
): Promise<string> {
  const file = fileOfRecord(address);
  const path = join(sceneDir, file);
  requireValid(address.kind, file, json);
  if (options.canReplace !== true && (await pathExists(path))) throw existsAlready(file);
  const $schema = schemaPath(file, address.kind);
  await writeFileAtomic(path, recordText({ $schema, ...json }));
  return path;
}

/** Path of the JSON Schema as a file of a scene under `scenes/` has to name it. */
export function schemaPath(file: string, kind: RecordKind): string {
  const up = '../'.repeat(file.split('/').length);
  return `${up}schema/generated/${kind}.json`;
}

function requireValid(kind: RecordKind, file: string, json: object): void {
  const parsed = parseRecord(kind, json);
  if (parsed.ok) return;
  const [first] = parsed.error;
  if (first === undefined) return;
  const { path, expected, found, fix } = first;
  throw new SceneError('scene-record-invalid', { file, path, expected, found, fix });
}

function faultyFile(content: SceneContent, file: string): SceneError {
  const issue = content.issues.find((known) => known.file === file);
  return new SceneError('scene-record-faulty', {
    file,
    path: issue?.path ?? '$',
    expected: issue?.expected ?? 'a record',
    found: issue?.found ?? 'a fault',
    fix: issue?.fix ?? 'Run arc scene check.',
  });
}

function existsAlready(file: string): SceneError {
  return new SceneError('scene-record-exists', {
    file,
    expected: 'an id that is not taken',
    found: 'a record with this id',
    fix: 'Choose another id, or edit that file.',
  });
}
