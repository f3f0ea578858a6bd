import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CameraView } from '#core/geo/camera-view';
import type { ViewFrame } from '#core/geo/frame-view';
import type { SceneIndex } from '#scene';
import { LAYER_DEFAULTS, type Layers } from './layers';
import { type Look, OPENING_VIEW, type View } from './view';

/** Languages of the user interface. */
export type Locale = 'vi' | 'en';

/** How much the globe draws. */
export type Quality = 'full' | 'balanced' | 'lean';

/** Something the visitor should know, said once in a sentence. */
export interface Notice {
  /** Key of the sentence in the language files. */
  readonly messageKey: NoticeKey;
  readonly serial: number;
}

export type NoticeKey =
  | 'notice.unknownPlace'
  | 'notice.unknownPanorama'
  | 'notice.unknownRoute'
  | 'notice.unknownStory'
  | 'notice.terrainFailed'
  | 'notice.imageryFailed'
  | 'notice.panoramaFailed'
  | 'notice.linkCopied'
  | 'notice.linkNotCopied'
  | 'place.linkCopied'
  | 'notice.pictureSaved'
  | 'notice.pictureNotSaved'
  | 'notice.noPhoneSense'
  | 'find.nearMeRefused'
  | 'notice.onlineTerrainFailed'
  | 'notice.onlineTerrainLost'
  | 'notice.contextRestored';

/** A movement asked of the globe's camera; a new serial is a new wish. */
export interface CameraWish {
  readonly kind: 'fly' | 'cut';
  readonly view: CameraView;
  readonly serial: number;
}

/** Where the visitor's device says that it is. */
export interface VisitorPosition {
  readonly lonDeg: number;
  readonly latDeg: number;
}

/** How tall the phone's bottom sheet stands. */
export type SheetHeight = 'peek' | 'half' | 'full';

/** Whether the visitor wants terrain from the network; null while not asked. */
export type OnlineTerrainChoice = 'yes' | 'no' | null;

/** What became of that wish. */
export type OnlineTerrainPhase = 'off' | 'connecting' | 'on';

export interface AppState {
  readonly scene: SceneIndex | null;
  readonly hasSceneFailed: boolean;
  readonly view: View;
  readonly cameraWish: CameraWish | null;
  readonly hoveredPlaceId: string | null;
  readonly locale: Locale;
  readonly quality: Quality;
  /** True once the visitor chose the preset: then frame times no longer change it. */
  readonly isQualityChosen: boolean;
  readonly isPanelOpen: boolean;
  readonly sheetHeight: SheetHeight;
  readonly isAboutOpen: boolean;
  /** Places that the search leaves on the map; null while nothing is looked for. */
  readonly foundPlaceIds: readonly string[] | null;
  /** Where the visitor is, once asked for; never kept, never in the address. */
  readonly here: VisitorPosition | null;
  readonly layers: Layers;
  readonly isLayersPanelOpen: boolean;
  readonly onlineTerrainChoice: OnlineTerrainChoice;
  readonly onlineTerrainPhase: OnlineTerrainPhase;
  /** True once the globe showed a whole view: nothing is offered before that. */
  readonly hasGlobeSettled: boolean;
  /** The picture and how much of it panels cover: where the camera puts what it looks at. */
  readonly frame: ViewFrame;
  readonly notice: Notice | null;
}

/** The one store of the app: read without hooks by adapters' wiring, with hooks by features. */
export type AppStore = StoreApi<AppState>;

/** What a store starts with. */
export interface StoreOptions {
  readonly view: View;
  readonly locale: Locale;
  readonly quality: Quality;
  readonly isQualityChosen: boolean;
  readonly onlineTerrainChoice: OnlineTerrainChoice;
  readonly layers?: Layers;
}

/** A store for one page. */
export function createAppStore(options: StoreOptions): AppStore {
  return createStore<AppState>()(() => ({
    scene: null,
    hasSceneFailed: false,
    cameraWish: null,
    hoveredPlaceId: null,
    isPanelOpen: true,
    sheetHeight: 'half',
    isAboutOpen: false,
    foundPlaceIds: null,
    here: null,
    isLayersPanelOpen: false,
    layers: LAYER_DEFAULTS,
    onlineTerrainPhase: 'off',
    hasGlobeSettled: false,
    frame: { widthPx: 0, heightPx: 0, leftPx: 0, bottomPx: 0 },
    notice: null,
    ...options,
  }));
}

export { type Look, OPENING_VIEW, type View };
