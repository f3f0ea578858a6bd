import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readScene } from '../read-scene';
import { makeScene, type SceneFixture } from '../testing/scene-fixture';
import { spellingIssues, WORDS_FILE } from './spelling';

let scene: SceneFixture;
beforeEach(async () => {
  scene = await makeScene();
});
afterEach(() => scene.remove());

/** Path, word and what to do of every fault in the summary of the fixture's hill. */
async function faultsOf(vi: string, en: string) {
  await scene.change('lao-cai/places/hill.json', { summary: { vi, en } });
  const { issues, skipped } = await spellingIssues(await readScene(scene.sceneDir));
  expect(skipped).toBeUndefined();
  const ofHill = issues.filter(({ file }) => file === 'lao-cai/places/hill.json');
  return ofHill.map(({ path, found, fix }) => `${path} ${found} ${fix.split(';')[0]}`);
}

describe('spellingIssues', () => {
  it('finds a slip in each language and says what was perhaps meant', async () => {
    expect(await faultsOf('Một quả đồi xann.', 'A hill that you will recieve.')).toEqual([
      expect.stringContaining('$.summary.vi "xann"'),
      '$.summary.en "recieve" Write "receive"',
    ]);
  });

  it('knows a tone on either vowel of oa, oe and uy', async () => {
    expect(await faultsOf('Hòa, hoà, thủy, thuỷ, khỏe, xóa, lũy, tùy.', 'A hill.')).toEqual([]);
  });

  it('takes Vietnamese names in English texts, and words that only Vietnamese has', async () => {
    expect(await faultsOf('Đồi.', 'Near Sa Pa people of Hà Giang eat thắng cố.')).toEqual([]);
  });

  it('reads British English, numbers of roads and units', async () => {
    const en =
      'The neighbours’ colours by QL.4D and CT.05: 3,147 m, 12 km, 1,200 MW, the 27th day.';
    expect(await faultsOf('Đi QL.4D, CT.05: 3.147 m, 12 km, 1.200 MW.', en)).toEqual([]);
  });

  it('takes the names of records and the words of the list', async () => {
    expect(await faultsOf('Đồi Zuzu.', 'Zuzu hill, a frabjous one.')).toHaveLength(3);
    await scene.writeText(WORDS_FILE, '# made up\nfrabjous # by a poet\n');
    await scene.change('lao-cai/places/lake.json', { name: { vi: 'Hồ Zuzu', en: 'Zuzu lake' } });
    expect(await faultsOf('Đồi Zuzu.', 'Zuzu hill, a frabjous one. Frabjous!')).toEqual([]);
  });
});
