import { radFromDeg } from '../geo/angles';

/** Mean length of the month of the moon, days. */
export const SYNODIC_MONTH_DAYS = 29.530588861;

/** Periodic terms of the new moon: days, multiples of M, M', F, and the power of E. */
const TERMS: readonly (readonly [number, number, number, number, number])[] = [
  [-0.4072, 0, 1, 0, 0],
  [0.17241, 1, 0, 0, 1],
  [0.01608, 0, 2, 0, 0],
  [0.01039, 0, 0, 2, 0],
  [0.00739, -1, 1, 0, 1],
  [-0.00514, 1, 1, 0, 1],
  [0.00208, 2, 0, 0, 2],
  [-0.00111, 0, 1, -2, 0],
  [-0.00057, 0, 1, 2, 0],
  [0.00056, 1, 2, 0, 1],
  [-0.00042, 0, 3, 0, 0],
  [0.00042, 1, 0, 2, 1],
  [0.00038, 1, 0, -2, 1],
  [-0.00024, -1, 2, 0, 1],
  [-0.00007, 2, 1, 0, 0],
  [0.00004, 0, 2, -2, 0],
  [0.00004, 3, 0, 0, 0],
  [0.00003, 1, 1, -2, 0],
  [0.00003, 0, 2, 2, 0],
  [-0.00003, 1, 1, 2, 0],
  [0.00003, -1, 1, 2, 0],
  [-0.00002, -1, 1, -2, 0],
  [-0.00002, 1, 3, 0, 0],
  [0.00002, 0, 4, 0, 0],
];

/** Terms of the planets: days, phase in degrees, degrees per lunation. */
const PLANET_TERMS: readonly (readonly [number, number, number])[] = [
  [0.000325, 299.77, 0.107408],
  [0.000165, 251.88, 0.016321],
  [0.000164, 251.83, 26.651886],
  [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239],
  [0.000062, 141.74, 53.303771],
  [0.00006, 207.14, 2.453732],
  [0.000056, 154.84, 7.30686],
  [0.000047, 34.52, 27.261239],
  [0.000042, 207.19, 0.121824],
  [0.00004, 291.34, 1.844379],
  [0.000037, 161.72, 24.198154],
  [0.000035, 239.56, 25.513099],
  [0.000023, 331.55, 3.592518],
];

/**
 * Moment of a new moon.
 *
 * @param lunation - whole number, 0 for the new moon of 6 January 2000
 * @returns Julian ephemeris day (terrestrial time), good to about ten seconds in this century
 * @see Meeus, Astronomical Algorithms, 2nd edition, chapter 49
 */
export function newMoonJde(lunation: number): number {
  const t = lunation / 1236.85;
  const t2 = t * t;
  const mean =
    2451550.09766 + SYNODIC_MONTH_DAYS * lunation + 0.00015437 * t2 - 0.00000015 * t2 * t;
  const e = 1 - 0.002516 * t - 0.0000074 * t2;
  const sunDeg = 2.5534 + 29.1053567 * lunation - 0.0000014 * t2;
  const moonDeg = 201.5643 + 385.81693528 * lunation + 0.0107582 * t2 + 0.00001238 * t2 * t;
  const latitudeDeg = 160.7108 + 390.67050284 * lunation - 0.0016118 * t2;
  const nodeDeg = 124.7746 - 1.56375588 * lunation + 0.0020672 * t2;
  let days = -0.00017 * sinDeg(nodeDeg);
  for (const [size, sun, moon, latitude, power] of TERMS) {
    days += size * e ** power * sinDeg(sun * sunDeg + moon * moonDeg + latitude * latitudeDeg);
  }
  for (const [size, phaseDeg, rateDeg] of PLANET_TERMS) {
    days += size * sinDeg(phaseDeg + rateDeg * lunation);
  }
  return mean + days;
}

function sinDeg(angleDeg: number): number {
  return Math.sin(radFromDeg(angleDeg % 360));
}
