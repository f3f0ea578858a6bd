import { Cartographic, CesiumTerrainProvider, sampleTerrain } from 'cesium';
import { describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { orthometricFromEllipsoidalM } from '#core/geo/geoid';
import type { ReferenceTerrain } from '../../../tools/testing/reference-terrain-type';

declare module 'vitest/browser' {
  interface BrowserCommands {
    buildReferenceTerrain(): Promise<ReferenceTerrain | null>;
  }
}

const FANSIPAN = { lonDeg: 103.7751, latDeg: 22.3033 };

const terrain = await commands.buildReferenceTerrain();
if (!terrain) console.info('skipped: the reference elevation model is not beside the project');

async function heightsAboveSeaM(
  points: readonly { readonly lonDeg: number; readonly latDeg: number }[],
  { url, level }: ReferenceTerrain,
): Promise<number[]> {
  const provider = await CesiumTerrainProvider.fromUrl(new URL(url, location.origin).href);
  const sampled = await sampleTerrain(
    provider,
    level,
    points.map(({ lonDeg, latDeg }) => Cartographic.fromDegrees(lonDeg, latDeg)),
  );
  return points.map(({ lonDeg, latDeg }, i) =>
    orthometricFromEllipsoidalM(lonDeg, latDeg, sampled[i]?.height ?? Number.NaN),
  );
}

describe('a surveyed terrain in Cesium', () => {
  it.skipIf(!terrain)('has Fansipan at 3147 m above the sea within 25 m', async () => {
    if (!terrain) return;
    const [heightM = Number.NaN] = await heightsAboveSeaM([FANSIPAN], terrain);
    console.info(`Fansipan: ${heightM.toFixed(1)} m above the sea`);
    expect(Math.abs(heightM - 3147)).toBeLessThanOrEqual(25);
  });

  it.skipIf(!terrain)('agrees with its elevation model within 20 m RMS', async () => {
    if (!terrain) return;
    const heights = await heightsAboveSeaM(terrain.points, terrain);
    const squares = terrain.points.map(
      ({ heightOrthometricM }, i) => ((heights[i] ?? Number.NaN) - heightOrthometricM) ** 2,
    );
    const rmsM = Math.sqrt(squares.reduce((a, b) => a + b, 0) / squares.length);
    console.info(`RMS of ${squares.length} points: ${rmsM.toFixed(2)} m`);
    expect(rmsM).toBeLessThanOrEqual(20);
  });
});
