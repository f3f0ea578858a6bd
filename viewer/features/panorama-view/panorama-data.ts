import { linkArrowOf } from '#core/panorama/link-arrow';
import type { PanoramaDetail } from '#scene';
import type { PanoramaLook, PanoramaPicture, PanoramaSpot } from '../../adapters/panorama-port';
import type { Locale, Look } from '../../state/store';

/** Farther than this nobody walks: the link stands where the other viewpoint is seen. */
const WALK_M = 400;
const LINK_PREFIX = 'link:';
const HOTSPOT_PREFIX = 'hotspot:';

/** A panorama as the viewer draws it, in a language. */
export function pictureOf(
  detail: PanoramaDetail,
  locale: Locale,
  url: (path: string) => string,
): PanoramaPicture {
  return {
    id: detail.id,
    widthPx: detail.image.widthPx,
    previewUrl: url(detail.image.previewUrl),
    // Joined by hand: an URL object would escape the template's braces.
    tileUrlTemplate: url('.') + detail.image.tileUrlTemplate,
    levels: detail.image.levels,
    videoUrl: detail.videoUrl === null ? null : url(detail.videoUrl),
    pose: detail.pose,
    spots: spotsOf(detail, locale),
  };
}

/** Links and hotspots of a panorama as spots. */
export function spotsOf(detail: PanoramaDetail, locale: Locale): PanoramaSpot[] {
  const links = detail.links.map((link) => {
    const arrow = link.distanceM <= WALK_M ? linkArrowOf(link) : null;
    return {
      id: LINK_PREFIX + link.panoramaId,
      kind: 'link' as const,
      headingDeg: link.headingDeg,
      pitchDeg: arrow?.pitchDeg ?? link.pitchDeg,
      label: `${link.title[locale] ?? link.title.vi} · ${distanceText(link.distanceM, locale)}`,
      labelLanguage: locale,
      arrow,
    };
  });
  const hotspots = detail.hotspots.map((hotspot) => ({
    id: HOTSPOT_PREFIX + hotspot.id,
    kind: 'hotspot' as const,
    headingDeg: hotspot.headingDeg,
    pitchDeg: hotspot.pitchDeg,
    label: hotspot.title[locale] ?? hotspot.title.vi,
    labelLanguage: locale,
    arrow: null,
  }));
  return [...links, ...hotspots];
}

/** What a picked spot leads to. */
export function targetOfSpot(
  spotId: string,
): { readonly kind: 'panorama' | 'hotspot'; readonly id: string } | null {
  if (spotId.startsWith(LINK_PREFIX)) {
    return { kind: 'panorama', id: spotId.slice(LINK_PREFIX.length) };
  }
  if (spotId.startsWith(HOTSPOT_PREFIX)) {
    return { kind: 'hotspot', id: spotId.slice(HOTSPOT_PREFIX.length) };
  }
  return null;
}

/** Where a panorama is looked at first: as the address says, else its own first view. */
export function firstLookOf(detail: PanoramaDetail, look: Look | null): PanoramaLook {
  return look ?? detail.firstView;
}

/** A distance as people say it: "30 m", "1.4 km". */
export function distanceText(distanceM: number, locale: Locale): string {
  const isFar = distanceM >= 1000;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: isFar ? 'kilometer' : 'meter',
    maximumFractionDigits: isFar ? 1 : 0,
  }).format(isFar ? distanceM / 1000 : distanceM);
}
