import { radFromDeg, TURN_RAD } from '#core/geo/angles';
import { sightingOf } from '#core/geo/enu';
import { ellipsoidalFromOrthometricM } from '#core/geo/geoid';
import { yawFromHeading } from '#core/panorama/pose';
import { panoramaLevels } from '#core/panorama/tile-grid';
import {
  type CameraPosition,
  type Hotspot,
  PANORAMA_DEFAULTS,
  type PanoramaDetail,
  type PanoramaSummary,
  type PublishedPanorama,
} from '#scene';
import { roundedDeg, roundedM } from './rounding';

/** The master picture of a panorama. */
export interface PanoramaMaster {
  readonly widthPx: number;
  /** First eight hexadecimal digits of the SHA-256 of its bytes. */
  readonly hash8: string;
}

/** A panorama that can be shown. */
export interface CompilablePanorama {
  readonly record: PublishedPanorama;
  readonly master: PanoramaMaster;
}

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
  const { previewUrl } = imageOf(id, master);
  return { id, placeId, kind, title, previewUrl, previewFocus, detailUrl };
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

/**
 * Everything that the viewer needs to show a panorama.
 *
 * @param others - panoramas that links may lead to, by id; links to any other are left out
 */
export function panoramaDetail(
  { record, master }: CompilablePanorama,
  others: ReadonlyMap<string, PublishedPanorama>,
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
    image: imageOf(id, master),
    links: linksOf(record, others),
    hotspots: record.hotspots.map((hotspot) => hotspotDetail(hotspot, position)),
  };
}

/** Address of what is built from a master: it changes with the master's bytes. */
function builtUrl(id: string, { hash8 }: PanoramaMaster): string {
  return `panoramas/${id}/built/${hash8}`;
}

function imageOf(id: string, master: PanoramaMaster): PanoramaDetail['image'] {
  const folder = builtUrl(id, master);
  const { widthPx } = master;
  return {
    widthPx,
    previewUrl: `${folder}/preview.webp`,
    tileUrlTemplate: `${folder}/{level}/{col}_{row}.webp`,
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

function hotspotDetail(
  { id, at, title, text }: Hotspot,
  from: CameraPosition,
): PanoramaDetail['hotspots'][number] {
  const direction = at.type === 'direction' ? at : sightingOf(geodetic(from), geodetic(at));
  return {
    id,
    headingDeg: roundedDeg(direction.headingDeg),
    pitchDeg: roundedDeg(direction.pitchDeg),
    title,
    text,
  };
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
