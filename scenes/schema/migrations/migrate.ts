import { err, ok, type Result } from '#core/result';
import { SCENE_SCHEMA_VERSION } from '../record-header';
import type { RecordKind } from '../record-kinds';
import { foundText, type SceneIssue } from '../scene-issue';
import { unitsInNames } from './001-units-in-names';
import type { Migration, RawRecord } from './migration';

/** All migrations, oldest first, one for each version. */
export const MIGRATIONS: readonly Migration[] = [unitsInNames];

/**
 * The same record in the newest form.
 *
 * @param json - an authored file, already read as JSON
 * @returns the record with today's `schemaVersion`, or why that cannot be
 */
export function migrateRecord(kind: RecordKind, json: unknown): Result<RawRecord, SceneIssue> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return err(issue('scene-wrong-type', '$', 'an object', foundText(json), 'Write a record.'));
  }
  let record = json as RawRecord;
  const version = versionOf(record);
  if (version === null) return err(versionIssue('scene-version-missing', record));
  if (version > SCENE_SCHEMA_VERSION) return err(versionIssue('scene-version-newer', record));
  for (const migration of MIGRATIONS.slice(version)) {
    const { schemaVersion: _, ...lifted } = migration.migrate(kind, record);
    record = { schemaVersion: migration.from + 1, ...lifted };
  }
  return ok(record);
}

/** Version that a file says it has; null where it says none that could be. */
export function versionOf(json: unknown): number | null {
  if (typeof json !== 'object' || json === null || !('schemaVersion' in json)) return null;
  const version = json.schemaVersion;
  return typeof version === 'number' && Number.isInteger(version) && version >= 0 ? version : null;
}

function versionIssue(code: string, record: RawRecord): SceneIssue {
  const found = foundText(record['schemaVersion']);
  const expected = `a whole number from 0 to ${SCENE_SCHEMA_VERSION}`;
  const fix =
    code === 'scene-version-newer'
      ? 'Update this program, or write the file in the older form.'
      : `Write "schemaVersion": ${SCENE_SCHEMA_VERSION}.`;
  return issue(code, '$.schemaVersion', expected, found, fix);
}

function issue(
  code: string,
  path: string,
  expected: string,
  found: string,
  fix: string,
): SceneIssue {
  return { code, path, expected, found, fix };
}
