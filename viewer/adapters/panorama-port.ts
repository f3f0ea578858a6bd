import type { LinkArrow } from '#core/panorama/link-arrow';
import type { PanoramaPose } from '#core/panorama/pose';
import type { PanoramaLevel } from '#core/panorama/tile-grid';
import type { HorizonTag } from './horizon-tag';

/** A direction inside a panorama, by the compass. */
export interface PanoramaDirection {
  readonly headingDeg: number;
  readonly pitchDeg: number;
}

/** Where a visitor looks inside a panorama, by the compass. */
export interface PanoramaLook extends PanoramaDirection {
  readonly verticalFovDeg: number;
}

/** A spot inside a panorama that can be chosen. */
export interface PanoramaSpot extends PanoramaDirection {
  readonly id: string;
  readonly kind: 'link' | 'hotspot';
  readonly label: string;
  readonly labelLanguage: string;
  /** Drawn on the ground for a link near by; null for everything else. */
  readonly arrow: LinkArrow | null;
}

/** A panorama as the viewer draws it. */
export interface PanoramaPicture {
  readonly id: string;
  readonly widthPx: number;
  readonly previewUrl: string;
  readonly tileUrlTemplate: string;
  readonly levels: readonly PanoramaLevel[];
  /** The film of a panorama that moves; the preview stands until it plays. */
  readonly videoUrl: string | null;
  readonly pose: PanoramaPose;
  readonly spots: readonly PanoramaSpot[];
}

/** A picture that may be next, and how it would be looked at on arrival. */
export interface PanoramaNeighbour {
  readonly picture: PanoramaPicture;
  readonly look: PanoramaLook;
}

/** A panorama that moves: what its controls show. */
export interface PanoramaFilm {
  readonly isPlaying: boolean;
  readonly isMuted: boolean;
}

/** Events of a panorama viewer and what they carry. */
export interface PanoramaEvents {
  readonly lookSettled: PanoramaLook;
  /** Every frame in which the look changed: never route this into React or a store. */
  readonly lookMoved: PanoramaLook;
  readonly spotPicked: string;
  /** A name on the horizon was tapped. */
  readonly horizonPicked: string;
  /** No tile in view is on its way any more: the id of the picture. */
  readonly tilesSettled: string;
  /** The number of tiles in view that could not be loaded changed; 0 after all came. */
  readonly tilesFailed: number;
  /** Whether the view turns by itself along the key points. */
  readonly roamingChanged: boolean;
  /** Whether the view follows the phone, and whether it is drawn once for each eye. */
  readonly sensesChanged: 'none' | 'gyroscope' | 'stereo';
  readonly filmChanged: PanoramaFilm | null;
  readonly contextLost: null;
}

/** One panorama viewer for the page, reused for every picture. */
export interface PanoramaPort {
  /**
   * Begins to load the preview of the picture that is shown next; what was on its way for another
   * is cancelled.
   */
  prepare(previewUrl: string): void;
  /**
   * Shows a picture: the preview first, then the tiles in view. After {@link face} the visitor
   * turns first, then walks into it; otherwise it fades in where it is looked at.
   *
   * @returns when the preview is drawn; rejects with an AssetError when it cannot be loaded, with
   * an AbortError when another picture was asked for meanwhile
   */
  show(
    picture: PanoramaPicture,
    look: PanoramaLook,
    options: { readonly signal: AbortSignal },
  ): Promise<void>;
  /** Turns towards where the visitor will walk; cut under reduced motion. */
  face(direction: PanoramaDirection): void;
  /** Cancels what is on its way: the picture was left for the globe. */
  leave(): void;
  /**
   * Loads pictures that may be next when nothing else is to do: their previews and the tiles that
   * would be in view on arrival. Only previews where the visitor saves data.
   *
   * @returns what stops it
   */
  preload(neighbours: readonly PanoramaNeighbour[]): () => void;
  /** Asks again for the tiles that failed. */
  retryTiles(): void;
  look(): PanoramaLook;
  /** Width over height of the picture on the screen. */
  aspect(): number;
  setLook(look: PanoramaLook): void;
  setSpots(spots: readonly PanoramaSpot[]): void;
  /** Names on the horizon of the picture that is shown, the most important first. */
  setHorizon(tags: readonly HorizonTag[]): void;
  /** Points one of them out; null for none. */
  markHorizon(tagId: string | null): void;
  /** Turns by degrees of heading and pitch, animated unless reduced motion is asked for. */
  turnBy(headingDeg: number, pitchDeg: number): void;
  /** Turns to a direction, animated unless reduced motion is asked for. */
  turnTo(direction: PanoramaDirection): void;
  zoomBy(factor: number): void;
  /** Turns slowly from key point to key point until touched; never under reduced motion. */
  roam(points: readonly PanoramaDirection[]): void;
  stopRoaming(): void;
  /**
   * Follows the phone, drawn once or once for each eye.
   *
   * @returns false where the device cannot or may not
   */
  followPhone(mode: 'gyroscope' | 'stereo'): Promise<boolean>;
  stopFollowingPhone(): void;
  /** Plays or pauses a panorama that moves. */
  playFilm(isPlaying: boolean): void;
  muteFilm(isMuted: boolean): void;
  /**
   * What is seen now, with lines of text in the picture itself.
   *
   * @param lines - credit and title, the most important first
   * @returns a JPEG
   */
  capture(lines: readonly string[]): Promise<Blob>;
  on<K extends keyof PanoramaEvents>(
    event: K,
    listener: (payload: PanoramaEvents[K]) => void,
  ): () => void;
  dispose(): void;
}
