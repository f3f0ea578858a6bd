import { z } from 'zod';
import type { DeepReadonly } from './deep-readonly';
import { cameraViewSchema } from './geography';
import { firstViewSchema } from './panorama';
import { recordHeader } from './record-header';
import { recordIdSchema, recordIdsSchema } from './record-id';
import { sourcesSchema } from './source';
import { localizedNameSchema, localizedProseSchema } from './text';

/** A narration as sound; its file and captions lie in `narration/<story id>/`. */
export const narrationAudioSchema = z.strictObject({
  file: z.string().regex(/^\d{2}\.[A-Za-z-]+\.(?:ogg|opus|webm|mp3|m4a|wav)$/),
  /** WebVTT beside it. */
  captions: z.string().regex(/^\d{2}\.[A-Za-z-]+\.vtt$/),
  /** True for a machine's voice; listeners are told. */
  isSynthetic: z.boolean(),
  durationS: z.number().min(0.1).max(600),
});

const chapterBase = {
  title: localizedNameSchema,
  /** Shown, and read aloud: written to be heard. */
  narration: localizedProseSchema,
  /** Time to stay; the length of the narration decides where absent. */
  durationS: z.number().min(2).max(600).exactOptional(),
  /** Written by `arc story speak`; absent until then. */
  audio: z
    .strictObject({
      vi: narrationAudioSchema.exactOptional(),
      en: narrationAudioSchema.exactOptional(),
    })
    .exactOptional(),
};

/** One picture of a story: over the globe, or inside a panorama. */
export const storyChapterSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...chapterBase,
    type: z.literal('globe'),
    view: cameraViewSchema,
    placeId: recordIdSchema.exactOptional(),
    routeId: recordIdSchema.exactOptional(),
  }),
  z.strictObject({
    ...chapterBase,
    type: z.literal('panorama'),
    panoramaId: recordIdSchema,
    view: firstViewSchema.exactOptional(),
  }),
]);

/** A told journey. */
export const storySchema = z.strictObject({
  ...recordHeader,
  title: localizedNameSchema,
  summary: localizedProseSchema,
  provinceIds: recordIdsSchema.min(1),
  chapters: z.array(storyChapterSchema).min(2).max(24),
  sources: sourcesSchema,
});

export type StoryChapter = DeepReadonly<z.output<typeof storyChapterSchema>>;
export type Story = DeepReadonly<z.output<typeof storySchema>>;
export type NarrationAudio = DeepReadonly<z.output<typeof narrationAudioSchema>>;
