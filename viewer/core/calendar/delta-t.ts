const SECONDS_PER_DAY = 86_400;

/**
 * How far terrestrial time runs ahead of universal time, in days.
 *
 * @param year - with its fraction, 1986 to 2100; what lies ahead is an estimate (tens of seconds)
 * @see Espenak and Meeus, Five Millennium Canon of Solar Eclipses, polynomial expressions
 */
export function deltaTDays(year: number): number {
  return deltaTSeconds(year) / SECONDS_PER_DAY;
}

function deltaTSeconds(year: number): number {
  const t = year - 2000;
  if (year < 2005) {
    const high = 0.0017275 + 0.000651814 * t + 0.00002373599 * t * t;
    return 63.86 + 0.3345 * t - 0.060374 * t * t + high * t ** 3;
  }
  if (year < 2050) return 62.92 + 0.32217 * t + 0.005589 * t * t;
  return -20 + 32 * ((year - 1820) / 100) ** 2 - 0.5628 * (2150 - year);
}
