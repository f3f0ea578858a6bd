import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomic } from '../../io/atomic';
import { removePath } from '../../io/files';
import { fixtureJson, makeScene, panoramaJson, type SceneFixture } from '../testing/scene-fixture';
import { checkScene } from './check-scene';

let scene: SceneFixture;
beforeEach(async () => {
  scene = await makeScene();
});
afterEach(() => scene.remove());

const both = (vi: string, en: string) => ({ vi, en });

async function found(isStrict = false): Promise<string[]> {
  const { issues } = await checkScene(scene.sceneDir, scene.panoramasDir, { isStrict });
  return issues.map(({ severity, code, file, path }) => `${severity} ${code} ${file} ${path}`);
}

describe('checkScene', () => {
  it('finds nothing in a good scene, however strict', async () => {
    expect(await found(true)).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>, string[]]>([
    [
      'broken JSON, with its line and column',
      () => scene.writeText('lao-cai/places/hill.json', '{\n  "id": hill\n}'),
      ['fault scene-json-syntax lao-cai/places/hill.json line 2, column 9'],
    ],
    [
      'an id that is not the file name',
      () => scene.change('lao-cai/places/lake.json', { id: 'lake-2' }),
      ['fault scene-id-not-file-name lao-cai/places/lake.json $.id'],
    ],
    [
      'two records of one id',
      () => scene.write('lao-cai/places/lake-2.json', fixtureJson('lao-cai/places/lake.json')),
      [
        'fault scene-duplicate-id lao-cai/places/lake.json $.id',
        'fault scene-id-not-file-name lao-cai/places/lake-2.json $.id',
      ],
    ],
    [
      'a file where none belongs',
      () => scene.write('lao-cai/lake.json', {}),
      ['fault scene-stray-file lao-cai/lake.json $'],
    ],
    [
      'a folder of no province',
      () =>
        scene.write('lao-kai/places/pond.json', {
          ...fixtureJson('lao-cai/places/lake.json'),
          id: 'pond',
        }),
      [
        'fault scene-unknown-province-folder lao-kai/places/pond.json $',
        'fault scene-wrong-province-folder lao-kai/places/pond.json $.provinceIds[0]',
      ],
    ],
    [
      'an unknown province',
      () => scene.change('lao-cai/places/lake.json', { provinceIds: ['lao-cai', 'lai-chu'] }),
      ['fault scene-unknown-province lao-cai/places/lake.json $.provinceIds[1]'],
    ],
    [
      'provinces that disagree with the merger',
      () => scene.change('provinces-before-2025/yen-bai.json', { becameId: 'son-la' }),
      [
        'fault scene-provinces-disagree lao-cai/places/hill.json $.provinceBefore2025Ids[0]',
        'fault scene-provinces-disagree lao-cai/places/lake.json $.provinceBefore2025Ids[0]',
        'fault scene-provinces-disagree provinces/lao-cai.json $.formedFromIds[0]',
        'fault scene-unknown-province provinces-before-2025/yen-bai.json $.becameId',
      ],
    ],
    [
      'longitude and latitude swapped',
      () => scene.change('lao-cai/places/lake.json', { position: { lonDeg: 21, latDeg: 85 } }),
      [
        'fault scene-outside-region lao-cai/places/lake.json $.position',
        'warning scene-stop-off-route routes/there.json $.stops[1]',
      ],
    ],
    [
      'a source that the record does not have',
      () => scene.change('lao-cai/places/lake.json', { positionSourceIds: ['osm'] }),
      ['fault scene-unknown-source lao-cai/places/lake.json $.positionSourceIds[0]'],
    ],
    [
      'a panorama of no place',
      () =>
        scene.write(
          'lao-cai/panoramas/east.json',
          panoramaJson('east', { placeId: 'hil', links: [{ panoramaId: 'west' }] }),
        ),
      ['fault scene-unknown-place lao-cai/panoramas/east.json $.placeId'],
    ],
    [
      'a panorama without a picture',
      () => removePath(join(scene.panoramasDir, 'east')),
      ['fault scene-panorama-without-master lao-cai/panoramas/east.json $.id'],
    ],
    [
      'a picture that is no sphere',
      () => scene.drawMaster('east', 2048, 900),
      ['fault scene-master-shape lao-cai/panoramas/east.json $.id'],
    ],
    [
      'a picture that does not open',
      () => writeFileAtomic(join(scene.panoramasDir, 'east/master.jpg'), 'no picture'),
      ['fault scene-master-unreadable lao-cai/panoramas/east.json $.id'],
    ],
    [
      'a render without its recipe',
      () =>
        scene.write(
          'lao-cai/panoramas/east.json',
          panoramaJson('east', {
            kind: 'render',
            recipe: 'recipe.json',
            renderNote: both('Vẽ.', 'Drawn.'),
            links: [{ panoramaId: 'west' }],
          }),
        ),
      ['fault scene-render-without-recipe lao-cai/panoramas/east.json $.recipe'],
    ],
    [
      'a picture that nobody describes',
      () => scene.drawMaster('stray'),
      ['warning scene-anonymous-picture scene.json $'],
    ],
    [
      'a link of one way',
      () => scene.write('lao-cai/panoramas/east.json', panoramaJson('east')),
      ['warning scene-link-one-way lao-cai/panoramas/west.json $.links[0].panoramaId'],
    ],
    [
      'a link to itself and one that leads nowhere',
      () =>
        scene.write(
          'lao-cai/panoramas/east.json',
          panoramaJson('east', {
            links: [{ panoramaId: 'east' }, { panoramaId: 'wets' }, { panoramaId: 'west' }],
          }),
        ),
      [
        'fault scene-link-to-itself lao-cai/panoramas/east.json $.links[0].panoramaId',
        'fault scene-unknown-panorama lao-cai/panoramas/east.json $.links[1].panoramaId',
      ],
    ],
    [
      'a link to a draft',
      () =>
        scene.write(
          'lao-cai/panoramas/east.json',
          panoramaJson('east', { isDraft: true, links: [{ panoramaId: 'west' }] }),
        ),
      ['warning scene-link-to-draft lao-cai/panoramas/west.json $.links[0].panoramaId'],
    ],
    [
      'a panorama far from its place',
      () =>
        scene.write(
          'lao-cai/panoramas/east.json',
          panoramaJson('east', {
            position: { lonDeg: 104.2, latDeg: 21, heightOrthometricM: 1 },
            links: [{ panoramaId: 'west' }],
          }),
        ),
      ['warning scene-panorama-far-from-place lao-cai/panoramas/east.json $.position'],
    ],
    [
      'a photograph that does not say whether people agreed',
      () => {
        const { people: _, ...json } = panoramaJson('east', { links: [{ panoramaId: 'west' }] });
        return scene.write('lao-cai/panoramas/east.json', json);
      },
      ['warning scene-people-unsaid lao-cai/panoramas/east.json $.people'],
    ],
    [
      'legs that do not meet',
      () =>
        scene.change('routes/there.json', {
          legs: [
            {
              mode: 'road',
              coordinates: [
                [104, 21],
                [104.2, 21],
              ],
            },
            {
              mode: 'boat',
              coordinates: [
                [104.21, 21],
                [104.5, 21],
              ],
            },
          ],
        }),
      ['fault scene-route-gap routes/there.json $.legs[1].coordinates[0]'],
    ],
    [
      'a leg told longer than its line, and one quicker than its way of travelling',
      () =>
        scene.change('routes/there.json', {
          legs: [
            {
              mode: 'road',
              distanceKm: 60,
              coordinates: [
                [104, 21],
                [104.2, 21],
              ],
            },
            {
              mode: 'boat',
              hours: { from: 0.25, to: 0.25 },
              coordinates: [
                [104.2, 21],
                [104.5, 21],
              ],
            },
          ],
        }),
      [
        'fault scene-leg-length routes/there.json $.legs[0].distanceKm',
        'fault scene-leg-pace routes/there.json $.legs[1].hours',
      ],
    ],
    [
      'stops in the wrong order',
      () =>
        scene.change('routes/there.json', {
          stops: [
            { type: 'place', placeId: 'lake', day: 2 },
            { type: 'place', placeId: 'hill', day: 1 },
          ],
        }),
      [
        'fault scene-stops-order routes/there.json $.stops[1]',
        'fault scene-stops-order routes/there.json $.stops[1].day',
      ],
    ],
    [
      'a stop that the line does not pass',
      () =>
        scene.change('routes/there.json', {
          stops: [
            { type: 'place', placeId: 'hill', day: 1 },
            { type: 'gateway', gatewayId: 'ha-noi', day: 1 },
          ],
        }),
      ['warning scene-stop-off-route routes/there.json $.stops[1]'],
    ],
    [
      'a story that shows a draft',
      async () => {
        const draft = { isDraft: true, links: [] };
        await scene.write('lao-cai/panoramas/east.json', panoramaJson('east', draft));
        await scene.write('lao-cai/panoramas/west.json', panoramaJson('west'));
        const chapter = { title: both('Một', 'One'), narration: both('Kể.', 'Told.') };
        const view = { type: 'panorama', panoramaId: 'east', ...chapter };
        await scene.write('stories/tale.json', {
          schemaVersion: 1,
          id: 'tale',
          title: both('Chuyện', 'Tale'),
          summary: both('Kể.', 'Told.'),
          provinceIds: ['lao-cai'],
          chapters: [view, { ...view, panoramaId: 'west' }],
          sources: fixtureJson('scene.json')['sources'],
        });
      },
      ['warning scene-link-to-draft stories/tale.json $.chapters[0].panoramaId'],
    ],
    [
      'an unknown without a reason',
      () => scene.change('lao-cai/places/lake.json', { heights: { unknown: '' } }),
      ['warning scene-unknown-without-reason lao-cai/places/lake.json $.heights.unknown'],
    ],
    [
      'English that is Vietnamese',
      () => {
        const text = 'Một cái hồ rộng giữa những quả đồi xanh, nước trong vắt.';
        return scene.change('lao-cai/places/lake.json', { summary: both(text, text) });
      },
      ['warning scene-text-untranslated lao-cai/places/lake.json $.summary.en'],
    ],
    [
      'a file in an older form',
      () =>
        scene.change('lao-cai/places/lake.json', {
          schemaVersion: 0,
          position: { lon: 104.5, lat: 21 },
        }),
      ['warning scene-version-old lao-cai/places/lake.json $.schemaVersion'],
    ],
  ])('finds %s', async (_what, spoil, expected) => {
    await spoil();
    expect((await found()).sort()).toEqual(expected);
  });

  it('reports the faults of all files at once', async () => {
    await scene.writeText('lao-cai/places/hill.json', '{');
    await scene.change('lao-cai/places/lake.json', { importance: 0, colour: 'blue' });
    await scene.change('routes/there.json', { provinceIds: ['lao-kai'] });
    expect(await found()).toEqual([
      'fault scene-json-syntax lao-cai/places/hill.json line 1, column 2',
      'fault scene-wrong-value lao-cai/places/lake.json $.importance',
      'fault scene-unknown-field lao-cai/places/lake.json $.colour',
      'fault scene-unknown-province routes/there.json $.provinceIds[0]',
    ]);
  });

  it('makes warnings faults when strict', async () => {
    await scene.write('lao-cai/panoramas/east.json', panoramaJson('east'));
    const report = await checkScene(scene.sceneDir, scene.panoramasDir, { isStrict: true });
    expect({ faults: report.faults, warnings: report.warnings }).toEqual({
      faults: 1,
      warnings: 0,
    });
  });

  it('suggests the province that was meant', async () => {
    await scene.change('routes/there.json', { provinceIds: ['lao-kai'] });
    const { issues } = await checkScene(scene.sceneDir, scene.panoramasDir);
    expect(issues[0]?.fix).toBe('Did you mean "lao-cai"?');
  });
});
