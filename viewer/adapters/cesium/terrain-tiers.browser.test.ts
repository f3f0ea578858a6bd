import { Cartographic, CesiumTerrainProvider, sampleTerrain, type TerrainProvider } from 'cesium';
import { afterAll, describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { orthometricFromEllipsoidalM } from '#core/geo/geoid';
import type {
  TerrainTierUnderTest,
  TerrainUnderTest,
} from '../../../tools/testing/terrain-under-test-type';
import { connectOnlineTerrain } from '../online-terrain';
import { OnlineTerrainProvider } from './online-terrain-provider';

declare module 'vitest/browser' {
  interface BrowserCommands {
    terrainUnderTest(tier: TerrainTierUnderTest): Promise<TerrainUnderTest | null>;
  }
}

const FANSIPAN = { lonDeg: 103.7751, latDeg: 22.3033, heightOrthometricM: 3147 };
const TIERS = {
  sketch: await commands.terrainUnderTest('sketch'),
  surveyed: await commands.terrainUnderTest('surveyed'),
  online: await commands.terrainUnderTest('online'),
};
if (!TIERS.surveyed)
  console.info('skipped: the reference elevation model is not beside the project');

const closing: (() => void)[] = [];
afterAll(() => {
  for (const close of closing) close();
});

async function providerOf(
  tier: TerrainTierUnderTest,
  { url }: TerrainUnderTest,
): Promise<TerrainProvider> {
  if (tier !== 'online') {
    return CesiumTerrainProvider.fromUrl(new URL(url, location.origin).href);
  }
  const terrain = await connectOnlineTerrain(
    {
      urlTemplate: url,
      maxZoom: 12,
      credit: 'test',
      geoidUrl: new URL('/geoid/egm96.json', location.origin).href,
      pictureBoxDeg: { westDeg: 101, southDeg: 19, eastDeg: 107, northDeg: 24 },
    },
    new AbortController().signal,
  );
  closing.push(terrain.dispose);
  return new OnlineTerrainProvider(terrain);
}

async function errorsM(
  tier: TerrainTierUnderTest,
  points: TerrainUnderTest['points'],
): Promise<number[]> {
  const terrain = TIERS[tier];
  if (!terrain) throw new Error(`Expected a ${tier} terrain, found none.`);
  const sampled = await sampleTerrain(
    await providerOf(tier, terrain),
    terrain.level,
    points.map(({ lonDeg, latDeg }) => Cartographic.fromDegrees(lonDeg, latDeg)),
  );
  return points.map(({ lonDeg, latDeg, heightOrthometricM }, i) => {
    const heightM = sampled[i]?.height ?? Number.NaN;
    return orthometricFromEllipsoidalM(lonDeg, latDeg, heightM) - heightOrthometricM;
  });
}

describe.each([
  ['sketch', 12, 40],
  ['surveyed', 10, 30],
  ['online', 6, 25],
] as const)('the %s terrain in Cesium', (tier, rmsBoundM, fansipanBoundM) => {
  it.skipIf(!TIERS[tier])(`is within ${rmsBoundM} m RMS of its source at 500 points`, async () => {
    const points = TIERS[tier]?.points ?? [];
    const errors = await errorsM(tier, points);
    const rmsM = Math.sqrt(errors.reduce((sum, errorM) => sum + errorM ** 2, 0) / errors.length);
    const meanM = errors.reduce((sum, errorM) => sum + errorM, 0) / errors.length;
    console.info(`${tier}: RMS ${rmsM.toFixed(2)} m, mean ${meanM.toFixed(2)} m, 500 points`);
    expect(errors).toHaveLength(500);
    expect(rmsM).toBeLessThanOrEqual(rmsBoundM);
    expect(Math.abs(meanM)).toBeLessThan(3);
  });

  it.skipIf(!TIERS[tier])(`has Fansipan at 3147 m above the sea`, async () => {
    const [errorM = Number.NaN] = await errorsM(tier, [FANSIPAN]);
    console.info(`${tier}: Fansipan ${(3147 + errorM).toFixed(1)} m`);
    expect(Math.abs(errorM)).toBeLessThanOrEqual(fansipanBoundM);
  });
});

describe('the water mask of the sketch terrain in Cesium', () => {
  it('has Thác Bà lake, and no water on the crest of the Hoàng Liên Sơn', async () => {
    const terrain = TIERS.sketch;
    if (!terrain) throw new Error('Expected a sketch terrain, found none.');
    const provider = await CesiumTerrainProvider.fromUrl(
      new URL(terrain.url, location.origin).href,
      {
        requestWaterMask: true,
      },
    );
    const waterShareAround = async (lonDeg: number, latDeg: number): Promise<number> => {
      const place = Cartographic.fromDegrees(lonDeg, latDeg);
      const { x, y } = provider.tilingScheme.positionToTileXY(place, terrain.level);
      const mask = (await provider.requestTileGeometry(x, y, terrain.level))?.waterMask;
      if (!(mask instanceof Uint8Array)) throw new Error('Expected a mask, found none.');
      return mask.reduce((sum, value) => sum + value, 0) / (255 * mask.length);
    };
    expect(provider.hasWaterMask).toBe(true);
    expect(await waterShareAround(104.98, 21.83)).toBeGreaterThan(0.15);
    expect(await waterShareAround(103.775, 22.3)).toBeLessThan(0.001);
  });
});
