import { z } from 'zod';
import type { DeepReadonly } from './deep-readonly';
import { boxDegSchema, cameraViewSchema } from './geography';
import { recordHeader, SCENE_SCHEMA_VERSION } from './record-header';
import { recordIdSchema } from './record-id';
import { sourcesSchema } from './source';
import { localizedNameSchema, localizedProseSchema } from './text';

/** The whole map: `scene.json`; its id is the name of its folder. */
export const sceneSchema = z.strictObject({
  ...recordHeader,
  title: localizedNameSchema,
  subtitle: localizedProseSchema,
  /** Where places and roads may lie; gateways and far ends of routes are exempt. */
  regionBoxDeg: boxDegSchema,
  /** Where the globe looks when nobody said otherwise. */
  openingView: cameraViewSchema,
  /** Open terrain tiles from elsewhere: never, only after a yes, or at once. */
  onlineTerrain: z.enum(['off', 'ask', 'on']).default('ask'),
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
