/** A colour in OKLab: lightness 0..1, green to red, blue to yellow. */
export type OkLab = readonly [lightness: number, a: number, b: number];

/**
 * OKLab of an sRGB colour.
 *
 * @param hex - 0xRRGGBB
 * @see B. Ottosson, A perceptual color space for image processing (2020)
 */
export function okLabFromHex(hex: number): OkLab {
  const r = linearFromByte((hex >> 16) & 255);
  const g = linearFromByte((hex >> 8) & 255);
  const b = linearFromByte(hex & 255);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/**
 * Writes an OKLab colour as three sRGB bytes.
 *
 * @param dither - added before rounding, 0..1: breaks up bands
 */
export function writeSrgb(
  out: Uint8Array,
  at: number,
  lightness: number,
  a: number,
  b: number,
  dither: number,
): void {
  const l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
  const m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
  const s = cube(lightness - 0.0894841775 * a - 1.291485548 * b);
  out[at] = byteFromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, dither);
  out[at + 1] = byteFromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s, dither);
  out[at + 2] = byteFromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s, dither);
}

function cube(value: number): number {
  return value * value * value;
}

const GAMMA_STEPS = 4096;

const GAMMA = Float32Array.from({ length: GAMMA_STEPS + 2 }, (_, i) => {
  const c = i / GAMMA_STEPS;
  return 255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055);
});

function byteFromLinear(value: number, dither: number): number {
  const scaled = (value < 0 ? 0 : Math.min(value, 1)) * GAMMA_STEPS;
  const low = Math.floor(scaled);
  const byte = GAMMA[low]! + (scaled - low) * (GAMMA[low + 1]! - GAMMA[low]!);
  return Math.min(255, Math.floor(byte + dither));
}

function linearFromByte(byte: number): number {
  const c = byte / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}
