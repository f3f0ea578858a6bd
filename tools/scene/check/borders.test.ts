import { describe, expect, it } from 'vitest';
import type { SceneContent } from '../read-scene';
import { readScene } from '../read-scene';
import { makeScene } from '../testing/scene-fixture';
import { borderIssues, kmOutside } from './borders';

const SQUARE: [number, number][] = [
  [103.9, 20.9],
  [104.1, 20.9],
  [104.1, 21.1],
  [103.9, 21.1],
];

/** The fixture's content with a border for its province of today. */
async function bordered(): Promise<SceneContent> {
  const scene = await makeScene();
  const content = await readScene(scene.sceneDir);
  await scene.remove();
  const records = content.records.map((entry) =>
    entry.kind === 'province' ? { ...entry, record: { ...entry.record, border: SQUARE } } : entry,
  );
  return { ...content, records } as SceneContent;
}

describe('kmOutside', () => {
  it('is zero inside, and the distance to the nearest side outside', () => {
    expect(kmOutside([SQUARE], [104, 21])).toBe(0);
    expect(kmOutside([SQUARE], [104, 21.2])).toBeCloseTo(11.12, 1);
    expect(kmOutside([SQUARE], [104.2, 21])).toBeCloseTo(10.38, 1);
  });
  it('sees every ring of a province in parts', () => {
    const far = SQUARE.map(([lon, lat]): [number, number] => [lon + 1, lat]);
    expect(kmOutside([SQUARE, far], [105, 21])).toBe(0);
  });
});

describe('borderIssues', () => {
  it('says why it did not look where no province has a border', async () => {
    const scene = await makeScene();
    const findings = borderIssues(await readScene(scene.sceneDir));
    await scene.remove();
    expect(findings).toEqual({ issues: [], skipped: 'borders: no province has its line yet' });
  });
  it('finds the place that lies outside its province, and by how much', async () => {
    const { issues, skipped } = borderIssues(await bordered());
    expect(skipped).toBeUndefined();
    expect(issues.map(({ code, file, path, found }) => [code, file, path, found])).toEqual([
      [
        'scene-place-outside-province',
        'lao-cai/places/lake.json',
        '$.provinceIds',
        '41.5 km outside',
      ],
    ]);
  });
});
