import { radFromDeg, TURN_RAD } from '#core/geo/angles';
import { sightingOf } from '#core/geo/enu';
import { ellipsoidalFromOrthometricM } from '#core/geo/geoid';
import { yawFromHeading } from '#core/panorama/pose';
import { panoramaLevels } from '#core/panorama/tile-grid';
import {
  type CameraPosition,
  type HorizonLandmark,
  type Hotspot,
  type HotspotContent,
  PANORAMA_DEFAULTS,
  type PanoramaDetail,
  type PanoramaSummary,
  type Product,
  type PublishedPanorama,
} from '#scene';
import { type TileRecipe, tileExtension } from '../../panorama/built-hash';
import { thumbnailFile } from '../../panorama/panorama-files';
import { stillViewOf } from '../../panorama/still-view';
import { roundedDeg, roundedM } from './rounding';

/** The master picture of a panorama. */
export interface PanoramaMaster {
  readonly widthPx: number;
  /** Name of the folder of what is built from it. */
  readonly hash8: string;
}

/** A panorama that can be shown. */
export interface CompilablePanorama {
  readonly record: PublishedPanorama;
  readonly master: PanoramaMaster;
  /** Names on its horizon; none where absent. */
  readonly horizon?: readonly HorizonLandmark[];
}

/** What a panorama's details are compiled with. */
export interface PanoramaSurroundings {
  /** Panoramas that links and variants may lead to, by id; those to any other are left out. */
  readonly panoramas: ReadonlyMap<string, PublishedPanorama>;
  /** Products by id. */
  readonly products: ReadonlyMap<string, Product>;
  /** Address of the names on its horizon; null where there are none. */
  readonly horizonUrl: string | null;
}

/** Pictures of a place taken within this distance of each other are of one viewpoint. */
const SAME_VIEWPOINT_M = 3;

/** What the index says of a panorama. */
export function panoramaSummary(
  { record, master }: CompilablePanorama,
  detailUrl: string,
): PanoramaSummary {
  const { id, placeId, kind, title, pose } = record;
  const { headingDeg, pitchDeg } = firstViewOf(record);
  const previewFocus = {
    xRatio: roundedRatio(0.5 + yawFromHeading(headingDeg, pose) / TURN_RAD),
    yRatio: roundedRatio(0.5 - pitchDeg / 180),
  };
  const { previewUrl } = imageOf(id, master, record);
  const { lonDeg, latDeg } = record.position;
  const thumbnailUrl = `${builtUrl(id, master)}/${thumbnailFile(stillViewOf(record))}`;
  return {
    id,
    placeId,
    kind,
    title,
    lonDeg,
    latDeg,
    previewUrl,
    previewFocus,
    thumbnailUrl,
    detailUrl,
  };
}

function firstViewOf({ firstView, pose }: PublishedPanorama): PanoramaDetail['firstView'] {
  return (
    firstView ?? {
      headingDeg: pose.headingDeg,
      pitchDeg: PANORAMA_DEFAULTS.firstViewPitchDeg,
      verticalFovDeg: PANORAMA_DEFAULTS.firstViewVerticalFovDeg,
    }
  );
}

function roundedRatio(ratio: number): number {
  return Math.round(ratio * 1e4) / 1e4;
}

/** Everything that the viewer needs to show a panorama. */
export function panoramaDetail(
  { record, master }: CompilablePanorama,
  around: PanoramaSurroundings,
): PanoramaDetail {
  const { id, placeId, kind, title, description, position, pose, credit, licence, date } = record;
  return {
    id,
    placeId,
    kind,
    renderNote: record.kind === 'render' ? record.renderNote : null,
    isNearGroundImagined: record.kind === 'render' && record.isNearGroundImagined,
    title,
    description,
    ...position,
    heightEllipsoidalM: roundedM(ellipsoidalM(position)),
    pose,
    firstView: firstViewOf(record),
    credit,
    licence,
    date,
    image: imageOf(id, master, record),
    links: linksOf(record, around.panoramas),
    variants: variantsOf(record, around.panoramas),
    videoUrl:
      record.medium === 'video' && record.videoFile !== undefined
        ? mediaUrl(id, record.videoFile)
        : null,
    hotspots: record.hotspots.map((hotspot) => hotspotDetail(hotspot, record, around)),
    ...(around.horizonUrl !== null && { horizonUrl: around.horizonUrl }),
  };
}

