import { join } from 'node:path';
import { type HorizonLandmark, type HorizonNames, horizonLabelsSchema } from '#scene';
import { readTextIfThere } from '../../io/files';
import type { CompilablePanorama } from './panorama-parts';
import { roundedDeg, roundedM } from './rounding';

/** File of the names on a panorama's horizon, beside its master picture. */
const LABELS_FILE = 'labels.json';

/**
 * Names on a panorama's horizon as `arc panorama labels` found them.
 *
 * @returns none where nobody looked for them yet
 * @throws ZodError for a file that is not what the command writes
 */
export async function readHorizonLandmarks(
  panoramasDir: string,
  id: string,
): Promise<readonly HorizonLandmark[]> {
  const text = await readTextIfThere(join(panoramasDir, id, LABELS_FILE));
  return text === undefined ? [] : horizonLabelsSchema.parse(JSON.parse(text)).landmarks;
}

/**
 * What the viewer draws of them: each where the picture shows it.
 *
 * @param placeIds - places in the compiled scene: names lead to these alone
 * @returns null where nothing is named
 */
export function horizonNames(
  { record: { id }, horizon = [] }: CompilablePanorama,
  placeIds: ReadonlySet<string>,
): HorizonNames | null {
  if (horizon.length === 0) return null;
  const names = horizon.map(({ placeId = '', ...landmark }) => ({
    id: landmark.id,
    placeId: placeIds.has(placeId) ? placeId : null,
    kind: landmark.kind,
    name: landmark.name,
    headingDeg: roundedDeg(landmark.headingDeg),
    pitchDeg: roundedDeg(landmark.drawnPitchDeg ?? landmark.pitchDeg),
    distanceM: roundedM(landmark.distanceM),
    heightOrthometricM: roundedM(landmark.heightOrthometricM),
  }));
  return { id, names };
}
