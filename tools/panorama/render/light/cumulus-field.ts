import { smoothStep } from '../maths/curves';
import type { Noise } from '../maths/noise';
import { createRandom, hashCell, type Random } from '../maths/random';
import { sharedFloats } from './air-medium';

/** Fair-weather clouds as heights over their common flat base, on a square round the viewer. */
export interface CumulusField {
  /** Height of the flat base above the sea. */
  readonly baseM: number;
  /** Height of the cloud over the base by post, metres; 0 = clear. */
  readonly tops: Float32Array;
  /** The greatest height within two posts: what torn edges may reach. */
  readonly reaching: Float32Array;
  /** The greatest height of a block of posts, for walking fast through clear air. */
  readonly highest: Float32Array;
}

const POSTS = 1024;
const CELL_M = 64;
const BLOCK = 8;
const BLOCKS = POSTS / BLOCK;
const HALF_M = (POSTS * CELL_M) / 2;
/** One cloud may stand in each square of this side. */
const CLOUD_CELL_M = 3000;
/** No cloud is thicker. */
export const CUMULUS_HIGHEST_M = 1500;

/**
 * Lays out the clouds: clusters of domes on one base, bigger and closer where the day is lively.
 *
 * @param ratio - 0 = none, 1 = broken
 */
export function layCumulus(noise: Noise, seed: number, ratio: number, baseM: number): CumulusField {
  const tops = sharedFloats(POSTS * POSTS);
  const n = Math.ceil(HALF_M / CLOUD_CELL_M);
  for (let j = -n; j < n; j++) {
    for (let i = -n; i < n; i++) {
      const random = createRandom(Math.floor(hashCell(i, j, 700 + (seed % 977)) * 2 ** 30));
      const x = (i + random()) * CLOUD_CELL_M;
      const y = (j + random()) * CLOUD_CELL_M;
      const lively = ratio + 0.75 * ratio * noise.gradient2(x / 15_000 + 3, y / 15_000);
      if (random() < 1.35 * lively) addCloud(tops, random, x, y, lively);
    }
  }
  roughen(noise, tops);
  const reaching = reachOf(tops);
  return { baseM, tops, reaching, highest: highestByBlock(reaching) };
}

/** One cloud: a heap of domes, the tallest in its middle. */
function addCloud(tops: Float32Array, random: Random, x: number, y: number, lively: number): void {
  const radius = (260 + 900 * random() ** 1.8) * (0.7 + 0.6 * lively);
  const turn = random() * Math.PI;
  const domes = 7 + Math.floor(random() * 9);
  for (let k = 0; k < domes; k++) {
    const out = radius * Math.sqrt(random());
    const a = random() * 2 * Math.PI;
    const along = Math.cos(a) * out * 1.25;
    const across = Math.sin(a) * out * 0.7;
    const size = radius * (0.28 + 0.3 * random()) * (1.15 - (0.5 * out) / radius);
    const height = size * (0.75 + 0.55 * random()) + 0.35 * (radius - out) * random();
    addDome(
      tops,
      x + along * Math.cos(turn) - across * Math.sin(turn),
      y + along * Math.sin(turn) + across * Math.cos(turn),
      size,
      Math.min(CUMULUS_HIGHEST_M * 0.72, height),
    );
  }
}

function addDome(tops: Float32Array, x: number, y: number, size: number, height: number): void {
  const reach = Math.ceil(size / CELL_M);
  const ci = Math.round((x + HALF_M) / CELL_M);
  const cj = Math.round((y + HALF_M) / CELL_M);
  for (let j = Math.max(0, cj - reach); j <= Math.min(POSTS - 1, cj + reach); j++) {
    for (let i = Math.max(0, ci - reach); i <= Math.min(POSTS - 1, ci + reach); i++) {
      const dx = i * CELL_M - HALF_M - x;
      const dy = j * CELL_M - HALF_M - y;
      const q = 1 - (dx * dx + dy * dy) / (size * size);
      if (q <= 0) continue;
      const o = j * POSTS + i;
      const dome = height * Math.sqrt(q);
      // Domes melt into each other a little.
      tops[o] = Math.max(tops[o]!, dome) + 0.12 * Math.min(tops[o]!, dome);
    }
  }
}

