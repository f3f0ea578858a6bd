import type { CalendarMonth } from '#core/calendar/month-agenda';
import type { Narrowing } from '#core/find/narrowing';
import type { CameraView } from '#core/geo/camera-view';
import type { ViewFrame } from '#core/geo/frame-view';
import type { SceneIndex } from '#scene';
import type { FindView } from './find-view';
import type { Layers } from './layers';
import { approachPlace, approachRoute, cameraOfView, openingCamera } from './place-approach';
import type {
  AppState,
  AppStore,
  CameraWish,
  Locale,
  NoticeKey,
  OnlineTerrainPhase,
  Quality,
  SheetHeight,
  VisitorPosition,
} from './store';
import { type StoryActions, storyActions } from './story-actions';
import type { Look, View } from './view';

/** Everything a visitor or an adapter can do to the page, by name. */
export interface Actions extends StoryActions {
  sceneLoaded(scene: SceneIndex): void;
  sceneFailed(): void;
  openPlace(placeId: string): void;
  closePlace(): void;
  openRoute(routeId: string): void;
  closeRoute(): void;
  /** Opens the calendar of events at a month, or turns its pages. */
  openCalendar(month: CalendarMonth): void;
  closeCalendar(): void;
  openPanorama(panoramaId: string, look?: Look): void;
  closePanorama(): void;
  flyHome(): void;
  faceNorth(): void;
  cameraSettled(camera: CameraView): void;
  lookSettled(look: Look): void;
  hoverPlace(placeId: string | null): void;
  restoreView(view: View): void;
  setLocale(locale: Locale): void;
  chooseQuality(quality: Quality): void;
  /** Lowers the preset because frames take too long; does nothing once the visitor chose. */
  measuredQuality(quality: Quality): void;
  setPanelOpen(isPanelOpen: boolean): void;
  setSheetHeight(sheetHeight: SheetHeight): void;
  setAboutOpen(isAboutOpen: boolean): void;
  /** Changes what is looked for. */
  find(change: Partial<FindView>): void;
  narrow(change: Partial<Narrowing>): void;
  foundPlaces(placeIds: readonly string[] | null): void;
  hereBecame(here: VisitorPosition | null): void;
  setLayersPanelOpen(isLayersPanelOpen: boolean): void;
  /** Changes what is drawn on the ground; remembered, and kept in the address. */
  changeLayers(change: Partial<Layers>): void;
  /** Answers the offer of online terrain; remembered. */
  chooseOnlineTerrain(choice: 'yes' | 'no'): void;
  onlineTerrainBecame(phase: OnlineTerrainPhase): void;
  globeSettled(): void;
  frameMeasured(frame: ViewFrame): void;
  notify(messageKey: NoticeKey): void;
  dismissNotice(): void;
}

let lastSerial = 0;

function wish(kind: CameraWish['kind'], view: CameraView): CameraWish {
  lastSerial += 1;
  return { kind, view, serial: lastSerial };
}

function notice(messageKey: NoticeKey): AppState['notice'] {
  lastSerial += 1;
  return { messageKey, serial: lastSerial };
}

/** The actions of a store. */
export function createActions(store: AppStore): Actions {
  const set = store.setState;
  const get = store.getState;
  const setView = (change: Partial<View>, more: Partial<AppState> = {}): void =>
    set((state) => ({ view: { ...state.view, ...change }, ...more }));
  return {
    ...sceneActions(store),
    ...openingActions(store, setView),
    ...storyActions(store, setView, (view) => wish('fly', view)),
    closePlace: () => setView({ placeId: null }),
    closeRoute: () => setView({ routeId: null }),
    openCalendar: (calendar) => setView({ calendar, placeId: null, routeId: null }),
    closeCalendar: () => setView({ calendar: null }),
    closePanorama: () => setView({ panoramaId: null, look: null }),
    cameraSettled: (camera) => setView({ camera }),
    lookSettled: (look) => {
      if (get().view.panoramaId) setView({ look });
    },
    hoverPlace: (hoveredPlaceId) => set({ hoveredPlaceId }),
    setLocale: (locale) => set({ locale }),
    chooseQuality: (quality) => set({ quality, isQualityChosen: true }),
    measuredQuality: (quality) => {
      if (!get().isQualityChosen) set({ quality });
    },
    setPanelOpen: (isPanelOpen) => set({ isPanelOpen }),
    setSheetHeight: (sheetHeight) => set({ sheetHeight }),
    setAboutOpen: (isAboutOpen) => set({ isAboutOpen }),
    find: (change) => setView({ find: { ...get().view.find, ...change } }),
    narrow: (change) => {
      const { find } = get().view;
      setView({ find: { ...find, narrowing: { ...find.narrowing, ...change } } });
    },
    foundPlaces: (foundPlaceIds) => set({ foundPlaceIds }),
    hereBecame: (here) => set({ here }),
    setLayersPanelOpen: (isLayersPanelOpen) => set({ isLayersPanelOpen }),
    changeLayers: (change) => set((state) => ({ layers: { ...state.layers, ...change } })),
    chooseOnlineTerrain: (onlineTerrainChoice) => set({ onlineTerrainChoice }),
    onlineTerrainBecame: (onlineTerrainPhase) => set({ onlineTerrainPhase }),
    globeSettled: () => {
      if (!get().hasGlobeSettled) set({ hasGlobeSettled: true });
    },
    frameMeasured: (frame) => set({ frame }),
    notify: (messageKey) => set({ notice: notice(messageKey) }),
    dismissNotice: () => set({ notice: null }),
  };
}

