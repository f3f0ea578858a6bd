import {
  type EventDetail,
  knownOrNull,
  type Product,
  type ProductDetail,
  type SceneEvent,
  sourceLine,
} from '#scene';
import { toldFact } from './told';

/** An event as the viewer reads it. */
export function eventDetail(event: SceneEvent): EventDetail {
  return {
    id: event.id,
    name: event.name,
    summary: event.summary,
    provinceIds: event.provinceIds,
    placeIds: event.placeIds,
    venue: knownOrNull(event.venue),
    time: toldFact(event.time),
    certainty: event.certainty,
    organiser: knownOrNull(event.organiser)?.value ?? null,
    url: event.url ?? null,
    sources: event.sources.map(sourceLine),
  };
}

/** A product as the viewer reads it. */
export function productDetail(product: Product): ProductDetail {
  const ocop = knownOrNull(product.ocop);
  return {
    id: product.id,
    kind: product.kind,
    name: product.name,
    summary: product.summary,
    provinceIds: product.provinceIds,
    placeIds: product.placeIds,
    season: toldFact(product.season),
    ocop: ocop && { stars: ocop.stars, gradedOn: knownOrNull(ocop.gradedOn) },
    maker: knownOrNull(product.maker)?.value ?? null,
  };
}
