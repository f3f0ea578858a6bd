import { z } from 'zod';

const lonLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
/** Metres east and north of the viewer. */
const offsetM = z.tuple([z.number().min(-3000).max(3000), z.number().min(-3000).max(3000)]);
const headingDeg = z.number().min(0).lt(360);
const textLine = z.string().min(1).max(24);

/** A road of a pass or hill. */
export const roadSchema = z.strictObject({
  id: z.string().min(1),
  /** Paved width, metres. */
  widthM: z.number().min(1.5).max(20),
  surface: z.enum(['asphalt', 'gravel']),
  /** What stands along the outer edge: painted stones, a steel rail, nothing. */
  guard: z.enum(['stones', 'rail', 'none']),
  /** What the road was cut into; earth where absent. A rock wall is steep. */
  wall: z.enum(['earth', 'rock']).optional(),
  /** Power poles along the side of the hill. */
  hasPoles: z.boolean().optional(),
  /** Vertices [lon, lat] that a person laid; a smooth curve goes through them. */
  line: z.array(lonLat).min(2),
});

/** A valley dug deeper than the elevation model has it. */
export const carving = z.strictObject({
  headingDeg,
  halfAngleDeg: z.number().min(20).max(180),
  depthM: z.number().min(0).max(600),
  fromM: z.number().min(2).max(500),
  deepestM: z.number().min(20).max(3000),
  toM: z.number().min(100).max(9000),
});

/** Hill country with roads. */
export const passSchema = z.strictObject({
  kind: z.literal('pass'),
  roads: z.array(roadSchema),
  /** An imagined knoll under the viewer, from which the slope below can be seen. */
  lookoutHeightM: z.number().min(0).max(40).optional(),
  lookoutRadiusM: z.number().min(10).max(200).optional(),
  /** A valley dug deeper than the elevation model has it. */
  carving: carving.optional(),
  /** Gullies and knolls that the renderer adds, 1 = bold; 0.55 where absent. */
  reliefRatio: z.number().min(0).max(1.5).optional(),
  flowers: z.enum(['wild-sunflower']).optional(),
  /** Shrubs, bamboo, pines and bananas near by over the usual number. */
  bushRatio: z.number().min(0).max(4).optional(),
  /** A footpath passes under the viewer this way, compass degrees. */
  footpathDeg: headingDeg.optional(),
  /** Field houses on the slopes between 130 and 750 m. */
  houses: z.int().min(0).max(80).optional(),
  /** Lettered kilometre stone at the nearest spot of a road that is in view. */
  stone: z
    .strictObject({ roadId: z.string().min(1), lines: z.array(textLine).min(1).max(4) })
    .optional(),
  mirror: lonLat.optional(),
  /** Thatched roadside stalls, open toward the viewer. */
  stalls: z.array(lonLat).optional(),
  /** A stone tablet with lines of text, facing the viewer. */
  tablet: z.strictObject({ at: lonLat, lines: z.array(textLine).min(1).max(5) }).optional(),
  /** A paved viewing terrace with a railing, round the viewer. */
  terrace: z
    .strictObject({
      /** Where it looks. */
      headingDeg,
      /** From side to side, and from the viewer to the railing and to the back. */
      lengthM: z.number().min(4).max(60),
      aheadM: z.number().min(1).max(20),
      behindM: z.number().min(1).max(20),
    })
    .optional(),
});

/** Round hills with rows of tea. */
export const teaSchema = z.strictObject({
  kind: z.literal('tea'),
  /** The hill whose rows close into a heart. */
  heart: z.strictObject({ at: offsetM, sizeM: z.number().min(10).max(80), turnDeg: headingDeg }),
  /** Plum orchard between two headings. */
  orchard: z.strictObject({ fromDeg: headingDeg, toDeg: headingDeg }),
  /** Plum trees flower. */
  isInBlossom: z.boolean(),
});

/** A knife ridge with a path along its crest. */
export const ridgeSchema = z.strictObject({
  kind: z.literal('ridge'),
  /** Crest line and how high it stands over the elevation model, metres: [lon, lat, height]. */
  crest: z
    .array(
      z.tuple([
        z.number().min(-180).max(180),
        z.number().min(-90).max(90),
        z.number().min(0).max(200),
      ]),
    )
    .min(2),
  /** Slope of its flanks near the crest, rise over run. */
  steepness: z.number().min(0.3).max(3),
});

/** A kept battlefield on a hill above a town. */
export const strongpointSchema = z.strictObject({
  kind: z.literal('strongpoint'),
  hillHeightM: z.number().min(5).max(80),
  hillRadiusM: z.number().min(40).max(400),
  /** Top of the hill from the viewer. */
  hillAt: offsetM,
  crater: z.strictObject({ at: offsetM, radiusM: z.number().min(4).max(40) }),
  trenches: z.array(z.array(offsetM).min(2)),
  tank: z.strictObject({ at: offsetM, headingDeg }),
  bunker: z.strictObject({ at: offsetM, headingDeg }),
  /** Stone with the hill's name. */
  tablet: offsetM,
  /** Middle of the brick path. */
  path: z.array(offsetM).min(2),
  wires: z.array(z.array(offsetM).min(2)),
  /** Flame trees and frangipanis, by turns. */
  trees: z.array(offsetM),
  /** Where the town ends soonest and the rice fields begin, compass degrees. */
  fieldsToward: headingDeg,
});

/** A lane through a mountain village. */
export const laneSchema = z.strictObject({
  kind: z.literal('lane'),
  /** Middle of the lane from the viewer. */
  line: z.array(offsetM).min(2),
  widthM: z.number().min(1.5).max(6),
  /** Houses along it: place and ridge. */
  houses: z.array(z.strictObject({ at: offsetM, headingDeg })),
  /** The valley that the village looks into, dug deeper than the elevation model has it. */
  carving: carving.optional(),
  /** Peach trees flower. */
  isInBlossom: z.boolean(),
});
