import { z } from 'zod';
import { daySchema, seasonSchema } from './calendar';
import type { DeepReadonly } from './deep-readonly';
import { rangeSchema } from './leg';
import { recordIdSchema } from './record-id';
import { sourceIdsSchema, urlSchema } from './source';
import { localizedNameSchema, localizedProseSchema, nameTextSchema } from './text';
import { orUnknown } from './unknown-value';

/** How hard something is for a healthy visitor without training. */
export const DIFFICULTIES = ['easy', 'moderate', 'hard', 'expert'] as const;

/** Money taken at a place; never without the day on which it was true. */
export const feesSchema = z.strictObject({
  items: z.array(z.strictObject({ label: localizedNameSchema, amountVnd: z.int().min(0) })).min(1),
  validOn: daySchema,
  sourceIds: sourceIdsSchema,
});

/** Opening hours; never without the day on which they were true. */
export const openingSchema = z.strictObject({
  text: localizedProseSchema,
  validOn: daySchema,
  sourceIds: sourceIdsSchema,
});

/** A people living there, by the name it is called by and, where known, its own. */
export const peopleSchema = z.strictObject({
  name: localizedNameSchema,
  ownName: nameTextSchema.exactOptional(),
  note: localizedProseSchema.exactOptional(),
});

/** What somebody who wants to go there needs to know. Absent: not written yet. */
export const placeVisit = {
  bestSeasons: orUnknown(z.array(seasonSchema).min(1)).exactOptional(),
  gettingThere: orUnknown(localizedProseSchema).exactOptional(),
  hoursNeeded: orUnknown(rangeSchema(0.25, 240)).exactOptional(),
  difficulty: orUnknown(z.enum(DIFFICULTIES)).exactOptional(),
  peoples: orUnknown(z.array(peopleSchema).min(1)).exactOptional(),
  customs: orUnknown(localizedProseSchema).exactOptional(),
  safety: orUnknown(localizedProseSchema).exactOptional(),
  accessibility: orUnknown(localizedProseSchema).exactOptional(),
  nearestTown: orUnknown(
    z.strictObject({
      name: localizedNameSchema,
      placeId: recordIdSchema.exactOptional(),
      roadKm: orUnknown(z.number().min(0).max(500)).exactOptional(),
    }),
  ).exactOptional(),
  opening: orUnknown(openingSchema).exactOptional(),
  fees: orUnknown(feesSchema).exactOptional(),
  links: z
    .array(
      z.strictObject({
        title: nameTextSchema,
        url: urlSchema,
        /** Language of the page, BCP 47. */
        language: z.string().min(2).max(12),
      }),
    )
    .default([]),
};

const placeVisitSchema = z.strictObject(placeVisit);

/** The visiting part of a place. */
export type PlaceVisit = DeepReadonly<z.output<typeof placeVisitSchema>>;
