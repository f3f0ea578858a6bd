import { z } from 'zod';
import { seasonSchema } from './calendar';
import type { DeepReadonly } from './deep-readonly';
import { legSchema, rangeSchema } from './leg';
import { DIFFICULTIES } from './place-visit';
import { recordHeader } from './record-header';
import { recordIdSchema, recordIdsSchema } from './record-id';
import { sourcesSchema } from './source';
import { localizedNameSchema, localizedProseSchema } from './text';
import { orUnknown } from './unknown-value';

const stopBase = {
  /** Day of the journey, counted from 1. */
  day: z.int().min(1).max(60),
  /** Whether one sleeps here. */
  isOvernight: z.boolean().default(false),
  note: localizedProseSchema.exactOptional(),
};

/** Where one stops: a place of ours, or a gateway. */
export const routeStopSchema = z.discriminatedUnion('type', [
  z.strictObject({ ...stopBase, type: z.literal('place'), placeId: recordIdSchema }),
  z.strictObject({ ...stopBase, type: z.literal('gateway'), gatewayId: recordIdSchema }),
]);

/** A journey: legs that join end to start, and stops in the order in which one meets them. */
export const routeSchema = z.strictObject({
  ...recordHeader,
  name: localizedNameSchema,
  summary: localizedProseSchema,
  colour: z.enum(['gold', 'green', 'mist']).default('gold'),
  provinceIds: recordIdsSchema.min(1),
  legs: z.array(legSchema).min(1),
  stops: z.array(routeStopSchema).min(2),
  days: orUnknown(rangeSchema(1, 60)),
  seasons: orUnknown(z.array(seasonSchema).min(1)),
  difficulty: orUnknown(z.enum(DIFFICULTIES)).exactOptional(),
  /** Metres climbed in all. */
  climbM: orUnknown(z.number().min(0).max(100_000)).exactOptional(),
  warnings: z.array(localizedProseSchema).default([]),
  sources: sourcesSchema,
});

export type RouteStop = DeepReadonly<z.output<typeof routeStopSchema>>;
export type Route = DeepReadonly<z.output<typeof routeSchema>>;
