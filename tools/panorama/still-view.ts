import type { PanoramaPose } from '#core/panorama/pose';
import { PANORAMA_DEFAULTS, type Panorama } from '#scene';
import { hash8 } from '../io/content-hash';

/** Where a levelled still of a panorama looks, and what its file's name carries of that. */
export interface StillView {
  readonly pose: PanoramaPose;
  readonly headingDeg: number;
  readonly pitchDeg: number;
  /** Eight hexadecimal digits that change with the above. */
  readonly view8: string;
}

const LEVEL: PanoramaPose = { headingDeg: 0, pitchDeg: 0, rollDeg: 0 };

/** The first view of a record; the middle of the picture where nobody said. */
export function stillViewOf({
  pose,
  firstView,
}: Partial<Pick<Panorama, 'pose' | 'firstView'>>): StillView {
  const own = pose ?? LEVEL;
  const headingDeg = firstView?.headingDeg ?? own.headingDeg;
  const pitchDeg = firstView?.pitchDeg ?? PANORAMA_DEFAULTS.firstViewPitchDeg;
  const numbers = [own.headingDeg, own.pitchDeg, own.rollDeg, headingDeg, pitchDeg];
  return { pose: own, headingDeg, pitchDeg, view8: hash8(JSON.stringify(numbers)) };
}
