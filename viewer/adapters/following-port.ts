import type { FlyPath } from '#core/route/fly-path';

/** How a way is flown along. */
export interface FlyAlongOptions {
  readonly fromKm: number;
  /** 1 = the whole way in a good minute. */
  readonly speedRatio: number;
  /** In each drawn frame: never route this into React or a store. */
  readonly onMoved: (alongKm: number) => void;
  /** At the end of the way; not where it was stopped. */
  readonly onEnded: () => void;
}

/** A flight along a way; dragging looks aside. */
export interface FlyAlong {
  setPaused(isPaused: boolean): void;
  setSpeed(speedRatio: number): void;
  seek(alongKm: number): void;
  /** Gives the camera back to the visitor. */
  stop(): void;
}

/** What a globe does for somebody who follows a route. */
export interface FollowingPort {
  /** Flies along a way, ground height and all; the visitor's own movements wait until it stops. */
  flyAlong(path: FlyPath, options: FlyAlongOptions): FlyAlong;
  /** Moves the point that follows a route's profile; null hides it. */
  setRouteCursor(point: { readonly lonDeg: number; readonly latDeg: number } | null): void;
  /**
   * Heights of the present terrain, metres above the ellipsoid, in the order of the points.
   *
   * @param spacingM - how fine they need be
   * @returns null for a point whose tile did not come
   */
  sampleHeights(
    points: readonly (readonly [lonDeg: number, latDeg: number])[],
    spacingM: number,
  ): Promise<readonly (number | null)[]>;
}
