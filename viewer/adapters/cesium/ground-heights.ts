import { Cartographic, type CesiumWidget, sampleTerrain } from 'cesium';

/** A point on the ground: longitude, latitude in degrees. */
export type GroundPoint = readonly [lonDeg: number, latDeg: number];

/** Posts along one edge of a tile, about. */
const POSTS_PER_TILE = 64;
const M_PER_LEVEL_ZERO_TILE = 20_037_508;
const COARSEST_LEVEL = 5;

/**
 * Heights of the present terrain, metres above the ellipsoid, in the order of the points.
 *
 * @param spacingM - how fine they need be: finer tiles than that are not fetched
 * @returns null for a point whose tile did not come
 */
export async function sampleHeights(
  widget: CesiumWidget,
  points: readonly GroundPoint[],
  spacingM: number,
): Promise<readonly (number | null)[]> {
  const provider = widget.scene.terrainProvider;
  const positions = points.map(([lonDeg, latDeg]) => Cartographic.fromDegrees(lonDeg, latDeg));
  const [first] = positions;
  if (!first) return [];
  const wanted = Math.round(Math.log2(M_PER_LEVEL_ZERO_TILE / POSTS_PER_TILE / spacingM));
  const finest = Math.min(
    ...positions.map((one) => provider.availability?.computeMaximumLevelAtPosition(one) ?? wanted),
  );
  const level = Math.min(Math.max(COARSEST_LEVEL, wanted), finest);
  for (const position of positions) position.height = Number.NaN;
  await sampleTerrain(provider, level, positions);
  return positions.map(({ height }) => (Number.isFinite(height) ? height : null));
}
