import { z } from 'zod';
import type { DeepReadonly } from './deep-readonly';
import { vertexSchema } from './geography';
import { recordHeader } from './record-header';
import { ownerIdsSchema } from './record-id';
import { sourcesSchema } from './source';
import { localizedNameSchema } from './text';

/** What lies beyond a border that only one of our provinces touches. */
const outsideSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('country'), code: z.enum(['CN', 'LA']) }),
  z.strictObject({ type: z.literal('province'), name: localizedNameSchema }),
]);

/**
 * One stretch of border between two provinces as they were before July 2025, or between one of
 * them and what lies outside. Neighbours share it, so it is written once; stretches meet at their
 * ends, vertex on vertex.
 */
export const borderSchema = z.strictObject({
  ...recordHeader,
  provinceBefore2025Ids: ownerIdsSchema,
  outside: outsideSchema.exactOptional(),
  line: z.array(vertexSchema).min(2),
  sources: sourcesSchema,
});

export type Border = DeepReadonly<z.output<typeof borderSchema>>;
