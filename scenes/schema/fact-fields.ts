import { z } from 'zod';
import { RECORD_SCHEMAS, type RecordKind } from './record-kinds';

const UNKNOWN = { unknown: 'a reason' };

/** Fields of a kind of record that hold a fact: where it is not known, they say so and why. */
export function factFields(kind: RecordKind): readonly string[] {
  return factFieldsOf(RECORD_SCHEMAS[kind]);
}

function factFieldsOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const variants = schema.options as readonly z.ZodType[];
    return [...new Set(variants.flatMap(factFieldsOf))];
  }
  if (!(schema instanceof z.ZodObject)) return [];
  const fields = Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>);
  return fields.filter(([, field]) => field.safeParse(UNKNOWN).success).map(([name]) => name);
}
