import type { CalendarMonth } from '#core/calendar/month-agenda';
import type { CameraView } from '#core/geo/camera-view';
import { type FindView, NO_FIND } from './find-view';
import type { StoryView } from './story-view';

/** Where a visitor looks inside a panorama, by the compass. */
export interface Look {
  readonly headingDeg: number;
  readonly pitchDeg: number;
  readonly verticalFovDeg: number;
}

/** What the page shows: all of it is in the address, so that a reload shows the same thing. */
export interface View {
  readonly placeId: string | null;
  readonly routeId: string | null;
  readonly panoramaId: string | null;
  /** Where the globe's camera rests; null = where the scene opens. */
  readonly camera: CameraView | null;
  /** Where the open panorama is looked at; null = its first view. */
  readonly look: Look | null;
  /** What is looked for in the list and on the map. */
  readonly find: FindView;
  /** The month of the open calendar of events; null = closed. */
  readonly calendar: CalendarMonth | null;
  /** The story that is told; null = none. */
  readonly story: StoryView | null;
}

/** The page as it opens without an address. */
export const OPENING_VIEW: View = {
  placeId: null,
  routeId: null,
  panoramaId: null,
  camera: null,
  look: null,
  find: NO_FIND,
  calendar: null,
  story: null,
};
