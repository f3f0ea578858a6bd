import {
  type NarrationAudio,
  type NarrationDetail,
  type Panorama,
  type Story,
  type StoryChapter,
  type StoryChapterDetail,
  type StoryDetail,
  type StorySummary,
  sourceLine,
} from '#scene';

/** What chapters refer to. */
export interface StorySurroundings {
  /** Panoramas that are shown. */
  readonly shownPanoramaIds: ReadonlySet<string>;
  /** Every panorama by id, drafts too. */
  readonly panoramas: ReadonlyMap<string, Panorama>;
}

/** What a list of stories needs. */
export function storySummary(story: Story, detailUrl: string): StorySummary {
  const { id, title, provinceIds, chapters } = story;
  return { id, title, provinceIds, chapterCount: chapters.length, detailUrl };
}

/** A story as it is played. */
export function storyDetail(story: Story, around: StorySurroundings): StoryDetail {
  return {
    id: story.id,
    title: story.title,
    summary: story.summary,
    chapters: story.chapters.map((chapter) => chapterDetail(story.id, chapter, around)),
    sources: story.sources.map(sourceLine),
  };
}

function chapterDetail(
  storyId: string,
  chapter: StoryChapter,
  { shownPanoramaIds, panoramas }: StorySurroundings,
): StoryChapterDetail {
  const { title, narration } = chapter;
  const told = {
    title,
    narration,
    durationS: chapter.durationS ?? null,
    audio: audioDetail(storyId, chapter),
  };
  if (chapter.type === 'globe') {
    const { view, placeId = null, routeId = null } = chapter;
    return { ...told, type: 'globe', view, placeId, routeId };
  }
  if (shownPanoramaIds.has(chapter.panoramaId)) {
    const { panoramaId, view = null } = chapter;
    return { ...told, type: 'panorama', panoramaId, view };
  }
  // A draft is not shown: the chapter looks at its place from above instead.
  const placeId = panoramas.get(chapter.panoramaId)?.placeId ?? null;
  return { ...told, type: 'globe', view: null, placeId, routeId: null };
}

function audioDetail(storyId: string, { audio }: StoryChapter): StoryChapterDetail['audio'] {
  return {
    ...(audio?.vi !== undefined && { vi: narrationDetail(storyId, audio.vi) }),
    ...(audio?.en !== undefined && { en: narrationDetail(storyId, audio.en) }),
  };
}

function narrationDetail(storyId: string, audio: NarrationAudio): NarrationDetail {
  const { file, captions, isSynthetic, durationS } = audio;
  const folder = `narration/${storyId}/`;
  return { url: folder + file, captionsUrl: folder + captions, isSynthetic, durationS };
}
