import { z } from 'zod';
import { AssetError } from '#core/errors';
import {
  laneSchema,
  passSchema,
  ridgeSchema,
  type roadSchema,
  strongpointSchema,
  teaSchema,
} from './recipe-hills';
import { terracesSchema } from './recipe-terraces';
import { forestSchema, karstSchema, lakeSchema } from './recipe-water';
import { stillSchema } from './still/still-recipe';

const lonDeg = z.number().min(-180).max(180);
const latDeg = z.number().min(-90).max(90);
const position = z.strictObject({ lonDeg, latDeg });
const ratio = z.number().min(0).max(20);
const text = z.object({ vi: z.string().min(1), en: z.string().min(1) }).catchall(z.string());

const nearFieldSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('summit'),
    /** Highest point: what stands on the summit is placed from here, for every viewpoint. */
    anchor: position,
    summitHeightOrthometricM: z.number().min(0).max(9000),
    /** Small paved terrace further down, at the end of the stairs. */
    landing: z.strictObject({ lonDeg, latDeg, widthM: z.number().min(3).max(14) }).optional(),
  }),
  terracesSchema,
  passSchema,
  teaSchema,
  ridgeSchema,
  laneSchema,
  strongpointSchema,
  lakeSchema,
  karstSchema,
  forestSchema,
  z.strictObject({ kind: z.literal('ground') }),
  stillSchema,
]);

/** What `panoramas/<id>/recipe.json` holds: everything that the renderer is told. */
export const recipeSchema = z.strictObject({
  schemaVersion: z.literal(1),
  viewpoint: z.strictObject({
    lonDeg,
    latDeg,
    eyeHeightAboveGroundM: z.number().min(0.3).max(400),
    /** Ground height above the sea (EGM96) where it is known better than by the DEM. */
    groundHeightOrthometricM: z.number().min(-100).max(9000).optional(),
  }),
  /** Local date and hour in Vietnam (UTC+7), `YYYY-MM-DDTHH:mm`. */
  dateTime: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/),
  season: z.enum(['flooded', 'young', 'ripe', 'fallow', 'green', 'dry']),
  weather: z.strictObject({
    /** Aerosol, 1 = clear mountain air after rain, 3 = usual afternoon, 8 = smoke season. */
    hazeRatio: ratio,
    /** Cirrus veil, 0 = none, 1 = streaks over half the sky. */
    cirrusRatio: z.number().min(0).max(1),
    /** Fair-weather cumulus, 0 = none, 1 = broken. */
    cumulusRatio: z.number().min(0).max(1),
    /** Fields of small rolls and flakes half-way up, 0 = none, 1 = over most of the sky. */
    altocumulusRatio: z.number().min(0).max(1).optional(),
    cloudSea: z
      .strictObject({
        topHeightOrthometricM: z.number().min(0).max(6000),
        /** How deep the deck is below its top; ground below it is hidden. */
        thicknessM: z.number().min(50).max(3000),
      })
      .optional(),
    morningMist: z
      .strictObject({
        /** Height at which the mist has thinned to a third of its density at the valley floor. */
        topHeightOrthometricM: z.number().min(0).max(6000),
        densityRatio: ratio,
      })
      .optional(),
  }),
  nearField: nearFieldSchema,
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  /** Photographer's correction, stops; 0 = as metered on the band round the horizon. */
  exposureEv: z.number().min(-4).max(4),
  /** True where the first kilometre shows forms that no elevation model or survey gave us. */
  isNearGroundImagined: z.boolean(),
  /** Where a line, a height or a form in this recipe comes from. */
  sources: z.array(z.string()).optional(),
  /** True directions of things worth naming, for hotspots. */
  landmarks: z.array(
    z.strictObject({
      name: text,
      headingDeg: z.number().min(0).lt(360),
      pitchDeg: z.number().min(-90).max(90),
    }),
  ),
});

/** A checked recipe. */
export type Recipe = z.infer<typeof recipeSchema>;
/** One road of a pass. */
export type RecipeRoad = z.infer<typeof roadSchema>;

/**
 * Reads a recipe.
 *
 * @param json - the text of a recipe.json
 * @param file - its name as the user knows it, for messages
 * @throws AssetError `recipe-invalid` with the JSON path of the first fault
 */
export function parseRecipe(json: string, file: string): Recipe {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (cause) {
    throw new AssetError(
      'recipe-invalid',
      { file, path: '$', expected: 'JSON', found: (cause as Error).message, fix: 'Mend the file.' },
      { cause },
    );
  }
  const parsed = recipeSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AssetError('recipe-invalid', {
    file,
    path: jsonPath(issue?.path ?? []),
    expected: issue?.message ?? 'a valid recipe',
    found: shortly(valueAt(data, issue?.path ?? [])),
    fix: 'Change the recipe; tools/panorama/render/recipe.ts says what each field means.',
  });
}

function jsonPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}.${String(key)}`),
    '$',
  );
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

function shortly(value: unknown): string {
  const json = JSON.stringify(value);
  if (json === undefined) return 'nothing';
  return json.length > 80 ? `${json.slice(0, 77)}...` : json;
}
