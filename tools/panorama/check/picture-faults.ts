import type { PanoramaPose } from '#core/panorama/pose';
import type { RawPicture } from '../../io/picture';
import { horizonTilt } from './horizon-tilt';

/** Something about a picture that an editor should look at. */
export interface PictureFinding {
  readonly code: 'panorama-seam' | 'panorama-pole' | 'panorama-tilt';
  readonly expected: string;
  readonly found: string;
  readonly fix: string;
}

/** Times the usual difference of neighbouring columns; rough ground and noise stay below. */
const SEAM_RATIO = 3;
/** Of 255: what an eye sees as a line on a calm sky. */
const SEAM_MIN_DIFFERENCE = 6;
/**
 * Of 255: a full sphere shows one point of the sky all along its first row. Measured on a photograph
 * and four renders at 2048 px (`bench/measure-poles.ts`): their own poles vary by 0 to 20; poles set
 * anywhere in them, 10,000 times, stay below this but for 6; cuts are found where the ground is
 * lively (25 of 70), never in an even sky, which no threshold tells from a pole.
 */
const POLE_MAX_DEVIATION = 22;
/** Less is seen by nobody, and not told from a slope by a computer either. */
const TILT_MIN_DEG = 2;

/** Faults that the pixels of a full sphere tell. */
export function pictureFindings(sphere: RawPicture, pose: PanoramaPose): readonly PictureFinding[] {
  return [...seamFinding(sphere), ...poleFindings(sphere), ...tiltFinding(sphere, pose)];
}

/**
 * How the first column differs from the last one, beside how neighbours differ elsewhere.
 *
 * @returns mean differences of 0 to 255
 */
export function seamDifference(sphere: RawPicture): { seam: number; usual: number } {
  const { widthPx } = sphere;
  const step = Math.max(1, Math.floor(widthPx / 64));
  const others: number[] = [];
  for (let col = step; col < widthPx; col += step)
    others.push(columnDifference(sphere, col - 1, col));
  others.sort((a, b) => a - b);
  const usual = others[Math.floor(others.length * 0.9)] ?? 0;
  return { seam: columnDifference(sphere, widthPx - 1, 0), usual };
}

function seamFinding(sphere: RawPicture): PictureFinding[] {
  const { seam, usual } = seamDifference(sphere);
  if (seam < SEAM_MIN_DIFFERENCE || seam < SEAM_RATIO * usual) return [];
  return [
    {
      code: 'panorama-seam',
      expected: 'edges that meet: the left one goes on where the right one ends',
      found: `a step of ${seam.toFixed(0)} of 255 there, ${usual.toFixed(0)} elsewhere`,
      fix: 'Stitch it anew as a full 360°, and do not crop or scale it by hand.',
    },
  ];
}

function columnDifference({ data, widthPx, heightPx }: RawPicture, a: number, b: number): number {
  let sum = 0;
  for (let y = 0; y < heightPx; y++) {
    for (let c = 0; c < 3; c++) {
      const row = y * widthPx;
      sum += Math.abs((data[(row + a) * 3 + c] ?? 0) - (data[(row + b) * 3 + c] ?? 0));
    }
  }
  return sum / heightPx / 3;
}

function poleFindings(sphere: RawPicture): PictureFinding[] {
  const poles = [
    ['above', 0],
    ['below', sphere.heightPx - 1],
  ] as const;
  return poles.flatMap(([name, row]) => {
    const deviation = rowDeviation(sphere, row);
    if (deviation <= POLE_MAX_DEVIATION) return [];
    return [
      {
        code: 'panorama-pole',
        expected: `one colour all along the row straight ${name}, which is one point of the sphere`,
        found: `colours that vary by ${deviation.toFixed(0)} of 255`,
        fix: 'It is probably cut at that edge: export the full sphere, or keep its GPano tags.',
      } as const,
    ];
  });
}

/** Standard deviation of the brightness along a row. */
export function rowDeviation({ data, widthPx }: RawPicture, row: number): number {
  let sum = 0;
  let squares = 0;
  for (let x = 0; x < widthPx; x++) {
    const at = (row * widthPx + x) * 3;
    const value = ((data[at] ?? 0) + 2 * (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 4;
    sum += value;
    squares += value * value;
  }
  return Math.sqrt(Math.max(0, squares / widthPx - (sum / widthPx) ** 2));
}

function tiltFinding(sphere: RawPicture, pose: PanoramaPose): PictureFinding[] {
  const tilt = horizonTilt(sphere, pose);
  if (tilt === null || tilt.tiltDeg < TILT_MIN_DEG) return [];
  return [
    {
      code: 'panorama-tilt',
      expected: 'a level horizon',
      found: `one that falls by ${tilt.tiltDeg.toFixed(1)}° towards ${tilt.headingDeg.toFixed(0)}°`,
      fix: 'Set pitch and roll of its pose: arc panorama calibrate finds them.',
    },
  ];
}
