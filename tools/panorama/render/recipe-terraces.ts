import { z } from 'zod';

const offsetM = z.tuple([z.number().min(-9000).max(9000), z.number().min(-9000).max(9000)]);

const roundHillSchema = z.strictObject({
  kind: z.literal('round-hill'),
  /** The round hill that gives the place its look, metres east and north of the viewer. */
  hillOffsetM: offsetM,
});

const reliefSchema = z.strictObject({
  kind: z.literal('relief'),
  /** Spurs and gullies added to what the elevation model knows, 1 = bold, 0 = none. */
  spurRatio: z.number().min(0).max(2),
  /** The nose of land that the viewer stands on: direction it points, height, length, width. */
  lookout: z.strictObject({
    headingDeg: z.number().min(0).lt(360),
    heightM: z.number().min(0).max(120),
    lengthM: z.number().min(20).max(600),
    widthM: z.number().min(20).max(600),
  }),
  /** Round hills on the relief, metres east and north of the viewer. */
  hills: z.array(
    z.strictObject({
      offsetM,
      radiusM: z.number().min(20).max(800),
      heightM: z.number().min(-200).max(300),
    }),
  ),
  /** The land is not let fall below this height: a flat valley floor. */
  valleyFloor: z
    .strictObject({ heightOrthometricM: z.number(), softM: z.number().min(1).max(200) })
    .optional(),
  /** A stream with stones, from its source down: metres east and north of the viewer. */
  river: z
    .strictObject({
      widthM: z.number().min(1).max(60),
      /** Height of the water over the sea at the first point, and its fall along the way. */
      fromHeightOrthometricM: z.number(),
      fallRatio: z.number().min(0).max(0.2),
      line: z.array(offsetM).min(2),
    })
    .optional(),
  /** Where forest begins, metres over the viewer. */
  forestLineOverEyeM: z.number().min(-500).max(2000),
});

/** Houses of one people, who build each in their own way. */
const villageSchema = z.strictObject({
  people: z.enum(['mong', 'thai', 'ha-nhi', 'giay', 'la-chi']),
  hamlets: z.int().min(0).max(30),
  /** Hamlets stand between these distances from the viewer. */
  fromM: z.number().min(18).max(2000),
  toM: z.number().min(30).max(2500),
  housesEach: z.int().min(1).max(14),
  /** What stilt houses are roofed with here; mixed where absent. */
  roof: z.enum(['shingle', 'thatch', 'fibro', 'tile']).optional(),
  /** Where they stand from the viewer, and how far to either side; all around where absent. */
  toward: z
    .strictObject({
      headingDeg: z.number().min(0).lt(360),
      spreadDeg: z.number().min(1).max(180),
    })
    .optional(),
});

/** Near field of the terraced valleys. */
export const terracesSchema = z.strictObject({
  kind: z.literal('terraces'),
  landform: z.discriminatedUnion('kind', [roundHillSchema, reliefSchema]),
  villages: z.array(villageSchema).max(4),
});

/** Terraces of a recipe. */
export type TerracesRecipe = z.infer<typeof terracesSchema>;
/** Terraces cut into the relief of the elevation model. */
export type ReliefRecipe = z.infer<typeof reliefSchema>;
/** One people's hamlets. */
export type VillageRecipe = z.infer<typeof villageSchema>;
