import type { PanoramaPose } from '#core/panorama/pose';
import type { PanoramaLevel } from '#core/panorama/tile-grid';
import type { ClimateSummary, StorySummary } from './bundle-lists';

export type * from './bundle-lists';
export type * from './bundle-place';

/**
 * The compiled scene as the viewer reads it: a small index first, details on need.
 *
 * `arc scene compile` writes `scene/index.json` (this file's {@link SceneIndex}) and one
 * `scene/details/<kind>/<id>.<hash>.json` per place, route, panorama, climate and story, and per
 * list that only some visitors need (borders, events, products, roads, rivers). All addresses are
 * relative to the application's base. Heights are given twice, so that no geoid table travels to
 * the browser.
 */
export interface SceneIndex {
  readonly formatVersion: 1;
  readonly contentHash: string;
  readonly title: LocalizedText;
  readonly subtitle: LocalizedText;
  readonly regionBoxDeg: BoxDeg;
  /** Where the globe looks when nobody said otherwise. */
  readonly openingView: CameraView;
  /** Routes drawn while none is selected. */
  readonly shownRouteIds: readonly string[];
  readonly onlineTerrain: 'off' | 'ask' | 'on';
  /** Only where the online terrain is not off. */
  readonly onlineTerrainSource?: OnlineTerrainSource;
  readonly terrain: { readonly tilesetId: string; readonly tier: 'sketch' | 'surveyed' };
  readonly imagery: { readonly tilesetId: string };
  readonly provinces: readonly ProvinceSummary[];
  /** Where the {@link BorderLines} lie; only where the scene has borders. */
  readonly bordersUrl?: string;
  /** Where the `FindIndex` lies, fetched when somebody searches. */
  readonly findUrl: string;
  /** Where the `EventList` lies, fetched with the calendar. */
  readonly eventsUrl: string;
  /** Where the `ProductList` lies. */
  readonly productsUrl: string;
  /** Where the `RoadNetwork` lies; only where the scene has a road graph. */
  readonly roadsUrl?: string;
  /** Where the `RiverLines` lie; only where the terrain is a sketch of known rivers. */
  readonly riversUrl?: string;
  readonly climates: readonly ClimateSummary[];
  readonly stories: readonly StorySummary[];
  /** Cities one travels from; they may lie outside the region box. */
  readonly gateways: readonly GatewaySummary[];
  readonly places: readonly PlaceSummary[];
  readonly routes: readonly RouteSummary[];
  readonly panoramas: readonly PanoramaSummary[];
}

/** Open height tiles: terrarium PNG, XYZ, web mercator. */
export interface OnlineTerrainSource {
  /** Holds `{z}`, `{x}` and `{y}`. */
  readonly urlTemplate: string;
  readonly maxZoom: number;
  readonly credit: string;
}

/** Text in Vietnamese and English (both always there), other languages where translated. */
export type LocalizedText = { readonly vi: string; readonly en: string } & {
  readonly [locale: string]: string;
};

/** West, south, east, north; west may be greater than east across the antimeridian. */
export interface BoxDeg {
  readonly westDeg: number;
  readonly southDeg: number;
  readonly eastDeg: number;
  readonly northDeg: number;
}

/** A camera over the globe: where it stands and where it looks. */
export interface CameraView {
  readonly lonDeg: number;
  readonly latDeg: number;
  readonly heightEllipsoidalM: number;
  readonly headingDeg: number;
  readonly pitchDeg: number;
}

/** The provinces since July 2025, or those before. */
export type ProvinceEra = 'present' | 'before-2025';

export interface ProvinceSummary {
  readonly id: string;
  readonly era: ProvinceEra;
  readonly name: LocalizedText;
}

/** The borders, fetched when they are drawn: thin neutral lines, each written once. */
export interface BorderLines {
  readonly id: 'borders';
  readonly borders: readonly {
    readonly id: string;
    /** Provinces of today on its sides; one where both sides belong to the same today. */
    readonly provinceIds: readonly string[];
    readonly provinceBefore2025Ids: readonly string[];
    /** Maps that show it: what the provinces of today dissolved is only on the older one. */
    readonly eras: readonly ProvinceEra[];
    readonly coordinates: readonly (readonly [lonDeg: number, latDeg: number])[];
  }[];
  /** Where names of provinces may stand: the roomiest spot of each first. */
  readonly names: readonly {
    readonly provinceId: string;
    readonly era: ProvinceEra;
    readonly name: LocalizedText;
    readonly spots: readonly (readonly [lonDeg: number, latDeg: number])[];
  }[];
}

export interface GatewaySummary {
  readonly id: string;
  readonly name: LocalizedText;
  readonly lonDeg: number;
  readonly latDeg: number;
}

/** A labelled line of a card: what it is, what it says. */
export interface Fact {
  readonly label: LocalizedText;
  readonly value: LocalizedText;
}

export interface PlaceSummary {
  readonly id: string;
  readonly kind: string;
  readonly name: LocalizedText;
  readonly lonDeg: number;
  readonly latDeg: number;
  readonly heightOrthometricM: number | null;
  readonly heightEllipsoidalM: number | null;
  /** 1 = seen from far away, 5 = only near by. */
  readonly importance: 1 | 2 | 3 | 4 | 5;
  readonly provinceIds: readonly string[];
  /** Published panoramas of this place, first one first. */
  readonly panoramaIds: readonly string[];
  /** A still picture of the place, where one is shipped. */
  readonly stillUrl?: string;
  readonly detailUrl: string;
}

