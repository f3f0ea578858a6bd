import { radFromDeg } from '#core/geo/angles';
import { geodeticOfMap, refractedSighting, sightClearanceM } from '#core/geo/visible-names';
import type { CameraPosition, HorizonLandmark, LandmarkKind } from '#scene';
import type { HeightField } from '../../terrain/height-field';
import type { DrawnLand } from './drawn-land';
import type { NamedLandmark } from './landmarks-around';

/** How things of a kind are looked for. */
interface KindRule {
  /** Farther away nobody makes it out. */
  readonly reachM: number;
  /** What of it stands above its height: roofs, crowns, a marker. */
  readonly marginM: number;
  /** Ground this near to it is its own shoulder and does not hide it. */
  readonly shoulderM: number;
}

const KIND_RULES: Readonly<Record<LandmarkKind, KindRule>> = {
  summit: { reachM: 120_000, marginM: 5, shoulderM: 400 },
  pass: { reachM: 30_000, marginM: 5, shoulderM: 200 },
  town: { reachM: 40_000, marginM: 15, shoulderM: 300 },
  village: { reachM: 12_000, marginM: 10, shoulderM: 200 },
  lake: { reachM: 25_000, marginM: 2, shoulderM: 300 },
};

/** The farthest that anything is looked for. */
export const LABEL_REACH_M = Math.max(...Object.values(KIND_RULES).map(({ reachM }) => reachM));

/** Nearer than this it is where one stands, not what one sees. */
const NEAREST_M = 400;
/** The eye stands at least this high over the elevation model's ground. */
const LEAST_EYE_M = 1.6;
/** Summits of a coarse model lie this far beside their true place. */
const SUMMIT_WINDOW_M = 500;
const SUMMIT_WINDOW_RATIO = 0.04;
const POINT_WINDOW_M = 120;
/** Ground nearer than this many posts of the model is finer than what it knows. */
const UNKNOWN_POSTS = 2;
const M_PER_DEG = 111_200;
/** Drawn ground in front may be higher than the thing by this before it counts as hidden. */
const HIDDEN_BY_DEG = 0.08;
/** Less than this share of contrast nobody makes out: the rule of the meteorological range. */
const LEAST_CONTRAST = 0.05;

/** Where one looks from. */
export interface Viewpoint {
  readonly position: CameraPosition;
  /** The place that the panorama belongs to. */
  readonly placeId: string;
  /** What the picture shows, for renders; null for photographs. */
  readonly drawn: DrawnLand | null;
}

/** Where an eye stands: as said, but never in the model's ground. */
export function eyeOver(position: CameraPosition, terrain: HeightField): CameraPosition {
  const groundM = terrain.sample(position.lonDeg, position.latDeg);
  const heightOrthometricM = Math.max(position.heightOrthometricM, groundM + LEAST_EYE_M);
  return { ...position, heightOrthometricM };
}

/**
 * Named things that can be seen from a viewpoint, the most important first.
 *
 * What hides what is decided over the terrain alone, so that ground which a render imagines shows
 * nothing that cannot be seen; only the bumps round the viewer that are finer than the terrain's
 * posts are left to the picture. A render then loses the names that its own drawing hides: behind a
 * nearer drawn hill, under its clouds, in its haze; no name hangs over a hill that covers it.
 */
export function visibleLandmarks(
  { position, placeId, drawn }: Viewpoint,
  around: readonly NamedLandmark[],
  terrain: HeightField,
): readonly HorizonLandmark[] {
  const eye = eyeOver(position, terrain);
  const seen = around
    .filter((landmark) => landmark.placeId !== placeId)
    .flatMap((landmark) => sightOf(eye, landmark, terrain))
    .flatMap((sight) => (drawn === null ? [sight] : inDrawing(sight, drawn)));
  return seen
    .toSorted((a, b) => b.score - a.score || (a.label.id < b.label.id ? -1 : 1))
    .map(({ label }) => label);
}

interface Sight {
  readonly landmark: NamedLandmark;
  readonly label: HorizonLandmark;
  readonly score: number;
}

