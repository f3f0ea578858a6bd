import type { OkLab } from './oklab';
import { COVER, HEIGHT_TINTS, TINT_COUNT, TINT_STEP_M } from './palette';
import { smooth } from './shading';

/** A colour being mixed, OKLab. */
export interface Mix {
  lightness: number;
  a: number;
  b: number;
}

/** What decides the colour of the ground at a pixel, before light. */
export interface Ground {
  heightM: number;
  /** Slope of the ground and of its middle form, ratios. */
  slope: number;
  middleSlope: number;
  /** How far the middle form falls towards the south, -1..1: dry side and wet side. */
  southness: number;
  /** Depth below the hill tops around, metres. */
  depthM: number;
  /** Height of the middle form over the ground, metres: great in narrow valleys, small on floors. */
  incisionM: number;
  /** Relief of the country around: root mean square slope. */
  steepness: number;
  /** Slow unevenness of the plant cover, about -1..1. */
  coverNoise: number;
  /** Unevenness of 3 km down to what the pixels carry, about -1..1: edges of woods and fields. */
  patchNoise: number;
  karst: number;
  plain: number;
  /** Where terraces are known to be, 0..1. */
  knownTerraces: number;
  /** Drawn ribs 1, gullies -1; and wet ground along streams, 0..1. */
  rib: number;
  wet: number;
  /** Drawn karst hills: 1 on a top, 0 between. */
  cone: number;
  /** Light and dark of rocks and woods, about -1..1. */
  stone: number;
}

/** How much of a pixel is covered by what, 0..1 each. */
export interface Cover {
  forest: number;
  terraces: number;
  paddy: number;
}

/** Moves a colour towards another by a share. */
export function blend(mix: Mix, towards: OkLab, share: number): void {
  mix.lightness += share * (towards[0] - mix.lightness);
  mix.a += share * (towards[1] - mix.a);
  mix.b += share * (towards[2] - mix.b);
}

/**
 * What grows where, by rule: paddies on the flat floors of valleys and basins up to 1600 m; terraces
 * from 600 to 1600 m on slopes of a ratio of 0.1 to 0.55 that do not face north, lie neither on
 * crests nor on karst, in patches; woods on slopes up to the heath of the high ridges, the more
 * the steeper, the higher and the more to the north a slope lies, with fields between them.
 *
 * @param edge - how softly one cover passes into the next: small where the pixels are small
 */
export function readCover(cover: Cover, ground: Ground, edge: number): void {
  const { heightM, slope, middleSlope, coverNoise, patchNoise, southness } = ground;
  cover.terraces = Math.max(terracedByRule(ground, edge), terracedByPlace(ground, edge));
  cover.paddy = paddyByRule(ground);
  // Close by the crests keep their woods; from far these would be a net of dark veins.
  const crestWood =
    1.5 *
    (1 - smooth(0.12, 0.4, edge)) *
    smooth(0, 22, -ground.incisionM) *
    smooth(600, 900, heightM);
  const woody =
    1.5 * smooth(0.06, 0.42, middleSlope + 0.25 * slope) +
    1.35 * smooth(1050, 1750, heightM) +
    crestWood +
    0.45 * ground.wet -
    0.22 * ground.rib -
    0.35 * southness -
    0.75;
  cover.forest =
    smooth(-edge, edge, woody + patchNoise) *
    smooth(60, 320, heightM) *
    (1 - smooth(2520, 2920, heightM + 120 * coverNoise)) *
    (1 - 0.85 * cover.terraces) *
    (1 - 0.8 * cover.paddy);
}

function paddyByRule(ground: Ground): number {
  const { heightM, slope, middleSlope, karst } = ground;
  if (slope > 0.16 || middleSlope > 0.2 || heightM > 1650) return 0;
  return (
    (1 - smooth(0.03, 0.16, slope)) *
    (1 - smooth(0.05, 0.2, middleSlope)) *
    (1 - smooth(1250, 1650, heightM)) *
    (1 - smooth(45, 130, ground.incisionM)) *
    (1 - smooth(6, 26, -ground.incisionM)) *
    Math.max(ground.plain, 0.2 + 0.8 * smooth(140, 520, ground.depthM)) *
    (1 - 0.5 * karst)
  );
}

function terracedByRule(ground: Ground, edge: number): number {
  const { heightM, slope, middleSlope, patchNoise } = ground;
  if (heightM < 580 || heightM > 1620 || middleSlope < 0.08) return 0;
  return (
    smooth(580, 780, heightM) *
    (1 - smooth(1400, 1620, heightM)) *
    smooth(0.08, 0.17, middleSlope) *
    (1 - smooth(0.42, 0.66, middleSlope)) *
    (1 - smooth(0.5, 0.85, slope)) *
    smooth(-0.55, 0.25, ground.southness) *
    smooth(70, 300, ground.depthM) *
    (1 - 0.9 * ground.karst) *
    smooth(-0.08 - edge, -0.08 + edge, patchNoise + 0.3 * ground.coverNoise)
  );
}

