import { z } from 'zod';
import { recordIdSchema } from './record-id';

/** Version of the form of authored files; migrations/ lifts older files to it. */
export const SCENE_SCHEMA_VERSION = 1;

/** What every authored file begins with. */
export const recordHeader = {
  /** Path of the JSON Schema, for editors that complete and check while one types. */
  $schema: z.string().max(200).exactOptional(),
  schemaVersion: z.literal(SCENE_SCHEMA_VERSION),
  id: recordIdSchema,
};
