import { expect, it } from 'vitest';
import { readScene } from '../read-scene';
import { fixtureJson, makeScene } from '../testing/scene-fixture';
import { orphanRule } from './orphans';

it('finds the gateway that no route reaches', async () => {
  const scene = await makeScene();
  const gateway = fixtureJson('gateways/ha-noi.json');
  await scene.write('gateways/hai-phong.json', { ...gateway, id: 'hai-phong' });
  const stops = [
    { type: 'place', placeId: 'hill', day: 1 },
    { type: 'gateway', gatewayId: 'ha-noi', day: 1 },
  ];
  expect(orphanRule(await readScene(scene.sceneDir))).toEqual([]);
  await scene.change('routes/there.json', { stops });
  const issues = orphanRule(await readScene(scene.sceneDir));
  await scene.remove();
  expect(issues.map(({ code, file }) => `${code} ${file}`)).toEqual([
    'scene-orphan gateways/hai-phong.json',
  ]);
});
