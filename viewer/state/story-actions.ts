import type { StoryChapterDetail } from '#scene';
import { approachPlace, approachRoute, openingCamera } from './place-approach';
import type { AppState, AppStore } from './store';
import type { View } from './view';

/** What can be done with stories. */
export interface StoryActions {
  openStory(storyId: string, chapter?: number): void;
  closeStory(): void;
  goToChapter(chapter: number): void;
  /** Shows what a chapter is about: on the globe, or inside a panorama. */
  showChapter(chapter: StoryChapterDetail): void;
}

/** The actions of stories over a store. */
export function storyActions(
  store: AppStore,
  setView: (change: Partial<View>, more?: Partial<AppState>) => void,
  fly: (view: NonNullable<View['camera']>) => AppState['cameraWish'],
): StoryActions {
  const get = store.getState;
  return {
    openStory(storyId, chapter = 0) {
      const story = get().scene?.stories.find(({ id }) => id === storyId);
      if (!story) return;
      setView(
        { ...NOTHING_ELSE, story: { storyId, chapter: within(chapter, story.chapterCount) } },
        { sheetHeight: 'peek' },
      );
    },
    closeStory: () => setView({ story: null, panoramaId: null, look: null, routeId: null }),
    goToChapter(chapter) {
      const { scene, view } = get();
      const story = scene?.stories.find(({ id }) => id === view.story?.storyId);
      if (!story) return;
      setView({ story: { storyId: story.id, chapter: within(chapter, story.chapterCount) } });
    },
    showChapter(chapter) {
      const { scene, frame } = get();
      if (!scene) return;
      if (chapter.type === 'panorama') {
        const isThere = scene.panoramas.some(({ id }) => id === chapter.panoramaId);
        if (isThere) return setView({ panoramaId: chapter.panoramaId, look: chapter.view });
      }
      const onGlobe = chapter.type === 'globe' ? chapter : NO_TARGET;
      const place = scene.places.find(({ id }) => id === onGlobe.placeId);
      const route = scene.routes.find(({ id }) => id === onGlobe.routeId);
      const view =
        onGlobe.view ??
        (place && approachPlace(place, scene.openingView.headingDeg, frame)) ??
        (route && approachRoute(route, frame)) ??
        openingCamera(scene, frame);
      // In the view too: a globe that is only being made begins there.
      setView(
        { panoramaId: null, look: null, routeId: route?.id ?? null, camera: view },
        { cameraWish: fly(view), hoveredPlaceId: place?.id ?? null },
      );
    },
  };
}

const NO_TARGET = { view: null, placeId: null, routeId: null } as const;
const NOTHING_ELSE = {
  placeId: null,
  routeId: null,
  panoramaId: null,
  look: null,
  calendar: null,
} as const satisfies Partial<View>;

function within(chapter: number, count: number): number {
  return Math.min(Math.max(0, count - 1), Math.max(0, chapter));
}
