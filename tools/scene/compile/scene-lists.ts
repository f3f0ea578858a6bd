import type {
  ClimateSummary,
  PanoramaSummary,
  PlaceSummary,
  Scene,
  SceneIndex,
  StorySummary,
} from '#scene';
import type { RiverFact } from '../../terrain/sketch/facts';
import { recordsOf, type SceneContent } from '../read-scene';
import { borderLines } from './border-parts';
import { climateDetail, climateOfPlace, climateSummary } from './climate-parts';
import { addDetail, type DetailFiles, sortedRecords } from './detail-files';
import { eventDetail, productDetail } from './event-parts';
import { findIndex } from './find-parts';
import { horizonNames } from './horizon-parts';
import { nearbyPlaces } from './nearby-places';
import { type CompilablePanorama, panoramaDetail, panoramaSummary } from './panorama-parts';
import { placeDetail } from './place-detail';
import { placeSummary } from './place-parts';
import { riverLines } from './river-parts';
import { roadNetwork } from './road-parts';
import { routeDetail, routeSummary } from './route-parts';
import { storyDetail, storySummary } from './story-parts';

/** What the index lists, and where the rest lies. */
export type SceneLists = Pick<
  SceneIndex,
  | 'places'
  | 'routes'
  | 'panoramas'
  | 'climates'
  | 'stories'
  | 'bordersUrl'
  | 'findUrl'
  | 'eventsUrl'
  | 'productsUrl'
  | 'roadsUrl'
  | 'riversUrl'
>;

/** What a scene is compiled from beside its own records. */
export interface SceneSurroundings {
  readonly scene: Scene;
  /** Panoramas that may and can be shown, by id. */
  readonly panoramas: readonly CompilablePanorama[];
  /** Rivers of the sketch relief; empty where the ground is none. */
  readonly rivers: readonly RiverFact[];
  /** Addresses of the stills by place. */
  readonly stills: ReadonlyMap<string, string>;
}

/** Every list of the index; what they refer to is put among the details. */
export function sceneLists(
  content: SceneContent,
  around: SceneSurroundings,
  details: DetailFiles,
): SceneLists {
  const { panoramas, rivers, scene } = around;
  const withPanoramas = new Set(panoramas.map(({ record }) => record.placeId));
  const events = sortedRecords(content, 'event').map(eventDetail);
  const products = sortedRecords(content, 'product').map(productDetail);
  const borders = borderLines(content, scene.regionBoxDeg);
  const names = {
    places: new Map(sortedRecords(content, 'place').map(({ id, name }) => [id, name])),
    gateways: new Map(sortedRecords(content, 'gateway').map(({ id, name }) => [id, name])),
  };
  return {
    places: placesOf(content, around, details),
    routes: sortedRecords(content, 'route').map((route) =>
      routeSummary(route, addDetail(details, 'route', routeDetail(route, names))),
    ),
    panoramas: panoramasOf(content, panoramas, details),
    climates: climatesOf(content, details),
    stories: storiesOf(content, panoramas, details),
    ...(borders !== null && { bordersUrl: addDetail(details, 'borders', borders) }),
    findUrl: addDetail(details, 'find', findIndex(content, withPanoramas)),
    eventsUrl: addDetail(details, 'events', { id: 'events', events }),
    productsUrl: addDetail(details, 'products', { id: 'products', products }),
    ...(content.roads !== null && {
      roadsUrl: addDetail(
        details,
        'roads',
        roadNetwork(content.roads, sortedRecords(content, 'route')),
      ),
    }),
    ...(rivers.length > 0 && {
      riversUrl: addDetail(details, 'rivers', riverLines(rivers, scene.regionBoxDeg)),
    }),
  };
}

function placesOf(
  content: SceneContent,
  { panoramas, stills }: SceneSurroundings,
  details: DetailFiles,
): PlaceSummary[] {
  const places = sortedRecords(content, 'place');
  const byId = new Map(places.map((place) => [place.id, place]));
  const climates = sortedRecords(content, 'climate');
  const events = sortedRecords(content, 'event');
  const products = sortedRecords(content, 'product');
  const routes = sortedRecords(content, 'route');
  return places.map((place) => {
    const panoramaIds = panoramas
      .filter(({ record }) => record.placeId === place.id)
      .toSorted((a, b) => a.record.order - b.record.order)
      .map(({ record }) => record.id);
    const isHere = ({ placeIds }: { readonly placeIds: readonly string[] }) =>
      placeIds.includes(place.id);
    const detail = placeDetail(place, {
      ...climateOfPlace(place, climates, byId),
      routeIds: routes
        .filter(({ stops }) =>
          stops.some((stop) => stop.type === 'place' && stop.placeId === place.id),
        )
        .map(({ id }) => id),
      nearby: nearbyPlaces(place, places),
      events: events.filter(isHere).map(eventDetail),
      products: products.filter(isHere).map(productDetail),
    });
    const stillUrl = stills.get(place.id);
    return {
      ...placeSummary(place, panoramaIds, addDetail(details, 'place', detail)),
      ...(stillUrl !== undefined && { stillUrl }),
    };
  });
}

function panoramasOf(
  content: SceneContent,
  panoramas: readonly CompilablePanorama[],
  details: DetailFiles,
): PanoramaSummary[] {
  const around = {
    panoramas: new Map(panoramas.map(({ record }) => [record.id, record])),
    products: new Map(recordsOf(content, 'product').map(({ record }) => [record.id, record])),
  };
  const placeIds = new Set(recordsOf(content, 'place').map(({ record }) => record.id));
  return panoramas.map((panorama) => {
    const names = horizonNames(panorama, placeIds);
    const horizonUrl = names === null ? null : addDetail(details, 'horizon', names);
    const detail = panoramaDetail(panorama, { ...around, horizonUrl });
    return panoramaSummary(panorama, addDetail(details, 'panorama', detail));
  });
}

function climatesOf(content: SceneContent, details: DetailFiles): ClimateSummary[] {
  return sortedRecords(content, 'climate').map((climate) =>
    climateSummary(climate, addDetail(details, 'climate', climateDetail(climate))),
  );
}

function storiesOf(
  content: SceneContent,
  panoramas: readonly CompilablePanorama[],
  details: DetailFiles,
): StorySummary[] {
  const around = {
    shownPanoramaIds: new Set(panoramas.map(({ record }) => record.id)),
    panoramas: new Map(recordsOf(content, 'panorama').map(({ record }) => [record.id, record])),
  };
  return sortedRecords(content, 'story').map((story) =>
    storySummary(story, addDetail(details, 'story', storyDetail(story, around))),
  );
}
