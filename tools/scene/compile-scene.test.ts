import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FindIndex, PanoramaDetail, PlaceDetail, RouteDetail } from '#scene';
import { hash8 } from '../io/content-hash';
import { readBytes, walkFiles } from '../io/files';
import { type CompiledScene, compileScene } from './compile-scene';
import { makeScene, panoramaJson, type SceneFixture } from './testing/scene-fixture';
import { writeCompiledScene } from './write-compiled-scene';

let scene: SceneFixture;
beforeEach(async () => {
  scene = await makeScene();
});
afterEach(() => scene.remove());

const compile = (options = {}) => compileScene(scene.sceneDir, scene.panoramasDir, options);

function detail<T>(compiled: CompiledScene, url: string | undefined): T {
  const text = compiled.files.get((url ?? '').replace(/^scene\//, ''));
  return JSON.parse(text ?? 'null') as T;
}

describe('compileScene', () => {
  it('lists what the globe needs, by id', async () => {
    const { index } = await compile();
    expect(index.places.map(({ id, panoramaIds }) => [id, panoramaIds])).toEqual([
      ['hill', ['east', 'west']],
      ['lake', []],
    ]);
    expect(index.places[0]).toMatchObject({
      kind: 'viewpoint',
      lonDeg: 104,
      heightOrthometricM: 1000,
      importance: 2,
      provinceIds: ['lao-cai'],
    });
    expect(index.provinces.map(({ id, era }) => `${era} ${id}`)).toEqual([
      'present lao-cai',
      'before-2025 yen-bai',
    ]);
    expect(index.gateways).toEqual([
      { id: 'ha-noi', name: { vi: 'Hà Nội', en: 'Hà Nội' }, lonDeg: 105.85, latDeg: 21.03 },
    ]);
    expect(index).toMatchObject({ formatVersion: 1, onlineTerrain: 'ask' });
  });

  it('keeps what the search reads in a file of its own', async () => {
    const compiled = await compile();
    const find = detail<FindIndex>(compiled, compiled.index.findUrl);
    expect(
      find.findables.map(({ type, id, hasPanorama }) => [type, id, hasPanorama]),
    ).toContainEqual(['place', 'hill', true]);
  });

  it('draws every route where the scene names none, else those it names', async () => {
    const { index } = await compile();
    expect(index.shownRouteIds).toEqual(index.routes.map(({ id }) => id));
    await scene.change('scene.json', { shownRouteIds: [] });
    expect((await compile()).index.shownRouteIds).toEqual([]);
  });

  it('names the open terrain tiles only where they may be asked for', async () => {
    expect((await compile()).index.onlineTerrainSource).toMatchObject({ maxZoom: 12 });
    await scene.change('scene.json', { onlineTerrain: 'off' });
    expect((await compile()).index).not.toHaveProperty('onlineTerrainSource');
  });

  it('gives heights above the ellipsoid, about 30 m less here, and none where unknown', async () => {
    const [hill, lake] = (await compile()).index.places;
    expect(hill?.heightEllipsoidalM).toBeGreaterThan(1000 - 36);
    expect(hill?.heightEllipsoidalM).toBeLessThan(1000 - 26);
    expect(lake).toMatchObject({ heightOrthometricM: null, heightEllipsoidalM: null });
  });

  it('measures routes along the ground', async () => {
    const compiled = await compile();
    const [route] = compiled.index.routes;
    expect(route).toMatchObject({ distanceKm: 51.9, stopPlaceIds: ['hill', 'lake'] });
    const { facts, warnings, legs, days } = detail<RouteDetail>(compiled, route?.detailUrl);
    expect(legs.map(({ mode }) => mode)).toEqual(route?.legs.map(({ mode }) => mode));
    expect(days[0]).toMatchObject({ day: 1 });
    expect(days.flatMap(({ stops }) => stops).length).toBeGreaterThan(1);
    expect(warnings).toEqual([{ vi: 'Đường trơn.', en: 'Slippery.' }]);
    expect(facts.map(({ label, value }) => `${label.en}: ${value.en}`)).toEqual([
      'Length: 52 km, in part as drawn; with all its bends the way is longer',
      'Time: 2–3 days',
      'Roads: QL.32',
      'Best months: September–October: ripe rice',
    ]);
  });

  it('turns links and hotspots into directions, and addresses tiles by the master', async () => {
    const compiled = await compile();
    const hash = hash8(await readBytes(join(scene.panoramasDir, 'west/master.jpg')));
    const summary = compiled.index.panoramas.find(({ id }) => id === 'west');
    const west = detail<PanoramaDetail>(compiled, summary?.detailUrl);
    expect(summary?.previewUrl).toBe(`panoramas/west/built/${hash}/preview.webp`);
    const { headingDeg, pitchDeg } = west.firstView;
    const awayDeg = (((headingDeg - west.pose.headingDeg + 540) % 360) - 180) / 360;
    expect(summary?.previewFocus.xRatio).toBeCloseTo(0.5 + awayDeg, 3);
    expect(summary?.previewFocus.yRatio).toBeCloseTo(0.5 - pitchDeg / 180, 3);
    expect(west.image).toEqual({
      widthPx: 2048,
      previewUrl: `panoramas/west/built/${hash}/preview.webp`,
      tileUrlTemplate: `panoramas/west/built/${hash}/{level}/{col}_{row}.webp`,
      levels: [{ widthPx: 2048, cols: 4, rows: 2 }],
    });
    const [link] = west.links;
    expect(link).toMatchObject({
      panoramaId: 'east',
      title: { vi: 'Về phía đông', en: 'To the east' },
    });
    expect(link?.headingDeg).toBeCloseTo(90, 2);
    expect(link?.distanceM).toBeCloseTo(104, 0);
    const [lake, north] = west.hotspots;
    // 52 km away, 800 m lower, and the Earth curves away by another 212 m.
    expect(lake?.headingDeg).toBeCloseTo(90, 0);
    expect(lake?.pitchDeg).toBeCloseTo(-1.12, 1);
    expect(north).toMatchObject({ headingDeg: 0, pitchDeg: 2 });
  });

  it('knows pictures of one viewpoint as variants, by order, with the moment they show', async () => {
    const alone = await compile();
    const west = (compiled: CompiledScene) =>
      detail<PanoramaDetail>(
        compiled,
        compiled.index.panoramas.find(({ id }) => id === 'west')?.detailUrl,
      );
    expect(west(alone).variants).toEqual([]);
    const winter = panoramaJson('winter', {
      order: 2,
      position: { lonDeg: 104.00001, latDeg: 21.001, heightOrthometricM: 1001 },
      moment: { vi: 'Mùa đông', en: 'Winter' },
    });
    await scene.write('lao-cai/panoramas/winter.json', winter);
    await scene.drawMaster('winter');
    expect(west(await compile()).variants).toEqual([
      { panoramaId: 'west', moment: { vi: 'Pano west', en: 'Pano west' } },
      { panoramaId: 'winter', moment: { vi: 'Mùa đông', en: 'Winter' } },
    ]);
  });

  it('gives hotspots what they hold', async () => {
    const at = { type: 'direction', headingDeg: 10, pitchDeg: 0 };
    const words = { title: { vi: 'Chè', en: 'Tea' }, text: { vi: 'Chè cổ.', en: 'Old tea.' } };
    const hotspots = [
      { id: 'a', type: 'picture', at, ...words, file: 'leaf.webp', credit: 'Test' },
      { id: 'b', type: 'video', at, ...words, file: 'wind.webm', credit: 'Test' },
      { id: 'c', type: 'place', at, ...words, placeId: 'lake' },
    ];
    await scene.change('lao-cai/panoramas/west.json', {
      hotspots,
      medium: 'video',
      videoFile: 'walk.webm',
    });
    const compiled = await compile();
    const west = compiled.index.panoramas.find(({ id }) => id === 'west');
    const { hotspots: told, videoUrl } = detail<PanoramaDetail>(compiled, west?.detailUrl);
    expect(told.map(({ content }) => content)).toEqual([
      { type: 'picture', url: 'panoramas/west/media/leaf.webp', credit: 'Test' },
      { type: 'video', url: 'panoramas/west/media/wind.webm', credit: 'Test' },
      { type: 'place', placeId: 'lake' },
    ]);
    expect(videoUrl).toBe('panoramas/west/media/walk.webm');
  });

  it('looks along the image centre where no first view is given', async () => {
    const compiled = await compile();
    const east = compiled.index.panoramas.find(({ id }) => id === 'east');
    expect(detail<PanoramaDetail>(compiled, east?.detailUrl).firstView).toEqual({
      headingDeg: 90,
      pitchDeg: 0,
      verticalFovDeg: 65,
    });
  });

  it('tells on a card what the record knows, and why the rest is not known', async () => {
    await scene.change('lao-cai/places/hill.json', {
      difficulty: 'easy',
      opening: { unknown: 'Chưa tra / not looked up' },
    });
    const compiled = await compile();
    const hill = detail<PlaceDetail>(compiled, compiled.index.places[0]?.detailUrl);
    expect(hill.heights).toEqual([{ heightOrthometricM: 1000, says: { vi: 'đỉnh', en: 'top' } }]);
    expect(hill.visit).toMatchObject({
      difficulty: 'easy',
      opening: { unknown: { vi: 'Chưa tra', en: 'Not looked up' } },
      fees: null,
    });
    expect(hill.routeIds).toEqual(['there']);
    expect(hill).toMatchObject({ nearby: [], climateId: null });
  });

  it('leaves drafts and the links to them out unless asked', async () => {
    const draft = panoramaJson('east', { isDraft: true, links: [{ panoramaId: 'west' }] });
    await scene.write('lao-cai/panoramas/east.json', draft);
    const published = await compile();
    expect(published.leftOutPanoramaIds).toEqual(['east']);
    expect(published.index.places[0]?.panoramaIds).toEqual(['west']);
    const west = detail<PanoramaDetail>(published, published.index.panoramas[0]?.detailUrl);
    expect(west.links).toEqual([]);
    const withDrafts = await compile({ hasDrafts: true });
    expect(withDrafts.index.panoramas.map(({ id }) => id)).toEqual(['east', 'west']);
  });

  it('leaves a draft without a picture or position out even then', async () => {
    const { position: _, ...draft } = panoramaJson('sketch', { isDraft: true });
    await scene.write('lao-cai/panoramas/sketch.json', draft);
    expect((await compile({ hasDrafts: true })).leftOutPanoramaIds).toEqual(['sketch']);
  });

  it('gives the same bytes every time, and another hash for other words', async () => {
    const [first, second] = [await compile(), await compile()];
    expect([...second.files]).toEqual([...first.files]);
    await scene.change('lao-cai/places/hill.json', { summary: { vi: 'Khác.', en: 'Other.' } });
    const changed = await compile();
    expect(changed.index.contentHash).not.toBe(first.index.contentHash);
    expect(changed.index.places[0]?.detailUrl).not.toBe(first.index.places[0]?.detailUrl);
    expect(changed.index.places[1]?.detailUrl).toBe(first.index.places[1]?.detailUrl);
  });

  it('compiles nothing from a scene with faults, and carries them all', async () => {
    await scene.change('lao-cai/places/hill.json', { importance: 0 });
    await expect(compile()).rejects.toMatchObject({
      code: 'scene-faulty',
      details: { report: { faults: 1 } },
    });
  });
});

describe('writeCompiledScene', () => {
  it('replaces the folder whole', async () => {
    const compiled = await compile();
    const out = join(scene.rootDir, 'dist/scene');
    await writeCompiledScene(out, compiled);
    await writeCompiledScene(out, compiled);
    expect((await walkFiles(out)).sort()).toEqual([...compiled.files.keys()].sort());
    expect(await readFile(join(out, 'index.json'), 'utf8')).toBe(compiled.files.get('index.json'));
  });
});
