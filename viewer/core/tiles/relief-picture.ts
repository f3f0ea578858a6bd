/** Heights of a picture's pixels with a margin on every side, row by row from the north-west. */
export interface HeightWindow {
  readonly sidePx: number;
  readonly marginPx: number;
  /** `(sidePx + 2 * marginPx)` squared, above the geoid. */
  readonly heightsOrthometricM: Float32Array;
  /** Ground size of a pixel in the middle of the picture. */
  readonly metresPerPx: number;
}

/** How much of a picture is there, 0..1, by column times by row. */
export interface Coverage {
  readonly cols: Float32Array;
  readonly rows: Float32Array;
}

/** Pixels beyond the edge that {@link paintRelief} looks at. */
export const RELIEF_MARGIN_PX = 10;

type Rgb = readonly [number, number, number];

/** Tints by height: valley fields, forest, upland, heath, bare crests. */
const TINTS: readonly (readonly [heightM: number, colour: Rgb])[] = [
  [0, [150, 172, 112]],
  [120, [138, 165, 100]],
  [500, [108, 145, 82]],
  [1000, [96, 128, 76]],
  [1500, [122, 137, 86]],
  [2000, [160, 150, 106]],
  [2600, [194, 178, 148]],
  [3200, [232, 226, 214]],
];
const ROCK: Rgb = [160, 153, 142];
const SHADE: Rgb = [0.27, 0.34, 0.49];
const SUN: Rgb = [255, 244, 212];

/** Lights by share: azimuth and altitude in degrees; the ranges run north-west to south-east. */
const LIGHTS: readonly (readonly [share: number, azimuthDeg: number, altitudeDeg: number])[] = [
  [0.64, 312, 42],
  [0.22, 255, 52],
  [0.14, 10, 52],
];

/** On the largest scale on which slopes are shown as they are; beyond it they are raised. */
const TRUE_SCALE_M_PER_PX = 60;

/**
 * Paints a relief picture from heights alone: tints by height, bare rock on steep ground, light
 * from three sides on the ground itself and on its larger forms, mist in the hollows.
 *
 * @returns four bytes per pixel, row by row from the north-west; the sea is transparent
 */
export function paintRelief(
  window: HeightWindow,
  coverage: Coverage,
): Uint8ClampedArray<ArrayBuffer> {
  const { sidePx, marginPx, heightsOrthometricM: fine, metresPerPx } = window;
  const stride = sidePx + 2 * marginPx;
  const forms = blurred(fine, stride, 3);
  const envelope = blurred(forms, stride, 6);
  const raise = 1.15 + 0.32 * Math.max(0, Math.log2(metresPerPx / TRUE_SCALE_M_PER_PX));
  const perStep = raise / (2 * metresPerPx);
  const lights = LIGHTS.map(([share, azimuthDeg, altitudeDeg]) =>
    lightOf(share, azimuthDeg, altitudeDeg),
  );
  const rgba = new Uint8ClampedArray(4 * sidePx * sidePx);
  const colour: [number, number, number] = [0, 0, 0];
  for (let row = 0; row < sidePx; row++) {
    for (let col = 0; col < sidePx; col++) {
      const at = (row + marginPx) * stride + col + marginPx;
      const heightM = fine[at]!;
      const east = (fine[at + 1]! - fine[at - 1]!) * perStep;
      const north = (fine[at - stride]! - fine[at + stride]!) * perStep;
      const formEast = (forms[at + 1]! - forms[at - 1]!) * perStep;
      const formNorth = (forms[at - stride]! - forms[at + stride]!) * perStep;
      const light = 0.6 * lit(lights, east, north) + 0.4 * lit(lights, formEast, formNorth);
      tintAt(heightM, Math.hypot(east, north) / raise, colour);
      const depth = (envelope[at]! - heightM) / (2.5 * metresPerPx);
      shadeInto(colour, light, Math.min(0.2, Math.max(0, 0.16 * depth)));
      const out = 4 * (row * sidePx + col);
      rgba[out] = colour[0];
      rgba[out + 1] = colour[1];
      rgba[out + 2] = colour[2];
      const share = coverage.cols[col]! * coverage.rows[row]!;
      rgba[out + 3] = 255 * share * smoothstep(0.2, 2, heightM);
    }
  }
  return rgba;
}

