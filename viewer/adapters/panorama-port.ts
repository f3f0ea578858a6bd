import type { PanoramaPose } from '#core/panorama/pose';
import type { PanoramaLevel } from '#core/panorama/tile-grid';

/** Where a visitor looks inside a panorama, by the compass. */
export interface PanoramaLook {
  readonly headingDeg: number;
  readonly pitchDeg: number;
  readonly verticalFovDeg: number;
}

/** A spot inside a panorama that can be chosen. */
export interface PanoramaSpot {
  readonly id: string;
  readonly kind: 'link' | 'hotspot';
  readonly headingDeg: number;
  readonly pitchDeg: number;
  readonly label: string;
  readonly labelLanguage: string;
}

/** A panorama as the viewer draws it. */
export interface PanoramaPicture {
  readonly id: string;
  readonly widthPx: number;
  readonly previewUrl: string;
  readonly tileUrlTemplate: string;
  readonly levels: readonly PanoramaLevel[];
  readonly pose: PanoramaPose;
  readonly spots: readonly PanoramaSpot[];
}

/** Events of a panorama viewer and what they carry. */
export interface PanoramaEvents {
  readonly lookSettled: PanoramaLook;
  /** Every frame in which the look changed: never route this into React or a store. */
  readonly lookMoved: PanoramaLook;
  readonly spotPicked: string;
  /** The tiles in view are drawn. */
  readonly tilesSettled: string;
  readonly contextLost: null;
}

/** One panorama viewer for the page, reused for every picture. */
export interface PanoramaPort {
  /**
   * Shows a picture: the preview first, then the tiles in view.
   *
   * @returns when the preview is drawn; rejects with an AssetError when it cannot be loaded, with
   * an AbortError when another picture was asked for meanwhile
   */
  show(
    picture: PanoramaPicture,
    look: PanoramaLook,
    options: { readonly signal: AbortSignal },
  ): Promise<void>;
  look(): PanoramaLook;
  setLook(look: PanoramaLook): void;
  setSpots(spots: readonly PanoramaSpot[]): void;
  /** Turns by degrees of heading and pitch, animated unless reduced motion is asked for. */
  turnBy(headingDeg: number, pitchDeg: number): void;
  zoomBy(factor: number): void;
  on<K extends keyof PanoramaEvents>(
    event: K,
    listener: (payload: PanoramaEvents[K]) => void,
  ): () => void;
  dispose(): void;
}
