import { z } from 'zod';
import { carving, roadSchema } from './recipe-hills';

const lonDeg = z.number().min(-180).max(180);
const latDeg = z.number().min(-90).max(90);
const lonLat = z.tuple([lonDeg, latDeg]);
const headingDeg = z.number().min(0).lt(360);

/** Groups of houses. */
const hamletSchema = z.strictObject({
  lonDeg,
  latDeg,
  count: z.int().min(1).max(60),
  radiusM: z.number().min(10).max(1200),
});

/** A reservoir in real valleys. */
export const lakeSchema = z.strictObject({
  kind: z.literal('lake'),
  levelOrthometricM: z.number().min(0).max(4000),
  /** How far the lake has fallen below its full line: a bare band that high. */
  drawdownM: z.number().min(0).max(40),
  /** 0 = a mirror, 1 = a breeze. */
  windRatio: z.number().min(0).max(1),
  /** A floating jetty under the viewer runs out this way; absent = stands on the ground. */
  jettyHeadingDeg: headingDeg.optional(),
  /** A wooden deck under the viewer that looks one way, its floor over the ground. */
  deck: z.strictObject({ headingDeg, floorM: z.number().min(0.3).max(12) }).optional(),
  boatCount: z.int().min(0).max(60),
  /** Rafts with fish cages. */
  cages: z.array(lonLat),
  hamlets: z.array(hamletSchema),
  /** Tops of drowned hills that the elevation model is too coarse for. */
  islands: z.array(
    z.strictObject({
      lonDeg,
      latDeg,
      radiusM: z.number().min(20).max(900),
      heightM: z.number().min(1).max(200),
    }),
  ),
});

/** Limestone country: peak clusters, cliffs, a gorge, what people built there. */
export const karstSchema = z.strictObject({
  kind: z.literal('karst'),
  /** Peaks that a coarse elevation model shows as smooth humps. */
  towers: z.strictObject({
    heightM: z.number().min(0).max(400),
    spacingM: z.number().min(80).max(1500),
    coverRatio: z.number().min(0).max(1),
    /** None nearer to the viewer than this. */
    fromM: z.number().min(0).max(5000),
    /** None where the land lies lower than this above the sea: valley floors. */
    aboveM: z.number().min(0).max(4000),
  }),
  /** Slopes broken into cliffs and ledges, 0 = smooth. */
  cliffRatio: z.number().min(0).max(1),
  bedM: z.number().min(10).max(300),
  /** A river in a gorge, held back to one level. */
  river: z
    .strictObject({
      line: z.array(lonLat).min(2),
      levelOrthometricM: z.number().min(0).max(4000),
      halfWidthM: z.number().min(4).max(300),
      /** Rise over run of its walls, as far as the land is higher. */
      wallSlope: z.number().min(0.3).max(6),
    })
    .optional(),
  /** The drop before the viewer, steeper than the elevation model has it. */
  brink: carving.optional(),
  roads: z.array(roadSchema),
  /** A paved viewing terrace with a railing round the viewer. */
  terrace: z
    .strictObject({
      headingDeg,
      lengthM: z.number().min(4).max(60),
      aheadM: z.number().min(1).max(20),
      behindM: z.number().min(1).max(20),
    })
    .optional(),
  /** White rubble and walls where stone was cut, round a place. */
  whiteCuts: z.array(z.strictObject({ lonDeg, latDeg, radiusM: z.number().min(5).max(600) })),
  /** A flag tower on a round hill that the elevation model is too coarse for. */
  flagTower: z
    .strictObject({
      lonDeg,
      latDeg,
      hillHeightM: z.number().min(0).max(300),
      hillRadiusM: z.number().min(20).max(600),
      /** Foot of the stone stairs that lead up to it. */
      stairsFrom: lonLat,
    })
    .optional(),
  /** Level ground below this height is rice land. */
  riceBelowM: z.number().min(0).max(2000).optional(),
  /** Fields of buckwheat in flower. */
  buckwheat: z.array(z.strictObject({ lonDeg, latDeg, radiusM: z.number().min(10).max(900) })),
  hamlets: z.array(hamletSchema.extend({ people: z.enum(['thai', 'mong', 'lo-lo']) })),
  /** Roadside stalls: place and the way their fronts look. */
  stalls: z.array(z.strictObject({ lonDeg, latDeg, headingDeg })),
});

/** Old mountain forest on a walkers' path. */
export const forestSchema = z.strictObject({
  kind: z.literal('forest'),
  /** Middle of the path, vertices that a person laid; the viewer stands on it. */
  path: z.array(lonLat).min(2),
  /** Rhododendrons flower. */
  isInBlossom: z.boolean(),
});
