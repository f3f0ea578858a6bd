import { radFromDeg } from '../geo/angles';

/**
 * Apparent ecliptic longitude of the sun: 0 at the spring equinox, 270 at the winter solstice.
 *
 * @param jde - Julian ephemeris day (terrestrial time)
 * @returns degrees in [0, 360), good to 0.01 degree, a quarter of an hour of the sun's way
 * @see Meeus, Astronomical Algorithms, 2nd edition, chapter 25
 */
export function sunLongitudeDeg(jde: number): number {
  const t = (jde - 2451545) / 36525;
  const meanDeg = 280.46646 + 36000.76983 * t + 0.0003032 * t * t;
  const anomalyRad = radFromDeg((357.52911 + 35999.05029 * t - 0.0001537 * t * t) % 360);
  const centreDeg =
    (1.914602 - 0.004817 * t - 0.000014 * t * t) * Math.sin(anomalyRad) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomalyRad) +
    0.000289 * Math.sin(3 * anomalyRad);
  const nodeRad = radFromDeg((125.04 - 1934.136 * t) % 360);
  const apparentDeg = meanDeg + centreDeg - 0.00569 - 0.00478 * Math.sin(nodeRad);
  return ((apparentDeg % 360) + 360) % 360;
}
