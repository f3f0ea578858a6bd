import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { smooth } from './shading';

/** Width of the belt in which the picture fades into the world base, degrees, at most. */
const FADE_DEG = 0.8;

/** The belt takes at most this share of the shorter side. */
const FADE_SHARE = 0.14;

/**
 * How much of the picture shows at a place: 1 inside, 0 on the sea and at the edge of the data,
 * with an uneven belt in between.
 *
 * @param unevenness - about -1..1
 * @param sea - 0..1
 */
export function coverAtEdge(
  boxDeg: GeoBoxDeg,
  lonDeg: number,
  latDeg: number,
  unevenness: number,
  sea: number,
): number {
  const insideDeg = Math.min(
    lonDeg - boxDeg.westDeg,
    boxDeg.eastDeg - lonDeg,
    latDeg - boxDeg.southDeg,
    boxDeg.northDeg - latDeg,
  );
  if (insideDeg <= 0) return 0;
  const shortDeg = Math.min(boxDeg.eastDeg - boxDeg.westDeg, boxDeg.northDeg - boxDeg.southDeg);
  const fadeDeg = Math.min(FADE_DEG, shortDeg * FADE_SHARE);
  if (insideDeg > 1.5 * fadeDeg && sea < 0.35) return 1;
  const shown = smooth(0.01 * fadeDeg, fadeDeg * (1 + 0.3 * unevenness), insideDeg);
  return shown * (1 - smooth(0.35, 0.65, sea));
}