function lightOf(share: number, azimuthDeg: number, altitudeDeg: number): Rgb {
  const azimuthRad = (azimuthDeg * Math.PI) / 180;
  const altitudeRad = (altitudeDeg * Math.PI) / 180;
  // Divided by the height of the light: level ground has a light of 1.
  const flat = share / Math.tan(altitudeRad);
  return [Math.sin(azimuthRad) * flat, Math.cos(azimuthRad) * flat, share];
}

/** Light on a slope that rises by `east` and `north` per metre; 1 on level ground. */
function lit(lights: readonly Rgb[], east: number, north: number): number {
  const up = 1 / Math.sqrt(1 + east * east + north * north);
  let sum = 0;
  for (const [x, y, z] of lights) sum += Math.max(0, (z - east * x - north * y) * up);
  return sum;
}

function tintAt(heightM: number, slope: number, colour: [number, number, number]): void {
  let i = 0;
  while (i < TINTS.length - 2 && heightM > TINTS[i + 1]![0]) i++;
  const [lowM, low] = TINTS[i]!;
  const [highM, high] = TINTS[i + 1]!;
  const share = Math.min(1, Math.max(0, (heightM - lowM) / (highM - lowM)));
  const rock = 0.6 * smoothstep(0.65, 1.25, slope);
  for (let k = 0; k < 3; k++) {
    const tint = low[k]! + share * (high[k]! - low[k]!);
    colour[k] = tint + rock * (ROCK[k]! - tint);
  }
}

function shadeInto(colour: [number, number, number], light: number, mist: number): void {
  const dark = Math.min(1, Math.max(0, 1 - light));
  const bright = Math.min(0.42, Math.max(0, light - 1));
  for (let k = 0; k < 3; k++) {
    const shaded = colour[k]! * (1 - 0.95 * dark * (1 - SHADE[k]!));
    const sunny = shaded + 0.8 * bright * (SUN[k]! - shaded);
    colour[k] = sunny + mist * (MIST[k]! - sunny);
  }
}

const MIST: Rgb = [196, 210, 214];

/** Mean over a square of `2 * radius + 1` pixels; the margin keeps what lies beyond it out. */
function blurred(from: Float32Array, stride: number, radius: number): Float32Array {
  return alongColumns(alongRows(from, stride, radius), stride, radius);
}

function alongRows(from: Float32Array, stride: number, radius: number): Float32Array {
  const to = new Float32Array(from.length);
  const count = 2 * radius + 1;
  for (let row = 0; row < stride; row++) {
    const start = row * stride;
    let sum = 0;
    for (let i = -radius; i <= radius; i++) sum += from[start + clamped(i, stride)]!;
    for (let col = 0; col < stride; col++) {
      to[start + col] = sum / count;
      sum += from[start + clamped(col + radius + 1, stride)]!;
      sum -= from[start + clamped(col - radius, stride)]!;
    }
  }
  return to;
}

function alongColumns(from: Float32Array, stride: number, radius: number): Float32Array {
  const to = new Float32Array(from.length);
  const count = 2 * radius + 1;
  for (let col = 0; col < stride; col++) {
    let sum = 0;
    for (let i = -radius; i <= radius; i++) sum += from[clamped(i, stride) * stride + col]!;
    for (let row = 0; row < stride; row++) {
      to[row * stride + col] = sum / count;
      sum += from[clamped(row + radius + 1, stride) * stride + col]!;
      sum -= from[clamped(row - radius, stride) * stride + col]!;
    }
  }
  return to;
}

function clamped(i: number, stride: number): number {
  return i < 0 ? 0 : i >= stride ? stride - 1 : i;
}

function smoothstep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