function sightOf(eye: CameraPosition, landmark: NamedLandmark, terrain: HeightField): Sight[] {
  const { reachM, marginM, shoulderM } = KIND_RULES[landmark.kind];
  const { lonDeg, latDeg } = landmark;
  if (!isInside(terrain, landmark)) return [];
  const groundM = terrain.sample(lonDeg, latDeg);
  const saidM = landmark.heightOrthometricM ?? groundM;
  const from = geodeticOfMap(eye);
  const at = (heightOrthometricM: number) => geodeticOfMap({ lonDeg, latDeg, heightOrthometricM });
  const { headingDeg, pitchDeg, distanceM } = refractedSighting(from, at(saidM));
  if (distanceM > reachM || distanceM < NEAREST_M) return [];
  const clearanceM = sightClearanceM(from, at(Math.max(saidM, groundM) + marginM), terrain, {
    fromEyeM: Math.min(unknownGroundM(terrain), distanceM / 3),
    beforeTargetM: Math.min(shoulderM, distanceM / 3),
  });
  if (!(clearanceM > 0)) return [];
  const label: HorizonLandmark = {
    id: landmark.id,
    ...(landmark.placeId !== null && { placeId: landmark.placeId }),
    kind: landmark.kind,
    name: landmark.name,
    headingDeg: rounded(headingDeg, 3) % 360,
    pitchDeg: rounded(pitchDeg, 3),
    distanceM: Math.round(distanceM),
    heightOrthometricM: Math.round(saidM),
    clearanceM: rounded(Math.min(clearanceM, 9999), 1),
  };
  return [{ landmark, label, score: scoreOf(landmark, saidM, distanceM) }];
}

/** How far round the eye the model says nothing of single bumps, metres. */
function unknownGroundM({ boxDeg, rows }: HeightField): number {
  return ((UNKNOWN_POSTS * (boxDeg.northDeg - boxDeg.southDeg)) / (rows - 1)) * M_PER_DEG;
}

/** Nearest and highest first; what is well known before what is not. */
function scoreOf({ kind, importance }: NamedLandmark, heightM: number, distanceM: number): number {
  const nearness = -Math.log2(distanceM / 10_000);
  const height = kind === 'summit' ? heightM / 600 : heightM / 3000;
  return nearness + height + (3 - importance) * 0.8;
}

/** The sight as a render shows it: none where the drawing hides it. */
function inDrawing(sight: Sight, drawn: DrawnLand): Sight[] {
  const { landmark, label } = sight;
  const { headingRad, distanceM } = drawn.bearingOf(landmark.lonDeg, landmark.latDeg);
  if (distanceM > drawn.reachM || drawn.isUnderCloud(headingRad, distanceM)) return [];
  const windowM =
    landmark.kind === 'summit'
      ? Math.max(SUMMIT_WINDOW_M, distanceM * SUMMIT_WINDOW_RATIO)
      : POINT_WINDOW_M;
  const { beforeDeg, withinDeg } = drawn.look(headingRad, distanceM - windowM, distanceM + windowM);
  if (withinDeg < beforeDeg - HIDDEN_BY_DEG) return [];
  if (drawn.clearShare(headingRad, withinDeg, distanceM) < LEAST_CONTRAST) return [];
  return [{ ...sight, label: { ...label, drawnPitchDeg: rounded(withinDeg, 3) } }];
}

function isInside({ boxDeg }: HeightField, { lonDeg, latDeg }: NamedLandmark): boolean {
  return (
    lonDeg > boxDeg.westDeg &&
    lonDeg < boxDeg.eastDeg &&
    latDeg > boxDeg.southDeg &&
    latDeg < boxDeg.northDeg
  );
}

function rounded(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals + 0;
}

/** Whether something could be seen from a position at all: it is near enough. */
export function isWithinReach(position: CameraPosition, landmark: NamedLandmark): boolean {
  const northM = (landmark.latDeg - position.latDeg) * 111_000;
  const eastM =
    (landmark.lonDeg - position.lonDeg) * 111_300 * Math.cos(radFromDeg(position.latDeg));
  return Math.hypot(northM, eastM) <= KIND_RULES[landmark.kind].reachM * 1.02;
}
