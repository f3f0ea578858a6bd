import { radFromDeg } from '#core/geo/angles';
import { type Place, placeHeightM } from '#scene';
import type { LandGrid } from '../land/land-heights';
import { instantInVietnam, sunPosition } from '../light/sun-position';
import { hashCell } from '../maths/random';
import type { Recipe } from '../recipe';
import { fieldContext } from '../threads/world';
import { type ChosenView, chooseView, type HeightAt, type ViewWish } from './choose-view';
import { halfAngleDeg, type StillCamera } from './still-camera';
import { createStillShape } from './still-land';
import { layLanes } from './still-lanes';
import type { StillLand } from './still-recipe';
import { type StillSubject, type StillTheme, themeOf } from './still-theme';

/** A still before it is painted: everything that the painter is told. */
export interface StillPlan {
  readonly recipe: Recipe;
  readonly camera: StillCamera;
  /** Whether the land leaves the line of sight to the place free. */
  readonly isClear: boolean;
}

const YEAR = 2025;
const MORNING = '07:40';
const AFTERNOON = '16:05';
/** Spacing of the land that viewpoints are tried on. */
const TRIAL_CELL_M = 24;
const CLOUD_SEA_BELOW_GROUND_M = 130;
const CLOUD_SEA_THICK_M = 420;
/** Mist lies in the valleys below, not on the place. */
const MIST_DEEP_M = 110;
const MIST_BELOW_PLACE_M = 90;

/** Finds the best viewpoint, day and light for a place, and writes its recipe. */
export function planStill(subject: StillSubject, land: LandGrid): StillPlan {
  const { place } = subject;
  const theme = themeOf(subject);
  const seed = seedOf(place.id);
  const anchor = { lonDeg: place.position.lonDeg, latDeg: place.position.latDeg };
  const { heightAt, ground } = trialLand(subject, theme, land, seed);
  const targetM = heightAt(0, 0);
  const days = [MORNING, AFTERNOON].map((hour) => dayOf(theme.month, seed, hour));
  const [morningDeg = 90, afternoonDeg = 250] = days.map(
    (day) => sunPosition(instantInVietnam(day), anchor.lonDeg, anchor.latDeg).headingDeg,
  );
  const view = chooseView(heightAt, {
    aim: aimOf(place.kind),
    targetM,
    sunHeadingsDeg: [morningDeg, afternoonDeg],
    distancesM: distancesOf(theme),
  });
  const { headingDeg, pitchDeg, horizontalFovDeg } = view;
  const camera = {
    headingDeg: rounded(headingDeg, 1) % 360,
    pitchDeg: rounded(pitchDeg, 2),
    horizontalFovDeg,
  };
  const at = { lonDeg: 0, latDeg: 0 };
  ground.frame.toGeographic(view.x, view.y, at);
  const half = Math.ceil(halfAngleDeg(camera));
  const nearField: StillLand = {
    ...ground.land,
    view: { headingDeg: camera.headingDeg, halfAngleDeg: half },
    roads: theme.settlement ? layLanes(heightAt, ground.frame, seed) : [],
  };
  const standsM = heightAt(view.x, view.y);
  const recipe: Recipe = {
    schemaVersion: 1,
    viewpoint: {
      lonDeg: rounded(at.lonDeg, 6),
      latDeg: rounded(at.latDeg, 6),
      eyeHeightAboveGroundM: rounded(Math.max(10, view.eyeHeightOrthometricM - standsM), 1),
    },
    dateTime: dayOf(theme.month, seed, view.isMorning ? MORNING : AFTERNOON),
    season: theme.season,
    weather: weatherOf(theme, seed, {
      standsM,
      targetM,
      lowM: lowestInView(heightAt, view),
      isMorning: view.isMorning,
    }),
    nearField,
    seed,
    exposureEv: 0,
    isNearGroundImagined: true,
    landmarks: [],
  };
  return { recipe, camera, isClear: view.isClear };
}

/** The land all round a place, as the painter will have it, to try viewpoints on. */
function trialLand(
  { place }: StillSubject,
  theme: StillTheme,
  grid: LandGrid,
  seed: number,
): {
  readonly heightAt: HeightAt;
  readonly ground: {
    readonly frame: ReturnType<typeof fieldContext>['frame'];
    readonly land: StillLand;
  };
} {
  const anchor = { lonDeg: place.position.lonDeg, latDeg: place.position.latDeg };
  const bare: StillLand = {
    kind: 'still',
    anchor,
    view: { headingDeg: 0, halfAngleDeg: 180 },
    cover: theme.cover,
    ...(theme.settlement ? { settlement: theme.settlement } : {}),
    roads: [],
  };
  const recipe: Recipe = {
    schemaVersion: 1,
    viewpoint: { ...anchor, eyeHeightAboveGroundM: 10 },
    dateTime: dayOf(theme.month, seed, MORNING),
    season: theme.season,
    weather: { hazeRatio: 3, cirrusRatio: 0, cumulusRatio: 0 },
    nearField: bare,
    seed,
    exposureEv: 0,
    isNearGroundImagined: true,
    landmarks: [],
  };
  const context = fieldContext(recipe, grid, () => 1);
  const land: StillLand = {
    ...bare,
    ...peakOf(place),
    ...waterLevel(place, theme, context.dem),
  };
  const shape = createStillShape(context, land);
  const level = land.water?.levelOrthometricM ?? Number.NEGATIVE_INFINITY;
  const known = new Map<string, number>();
  const heightAt: HeightAt = (x, y) => {
    const key = `${Math.round(x / 12)} ${Math.round(y / 12)}`;
    const h = known.get(key) ?? Math.max(level, shape(x, y, TRIAL_CELL_M));
    known.set(key, h);
    return h;
  };
  return { heightAt, ground: { frame: context.frame, land } };
}

