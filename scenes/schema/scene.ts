import { z } from 'zod';
import type { DeepReadonly } from './deep-readonly';
import { boxDegSchema, cameraViewSchema } from './geography';
import { recordHeader, SCENE_SCHEMA_VERSION } from './record-header';
import { recordIdSchema } from './record-id';
import { sourcesSchema } from './source';
import { localizedNameSchema, localizedProseSchema } from './text';

/** Open height tiles of the world: terrarium PNG, web mercator, no key. */
export const OPEN_TERRAIN_TILES = {
  urlTemplate: 'https://s3.amazonaws.com/elevation-tiles-prod/terrarium/{z}/{x}/{y}.png',
  // 38 m at the equator: what lies under the region is a 30 m model, deeper tiles only smooth it.
  maxZoom: 12,
  credit:
    'Terrain Tiles by Mapzen: ArcticDEM, CDEM, DATA.GV.AT, ETOPO1, EU-DEM, GMTED, INEGI, ' +
    'Kartverket, LINZ, NED, SRTM, UK Environment Agency',
} as const;

/** Where the online terrain comes from; the open tiles of the world if nothing is said. */
const onlineTerrainSourceSchema = z.strictObject({
  /** Address of a terrarium PNG with `{z}`, `{x}` and `{y}` (XYZ, web mercator). */
  urlTemplate: z
    .string()
    .regex(/^https?:\/\/(?=.*\{z\})(?=.*\{x\})(?=.*\{y\})\S+$/, 'an address with {z}, {x} and {y}'),
  maxZoom: z.int().min(0).max(15),
  /** What the licence asks to be shown. */
  credit: z.string().min(1),
});

/** The whole map: `scene.json`; its id is the name of its folder. */
export const sceneSchema = z.strictObject({
  ...recordHeader,
  title: localizedNameSchema,
  subtitle: localizedProseSchema,
  /** Where places and roads may lie; gateways and far ends of routes are exempt. */
  regionBoxDeg: boxDegSchema,
  /** Where the globe looks when nobody said otherwise. */
  openingView: cameraViewSchema,
  /** Routes drawn while none is selected; all where nothing is said. */
  shownRouteIds: z.array(recordIdSchema).optional(),
  /** Open terrain tiles from elsewhere: never, only after a yes, or at once. */
  onlineTerrain: z.enum(['off', 'ask', 'on']).default('ask'),
  onlineTerrainSource: onlineTerrainSourceSchema.default(OPEN_TERRAIN_TILES),
  terrain: z.strictObject({
    tilesetId: recordIdSchema,
    tier: z.enum(['sketch', 'surveyed']),
  }),
  imagery: z.strictObject({ tilesetId: recordIdSchema }),
  sources: sourcesSchema,
});

export type Scene = DeepReadonly<z.output<typeof sceneSchema>>;

/** The region that design.md fixes, and what a new scene starts with. */
export const SCENE_DEFAULTS = {
  schemaVersion: SCENE_SCHEMA_VERSION,
  onlineTerrain: 'ask',
  regionBoxDeg: { westDeg: 101.8, southDeg: 20.2, eastDeg: 106.3, northDeg: 23.5 },
} as const satisfies Partial<Scene>;
