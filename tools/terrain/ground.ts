import { tileSpanDeg } from '#core/tiles/geographic-tiling';
import { TERRAIN_TILE_SEGMENTS } from '#core/tiles/terrain-mesh';
import type { GroundHeight } from '#core/tiles/tile-posts';
import { type FieldPyramid, levelValue } from './field-pyramid';
import { type GeoidGrid, undulationM } from './geoid-grid';

/** The ground of a whole build: data, and the smooth fall to the sea around it. Plain data. */
export interface Ground {
  readonly pyramid: FieldPyramid;
  /** `ellipsoid`: the data's heights are above the ellipsoid already. */
  readonly vertical: 'egm96' | 'ellipsoid';
  readonly geoid: GeoidGrid;
  /** Width of the belt in which the ground falls to sea level, degrees. */
  readonly blendDeg: number;
}

/**
 * The ground as tiles of a level see it: of the resolution whose posts are as far apart as the
 * tile's. Outside the data the height at its edge, ever smoother, falls to sea level.
 *
 * @param z - level of the tiles
 */
export function groundOfLevel(ground: Ground, z: number): GroundHeight {
  const { pyramid, geoid } = ground;
  const stepDeg = tileSpanDeg(z) / TERRAIN_TILE_SEGMENTS;
  const resolution = Math.round(Math.log2(stepDeg / pyramid.levels[0]!.stepLatDeg));
  const finest = clampLevel(pyramid, resolution);
  return (lonDeg, latDeg) => {
    const seaM = undulationM(geoid, lonDeg, latDeg);
    const outsideDeg = distanceOutsideDeg(pyramid, lonDeg, latDeg);
    if (outsideDeg >= ground.blendDeg) return seaM;
    const level = pyramid.levels[finest]!;
    const aboveSea = (heightM: number) => (ground.vertical === 'egm96' ? heightM : heightM - seaM);
    if (outsideDeg === 0) return seaM + aboveSea(levelValue(pyramid, level, lonDeg, latDeg));
    const share = 1 - smoothstep(outsideDeg / ground.blendDeg);
    return seaM + share * aboveSea(edgeHeightM(pyramid, finest, lonDeg, latDeg, outsideDeg));
  };
}

/** The height at the nearest place with data, smoothed over half the distance to it. */
function edgeHeightM(
  pyramid: FieldPyramid,
  finest: number,
  lonDeg: number,
  latDeg: number,
  outsideDeg: number,
): number {
  const cells = outsideDeg / pyramid.levels[finest]!.stepLatDeg / 2;
  const blur = Math.min(pyramid.levels.length - 1 - finest, Math.max(0, Math.log2(cells + 1)));
  const sharper = pyramid.levels[finest + Math.floor(blur)]!;
  const softer = pyramid.levels[finest + Math.ceil(blur)]!;
  const share = blur - Math.floor(blur);
  return (
    (1 - share) * levelValue(pyramid, sharper, lonDeg, latDeg) +
    share * levelValue(pyramid, softer, lonDeg, latDeg)
  );
}

function clampLevel(pyramid: FieldPyramid, level: number): number {
  return Math.min(pyramid.levels.length - 1, Math.max(0, level));
}

function distanceOutsideDeg(box: FieldPyramid, lonDeg: number, latDeg: number): number {
  const x = Math.max(0, box.westDeg - lonDeg, lonDeg - box.eastDeg);
  const y = Math.max(0, box.southDeg - latDeg, latDeg - box.northDeg);
  return Math.hypot(x, y);
}

function smoothstep(share: number): number {
  return share * share * (3 - 2 * share);
}