function terracedByPlace(ground: Ground, edge: number): number {
  const { heightM, slope, knownTerraces } = ground;
  if (knownTerraces < 0.001) return 0;
  const onCrest = 0.6 * smooth(15, 60, -ground.incisionM) + 0.5 * ground.wet;
  return (
    knownTerraces *
    smooth(350, 500, heightM) *
    (1 - smooth(1500, 1700, heightM)) *
    smooth(0.03, 0.08, slope) *
    (1 - smooth(0.42, 0.62, slope)) *
    smooth(-edge, edge, 0.16 + ground.patchNoise + 0.25 * ground.southness - onCrest)
  );
}

/**
 * Colour of the ground by height and cover, before light.
 *
 * @param coverShare - how much woods cover the tints by height, 0..1 and a little more close by
 * @param closeness - 0 from far, where tints speak, 1 where single groves are seen
 */
export function groundColour(
  mix: Mix,
  ground: Ground,
  cover: Cover,
  rice: OkLab,
  coverShare: number,
  closeness = 0,
): void {
  const { heightM, coverNoise } = ground;
  // Close by the pale tints are left to the last heights.
  const tintM = heightM - 0.8 * closeness * Math.max(0, heightM - 2050);
  tint(mix, tintM + 130 * coverNoise * smooth(250, 900, heightM));
  // Dry fallows and maize between the woods of the middle slopes.
  const upland =
    smooth(250, 600, heightM) *
    (1 - smooth(1500, 1900, heightM)) *
    (1 - cover.forest) *
    (1 - cover.paddy);
  blend(mix, COVER.upland, 0.3 * upland * (1 - closeness));
  blend(mix, COVER.pasture, 0.42 * upland * closeness);
  const high = smooth(1250, 1900, heightM);
  blend(mix, COVER.forest, 0.52 * cover.forest * (1 - high) * coverShare);
  blend(mix, COVER.cloudForest, 0.46 * cover.forest * high * coverShare);
  if (closeness > 0) {
    const deep = closeness * cover.forest * (0.5 - 0.16 * ground.rib);
    blend(mix, COVER.deepForest, deep * (1 - high));
    blend(mix, COVER.conifer, deep * high);
  }
  // Southern slopes are drier and warmer, northern ones darker and cooler.
  const lean = ground.southness * cover.forest;
  mix.lightness += 0.012 * lean;
  mix.b += 0.01 * lean;
  if (heightM > 1750) highColour(mix, ground, cover, closeness);
  if (ground.karst > 0) karstColour(mix, ground, closeness);
  blend(mix, COVER.paddy, 0.6 * cover.paddy);
  blend(
    mix,
    rice,
    (0.28 + 0.3 * closeness) * cover.terraces + 0.16 * cover.paddy * smooth(400, 900, heightM),
  );
}

/** Heath and bare rock of the high ridges; close by only on the last heights. */
function highColour(mix: Mix, ground: Ground, cover: Cover, closeness: number): void {
  const { heightM, slope, coverNoise } = ground;
  const heath = smooth(1950, 2450, heightM + 200 * coverNoise) * (1 - smooth(2750, 3050, heightM));
  blend(mix, COVER.heath, (0.2 + 0.4 * closeness) * heath * (1 - 0.6 * cover.forest));
  const crags = smooth(2350 + 350 * closeness, 3000, heightM) * smooth(0.25, 0.7, slope);
  blend(mix, COVER.rock, 0.4 * crags * (1 - closeness));
  blend(mix, COVER.crag, 0.6 * crags * closeness);
}

/** Karst: pale limestone and scrub on the flanks of the hills, dark ground in the dolines between. */
function karstColour(mix: Mix, ground: Ground, closeness: number): void {
  const { cone, patchNoise } = ground;
  const karst = ground.karst * (1 - 0.7 * ground.plain);
  blend(mix, COVER.karst, 0.2 * karst * (1 - 0.6 * closeness));
  if (closeness <= 0) return;
  const drawn = karst * closeness;
  blend(mix, COVER.scrub, 0.5 * drawn * smooth(0.05, 0.3, cone));
  const bare = smooth(0.06, 0.25, cone) * smooth(-0.3, 0.35, patchNoise + 0.9 * ground.stone);
  blend(mix, COVER.limestone, 0.54 * drawn * bare);
  blend(mix, COVER.doline, 0.6 * drawn * (1 - smooth(0, 0.12, cone)));
}

function tint(mix: Mix, heightM: number): void {
  const place = Math.min(TINT_COUNT - 2, Math.max(0, heightM / TINT_STEP_M));
  const low = Math.floor(place);
  const share = place - low;
  const [lightness, a, b] = HEIGHT_TINTS;
  mix.lightness = lightness[low]! + share * (lightness[low + 1]! - lightness[low]!);
  mix.a = a[low]! + share * (a[low + 1]! - a[low]!);
  mix.b = b[low]! + share * (b[low + 1]! - b[low]!);
}
