import { join } from 'node:path';
import { SceneError } from '#core/errors';
import { type Panorama, parseRecord } from '#scene';
import { fileFacts, listFolder, readText } from '../io/files';
import { parseJsonText } from '../scene/json-text';

/** Where scenes lie in a project. */
export const SCENE_FOLDER = 'scenes/northwest';

/** A record's file and what it says. */
export interface PanoramaRecordFile {
  /** Absolute. */
  readonly path: string;
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  readonly modifiedMs: number;
}

/**
 * Finds the record of a panorama among the provinces' folders.
 *
 * @returns undefined where there is none yet
 */
export async function findPanoramaRecord(
  rootDir: string,
  id: string,
): Promise<PanoramaRecordFile | undefined> {
  for (const folder of await listFolder(join(rootDir, SCENE_FOLDER))) {
    if (!folder.isDirectory()) continue;
    const file = `${SCENE_FOLDER}/${folder.name}/panoramas/${id}.json`;
    const facts = await fileFacts(join(rootDir, file));
    if (facts === undefined) continue;
    return { path: join(rootDir, file), file, modifiedMs: facts.modifiedMs };
  }
  return undefined;
}

/**
 * Reads a panorama's record.
 *
 * @returns the record as parsed and as the file has it
 * @throws SceneError `scene-record-faulty`: what a faulty record wants blurred nobody knows
 */
export async function readPanoramaRecord({
  path,
  file,
}: PanoramaRecordFile): Promise<{ record: Panorama; json: Readonly<Record<string, unknown>> }> {
  const json = parseJsonText(await readText(path));
  const parsed = json.ok ? parseRecord('panorama', json.value) : json;
  if (!parsed.ok || !json.ok) throw faulty(file, parsed.ok ? [] : parsed.error);
  return { record: parsed.value, json: json.value as Readonly<Record<string, unknown>> };
}

function faulty(file: string, error: unknown): SceneError {
  const [first] = Array.isArray(error) ? error : [error];
  return new SceneError('scene-record-faulty', {
    file,
    path: first?.path ?? '$',
    expected: first?.expected ?? 'a record',
    found: first?.found ?? 'a fault',
    fix: first?.fix ?? 'Run arc scene check.',
  });
}
