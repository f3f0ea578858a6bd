import { hash01 } from '../terrain/sketch/noise';
import { blend, type Mix } from './land-cover';
import type { OkLab } from './oklab';
import { COVER } from './palette';
import { smooth } from './shading';

/** Fewest pixels from one drawn terrace edge to the next, and the finest step that is drawn. */
const LEAST_SPACING_PX = 4.6;
const FINEST_STEP_M = 5;

/** Terraces at a pixel. */
export interface TerraceGround {
  /** With the ribs that are drawn on the slope. */
  readonly heightM: number;
  readonly slope: number;
  /** Tone of the parcel, -1..1: its own in every parcel. */
  readonly parcel: number;
  /** Unevenness of the plants, about -1..1. */
  readonly patch: number;
  /** How much of the pixel is terraced, 0..1. */
  readonly share: number;
}

/**
 * Draws terraces along the contours: light treads, dark risers, a family's fields gold, another's
 * still green, with bare ground between. The step between edges doubles until they are far enough
 * apart to be seen, one step passing into the next; every parcel has its own steps, so that no edge
 * runs round a whole hill. Edges fade out before they grow too fine for the picture.
 *
 * @param beside - colour of the fields that are behind the others
 */
export function drawTerraces(
  mix: Mix,
  ground: TerraceGround,
  beside: OkLab,
  metresPerPx: number,
): void {
  const { heightM, parcel, share } = ground;
  const fields = share * (1 - smooth(40, 110, metresPerPx));
  if (fields <= 0) return;
  const bandM = 55;
  const level = Math.floor(heightM / bandM + 0.9 * parcel);
  const turn = 0.55 * parcel + 1.1 * ground.patch + 0.4 * (hash01(level, 0, 55) - 0.5);
  blend(mix, beside, 0.6 * fields * smooth(-0.1, 0.25, -turn));
  blend(mix, COVER.hamlet, 0.5 * fields * smooth(0.86, 0.9, parcel - 0.25 * ground.patch));
  const near = 1 - smooth(13, 30, metresPerPx);
  if (near <= 0) return;
  const slope = Math.max(0.04, ground.slope);
  // Some parcels lie wild, or are too small to tell their steps.
  const lined = share * (0.3 + 0.7 * smooth(-0.75, -0.45, parcel + 0.5 * ground.patch));
  const wantedM = Math.max(FINEST_STEP_M, LEAST_SPACING_PX * metresPerPx * slope);
  const doublings = Math.log2(wantedM / FINEST_STEP_M);
  const whole = Math.floor(doublings);
  const passing = smooth(0.25, 0.75, doublings - whole);
  for (let k = 0; k < 2; k++) {
    const stepM = FINEST_STEP_M * 2 ** (whole + k);
    const spacingPx = stepM / (slope * metresPerPx);
    const strength = lined * near * (k === 1 ? passing : 1 - passing) * smooth(2.4, 4, spacingPx);
    if (strength < 0.01) continue;
    const phase = 0.5 + 0.5 * Math.cos(2 * Math.PI * (heightM / stepM + 0.45 * parcel));
    const edge = phase * phase;
    mix.lightness += strength * (0.026 - 0.1 * edge);
    // Risers are grass.
    mix.a -= 0.012 * strength * edge;
    mix.b += 0.01 * strength * (1 - 1.6 * edge);
  }
}
