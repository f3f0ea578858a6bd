import { err, ok, type Result } from '#core/result';
import { migrateRecord } from './migrations/migrate';
import { RECORD_SCHEMAS, type RecordKind, type RecordOfKind } from './record-kinds';
import { issuesFromZod, type SceneIssue } from './scene-issue';

/**
 * Reads an authored file: lifts it to today's form, checks all of it, fills in the defaults.
 *
 * @param json - what stands in the file, already read as JSON
 * @returns the record, or every fault at once
 */
export function parseRecord<K extends RecordKind>(
  kind: K,
  json: unknown,
): Result<RecordOfKind[K], SceneIssue[]> {
  const migrated = migrateRecord(kind, json);
  if (!migrated.ok) return err([migrated.error]);
  const parsed = RECORD_SCHEMAS[kind].safeParse(migrated.value);
  if (!parsed.success) return err(issuesFromZod(parsed.error.issues, migrated.value));
  return ok(parsed.data);
}
