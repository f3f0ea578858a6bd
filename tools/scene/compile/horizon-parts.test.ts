import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT_DIR } from '../../io/root-dir';
import { horizonNames, readHorizonLandmarks } from './horizon-parts';
import type { CompilablePanorama } from './panorama-parts';

const PANORAMAS = join(ROOT_DIR, 'panoramas');

async function compilable(id: string): Promise<CompilablePanorama> {
  const record = { id } as CompilablePanorama['record'];
  const horizon = await readHorizonLandmarks(PANORAMAS, id);
  return { record, master: { widthPx: 8192, hash8: '12345678' }, horizon };
}

describe('horizonNames', () => {
  it('puts names where the picture shows them, and leads to known places alone', async () => {
    const panorama = await compilable('fansipan-west');
    const names = horizonNames(panorama, new Set(['pu-ta-leng']))?.names ?? [];
    expect(names.length).toBe(panorama.horizon?.length);
    const found = names.find(({ id }) => id === 'pu-ta-leng');
    const landmark = panorama.horizon?.find(({ id }) => id === 'pu-ta-leng');
    expect(found?.pitchDeg).toBe(landmark?.drawnPitchDeg);
    expect(found?.placeId).toBe('pu-ta-leng');
    const others = names.filter(({ id }) => id !== 'pu-ta-leng');
    expect(others.every(({ placeId }) => placeId === null)).toBe(true);
  });

  it('is nothing where nobody looked', async () => {
    expect(horizonNames(await compilable('no-such-panorama'), new Set())).toBe(null);
  });
});
