import type { SceneContent, SceneRecord } from '../../scene/read-scene';
import type { PanoramaFinding } from '../check/check-panoramas';
import { staleLabels } from './label-panoramas';
import { type NamedLandmark, namedLandmarks } from './landmarks-around';

/** Looks whether names on horizons still fit what they were found from. */
export function createLabelCheck(
  rootDir: string,
  content: SceneContent,
): (entry: SceneRecord<'panorama'>) => Promise<readonly PanoramaFinding[]> {
  let around: Promise<readonly NamedLandmark[]> | undefined;
  // Read once, and only where there are labels to look at.
  const known = (): Promise<readonly NamedLandmark[]> => {
    around ??= namedLandmarks(rootDir, content);
    return around;
  };
  return async ({ record }) => {
    if (!(await staleLabels(rootDir, record, known))) return [];
    return [
      {
        code: 'panorama-labels-stale',
        severity: 'warning',
        panoramaId: record.id,
        expected: 'names on the horizon found from this position, recipe and the places around',
        found: 'others in labels.json',
        fix: `Find them anew: npx arc panorama labels ${record.id} --dem FILE.`,
      },
    ];
  };
}
