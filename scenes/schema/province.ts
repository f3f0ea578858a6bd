import { z } from 'zod';
import { dateSchema } from './calendar';
import type { DeepReadonly } from './deep-readonly';
import { recordHeader } from './record-header';
import { recordIdSchema, recordIdsSchema } from './record-id';
import { sourceIdsSchema, sourcesSchema, urlSchema } from './source';
import { localizedNameSchema, localizedProseSchema, nameTextSchema } from './text';
import { orUnknown } from './unknown-value';

const provinceBase = {
  ...recordHeader,
  name: localizedNameSchema,
  summary: localizedProseSchema,
  /** Seat of its people's committee. */
  seat: orUnknown(localizedNameSchema),
  areaKm2: orUnknown(
    z.strictObject({ value: z.number().min(1).max(50_000), sourceIds: sourceIdsSchema }),
  ),
  portals: z.array(z.strictObject({ title: nameTextSchema, url: urlSchema })).default([]),
  sources: sourcesSchema,
};

/** A province since 1 July 2025 (`provinces/`). */
export const presentProvinceSchema = z.strictObject({
  ...provinceBase,
  era: z.literal('present'),
  /** Provinces before 2025 that it was made of (itself, where nothing changed). */
  formedFromIds: recordIdsSchema.min(1),
});

/** A province as it was until 30 June 2025 (`provinces-before-2025/`). */
export const provinceBefore2025Schema = z.strictObject({
  ...provinceBase,
  era: z.literal('before-2025'),
  /** The present province that it became or became part of. */
  becameId: recordIdSchema,
  /** One of the eight of the "expanded Northwest", which worked together since 2020. */
  isInExpandedNorthwest: z.boolean(),
  endedOn: dateSchema,
});

export type PresentProvince = DeepReadonly<z.output<typeof presentProvinceSchema>>;
export type ProvinceBefore2025 = DeepReadonly<z.output<typeof provinceBefore2025Schema>>;
/** A province of either map; told apart by `era`. */
export type Province = PresentProvince | ProvinceBefore2025;
