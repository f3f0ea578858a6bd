import { z } from 'zod';
import { PUBLISHING_FIELDS } from './panorama';
import { RECORD_SCHEMAS, type RecordKind } from './record-kinds';

/**
 * JSON Schema 2020-12 of an authored file, for editors that complete and check while one types.
 *
 * What JSON Schema cannot say is left to `arc scene check`: form NFC, dates that exist, order of
 * ranges, references.
 */
export function jsonSchemaOf(kind: RecordKind): Readonly<Record<string, unknown>> {
  const { $schema, ...body } = z.toJSONSchema(RECORD_SCHEMAS[kind], {
    io: 'input',
    target: 'draft-2020-12',
  });
  const head = { $schema, $id: `${kind}.json`, title: `Northwest Arc: ${kind}` };
  return { ...head, ...body, ...(kind === 'panorama' ? PUBLISHING_RULE : {}) };
}

const PUBLISHING_RULE = {
  if: { type: 'object', properties: { isDraft: { const: true } }, required: ['isDraft'] },
  // biome-ignore lint/suspicious/noThenProperty: "then" and "else" are words of JSON Schema.
  then: true,
  else: { type: 'object', required: PUBLISHING_FIELDS },
};
