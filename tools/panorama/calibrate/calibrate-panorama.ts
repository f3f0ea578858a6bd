import { join } from 'node:path';
import { AssetError, SceneError, UsageError } from '#core/errors';
import { directionOfPixel, enuOfDirection } from '#core/panorama/direction';
import type { PanoramaPose } from '#core/panorama/pose';
import type { Panorama } from '#scene';
import { writeFileAtomic } from '../../io/atomic';
import { readScene } from '../../scene/read-scene';
import { recordText } from '../../scene/record-text';
import { requireRecord } from '../../scene/scene-repository';
import { findMaster, type PanoramaMaster } from '../panorama-files';
import { findPanoramaRecord, readPanoramaRecord, SCENE_FOLDER } from '../panorama-record';
import { type DirectionPair, fitPose, spreadDeg } from './fit-pose';
import { Landmarks } from './landmarks';
import { sightWithRefraction } from './sight-lines';

/** A pixel of the master picture and what it shows. */
export interface PixelPair {
  /** From the left edge and from the top, pixels of the master. */
  readonly xPx: number;
  readonly yPx: number;
  /** Id of a place or summit, or `lon,lat,height`. */
  readonly landmark: string;
}

export interface CalibrateOptions {
  /** Writes the pose into the record. */
  readonly canWrite?: boolean;
}

export const CALIBRATE_DEFAULTS = { canWrite: false } as const satisfies CalibrateOptions;

/** One pair as the fitted pose sees it. */
export interface PairResult extends PixelPair {
  /** Where the landmark is. */
  readonly headingDeg: number;
  readonly pitchDeg: number;
  readonly distanceM: number;
  /** Between where the pixel points under the pose and where the landmark is. */
  readonly residualDeg: number;
  readonly residualPx: number;
}

export interface CalibrationOutcome {
  readonly id: string;
  readonly pose: PanoramaPose;
  /** What the record had before. */
  readonly poseBefore: PanoramaPose | null;
  readonly pairs: readonly PairResult[];
  readonly rmsDeg: number;
  readonly worstDeg: number;
  readonly isWritten: boolean;
  /** Relative to the project. */
  readonly recordFile: string;
}

/** Directions closer together than this fix the roll badly: one pixel then tilts the horizon. */
const MIN_SPREAD_DEG = 10;
/** Farther off than this a pair is mistaken: the wrong summit, the wrong pixel or position. */
const MAX_RESIDUAL_DEG = 3;
/** Nearer than this, a metre of error in the camera's position turns the picture by degrees. */
const MIN_DISTANCE_M = 30;
const LEVEL: PanoramaPose = { headingDeg: 0, pitchDeg: 0, rollDeg: 0 };
const DECIMALS = 1000;

/**
 * Finds heading, pitch and roll of a panorama from things that can be seen in it.
 *
 * @throws UsageError `usage-pairs`, `usage-pixel`, `usage-landmark`; SceneError
 *   `calibrate-no-position`; AssetError `calibrate-too-near`, `calibrate-degenerate`,
 *   `calibrate-disagreement` (only where it would be written)
 */
export async function calibratePanorama(
  rootDir: string,
  id: string,
  pairs: readonly PixelPair[],
  options: CalibrateOptions = CALIBRATE_DEFAULTS,
): Promise<CalibrationOutcome> {
  if (pairs.length < 2) throw tooFew(pairs.length);
  const content = await readScene(join(rootDir, SCENE_FOLDER));
  const record = requireRecord(content, 'panorama', id);
  const master = await findMaster(rootDir, id);
  const landmarks = await Landmarks.read(rootDir, content);
  const sights = pairs.map((pair) => sightOf(pair, record, landmarks, master));
  requireSpread(sights.map(({ direction }) => direction));
  const fitted = fitPose(sights.map(({ direction }) => direction));
  const results = sights.map(({ direction: _, ...sight }, at): PairResult => {
    const residualDeg = fitted.residualsDeg[at] ?? 0;
    return { ...sight, residualDeg, residualPx: (residualDeg / 360) * master.widthPx };
  });
  const worstDeg = Math.max(...fitted.residualsDeg);
  const squares = fitted.residualsDeg.reduce((sum, value) => sum + value ** 2, 0);
  const pose = rounded(fitted.pose);
  if (options.canWrite === true && worstDeg > MAX_RESIDUAL_DEG) throw disagreement(id, results);
  const file = options.canWrite === true ? await writePose(rootDir, id, pose) : undefined;
  return {
    id,
    pose,
    poseBefore: record.pose ?? null,
    pairs: results,
    rmsDeg: Math.sqrt(squares / pairs.length),
    worstDeg,
    isWritten: file !== undefined,
    recordFile: file ?? (await findPanoramaRecord(rootDir, id))?.file ?? '',
  };
}

