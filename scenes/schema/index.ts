export type { Blur } from './blur';
export type { Border } from './border';
export type * from './bundle';
export type { Climate } from './climate';
export type { EventTime, SceneEvent } from './event';
export { factFields } from './fact-fields';
export type { FindIndex } from './find-index';
export type { Gateway } from './gateway';
export type { CameraPosition, GroundPosition } from './geography';
export {
  HORIZON_LABELS_VERSION,
  type HorizonLabels,
  type HorizonLandmark,
  type HorizonName,
  type HorizonNames,
  horizonLabelsSchema,
  LANDMARK_KINDS,
  type LandmarkKind,
} from './horizon-labels';
export type { Hotspot } from './hotspot';
export { jsonSchemaOf } from './json-schema';
export { type Leg, TRAVEL_MODES, type TravelMode } from './leg';
export { isLicence, LICENCES, type Licence } from './licence';
export type { Link } from './link';
export { versionOf } from './migrations/migrate';
export {
  isPublishable,
  PANORAMA_DEFAULTS,
  type Panorama,
  type PanoramaInput,
  PUBLISHING_FIELDS,
  type PublishedPanorama,
} from './panorama';
export { parseRecord } from './parse-record';
export {
  PLACE_KINDS,
  type Place,
  type PlaceHeight,
  type PlaceKind,
  placeHeightM,
} from './place';
export type { PlaceRegister } from './place-register';
export { DIFFICULTIES, type PlaceVisit } from './place-visit';
export { PRODUCT_KINDS, type Product } from './product';
export type { PresentProvince, Province, ProvinceBefore2025 } from './province';
export { SCENE_SCHEMA_VERSION } from './record-header';
export { isRecordId } from './record-id';
export {
  PROVINCE_FOLDERS,
  RECORD_KINDS,
  RECORD_SCHEMAS,
  type RecordKind,
  type RecordOfKind,
  SCENE_FILE,
  SHARED_FOLDERS,
} from './record-kinds';
export {
  parseRoadGraph,
  ROADS_FILE,
  type RoadEdge,
  type RoadGraph,
  type RoadNode,
  type Vehicle,
} from './road-graph';
export type { Route, RouteStop } from './route';
export { OPEN_TERRAIN_TILES, SCENE_DEFAULTS, type Scene } from './scene';
export { foundText, jsonPath, type SceneIssue } from './scene-issue';
export { type Source, sourceLine } from './source';
export type { NarrationAudio, Story, StoryChapter } from './story';
export { CONTENT_LOCALES, type ContentLocale, isPlainName } from './text';
export { isUnknown, knownOrNull, orUnknown, type UnknownValue } from './unknown-value';
