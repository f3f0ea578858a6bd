import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { metresBetween } from '#core/geo/local-plane';
import type {
  ClimateDetail,
  EventList,
  PlaceDetail,
  ProductList,
  RiverLines,
  RoadNetwork,
  StoryDetail,
} from '#scene';
import { ROOT_DIR } from '../../io/root-dir';
import { type CompiledScene, compileScene } from '../compile-scene';

/** The index stands between the visitor and the first picture: brotli, bytes. */
const INDEX_BUDGET = 24_000;

let compiled: CompiledScene;
beforeAll(async () => {
  compiled = await compileScene(join(ROOT_DIR, 'scenes/northwest'), join(ROOT_DIR, 'panoramas'), {
    projectRoot: ROOT_DIR,
  });
});

function detail<T>(url: string | undefined): T {
  return JSON.parse(compiled.files.get((url ?? '').replace(/^scene\//, '')) ?? 'null') as T;
}

const placeDetails = () =>
  compiled.index.places.map((place) => detail<PlaceDetail>(place.detailUrl));

describe('the shipped bundle', () => {
  it('keeps the index small', () => {
    const bytes = brotliCompressSync(compiled.files.get('index.json') ?? '').length;
    expect(bytes).toBeLessThan(INDEX_BUDGET);
  });

  it('shows the stills that are there', () => {
    const urls = compiled.index.places.flatMap(({ stillUrl }) => stillUrl ?? []);
    expect(urls.length).toBeGreaterThan(0);
    expect(urls.filter((url) => !/^stills\/[a-z0-9-]+\.webp\?v=[0-9a-f]{8}$/.test(url))).toEqual(
      [],
    );
  });

  it('brings every event, product and story to the page', () => {
    const { index } = compiled;
    expect(detail<EventList>(index.eventsUrl).events.length).toBeGreaterThanOrEqual(40);
    expect(detail<ProductList>(index.productsUrl).products.length).toBeGreaterThanOrEqual(40);
    expect(index.stories.length).toBeGreaterThanOrEqual(6);
    for (const story of index.stories) {
      expect(detail<StoryDetail>(story.detailUrl).chapters).toHaveLength(story.chapterCount);
    }
  });

  it('gives each sub-region twelve months', () => {
    const months = compiled.index.climates.map(
      ({ detailUrl }) => detail<ClimateDetail>(detailUrl).months.length,
    );
    expect(months.length).toBeGreaterThan(8);
    expect(new Set(months)).toEqual(new Set([12]));
  });

  it('knows every word that is said of rain, and the bounds of nearly every month', () => {
    const months = compiled.index.climates.flatMap(
      ({ detailUrl }) => detail<ClimateDetail>(detailUrl).months,
    );
    const words = months.filter(({ rain, rainLevel }) => rain !== null && rainLevel === null);
    expect(words.map(({ rain }) => rain?.vi)).toEqual([]);
    expect(months.filter(({ temperatureC }) => temperatureC === null).length).toBeLessThan(6);
  });

  it('refers from a card only to what the index lists', () => {
    const { index } = compiled;
    const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
    const [places, routes, climates] = [ids(index.places), ids(index.routes), ids(index.climates)];
    const stray = placeDetails().flatMap((place) => [
      ...place.nearby.map(({ placeId }) => placeId).filter((id) => !places.has(id)),
      ...place.routeIds.filter((id) => !routes.has(id)),
      ...(place.climateId === null || climates.has(place.climateId) ? [] : [place.climateId]),
    ]);
    expect(stray).toEqual([]);
  });

  it('never gives a place the year of a sub-region far above or below it', () => {
    const climates = new Map(placeDetails().map(({ id, climateId }) => [id, climateId]));
    expect(climates.get('fansipan')).toBe('hoang-lien-son-high');
    // A summit of 2,913 m between valleys, and a town at 107 m among plateaux.
    expect([climates.get('lung-cung'), climates.get('ha-giang')]).toEqual([null, null]);
  });

  it('joins the ends of every road, and follows most of them', () => {
    const { nodes, edges } = detail<RoadNetwork>(compiled.index.roadsUrl);
    const positions = new Map(
      nodes.map(({ id, lonDeg, latDeg }) => [id, [lonDeg, latDeg] as const]),
    );
    const gapsM = edges.flatMap(({ from, to, coordinates }) => {
      const [start, end] = [positions.get(from), positions.get(to)];
      const [first, last] = [coordinates[0], coordinates.at(-1)];
      if (!start || !end || !first || !last) return [Number.POSITIVE_INFINITY];
      return [metresBetween(start, first), metresBetween(end, last)];
    });
    expect(Math.max(...gapsM)).toBeLessThan(20);
    const followed = edges.filter(({ isStraight }) => !isStraight);
    expect(followed.length).toBeGreaterThan(70);
  });

  it('lets rivers run inside the region only', () => {
    const { rivers } = detail<RiverLines>(compiled.index.riversUrl);
    const { westDeg, eastDeg, southDeg, northDeg } = compiled.index.regionBoxDeg;
    const outside = rivers
      .flatMap(({ lines }) => lines.flat())
      .filter(([lon, lat]) => lon < westDeg || lon > eastDeg || lat < southDeg || lat > northDeg);
    expect(outside).toEqual([]);
    expect(rivers.map(({ id }) => id)).toContain('da');
  });
});
