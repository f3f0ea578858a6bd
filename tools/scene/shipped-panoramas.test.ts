import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readText, readTextIfThere } from '../io/files';
import { ROOT_DIR } from '../io/root-dir';
import { parseRecipe, type Recipe } from '../panorama/render/recipe';
import { readScene, recordsOf } from './read-scene';

const content = await readScene(join(ROOT_DIR, 'scenes/northwest'));
const renders = recordsOf(content, 'panorama').flatMap(({ record }) =>
  record.kind === 'render' && !record.isDraft ? [record] : [],
);

async function recipeOf(id: string): Promise<Recipe> {
  const file = join(ROOT_DIR, 'panoramas', id, 'recipe.json');
  return parseRecipe(await readText(file), file);
}

describe.each(renders.map((record) => [record.id, record] as const))('%s', (id, record) => {
  it('stands where its recipe stands', async () => {
    const { viewpoint, isNearGroundImagined } = await recipeOf(id);
    expect(record.position).toMatchObject({
      lonDeg: viewpoint.lonDeg,
      latDeg: viewpoint.latDeg,
    });
    expect(record.isNearGroundImagined).toBe(isNearGroundImagined);
  });

  it('points its hotspots at landmarks where its recipe names any', async () => {
    const { landmarks } = await recipeOf(id);
    if (landmarks.length === 0) return;
    const directions = landmarks.map(({ headingDeg, pitchDeg }) => ({
      type: 'direction',
      headingDeg,
      pitchDeg,
    }));
    for (const { at } of record.hotspots) expect(directions).toContainEqual(at);
  });

  it('has its eye where the renderer had it', async () => {
    const text = await readTextIfThere(join(ROOT_DIR, 'panoramas', id, 'render.json'));
    if (text === undefined) return;
    const { eyeHeightOrthometricM }: { eyeHeightOrthometricM: number } = JSON.parse(text);
    expect(record.position?.heightOrthometricM).toBeCloseTo(eyeHeightOrthometricM, 1);
  });
});