export interface RouteSummary {
  readonly id: string;
  readonly name: LocalizedText;
  readonly colour: 'gold' | 'green' | 'mist';
  /** Of the line as drawn, which cuts the bends of mountain roads. */
  readonly distanceKm: number;
  readonly legs: readonly {
    readonly mode: string;
    readonly coordinates: readonly (readonly [lonDeg: number, latDeg: number])[];
  }[];
  readonly stopPlaceIds: readonly string[];
  readonly detailUrl: string;
}

export interface PanoramaSummary {
  readonly id: string;
  readonly placeId: string;
  readonly kind: 'photo' | 'render';
  readonly title: LocalizedText;
  /** The small whole picture: cards show its part around `previewFocus`. */
  readonly previewUrl: string;
  /** The same picture for galleries: its first view, small. */
  readonly thumbnailUrl: string;
  /** Position of the camera: where the small map marks it. */
  readonly lonDeg: number;
  readonly latDeg: number;
  /** Where the first view's middle lies in the picture, from the left and the top, 0 to 1. */
  readonly previewFocus: { readonly xRatio: number; readonly yRatio: number };
  readonly detailUrl: string;
}

export interface RouteDetail {
  readonly id: string;
  readonly summary: LocalizedText;
  /** Length, days, roads and season, as people read them. */
  readonly facts: readonly Fact[];
  readonly warnings: readonly LocalizedText[];
  /** One for each leg of the summary, in its order. */
  readonly legs: readonly RouteLegDetail[];
  /** Days of the journey with what one meets on them, in order. */
  readonly days: readonly RouteDay[];
  readonly sources: readonly SourceLine[];
}

/** What a traveller is told of a leg; null where nobody says. */
export interface RouteLegDetail {
  readonly mode: string;
  readonly name: LocalizedText | null;
  /** Numbers as on the signs; empty off the road. */
  readonly roads: readonly string[];
  /** With all bends, as told. */
  readonly distanceKm: number | null;
  /** On the way, without stops. */
  readonly hours: { readonly from: number; readonly to: number } | null;
  readonly note: LocalizedText | null;
}

export interface RouteDay {
  /** From 1. */
  readonly day: number;
  readonly stops: readonly RouteStopDetail[];
}

/** A place of ours, or a city one travels from. */
export interface RouteStopDetail {
  readonly placeId: string | null;
  readonly name: LocalizedText;
  /** Whether one sleeps here. */
  readonly isOvernight: boolean;
  readonly note: LocalizedText | null;
}

export interface PanoramaDetail {
  readonly id: string;
  readonly placeId: string;
  readonly kind: 'photo' | 'render';
  /** What is invented in a render, null for a photograph. */
  readonly renderNote: LocalizedText | null;
  readonly isNearGroundImagined: boolean;
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  readonly lonDeg: number;
  readonly latDeg: number;
  readonly heightOrthometricM: number;
  readonly heightEllipsoidalM: number;
  readonly pose: PanoramaPose;
  readonly firstView: {
    readonly headingDeg: number;
    readonly pitchDeg: number;
    readonly verticalFovDeg: number;
  };
  readonly credit: string;
  readonly licence: string;
  readonly date: string | null;
  readonly image: {
    readonly widthPx: number;
    readonly previewUrl: string;
    /** With {level}, {col}, {row}. */
    readonly tileUrlTemplate: string;
    readonly levels: readonly PanoramaLevel[];
  };
  readonly links: readonly {
    readonly panoramaId: string;
    readonly headingDeg: number;
    readonly pitchDeg: number;
    readonly distanceM: number;
    readonly title: LocalizedText;
  }[];
  /**
   * Pictures of this same viewpoint at other seasons and hours, itself included, by order; empty
   * where there is no other.
   */
  readonly variants: readonly { readonly panoramaId: string; readonly moment: LocalizedText }[];
  /** The film of a panorama that moves; null for a still one. */
  readonly videoUrl: string | null;
  readonly hotspots: readonly HotspotDetail[];
  /** Where the names on its horizon lie (HorizonNames); only where there are any. */
  readonly horizonUrl?: string;
}

/** A point in a panorama that tells something when asked. */
export interface HotspotDetail {
  readonly id: string;
  readonly headingDeg: number;
  readonly pitchDeg: number;
  readonly title: LocalizedText;
  readonly text: LocalizedText;
  readonly content: HotspotContent;
}

/** What a hotspot holds beside its text. */
export type HotspotContent =
  | { readonly type: 'info' }
  | { readonly type: 'place'; readonly placeId: string }
  | { readonly type: 'product'; readonly name: LocalizedText; readonly summary: LocalizedText }
  | { readonly type: 'picture' | 'video'; readonly url: string; readonly credit: string };

/** A credit or source as the visitor reads it. */
export interface SourceLine {
  readonly title: string;
  readonly licence: string | null;
  readonly url: string | null;
  readonly date: string | null;
}
