import { z } from 'zod';
import type { DeepReadonly } from './deep-readonly';
import { groundPositionSchema } from './geography';
import { TRAVEL_MODES } from './leg';
import { recordHeader } from './record-header';
import { sourcesSchema } from './source';
import { localizedNameSchema, localizedProseSchema } from './text';

/** A city from which one travels to the Northwest; it may lie outside the region box. */
export const gatewaySchema = z.strictObject({
  ...recordHeader,
  name: localizedNameSchema,
  summary: localizedProseSchema,
  /** ISO 3166-1 alpha-2. */
  country: z.enum(['VN', 'LA', 'CN', 'TH']),
  position: groundPositionSchema,
  modes: z.array(z.enum(TRAVEL_MODES)).min(1),
  sources: sourcesSchema,
});

export type Gateway = DeepReadonly<z.output<typeof gatewaySchema>>;
