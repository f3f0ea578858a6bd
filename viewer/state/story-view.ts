/** The story that is told, and which of its pictures is shown. */
export interface StoryView {
  readonly storyId: string;
  /** From 0. */
  readonly chapter: number;
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The query's parts of a story; people count from one. */
export function encodeStory(story: StoryView | null): readonly string[] {
  if (!story) return [];
  return [
    `story=${story.storyId}`,
    ...(story.chapter === 0 ? [] : [`chapter=${story.chapter + 1}`]),
  ];
}

/** The story of a query; null where it names none. */
export function decodeStory(query: URLSearchParams): StoryView | null {
  const storyId = query.get('story');
  if (storyId === null || !ID.test(storyId)) return null;
  const chapter = Number(query.get('chapter') ?? 1);
  return { storyId, chapter: Number.isInteger(chapter) && chapter > 1 ? chapter - 1 : 0 };
}
