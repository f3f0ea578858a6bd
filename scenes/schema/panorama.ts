import { z } from 'zod';
import { blurSchema } from './blur';
import { dateSchema } from './calendar';
import type { DeepReadonly } from './deep-readonly';
import type { FormatCode } from './format-rules';
import { cameraPositionSchema, headingDegSchema, pitchDegSchema } from './geography';
import { hotspotSchema, mediaFileSchema } from './hotspot';
import { licenceSchema } from './licence';
import { linkSchema } from './link';
import { recordHeader } from './record-header';
import { recordIdSchema } from './record-id';
import { sourceSchema } from './source';
import { localizedNameSchema, localizedProseSchema, nameTextSchema } from './text';
import { orUnknown } from './unknown-value';

/** Values of a panorama where its record says nothing. */
export const PANORAMA_DEFAULTS = {
  order: 0,
  medium: 'still',
  isDraft: false,
  isNearGroundImagined: false,
  tileFormat: 'webp',
  firstViewPitchDeg: 0,
  firstViewVerticalFovDeg: 65,
} as const;

/** What a published panorama must have; without one of them it is a draft. */
export const PUBLISHING_FIELDS = ['credit', 'licence', 'date', 'position', 'pose'] as const;

/** Orientation of the image centre (GPano Pose*Degrees): true north, never magnetic. */
export const poseSchema = z.strictObject({
  headingDeg: headingDegSchema,
  pitchDeg: pitchDegSchema.default(0),
  rollDeg: z.number().min(-180).max(180).default(0),
});

/** Where the visitor looks on entering. */
export const firstViewSchema = z.strictObject({
  headingDeg: headingDegSchema,
  pitchDeg: pitchDegSchema.default(PANORAMA_DEFAULTS.firstViewPitchDeg),
  verticalFovDeg: z.number().min(20).max(120).default(PANORAMA_DEFAULTS.firstViewVerticalFovDeg),
});

/** People in the picture, and what allows us to show them. */
export const peopleInPictureSchema = z.enum(['none', 'consented', 'blurred', 'not-recognisable']);

const FILE_NAME = /^[a-z0-9][a-z0-9.-]*$/;

const panoramaBase = {
  ...recordHeader,
  /** The place it belongs to; the record lies in the folder of that place's first province. */
  placeId: recordIdSchema,
  /** Panoramas of a place are shown by ascending order, then id. */
  order: z.int().min(0).max(999).default(PANORAMA_DEFAULTS.order),
  title: localizedNameSchema,
  description: localizedProseSchema,
  medium: z.enum(['still', 'video']).default(PANORAMA_DEFAULTS.medium),
  /** Equirectangular film of a `video`; the master picture is what stands before it plays. */
  videoFile: mediaFileSchema.exactOptional(),
  /**
   * Season or hour, where the same viewpoint has several pictures ("Ripe rice, morning"). Pictures
   * of a place within three metres of each other are one viewpoint.
   */
  moment: localizedNameSchema.exactOptional(),
  isDraft: z.boolean().default(PANORAMA_DEFAULTS.isDraft),
  position: cameraPositionSchema.exactOptional(),
  pose: poseSchema.exactOptional(),
  firstView: firstViewSchema.exactOptional(),
  credit: nameTextSchema.exactOptional(),
  licence: licenceSchema.exactOptional(),
  /** When it was taken or drawn. */
  date: dateSchema.exactOptional(),
  people: orUnknown(peopleInPictureSchema).exactOptional(),
  /** Blurred in every tile and in the preview; the master picture itself stays as it is. */
  blurs: z.array(blurSchema).max(200).default([]),
  /** Of the tiles: WebP, or JPEG where very old devices must be served. */
  tileFormat: z.enum(['webp', 'jpeg']).default(PANORAMA_DEFAULTS.tileFormat),
  links: z.array(linkSchema).default([]),
  hotspots: z.array(hotspotSchema).default([]),
  sources: z.array(sourceSchema).default([]),
};

/** Taken with a camera. */
const photoSchema = z.strictObject({ ...panoramaBase, kind: z.literal('photo') });

/** Drawn by our renderer from terrain, season and hour. */
const renderSchema = z.strictObject({
  ...panoramaBase,
  kind: z.literal('render'),
  /** Recipe in `panoramas/<id>/` that draws the same picture again. */
  recipe: z
    .string()
    .max(80)
    .regex(FILE_NAME, 'scene-file-format' satisfies FormatCode),
  isNearGroundImagined: z.boolean().default(PANORAMA_DEFAULTS.isNearGroundImagined),
  /** What is invented in it. */
  renderNote: localizedProseSchema,
});

/**
 * A 360° picture and where it looks from. A published one has credit, licence, date, position and
 * heading; a draft may lack them.
 */
export const panoramaSchema = z
  .discriminatedUnion('kind', [photoSchema, renderSchema])
  .check((context) => {
    if (context.value.medium === 'video' && context.value.videoFile === undefined) {
      const message: FormatCode = 'scene-file-format';
      context.issues.push({ code: 'custom', message, path: ['videoFile'], input: undefined });
    }
    if (context.value.isDraft) return;
    for (const field of PUBLISHING_FIELDS) {
      if (context.value[field] !== undefined) continue;
      const message: FormatCode = 'scene-draft-needed';
      context.issues.push({ code: 'custom', message, path: [field], input: undefined });
    }
  });

export type Panorama = DeepReadonly<z.output<typeof panoramaSchema>>;
/** A panorama as a file has it: what has a default may be absent. */
export type PanoramaInput = DeepReadonly<z.input<typeof panoramaSchema>>;

/** A panorama with everything that a visitor must be told. */
export type PublishedPanorama = Panorama &
  Required<Pick<Panorama, (typeof PUBLISHING_FIELDS)[number]>>;

/** Whether nothing is missing that a visitor must be told (a complete draft counts). */
export function isPublishable(panorama: Panorama): panorama is PublishedPanorama {
  return PUBLISHING_FIELDS.every((field) => panorama[field] !== undefined);
}
