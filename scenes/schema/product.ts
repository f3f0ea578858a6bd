import { z } from 'zod';
import { dateSchema, monthsSchema } from './calendar';
import type { DeepReadonly } from './deep-readonly';
import { recordHeader } from './record-header';
import { ownerIdsSchema, recordIdsSchema } from './record-id';
import { sourceIdsSchema, sourcesSchema } from './source';
import { localizedNameSchema, localizedProseSchema } from './text';
import { orUnknown } from './unknown-value';

/** What a product is. */
export const PRODUCT_KINDS = [
  'fruit',
  'grain',
  'vegetable',
  'food',
  'drink',
  'spice',
  'textile',
  'craft',
  'medicine',
  'tourism-service',
] as const;

/** Something made or grown here that a visitor can taste, buy or take part in. */
export const productSchema = z.strictObject({
  ...recordHeader,
  kind: z.enum(PRODUCT_KINDS),
  name: localizedNameSchema,
  summary: localizedProseSchema,
  provinceIds: ownerIdsSchema,
  provinceBefore2025Ids: ownerIdsSchema,
  placeIds: recordIdsSchema.default([]),
  /** Months in which it is fresh or made; all twelve where the season does not matter. */
  season: orUnknown(monthsSchema),
  /** Stars in the One Commune One Product programme, with the day when it was graded. */
  ocop: orUnknown(
    z.strictObject({
      stars: z.int().min(3).max(5),
      gradedOn: orUnknown(dateSchema),
      sourceIds: sourceIdsSchema,
    }),
  ),
  maker: orUnknown(
    z.strictObject({ value: localizedNameSchema, sourceIds: sourceIdsSchema }),
  ).exactOptional(),
  sources: sourcesSchema,
});

export type Product = DeepReadonly<z.output<typeof productSchema>>;
