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
  /** Relief of the country around: root mean square slope. */
  steepness: number;
  coverNoise: number;
  karst: number;
  plain: number;
}

/** Moves a colour towards another by a share. */
export function blend(mix: Mix, towards: OkLab, share: number): void {
  mix.lightness += share * (towards[0] - mix.lightness);
  mix.a += share * (towards[1] - mix.a);
  mix.b += share * (towards[2] - mix.b);
}

/**
 * Colour of the ground by height and what grows there: paddies on valley floors and basins,
 * forest on slopes, bamboo and heath high up, rock near the summits, grey on karst.
 */
export function groundColour(mix: Mix, ground: Ground): void {
  const { heightM, slope, middleSlope, coverNoise } = ground;
  tint(mix, heightM + 160 * coverNoise * smooth(250, 900, heightM));
  const forest =
    smooth(0.1, 0.34, middleSlope + 0.05 * coverNoise) *
    smooth(120, 480, heightM) *
    (1 - smooth(1750, 2450, heightM + 220 * coverNoise));
  blend(mix, COVER.forest, 0.3 * forest * (0.75 + 0.5 * smooth(-0.5, 0.7, coverNoise)));
  // Southern slopes are drier and warmer, northern ones darker and cooler.
  const lean = ground.southness * forest;
  mix.lightness += 0.012 * lean;
  mix.b += 0.012 * lean;
  const heath = smooth(1900, 2450, heightM + 220 * coverNoise) * (1 - smooth(2750, 3050, heightM));
  blend(mix, COVER.heath, 0.28 * heath);
  const rock = smooth(2350, 3000, heightM) * smooth(0.25, 0.7, slope);
  blend(mix, COVER.rock, 0.4 * rock);
  blend(mix, COVER.karst, 0.2 * ground.karst * (1 - 0.6 * ground.plain));
  const floor =
    (1 - smooth(0.03, 0.2, slope)) *
    (1 - smooth(0.05, 0.22, middleSlope)) *
    (1 - smooth(1250, 1650, heightM)) *
    Math.max(ground.plain, 0.25 + 0.75 * smooth(120, 520, ground.depthM));
  blend(mix, COVER.paddy, 0.62 * floor * (1 - 0.5 * ground.karst));
  blend(mix, COVER.rice, 0.3 * floor * smooth(0.05, 0.6, coverNoise) * smooth(150, 500, heightM));
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
