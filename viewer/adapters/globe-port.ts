import type { CameraView } from '#core/geo/camera-view';
import type { FollowingPort } from './following-port';
import type { LineLook } from './line-looks';
import type { OnlineTerrain } from './online-terrain-port';

/** How much a globe draws: `lean` has no sky effects and suits weak computers and tests. */
export type QualityPreset = 'full' | 'balanced' | 'lean';

/** A place as the globe draws it. */
export interface GlobePlace {
  readonly id: string;
  readonly label: string;
  /** Language of the label, for screen readers and fonts. */
  readonly labelLanguage: string;
  readonly lonDeg: number;
  readonly latDeg: number;
  /** Used until the terrain under the place is loaded. */
  readonly heightEllipsoidalM: number;
  /** 1 = seen from far away, 5 = only near by. */
  readonly importance: number;
  readonly hasPanorama: boolean;
}

/** A route as the globe draws it: lines on the ground. */
export interface GlobeRoute {
  readonly id: string;
  readonly colour: 'gold' | 'green' | 'mist';
  readonly lines: readonly (readonly (readonly [lonDeg: number, latDeg: number])[])[];
}

/** Lines that are switched on and off together. */
export type GlobeLineLayer = 'borders' | 'rivers' | 'roads';

/** A line on the ground beside the routes. */
export interface GlobeLine {
  readonly look: LineLook;
  readonly coordinates: readonly (readonly [lonDeg: number, latDeg: number])[];
}

/** The name of a province: written quietly where there is room, from far enough away. */
export interface GlobeRegionName {
  readonly id: string;
  readonly label: string;
  readonly labelLanguage: string;
  /** Where it may stand, the best first. */
  readonly spots: readonly (readonly [lonDeg: number, latDeg: number])[];
}

/** What the globe points out. */
export interface GlobeHighlight {
  readonly selectedPlaceId: string | null;
  readonly hoveredPlaceId: string | null;
  readonly selectedRouteId: string | null;
}

/** Events of a globe and what they carry. */
export interface GlobeEvents {
  /** The camera came to rest, or moved on for a quarter of a second. */
  readonly viewSettled: CameraView;
  /** Every drawn frame in which the camera moved: never route this into React or a store. */
  readonly viewMoved: CameraView;
  readonly placePicked: string | null;
  readonly placeHovered: string | null;
  /** The ground under the mouse, at every move; worked out only while somebody listens. */
  readonly groundHovered: { readonly lonDeg: number; readonly latDeg: number } | null;
  /** All tiles in view are drawn. */
  readonly tilesSettled: null;
  /** The graphics context is gone; this globe must be replaced by a new one. */
  readonly contextLost: null;
}

/** A globe that knows places, routes and a camera; contract-tested against the real thing. */
export interface GlobePort extends FollowingPort {
  setPlaces(places: readonly GlobePlace[]): void;
  setHighlight(highlight: GlobeHighlight): void;
  /** Draws the lines of a layer in place of those it had; none takes them away. */
  setLines(layer: GlobeLineLayer, lines: readonly GlobeLine[]): void;
  setRegionNames(names: readonly GlobeRegionName[]): void;
  setQuality(preset: QualityPreset): void;
  /** How far from the left edge a panel covers the globe: no name is drawn under it. */
  setCovered(leftPx: number): void;
  /** Shows an online terrain, or with null the scene's own; the last picture stays until it is there. */
  setTerrain(terrain: OnlineTerrain | null): void;
  /** False while something else covers the globe: nothing is drawn then. */
  setActive(isActive: boolean): void;
  view(): CameraView;
  setView(view: CameraView): void;
  /**
   * Flies, or cuts where the visitor prefers reduced motion.
   *
   * @returns when there; rejects with an AbortError when stopped by `signal` or by the visitor
   */
  flyTo(view: CameraView, options: { readonly signal: AbortSignal }): Promise<void>;
  /** Moves towards (below 1) or away from (above 1) what is in the middle. */
  zoomBy(factor: number): void;
  /** Pixel of a place in the globe's element, null behind the horizon or out of the picture. */
  pixelOf(placeId: string): { readonly xPx: number; readonly yPx: number } | null;
  on<K extends keyof GlobeEvents>(
    event: K,
    listener: (payload: GlobeEvents[K]) => void,
  ): () => void;
  dispose(): void;
}
