import { z } from 'zod';
import type { DeepReadonly } from './deep-readonly';
import { cameraPositionSchema, headingDegSchema, pitchDegSchema } from './geography';
import { recordIdSchema } from './record-id';
import { localizedNameSchema, localizedProseSchema } from './text';

/** Where a hotspot appears: a direction, or a thing in the landscape that has one. */
export const hotspotTargetSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('direction'),
    headingDeg: headingDegSchema,
    pitchDeg: pitchDegSchema,
  }),
  z.strictObject({ type: z.literal('position'), ...cameraPositionSchema.shape }),
]);

const hotspotBase = {
  id: recordIdSchema,
  at: hotspotTargetSchema,
  title: localizedNameSchema,
  text: localizedProseSchema,
};

/** A point in a panorama that tells something when asked. */
export const hotspotSchema = z
  .discriminatedUnion('type', [
    z.strictObject({ ...hotspotBase, type: z.literal('info') }),
    /** The thing is a place of ours. */
    z.strictObject({ ...hotspotBase, type: z.literal('place'), placeId: recordIdSchema }),
  ])
  .meta({ id: 'Hotspot' });

export type Hotspot = DeepReadonly<z.output<typeof hotspotSchema>>;