/** Address of a file that an editor laid beside the master picture. */
function mediaUrl(panoramaId: string, file: string): string {
  return `panoramas/${panoramaId}/media/${file}`;
}

/** Address of what is built from a master: it changes with the master's bytes. */
function builtUrl(id: string, { hash8 }: PanoramaMaster): string {
  return `panoramas/${id}/built/${hash8}`;
}

function imageOf(id: string, master: PanoramaMaster, recipe: TileRecipe): PanoramaDetail['image'] {
  const folder = builtUrl(id, master);
  const { widthPx } = master;
  return {
    widthPx,
    previewUrl: `${folder}/preview.webp`,
    tileUrlTemplate: `${folder}/{level}/{col}_{row}.${tileExtension(recipe)}`,
    levels: panoramaLevels(widthPx),
  };
}

function linksOf(
  record: PublishedPanorama,
  others: ReadonlyMap<string, PublishedPanorama>,
): PanoramaDetail['links'] {
  return record.links.flatMap((link) => {
    const target = others.get(link.panoramaId);
    if (target === undefined) return [];
    const sighting = sightingOf(geodetic(record.position), geodetic(target.position));
    return [
      {
        panoramaId: target.id,
        headingDeg: roundedDeg(sighting.headingDeg),
        pitchDeg: roundedDeg(sighting.pitchDeg),
        distanceM: roundedM(sighting.distanceM),
        title: link.title ?? target.title,
      },
    ];
  });
}

function variantsOf(
  record: PublishedPanorama,
  others: ReadonlyMap<string, PublishedPanorama>,
): PanoramaDetail['variants'] {
  const here = geodetic(record.position);
  const same = [...others.values()]
    .filter(({ placeId }) => placeId === record.placeId)
    .filter(({ position }) => sightingOf(here, geodetic(position)).distanceM <= SAME_VIEWPOINT_M)
    .toSorted((a, b) => a.order - b.order);
  if (same.length < 2) return [];
  return same.map(({ id, moment, title }) => ({ panoramaId: id, moment: moment ?? title }));
}

function hotspotDetail(
  hotspot: Hotspot,
  { id: panoramaId, position }: PublishedPanorama,
  { products }: PanoramaSurroundings,
): PanoramaDetail['hotspots'][number] {
  const { id, at, title, text } = hotspot;
  const direction = at.type === 'direction' ? at : sightingOf(geodetic(position), geodetic(at));
  return {
    id,
    headingDeg: roundedDeg(direction.headingDeg),
    pitchDeg: roundedDeg(direction.pitchDeg),
    title,
    text,
    content: contentOf(hotspot, panoramaId, products),
  };
}

function contentOf(
  hotspot: Hotspot,
  panoramaId: string,
  products: ReadonlyMap<string, Product>,
): HotspotContent {
  switch (hotspot.type) {
    case 'info':
      return { type: 'info' };
    case 'place':
      return { type: 'place', placeId: hotspot.placeId };
    case 'product': {
      const product = products.get(hotspot.productId);
      return product === undefined
        ? { type: 'info' }
        : { type: 'product', name: product.name, summary: product.summary };
    }
    case 'picture':
    case 'video':
      return {
        type: hotspot.type,
        url: mediaUrl(panoramaId, hotspot.file),
        credit: hotspot.credit,
      };
  }
}

function geodetic(position: CameraPosition) {
  return {
    lonRad: radFromDeg(position.lonDeg),
    latRad: radFromDeg(position.latDeg),
    heightEllipsoidalM: ellipsoidalM(position),
  };
}

function ellipsoidalM({ lonDeg, latDeg, heightOrthometricM }: CameraPosition): number {
  return ellipsoidalFromOrthometricM(lonDeg, latDeg, heightOrthometricM);
}
