import { z } from 'zod';
import { DAY_BRANCHES } from '#core/calendar/day-branch';
import { daySchema, monthsSchema } from './calendar';
import type { DeepReadonly } from './deep-readonly';
import { recordHeader } from './record-header';
import { ownerIdsSchema, recordIdsSchema } from './record-id';
import { sourceIdsSchema, sourcesSchema, urlSchema } from './source';
import { formatCheck, localizedNameSchema, localizedProseSchema } from './text';
import { orUnknown } from './unknown-value';

const daysLong = z.int().min(1).max(120).default(1);

/** Days of the week, Monday first. */
export const WEEKDAYS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;

/** Time of day at Asia/Ho_Chi_Minh, 00:00 to 23:59. */
const clockTimeSchema = z.string().regex(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/);

/** From when until when on each of its days, where that is known. */
const hoursSchema = z.strictObject({ from: clockTimeSchema, to: clockTimeSchema });

/** When an event is held. */
export const eventTimeSchema = z.discriminatedUnion('type', [
  /** Every year on the same days of the Vietnamese lunar calendar (UTC+7), kept as lunar. */
  z.strictObject({
    type: z.literal('lunar'),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(30),
    daysLong,
  }),
  /** Every year on the same days of the Gregorian calendar. */
  z.strictObject({
    type: z.literal('solar'),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31),
    daysLong,
  }),
  /** Every week on the same days: most markets. */
  z.strictObject({
    type: z.literal('weekly'),
    weekdays: z.array(z.enum(WEEKDAYS)).min(1).max(7).meta({ uniqueItems: true }),
    hours: orUnknown(hoursSchema),
  }),
  /** On the days of two of the twelve branches, so every sixth day: markets of the plateau. */
  z.strictObject({
    type: z.literal('branch-days'),
    branches: z.array(z.enum(DAY_BRANCHES)).min(1).max(6).meta({ uniqueItems: true }),
    hours: orUnknown(hoursSchema),
  }),
  /** Every year in these months, the days set anew each time. */
  z.strictObject({ type: z.literal('months'), months: monthsSchema }),
  /** Only those days. */
  z
    .strictObject({ type: z.literal('once'), from: daySchema, to: daySchema })
    .check(formatCheck('scene-range-order', (time) => time.from <= time.to)),
]);

/** Something that happens at a time and that people travel for. */
export const eventSchema = z.strictObject({
  ...recordHeader,
  name: localizedNameSchema,
  summary: localizedProseSchema,
  provinceIds: ownerIdsSchema,
  provinceBefore2025Ids: ownerIdsSchema,
  placeIds: recordIdsSchema.default([]),
  /** Where it is held, in words, for what is not one of our places. */
  venue: orUnknown(localizedNameSchema).exactOptional(),
  time: orUnknown(eventTimeSchema),
  /** How sure the time is. */
  certainty: z.enum(['fixed', 'usual', 'announced', 'past', 'unsure']),
  organiser: orUnknown(
    z.strictObject({ value: localizedNameSchema, sourceIds: sourceIdsSchema }),
  ).exactOptional(),
  url: urlSchema.exactOptional(),
  sources: sourcesSchema,
});

export type EventTime = DeepReadonly<z.output<typeof eventTimeSchema>>;
/** An event; not called Event, which browsers have already. */
export type SceneEvent = DeepReadonly<z.output<typeof eventSchema>>;
