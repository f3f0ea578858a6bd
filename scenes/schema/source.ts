import { z } from 'zod';
import type { SourceLine } from './bundle';
import { dateSchema } from './calendar';
import type { DeepReadonly } from './deep-readonly';
import type { FormatCode } from './format-rules';
import { licenceSchema } from './licence';
import { recordIdSchema, recordIdsSchema } from './record-id';
import { nameTextSchema, proseTextSchema } from './text';

const URL_FORM = /^https?:\/\/[^\s<>"]+$/;

/** Address of a page. */
export const urlSchema = z
  .string()
  .max(500)
  .regex(URL_FORM, 'scene-url-format' satisfies FormatCode);

const sourceBase = {
  /** Name by which facts of the same record refer to this source. */
  id: recordIdSchema,
  title: nameTextSchema,
  /** What was taken from it. */
  note: proseTextSchema.exactOptional(),
};

/** Where a fact comes from. Facts of the same record name it in `sourceIds`. */
export const sourceSchema = z
  .discriminatedUnion('type', [
    z.strictObject({
      ...sourceBase,
      type: z.literal('dataset'),
      publisher: nameTextSchema,
      licence: licenceSchema,
      date: dateSchema.exactOptional(),
      url: urlSchema.exactOptional(),
    }),
    z.strictObject({
      ...sourceBase,
      type: z.literal('web'),
      publisher: nameTextSchema,
      url: urlSchema,
      /** Day on which the page was read. */
      date: dateSchema,
    }),
    z.strictObject({
      ...sourceBase,
      type: z.literal('document'),
      issuer: nameTextSchema,
      number: nameTextSchema.exactOptional(),
      date: dateSchema,
      url: urlSchema.exactOptional(),
    }),
    z.strictObject({
      ...sourceBase,
      type: z.literal('book'),
      authors: z.array(nameTextSchema).min(1),
      date: dateSchema,
      isbn: nameTextSchema.exactOptional(),
    }),
    z.strictObject({
      ...sourceBase,
      type: z.literal('survey'),
      surveyor: nameTextSchema,
      date: dateSchema,
    }),
    /** What the writers know and nobody has checked against a publication yet. */
    z.strictObject({
      ...sourceBase,
      type: z.literal('knowledge'),
      by: nameTextSchema,
      date: dateSchema,
    }),
  ])
  .meta({ id: 'Source' });

/** At least one source: a record without one cannot be checked by anybody. */
export const sourcesSchema = z.array(sourceSchema).min(1);

/** Names of sources in the same record. */
export const sourceIdsSchema = recordIdsSchema.min(1);

export type Source = DeepReadonly<z.output<typeof sourceSchema>>;

/** A source as the visitor reads it. */
export function sourceLine(source: Source): SourceLine {
  return {
    title: `${source.title} (${issuerOf(source)})`,
    licence: source.type === 'dataset' ? source.licence : null,
    url: 'url' in source ? (source.url ?? null) : null,
    date: source.date ?? null,
  };
}

function issuerOf(source: Source): string {
  switch (source.type) {
    case 'dataset':
    case 'web':
      return source.publisher;
    case 'document':
      return source.number === undefined ? source.issuer : `${source.issuer}, ${source.number}`;
    case 'book':
      return source.authors.join(', ');
    case 'survey':
      return source.surveyor;
    case 'knowledge':
      return source.by;
  }
}
