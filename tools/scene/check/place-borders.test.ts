import { describe, expect, it } from 'vitest';
import { readScene } from '../read-scene';
import { makeScene } from '../testing/scene-fixture';
import { borderIssues, kmOutside } from './place-borders';

const SQUARE: [number, number][] = [
  [103.9, 20.9],
  [104.1, 20.9],
  [104.1, 21.1],
  [103.9, 21.1],
  [103.9, 20.9],
];

/** The findings in the fixture's scene with stretches of border for its old province. */
async function findings(lines: readonly [number, number][][]) {
  const scene = await makeScene();
  for (const [at, line] of lines.entries()) {
    await scene.write(`borders/laos-yen-bai-${at}.json`, {
      schemaVersion: 1,
      id: `laos-yen-bai-${at}`,
      provinceBefore2025Ids: ['yen-bai'],
      outside: { type: 'country', code: 'LA' },
      line,
      sources: [{ type: 'knowledge', id: 'own', title: 'Known', by: 'Test', date: '2026' }],
    });
  }
  const content = await readScene(scene.sceneDir);
  await scene.remove();
  expect(content.issues).toEqual([]);
  return borderIssues(content);
}

describe('kmOutside', () => {
  it('is zero inside, and the distance to the nearest side outside', () => {
    expect(kmOutside([SQUARE], [104, 21])).toBe(0);
    expect(kmOutside([SQUARE], [104, 21.2])).toBeCloseTo(11.12, 1);
    expect(kmOutside([SQUARE], [104.2, 21])).toBeCloseTo(10.38, 1);
  });
  it('sees every ring', () => {
    const far = SQUARE.map(([lon, lat]): [number, number] => [lon + 1, lat]);
    expect(kmOutside([SQUARE, far], [105, 21])).toBe(0);
  });
});

describe('borderIssues', () => {
  it.each([
    ['there are no borders', []],
    ['they do not close', [SQUARE.slice(0, 3)]],
  ])('says why it did not look where %s', async (_what, lines) => {
    expect(await findings(lines)).toEqual({
      issues: [],
      skipped: 'borders: no province has its line yet',
    });
  });
  it('finds the place that lies outside its province on both maps, and by how much', async () => {
    const { issues, skipped } = await findings([SQUARE.slice(0, 3), SQUARE.slice(2)]);
    expect(skipped).toBeUndefined();
    const lake = 'lao-cai/places/lake.json';
    expect(issues.map(({ code, file, path, found }) => [code, file, path, found])).toEqual([
      ['scene-place-outside-province', lake, '$.provinceBefore2025Ids', '41.5 km outside'],
      ['scene-place-outside-province', lake, '$.provinceIds', '41.5 km outside'],
    ]);
  });
});