function sceneActions(
  store: AppStore,
): Pick<Actions, 'sceneLoaded' | 'sceneFailed' | 'restoreView' | 'flyHome' | 'faceNorth'> {
  const { setState: set, getState: get } = store;
  const showView = (view: View, scene: SceneIndex): Partial<AppState> => {
    const known = knownView(view, scene);
    return {
      view: known.view,
      notice: known.unknown ? notice(known.unknown) : null,
      cameraWish: wish('cut', cameraOfView(known.view, scene, get().frame)),
      // A story keeps the map in sight on a phone.
      ...(known.view.story && { sheetHeight: 'peek' as const }),
    };
  };
  return {
    sceneLoaded: (scene) =>
      set((state) => ({ scene, hasSceneFailed: false, ...showView(state.view, scene) })),
    sceneFailed: () => set({ hasSceneFailed: true }),
    restoreView: (view) => {
      const { scene } = get();
      set(scene ? showView(view, scene) : { view });
    },
    flyHome: () => {
      const { scene } = get();
      if (scene) set({ cameraWish: wish('fly', openingCamera(scene, get().frame)) });
    },
    faceNorth: () => {
      const { camera } = get().view;
      if (camera) set({ cameraWish: wish('fly', { ...camera, headingDeg: 0 }) });
    },
  };
}

function openingActions(
  store: AppStore,
  setView: (change: Partial<View>, more?: Partial<AppState>) => void,
): Pick<Actions, 'openPlace' | 'openRoute' | 'openPanorama'> {
  const get = store.getState;
  return {
    openPlace(placeId) {
      const { scene, view } = get();
      const place = scene?.places.find(({ id }) => id === placeId);
      if (!place || !scene) return;
      const headingDeg = (view.camera ?? scene.openingView).headingDeg;
      setView(
        { placeId, panoramaId: null, look: null, story: null },
        {
          cameraWish: wish('fly', approachPlace(place, headingDeg, get().frame)),
          isPanelOpen: true,
          sheetHeight: 'half',
        },
      );
    },
    openRoute(routeId) {
      const route = get().scene?.routes.find(({ id }) => id === routeId);
      if (!route) return;
      setView(
        { routeId, placeId: null, panoramaId: null, look: null, story: null },
        {
          cameraWish: wish('fly', approachRoute(route, get().frame)),
          isPanelOpen: true,
          sheetHeight: 'half',
        },
      );
    },
    openPanorama(panoramaId, look) {
      const panorama = get().scene?.panoramas.find(({ id }) => id === panoramaId);
      if (!panorama) return;
      // From a route's stop one comes back to the route.
      const { routeId, placeId } = get().view;
      const isOnRoute = routeId !== null && placeId === null;
      setView({
        panoramaId,
        placeId: isOnRoute || get().view.story ? null : panorama.placeId,
        look: look ?? null,
      });
    },
  };
}

/** A view without what the scene does not know, and which sentence says so. */
function knownView(view: View, scene: SceneIndex): { view: View; unknown: NoticeKey | null } {
  const hasPlace = view.placeId === null || scene.places.some(({ id }) => id === view.placeId);
  const hasRoute = view.routeId === null || scene.routes.some(({ id }) => id === view.routeId);
  const panorama = scene.panoramas.find(({ id }) => id === view.panoramaId);
  const hasPanorama = view.panoramaId === null || panorama !== undefined;
  const { story } = view;
  const hasStory = story === null || scene.stories.some(({ id }) => id === story.storyId);
  return {
    view: {
      placeId: panorama && !(story && hasStory) ? panorama.placeId : hasPlace ? view.placeId : null,
      routeId: hasRoute ? view.routeId : null,
      panoramaId: hasPanorama ? view.panoramaId : null,
      camera: view.camera,
      look: hasPanorama ? view.look : null,
      calendar: view.calendar,
      story: hasStory ? view.story : null,
      find: scene.routes.some(({ id }) => id === view.find.alongRouteId)
        ? view.find
        : { ...view.find, alongRouteId: null },
    },
    unknown: !hasPanorama
      ? 'notice.unknownPanorama'
      : !hasPlace
        ? 'notice.unknownPlace'
        : !hasRoute
          ? 'notice.unknownRoute'
          : hasStory
            ? null
            : 'notice.unknownStory',
  };
}
