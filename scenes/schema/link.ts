import { z } from 'zod';
import type { DeepReadonly } from './deep-readonly';
import { recordIdSchema } from './record-id';
import { localizedNameSchema } from './text';

/** A way from one panorama to another; where it appears follows from the two positions. */
export const linkSchema = z.strictObject({
  panoramaId: recordIdSchema,
  /** What the visitor reads; the other panorama's title where absent. */
  title: localizedNameSchema.exactOptional(),
});

export type Link = DeepReadonly<z.output<typeof linkSchema>>;
