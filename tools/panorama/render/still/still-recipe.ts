import { z } from 'zod';

const lonDeg = z.number().min(-180).max(180);
const latDeg = z.number().min(-90).max(90);

/** What lies over the land round a place. */
export const STILL_COVERS = [
  'forest',
  'farmland',
  'terraces',
  'tea',
  'karst',
  'high-mountain',
] as const;

/** The land of a still: one picture of one place, seen from somewhat above it. */
export const stillSchema = z.strictObject({
  kind: z.literal('still'),
  /** The place; forms are laid out round it, so they do not move with the viewer. */
  anchor: z.strictObject({ lonDeg, latDeg }),
  /** Only this sector is drawn in full. */
  view: z.strictObject({
    headingDeg: z.number().min(0).lt(360),
    halfAngleDeg: z.number().min(10).max(180),
  }),
  cover: z.enum(STILL_COVERS),
  /** A summit that a coarse elevation model has too low. */
  peak: z
    .strictObject({
      heightOrthometricM: z.number().min(0).max(9000),
      radiusM: z.number().min(100).max(4000),
    })
    .optional(),
  settlement: z
    .strictObject({
      style: z.enum(['village', 'stilts', 'town']),
      houses: z.int().min(1).max(400),
      radiusM: z.number().min(30).max(900),
    })
    .optional(),
  water: z
    .strictObject({
      levelOrthometricM: z.number().min(-10).max(4000),
      /** A pond of its own is dug this wide; 0 = water lies where the land is low enough. */
      pondRadiusM: z.number().min(0).max(3000),
    })
    .optional(),
  /** Roads that pass, as the road graph has them. */
  roads: z.array(z.array(z.tuple([lonDeg, latDeg])).min(2)).max(40),
});

export type StillLand = z.infer<typeof stillSchema>;