/** Cauliflower heads on the domes. */
function roughen(noise: Noise, tops: Float32Array): void {
  for (let j = 0; j < POSTS; j++) {
    for (let i = 0; i < POSTS; i++) {
      const o = j * POSTS + i;
      if (tops[o]! <= 0) continue;
      const wide = noise.cells2((i * CELL_M) / 520, (j * CELL_M) / 520).nearest;
      const small = noise.cells2((i * CELL_M) / 240 + 9, (j * CELL_M) / 240).nearest;
      const heads = 0.72 + 0.34 * (1 - wide * wide) + 0.16 * (1 - small * small);
      tops[o] = Math.min(CUMULUS_HIGHEST_M, tops[o]! * heads);
    }
  }
}

function reachOf(tops: Float32Array): Float32Array {
  const wide = new Float32Array(tops.length);
  const reaching = sharedFloats(tops.length);
  const spread = (from: Float32Array, to: Float32Array, stride: number) => {
    for (let o = 0; o < from.length; o++) {
      let most = from[o]!;
      for (let k = -2; k <= 2; k++) most = Math.max(most, from[o + k * stride] ?? 0);
      to[o] = most;
    }
  };
  spread(tops, wide, 1);
  spread(wide, reaching, POSTS);
  return reaching;
}

function highestByBlock(tops: Float32Array): Float32Array {
  const highest = sharedFloats(BLOCKS * BLOCKS);
  for (let j = 0; j < POSTS; j++) {
    for (let i = 0; i < POSTS; i++) {
      const o = Math.floor(j / BLOCK) * BLOCKS + Math.floor(i / BLOCK);
      highest[o] = Math.max(highest[o]!, tops[j * POSTS + i]!);
    }
  }
  return highest;
}

/** Folds a coordinate back into the square: far clouds are the near ones in a mirror. */
function folded(metres: number): number {
  const t = (metres + HALF_M) / CELL_M;
  const turns = Math.floor(t / POSTS);
  const rest = t - turns * POSTS;
  return (turns & 1) === 0 ? rest : POSTS - rest;
}

/** Height of the cloud over its base at a local point round the viewer, metres. */
export function cumulusTop({ tops }: CumulusField, x: number, y: number): number {
  const fx = Math.min(POSTS - 1.001, Math.max(0, folded(x)));
  const fy = Math.min(POSTS - 1.001, Math.max(0, folded(y)));
  const i = Math.floor(fx);
  const j = Math.floor(fy);
  const u = fx - i;
  const o = j * POSTS + i;
  const low = tops[o]! + u * (tops[o + 1]! - tops[o]!);
  const p = o + POSTS;
  return low + (fy - j) * (tops[p]! + u * (tops[p + 1]! - tops[p]!) - low);
}

/** The greatest height that torn edges may reach over a point. */
export function cumulusReach({ reaching }: CumulusField, x: number, y: number): number {
  const i = Math.min(POSTS - 1, Math.max(0, Math.round(folded(x))));
  const j = Math.min(POSTS - 1, Math.max(0, Math.round(folded(y))));
  return reaching[j * POSTS + i]!;
}

/** The greatest height of a cloud within some 250 m. */
export function cumulusHighest({ highest }: CumulusField, x: number, y: number): number {
  const i = Math.min(BLOCKS - 1, Math.max(0, Math.floor(folded(x) / BLOCK)));
  const j = Math.min(BLOCKS - 1, Math.max(0, Math.floor(folded(y) / BLOCK)));
  return highest[j * BLOCKS + i]!;
}

/** Round the viewer the sun shines: whoever takes a picture waits for that. */
const LIT_TO_M = 500;
const SHADED_FROM_M = 2600;
const SHADE_DEPTH_M = 170;
const DARKEST_SHARE = 0.16;

/**
 * Share of the sun that the clouds let through to a point of the land.
 *
 * @param x - metres east of the viewer
 * @param y - metres north of the viewer
 * @param z - above the sea
 * @param sun - unit vector toward the sun
 */
export function sunUnderCumulus(
  field: CumulusField,
  x: number,
  y: number,
  z: number,
  sun: { readonly x: number; readonly y: number; readonly z: number },
): number {
  const share = smoothStep(LIT_TO_M, SHADED_FROM_M, Math.hypot(x, y));
  if (share <= 0) return 1;
  const t = Math.max(0, field.baseM + 150 - z) / Math.max(0.06, sun.z);
  const depthM = cumulusTop(field, x + sun.x * t, y + sun.y * t);
  const through = DARKEST_SHARE + (1 - DARKEST_SHARE) * Math.exp(-depthM / SHADE_DEPTH_M);
  return 1 + (through - 1) * share;
}
