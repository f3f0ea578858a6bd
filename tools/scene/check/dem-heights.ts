import type { HeightField } from '../../terrain/height-field';
import { readDem } from '../../terrain/read-dem';
import type { FileIssue } from '../file-issue';
import { recordsOf, type SceneContent } from '../read-scene';
import { isInside } from './region';
import { warning } from './rule';
import type { StrictFindings } from './spelling';

/** Heights farther than this from the surveyed ground are most likely slips of the pen. */
export const DEM_TOLERANCE_M = 60;
/** Grids cut summits and smooth gorges: the ground as far around as this counts. */
const AROUND_M = 160;
const M_PER_DEG_LAT = 111_200;

interface SaidHeight {
  readonly file: string;
  readonly path: string;
  readonly lonDeg: number;
  readonly latDeg: number;
  readonly heightM: number;
}

/**
 * Holds heights of places and panoramas against a surveyed elevation model.
 *
 * @param demFile - any model that `--dem` takes, heights above the geoid; undefined: none
 * @throws AssetError as readDem
 */
export async function demHeightIssues(
  content: SceneContent,
  demFile: string | undefined,
): Promise<StrictFindings> {
  if (demFile === undefined) {
    return { issues: [], skipped: 'heights: no surveyed elevation model was given (--dem FILE)' };
  }
  const field = await readDem(demFile);
  return { issues: saidHeights(content).flatMap((said) => heightIssue(said, field)) };
}

/** Heights at which people stand; approximate positions are left out. */
function saidHeights(content: SceneContent): SaidHeight[] {
  const places = recordsOf(content, 'place').flatMap(({ file, record }) => {
    const { position, heights } = record;
    if (position.isApproximate === true || !Array.isArray(heights)) return [];
    return heights.slice(0, 1).map(({ heightOrthometricM }) => ({
      ...{ file, path: '$.heights[0].heightOrthometricM', heightM: heightOrthometricM },
      ...{ lonDeg: position.lonDeg, latDeg: position.latDeg },
    }));
  });
  const panoramas = recordsOf(content, 'panorama').flatMap(({ file, record: { position } }) => {
    if (position === undefined) return [];
    const { lonDeg, latDeg, heightOrthometricM: heightM } = position;
    return [{ file, path: '$.position.heightOrthometricM', lonDeg, latDeg, heightM }];
  });
  return [...places, ...panoramas];
}

function heightIssue(said: SaidHeight, field: HeightField): FileIssue[] {
  const { file, path, heightM } = said;
  if (!isInside(field.boxDeg, said)) return [];
  const [lowM, highM] = groundAround(said, field);
  const awayM = Math.max(lowM - heightM, heightM - highM, 0);
  if (awayM <= DEM_TOLERANCE_M) return [];
  return [
    warning(file, {
      code: 'scene-height-off-ground',
      path,
      expected: `within ${DEM_TOLERANCE_M} m of the surveyed ground, ${lowM.toFixed(0)} to ${highM.toFixed(0)} m around there`,
      found: `${heightM} m`,
      fix: 'Mend the height or the position; mark the position as approximate where it is.',
    }),
  ];
}

/** Lowest and highest ground on a small cross of nine points. */
function groundAround({ lonDeg, latDeg }: SaidHeight, field: HeightField): [number, number] {
  const stepLat = AROUND_M / M_PER_DEG_LAT;
  const stepLon = stepLat / Math.cos((latDeg * Math.PI) / 180);
  const steps = [-1, 0, 1];
  const heights = steps.flatMap((x) =>
    steps.map((y) => field.sample(lonDeg + x * stepLon, latDeg + y * stepLat)),
  );
  return [Math.min(...heights), Math.max(...heights)];
}
