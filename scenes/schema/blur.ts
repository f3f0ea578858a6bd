import { z } from 'zod';
import type { DeepReadonly } from './deep-readonly';

/**
 * A part of a picture that nobody may recognise: a face, a number plate, a house number.
 *
 * It is told in the picture's own frame, not by the compass: whoever mends the heading later must
 * not move the blur off the face.
 */
export const blurSchema = z
  .strictObject({
    shape: z.enum(['rectangle', 'ellipse']),
    /** Middle: 0 at the middle of the picture, + = right. */
    yawDeg: z.number().min(-180).max(180),
    /** Middle: 0 at half the height of the picture, + = up. */
    pitchDeg: z.number().min(-90).max(90),
    /** Whole angle on the sphere, as seen from the camera; the same at every height. */
    widthDeg: z.number().min(0.2).max(120),
    heightDeg: z.number().min(0.2).max(120),
  })
  .meta({ id: 'Blur' });

/** A part of a picture that is blurred in everything that visitors get. */
export type Blur = DeepReadonly<z.output<typeof blurSchema>>;
