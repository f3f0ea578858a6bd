import { z } from 'zod';
import type { DeepReadonly } from './deep-readonly';
import { reasonTextSchema } from './text';

/**
 * Says that a fact is not known and why, instead of an invention.
 * An empty reason parses (a skeleton is being filled in) but cannot be published.
 */
export const unknownValueSchema = z
  .strictObject({
    unknown: reasonTextSchema,
  })
  .meta({ id: 'Unknown' });

/** `{"unknown": "reason"}` in place of a fact. */
export type UnknownValue = DeepReadonly<z.output<typeof unknownValueSchema>>;

/** A fact, or the reason why it is not known. */
export function orUnknown<T extends z.ZodType>(known: T) {
  return z.union([known, unknownValueSchema]);
}

/** Whether a value says that it is unknown. */
export function isUnknown(value: unknown): value is UnknownValue {
  return typeof value === 'object' && value !== null && 'unknown' in value;
}

/** The fact, or null where it is absent or unknown. */
export function knownOrNull<T>(value: T | UnknownValue | undefined): T | null {
  return value === undefined || isUnknown(value) ? null : value;
}
