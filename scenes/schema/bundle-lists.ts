import type { CameraView, LocalizedText, SourceLine } from './bundle';
import type { EventDetail, ProductDetail } from './bundle-place';

/** Every event, fetched when a calendar is opened; by id. */
export interface EventList {
  readonly id: 'events';
  readonly events: readonly EventDetail[];
}

/** Every product; by id. */
export interface ProductList {
  readonly id: 'products';
  readonly products: readonly ProductDetail[];
}

/** How often something is seen in a month. */
export type HowOften = 'never' | 'seldom' | 'sometimes' | 'often';
export type RiceState = 'fallow' | 'flooded' | 'young' | 'green' | 'ripe' | 'harvested';
export type ClimateCertainty = 'published' | 'well-known' | 'estimate';

/** A sub-region with a year of its own. */
export interface ClimateSummary {
  readonly id: string;
  readonly name: LocalizedText;
  readonly detailUrl: string;
}

/** The year of a sub-region; null = not known. */
export interface ClimateDetail {
  readonly id: string;
  readonly name: LocalizedText;
  readonly summary: LocalizedText;
  /** January first, twelve. */
  readonly months: readonly ClimateMonth[];
  /** How sure each row is; rows of which nobody says it are left out. */
  readonly certainty: Readonly<Partial<Record<ClimateRow, ClimateCertainty>>>;
  readonly sources: readonly SourceLine[];
}

export type ClimateRow = 'temperature' | 'rain' | 'mist' | 'cloudSea' | 'rice' | 'flowers';

export interface ClimateMonth {
  /** In words, where no figure may be given. */
  readonly temperature: LocalizedText | null;
  /** The bounds that those words name. */
  readonly temperatureC: { readonly from: number; readonly to: number } | null;
  readonly meanTemperatureC: number | null;
  readonly rain: LocalizedText | null;
  /** From 0, hardly any, to 4, floods and landslides; null where the words say no such thing. */
  readonly rainLevel: 0 | 1 | 2 | 3 | 4 | null;
  readonly rainMm: number | null;
  readonly mist: HowOften | null;
  readonly cloudSea: HowOften | null;
  readonly rice: RiceState | null;
  readonly flowers: readonly LocalizedText[];
}

export interface StorySummary {
  readonly id: string;
  readonly title: LocalizedText;
  readonly provinceIds: readonly string[];
  readonly chapterCount: number;
  readonly detailUrl: string;
}

export interface StoryDetail {
  readonly id: string;
  readonly title: LocalizedText;
  readonly summary: LocalizedText;
  readonly chapters: readonly StoryChapterDetail[];
  readonly sources: readonly SourceLine[];
}

/** One picture of a story. */
export type StoryChapterDetail = {
  readonly title: LocalizedText;
  readonly narration: LocalizedText;
  /** Time to stay; the length of the narration decides where null. */
  readonly durationS: number | null;
  /** By language; empty until it is spoken. */
  readonly audio: Readonly<Partial<Record<'vi' | 'en', NarrationDetail>>>;
} & (
  | {
      readonly type: 'globe';
      /** Null = the usual view of the place (its panorama is not published). */
      readonly view: CameraView | null;
      readonly placeId: string | null;
      readonly routeId: string | null;
    }
  | {
      readonly type: 'panorama';
      readonly panoramaId: string;
      /** Null = the panorama's first view. */
      readonly view: {
        readonly headingDeg: number;
        readonly pitchDeg: number;
        readonly verticalFovDeg: number;
      } | null;
    }
);

/** A narration as sound. */
export interface NarrationDetail {
  readonly url: string;
  readonly captionsUrl: string;
  /** True for a machine's voice; listeners are told. */
  readonly isSynthetic: boolean;
  readonly durationS: number;
}

type LonLatDeg = readonly [lonDeg: number, latDeg: number];

/** The road graph with lines to draw. */
export interface RoadNetwork {
  readonly id: 'roads';
  readonly nodes: readonly {
    readonly id: string;
    readonly kind: 'town' | 'junction' | 'pass' | 'border-gate' | 'ferry';
    readonly name: string;
    readonly lonDeg: number;
    readonly latDeg: number;
  }[];
  readonly edges: readonly RoadStretch[];
}

/** A road between two nodes, travelled both ways. */
export interface RoadStretch {
  readonly from: string;
  readonly to: string;
  readonly roads: readonly string[];
  readonly roadClass: 'expressway' | 'national' | 'provincial' | 'local';
  readonly terrain: 'plain' | 'hills' | 'mountain';
  readonly lengthKm: number;
  readonly isApproximate: boolean;
  /** Honest hours at the wheel; null where one may not or cannot. */
  readonly hours: {
    readonly car: number;
    readonly motorbike: number | null;
    readonly coach: number | null;
  };
  /** From `from` to `to`; only the two ends where `isStraight`. */
  readonly coordinates: readonly LonLatDeg[];
  /** Whether the line only joins the ends, because no route of ours follows this road. */
  readonly isStraight: boolean;
}

/** Rivers of the sketch relief, as they run in it. */
export interface RiverLines {
  readonly id: 'rivers';
  readonly rivers: readonly {
    readonly id: string;
    readonly name: string;
    /** Of the water where the line ends. */
    readonly widthM: number;
    readonly lines: readonly (readonly LonLatDeg[])[];
  }[];
}
