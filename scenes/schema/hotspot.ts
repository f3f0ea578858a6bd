import { z } from 'zod';
import type { DeepReadonly } from './deep-readonly';
import type { FormatCode } from './format-rules';
import { cameraPositionSchema, headingDegSchema, pitchDegSchema } from './geography';
import { recordIdSchema } from './record-id';
import { localizedNameSchema, localizedProseSchema, nameTextSchema } from './text';

/** A file in `panoramas/<panorama id>/media/`, by name. */
export const mediaFileSchema = z
  .string()
  .max(80)
  .regex(
    /^[a-z0-9][a-z0-9-]*\.(?:webp|jpg|png|avif|mp4|webm)$/,
    'scene-file-format' satisfies FormatCode,
  );

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
    /** The thing is made or grown here. */
    z.strictObject({ ...hotspotBase, type: z.literal('product'), productId: recordIdSchema }),
    /** A picture of it, nearer or from another time. */
    z.strictObject({
      ...hotspotBase,
      type: z.literal('picture'),
      file: mediaFileSchema,
      credit: nameTextSchema,
    }),
    /** A short film of it; `text` says what is seen and heard. */
    z.strictObject({
      ...hotspotBase,
      type: z.literal('video'),
      file: mediaFileSchema,
      credit: nameTextSchema,
    }),
  ])
  .meta({ id: 'Hotspot' });

export type Hotspot = DeepReadonly<z.output<typeof hotspotSchema>>;