function peakOf(place: Place): Pick<StillLand, 'peak'> {
  const heightM = placeHeightM(place);
  if (place.kind !== 'summit' || heightM === null) return {};
  return { peak: { heightOrthometricM: heightM, radiusM: 900 } };
}

/** Level of a lake: its published height, or the lowest land near it. */
function waterLevel(place: Place, { water }: StillTheme, dem: HeightAt): Pick<StillLand, 'water'> {
  if (!water) return {};
  let lowest = Number.POSITIVE_INFINITY;
  for (let y = -1500; y <= 1500; y += 300) {
    for (let x = -1500; x <= 1500; x += 300) lowest = Math.min(lowest, dem(x, y));
  }
  const heightM = place.kind === 'lake' ? placeHeightM(place) : null;
  const levelM = water.pondRadiusM > 0 ? dem(0, 0) : Math.max(heightM ?? 0, lowest + 4);
  return {
    water: { levelOrthometricM: rounded(levelM, 1), pondRadiusM: water.pondRadiusM },
  };
}

function distancesOf({ water, settlement }: StillTheme): readonly number[] {
  if (water) return [700, 1000];
  return settlement?.style === 'town' ? [560, 720] : [380, 500];
}

function aimOf(kind: Place['kind']): ViewWish['aim'] {
  if (kind === 'summit') return 'summit';
  const isOutlook = [
    'pass',
    'viewpoint',
    'border-marker',
    'canyon',
    'trail',
    'forest',
    'waterfall',
    'cave',
  ].includes(kind);
  return isOutlook ? 'outlook' : 'overview';
}

/** A day of the month, the same for a place every time. */
function dayOf(month: number, seed: number, hour: string): string {
  const day = 8 + Math.floor(hashCell(seed, month, 1) * 16);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${YEAR}-${two(month)}-${two(day)}T${hour}`;
}

/** Heights above the sea that weather depends on: the viewer's ground, the place, the lowest land. */
interface WeatherAt {
  readonly standsM: number;
  readonly targetM: number;
  readonly lowM: number;
  readonly isMorning: boolean;
}

function weatherOf(
  theme: StillTheme,
  seed: number,
  { standsM, targetM, lowM, isMorning }: WeatherAt,
): Recipe['weather'] {
  const air = {
    hazeRatio: rounded(2 + 1.6 * hashCell(seed, 2, 2), 2),
    cirrusRatio: rounded(0.15 + 0.4 * hashCell(seed, 3, 2), 2),
    cumulusRatio: rounded(0.15 + 0.35 * hashCell(seed, 4, 2), 2),
  };
  const topHeightOrthometricM = rounded(standsM - CLOUD_SEA_BELOW_GROUND_M, 0);
  if (theme.hasCloudSea && isMorning && topHeightOrthometricM > 900) {
    const cloudSea = { topHeightOrthometricM, thicknessM: CLOUD_SEA_THICK_M };
    return { ...air, cumulusRatio: 0, cloudSea };
  }
  if (!theme.hasMist || !isMorning) return air;
  const top = rounded(lowM + MIST_DEEP_M, 0);
  if (top < 30 || top > targetM - MIST_BELOW_PLACE_M) return air;
  return { ...air, morningMist: { topHeightOrthometricM: top, densityRatio: 0.3 } };
}

/** Lowest ground that the picture shows within some kilometres. */
function lowestInView(heightAt: HeightAt, { x, y, headingDeg }: ChosenView): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (const beside of [-20, -10, 0, 10, 20]) {
    const a = radFromDeg(headingDeg + beside);
    for (let r = 300; r < 6000; r *= 1.2) {
      lowest = Math.min(lowest, heightAt(x + Math.sin(a) * r, y + Math.cos(a) * r));
    }
  }
  return lowest;
}

/** A number of a place that never changes. */
function seedOf(id: string): number {
  let seed = 17;
  for (const letter of id) seed = (seed * 31 + letter.charCodeAt(0)) % 1_000_003;
  return seed;
}

function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