function sightOf(
  pair: PixelPair,
  { id, position }: Panorama,
  landmarks: Landmarks,
  { widthPx, heightPx }: PanoramaMaster,
) {
  const { xPx, yPx } = pair;
  if (!(xPx >= 0 && xPx <= widthPx && yPx >= 0 && yPx <= heightPx)) {
    throw new UsageError('usage-pixel', {
      path: '--pair',
      expected: `a pixel of the master picture, 0,0 to ${widthPx},${heightPx}`,
      found: `${xPx},${yPx}`,
      fix: 'Read it off in the master picture itself, not in a preview.',
    });
  }
  if (position === undefined) throw noPosition(id);
  const { position: target } = landmarks.find(pair.landmark);
  const { headingDeg, pitchDeg, distanceM } = sightWithRefraction(position, target);
  if (distanceM < MIN_DISTANCE_M) throw tooNear(pair.landmark, distanceM);
  const camera = enuOfDirection(directionOfPixel(xPx / widthPx, yPx / heightPx, LEVEL));
  const world = enuOfDirection({ headingDeg, pitchDeg });
  const direction: DirectionPair = { camera, world };
  return { ...pair, headingDeg, pitchDeg, distanceM, direction };
}

function requireSpread(pairs: readonly DirectionPair[]): void {
  const inPicture = spreadDeg(pairs.map(({ camera }) => camera));
  const inWorld = spreadDeg(pairs.map(({ world }) => world));
  if (Math.min(inPicture, inWorld) >= MIN_SPREAD_DEG) return;
  const where = inPicture < inWorld ? 'in the picture' : 'in the landscape';
  throw new AssetError('calibrate-degenerate', {
    path: '--pair',
    expected: `directions at least ${MIN_SPREAD_DEG}° apart that are not all in one line through the camera`,
    found: `all within ${Math.min(inPicture, inWorld).toFixed(1)}° of one line ${where}`,
    fix: 'Add a landmark to the side, best a quarter turn away.',
  });
}

/** Writes a pose into the file of a record and leaves everything else in it as it is. */
async function writePose(rootDir: string, id: string, pose: PanoramaPose): Promise<string> {
  const found = await findPanoramaRecord(rootDir, id);
  if (found === undefined) throw new RangeError(`Expected a record of ${id}.`);
  const { json } = await readPanoramaRecord(found);
  await writeFileAtomic(found.path, recordText({ ...json, pose }));
  return found.file;
}

/** A thousandth of a degree is a tenth of a pixel of a picture of 32768. */
function rounded({ headingDeg, pitchDeg, rollDeg }: PanoramaPose): PanoramaPose {
  const round = (value: number) => Math.round(value * DECIMALS) / DECIMALS + 0;
  return {
    headingDeg: round(headingDeg) % 360,
    pitchDeg: round(pitchDeg),
    rollDeg: round(rollDeg),
  };
}

function tooFew(count: number): UsageError {
  return new UsageError('usage-pairs', {
    path: '--pair',
    expected: 'two pairs or more',
    found: String(count),
    fix: 'Give a second one: --pair 3010,1020=pu-ta-leng. Three or more show mistakes.',
  });
}

function noPosition(id: string): SceneError {
  return new SceneError('calibrate-no-position', {
    file: id,
    path: '$.position',
    expected: 'the position of the camera',
    found: 'nothing',
    fix: 'Write "position" with longitude, latitude and height into the record first.',
  });
}

function tooNear(name: string, distanceM: number): AssetError {
  return new AssetError('calibrate-too-near', {
    path: `--pair ${name}`,
    expected: `a landmark at least ${MIN_DISTANCE_M} m away`,
    found: `${distanceM.toFixed(1)} m`,
    fix: 'Choose one farther away: near ones hang on where exactly the camera stood.',
  });
}

function disagreement(id: string, pairs: readonly PairResult[]): AssetError {
  const worst = pairs.toSorted((a, b) => b.residualDeg - a.residualDeg)[0];
  return new AssetError('calibrate-disagreement', {
    file: id,
    path: `--pair ${worst?.xPx},${worst?.yPx}=${worst?.landmark}`,
    expected: `pairs that agree within ${MAX_RESIDUAL_DEG}°`,
    found: `${worst?.residualDeg.toFixed(2)}° at the worst one`,
    fix: 'Run it without --write and look which pair is off: wrong summit, pixel or position?',
  });
}
