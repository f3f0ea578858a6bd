import { z } from 'zod';
import type { DeepReadonly } from './deep-readonly';
import { groundPositionSchema, heightOrthometricMSchema } from './geography';
import { recordHeader } from './record-header';
import { recordIdsSchema } from './record-id';
import { sourcesSchema } from './source';
import { localizedNameSchema, localizedProseSchema } from './text';
import { orUnknown } from './unknown-value';

/** What stands in the terraces. */
export const RICE_STATES = ['fallow', 'flooded', 'young', 'green', 'ripe', 'harvested'] as const;

/** How often something is seen in a month. */
export const HOW_OFTEN = ['never', 'seldom', 'sometimes', 'often'] as const;

/** One month as it usually is. */
export const climateMonthSchema = z.strictObject({
  meanTemperatureC: orUnknown(z.number().min(-20).max(45)),
  rainMm: orUnknown(z.number().min(0).max(3000)),
  mist: orUnknown(z.enum(HOW_OFTEN)),
  cloudSea: orUnknown(z.enum(HOW_OFTEN)),
  rice: orUnknown(z.enum(RICE_STATES)),
  flowers: z.array(localizedNameSchema).default([]),
});

/** The year of a sub-region, by month; drives "when to go" and the seasons of pictures. */
export const climateSchema = z.strictObject({
  ...recordHeader,
  name: localizedNameSchema,
  summary: localizedProseSchema,
  provinceIds: recordIdsSchema.min(1),
  placeIds: recordIdsSchema.default([]),
  station: orUnknown(
    z.strictObject({
      position: groundPositionSchema,
      heightOrthometricM: orUnknown(heightOrthometricMSchema),
    }),
  ),
  /** January first. */
  months: z.array(climateMonthSchema).length(12),
  sources: sourcesSchema,
});

export type Climate = DeepReadonly<z.output<typeof climateSchema>>;
