import { z } from 'zod';
import type { FormatCode } from './format-rules';
import { formatCheck } from './text';

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const ID_MAX_CHARS = 64;

/** Id of a record: kebab-case ASCII, the name of its file without `.json`. */
export const recordIdSchema = z
  .string()
  .min(1)
  .max(ID_MAX_CHARS)
  .regex(ID, 'scene-id-format' satisfies FormatCode)
  .meta({ id: 'RecordId' });

/** Ids, each at most once. */
export const recordIdsSchema = z
  .array(recordIdSchema)
  .check(formatCheck('scene-list-repeats', hasNoRepeats))
  .meta({ uniqueItems: true });

/** The provinces a thing belongs to: its owner first, a second one for what stands on a border. */
export const ownerIdsSchema = recordIdsSchema.min(1).max(2);

/** Whether a text may be the id of a record. */
export function isRecordId(text: string): boolean {
  return recordIdSchema.safeParse(text).success;
}

function hasNoRepeats(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}
