import { z } from 'zod';
import type { LocalizedText } from './bundle';
import type { DeepReadonly } from './deep-readonly';
import { headingDegSchema, pitchDegSchema } from './geography';
import { recordIdSchema } from './record-id';
import { localizedNameSchema } from './text';

/** What can be named on a horizon. */
export const LANDMARK_KINDS = ['summit', 'pass', 'town', 'village', 'lake'] as const;

export type LandmarkKind = (typeof LANDMARK_KINDS)[number];

/** Raised when the same panorama over the same terrain would be labelled in another way. */
export const HORIZON_LABELS_VERSION = 1;

/** One thing that can be seen from a viewpoint and has a name. */
export const horizonLandmarkSchema = z.strictObject({
  /** Of a place, or of a point of the sketch's table. */
  id: z.string().min(1),
  /** Where it leads; only where it is a place of ours. */
  placeId: recordIdSchema.exactOptional(),
  kind: z.enum(LANDMARK_KINDS),
  name: localizedNameSchema,
  /** True direction: compass heading, and elevation with curvature and refraction. */
  headingDeg: headingDegSchema,
  pitchDeg: pitchDegSchema,
  /** Where a render shows it, as its terrain is coarser; only for renders. */
  drawnPitchDeg: pitchDegSchema.exactOptional(),
  distanceM: z.number().min(0),
  heightOrthometricM: z.number(),
  /** How far the line of sight stays above the ground at its tightest. */
  clearanceM: z.number(),
});

/**
 * What `panoramas/<id>/labels.json` holds: the names on a panorama's horizon, the most important
 * first. Written by `arc panorama labels`.
 */
export const horizonLabelsSchema = z.strictObject({
  schemaVersion: z.literal(1),
  labelsVersion: z.int(),
  /** Elevation model that decided what hides what: a file's name, a tile set's id, or `sketch`. */
  terrain: z.string().min(1),
  /** Of viewpoint, names around and recipe: another hash, and the labels are stale. */
  inputHash: z.string().regex(/^[0-9a-f]{16}$/),
  landmarks: z.array(horizonLandmarkSchema),
});

export type HorizonLandmark = DeepReadonly<z.output<typeof horizonLandmarkSchema>>;
export type HorizonLabels = DeepReadonly<z.output<typeof horizonLabelsSchema>>;

/** Names on a panorama's horizon as the viewer reads them, the most important first. */
export interface HorizonNames {
  /** Of the panorama. */
  readonly id: string;
  readonly names: readonly HorizonName[];
}

/** One of them. */
export interface HorizonName {
  readonly id: string;
  /** Where a tap leads; null where it is no place of ours. */
  readonly placeId: string | null;
  readonly kind: LandmarkKind;
  readonly name: LocalizedText;
  /** Where the picture shows it. */
  readonly headingDeg: number;
  readonly pitchDeg: number;
  readonly distanceM: number;
  readonly heightOrthometricM: number;
}
