import { degFromRad, radFromDeg, wrapHeadingDeg } from './angles';

/** Where the sun stands in the local horizon frame. */
export interface SunPosition {
  /** Compass azimuth, 0 = true north, clockwise, [0, 360). */
  readonly headingDeg: number;
  /** Apparent elevation (with refraction), + = above the horizon. */
  readonly pitchDeg: number;
}

const MS_PER_DAY = 86_400_000;
const JULIAN_DAY_OF_UNIX_EPOCH = 2440587.5;

/**
 * The sun as seen from a place, good to about 0.01 degree between 1950 and 2050.
 *
 * @param atMs - instant, milliseconds since 1970-01-01T00:00Z
 * @see NOAA Solar Calculator (Meeus, Astronomical Algorithms, ch. 25)
 */
export function sunPosition(atMs: number, lonDeg: number, latDeg: number): SunPosition {
  const century = (atMs / MS_PER_DAY + JULIAN_DAY_OF_UNIX_EPOCH - 2451545) / 36525;
  const { declinationRad, equationOfTimeMin } = solarCoordinates(century);
  const minutesUtc = (atMs / 60_000) % 1440;
  const hourAngleRad = radFromDeg((minutesUtc + equationOfTimeMin + 4 * lonDeg) / 4 - 180);
  const latRad = radFromDeg(latDeg);
  const sinEl =
    Math.sin(latRad) * Math.sin(declinationRad) +
    Math.cos(latRad) * Math.cos(declinationRad) * Math.cos(hourAngleRad);
  const azimuthRad = Math.atan2(
    -Math.cos(declinationRad) * Math.sin(hourAngleRad),
    Math.sin(declinationRad) * Math.cos(latRad) -
      Math.cos(declinationRad) * Math.sin(latRad) * Math.cos(hourAngleRad),
  );
  const trueDeg = degFromRad(Math.asin(sinEl));
  return {
    headingDeg: wrapHeadingDeg(degFromRad(azimuthRad)),
    pitchDeg: trueDeg + refractionDeg(trueDeg),
  };
}

/**
 * Instant of a local date and hour in Vietnam, which keeps UTC+7 all year.
 *
 * @param local - `YYYY-MM-DDTHH:mm`
 * @returns milliseconds since 1970-01-01T00:00Z
 */
export function instantInVietnam(local: string): number {
  return Date.parse(`${local}:00+07:00`);
}

function solarCoordinates(century: number) {
  const meanLonDeg = (280.46646 + century * (36000.76983 + century * 0.0003032)) % 360;
  const anomalyRad = radFromDeg(357.52911 + century * (35999.05029 - 0.0001537 * century));
  const eccentricity = 0.016708634 - century * (0.000042037 + 0.0000001267 * century);
  const centreDeg =
    Math.sin(anomalyRad) * (1.914602 - century * (0.004817 + 0.000014 * century)) +
    Math.sin(2 * anomalyRad) * (0.019993 - 0.000101 * century) +
    Math.sin(3 * anomalyRad) * 0.000289;
  const nodeRad = radFromDeg(125.04 - 1934.136 * century);
  const apparentLonRad = radFromDeg(meanLonDeg + centreDeg - 0.00569 - 0.00478 * Math.sin(nodeRad));
  const obliquityRad = radFromDeg(23.439291 - century * 0.0130042 + 0.00256 * Math.cos(nodeRad));
  const y = Math.tan(obliquityRad / 2) ** 2;
  const lonRad = radFromDeg(meanLonDeg);
  const equationRad =
    y * Math.sin(2 * lonRad) -
    2 * eccentricity * Math.sin(anomalyRad) +
    4 * eccentricity * y * Math.sin(anomalyRad) * Math.cos(2 * lonRad) -
    0.5 * y * y * Math.sin(4 * lonRad) -
    1.25 * eccentricity * eccentricity * Math.sin(2 * anomalyRad);
  return {
    declinationRad: Math.asin(Math.sin(obliquityRad) * Math.sin(apparentLonRad)),
    equationOfTimeMin: 4 * degFromRad(equationRad),
  };
}

/** Bennett-like refraction of NOAA's calculator, degrees to add to the true elevation. */
function refractionDeg(trueDeg: number): number {
  if (trueDeg > 85) return 0;
  const tan = Math.tan(radFromDeg(trueDeg));
  let arcSeconds: number;
  if (trueDeg > 5) arcSeconds = 58.1 / tan - 0.07 / tan ** 3 + 0.000086 / tan ** 5;
  else if (trueDeg > -0.575) {
    arcSeconds =
      1735 + trueDeg * (-518.2 + trueDeg * (103.4 + trueDeg * (-12.79 + trueDeg * 0.711)));
  } else arcSeconds = -20.774 / tan;
  return arcSeconds / 3600;
}
