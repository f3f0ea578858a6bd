import { z } from 'zod';
import type { DeepReadonly } from './deep-readonly';
import { groundPositionSchema, heightOrthometricMSchema } from './geography';
import { recordHeader } from './record-header';
import { recordIdsSchema } from './record-id';
import { sourceIdsSchema, sourcesSchema } from './source';
import { localizedNameSchema, localizedProseSchema } from './text';
import { orUnknown } from './unknown-value';

/** What a row of the table can say. */
const CLIMATE_ROWS = ['temperature', 'rain', 'mist', 'cloudSea', 'rice', 'flowers'] as const;

/** How sure a row is: measured and published, told by many alike, or an estimate of the writers. */
export const CLIMATE_CERTAINTIES = ['published', 'well-known', 'estimate'] as const;

/** What stands in the terraces. */
export const RICE_STATES = ['fallow', 'flooded', 'young', 'green', 'ripe', 'harvested'] as const;

/** How often something is seen in a month. */
export const HOW_OFTEN = ['never', 'seldom', 'sometimes', 'often'] as const;

/** One month as it usually is. */
export const climateMonthSchema = z.strictObject({
  /** How it feels and within what bounds, in words, where no figure may be given. */
  temperature: localizedNameSchema.exactOptional(),
  meanTemperatureC: orUnknown(z.number().min(-20).max(45)),
  /** How much it rains, in words. */
  rain: localizedNameSchema.exactOptional(),
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
  /** Where each row of the table comes from and how sure it is. */
  certainty: z
    .partialRecord(
      z.enum(CLIMATE_ROWS),
      z.strictObject({ howSure: z.enum(CLIMATE_CERTAINTIES), sourceIds: sourceIdsSchema }),
    )
    .default({}),
  sources: sourcesSchema,
});

export type Climate = DeepReadonly<z.output<typeof climateSchema>>;
