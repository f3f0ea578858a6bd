/** Height of the main light over the horizon. */
const LIGHT_SIN = Math.sin((42 * Math.PI) / 180);
const LIGHT_COS = Math.cos((42 * Math.PI) / 180);

/** Side lights stand so far left and right of the main one. */
const SIDE_COS = Math.cos((52 * Math.PI) / 180);
const SIDE_SIN = Math.sin((52 * Math.PI) / 180);

/** The evening sun of the dusk picture: low over the west. */
export const DUSK_SUN_AZIMUTH_RAD = (276 * Math.PI) / 180;
const DUSK_SUN_SIN = Math.sin((12 * Math.PI) / 180);
const DUSK_SUN_COS = Math.cos((12 * Math.PI) / 180);

/** Slopes of one pixel in three sizes of form, metres per metre, towards east and north. */
export interface Slopes {
  east: number;
  north: number;
  middleEast: number;
  middleNorth: number;
  largeEast: number;
  largeNorth: number;
}

/** How a scale is shaded; the same for all pixels of a level. */
export interface ShadingScale {
  /** Slopes are raised by this: small scales need it. */
  readonly raise: number;
  /** Shares of the large and the middle forms in the tone; the rest is the ground itself. */
  readonly largeShare: number;
  readonly middleShare: number;
  /** How much crests are sharpened in steep country. */
  readonly crispness: number;
  /** How much woods cover the tints by height: from far, the tints speak. */
  readonly coverShare: number;
  /** How much of the haze lies between eye and ground: little close by. */
  readonly hazeShare: number;
  /** How much small forms of gentle country give way to large ones, 0..1. */
  readonly generalised: number;
  /** How softly woods pass into fields. */
  readonly coverEdge: number;
  /** 0 close by, 1 from far. */
  readonly farness: number;
  /** 1 where single fields and groves are seen, 0 from the height of a province. */
  readonly closeness: number;
}

/** Shading of a level. The picture generalises as a mapmaker does: from far, large forms speak. */
export function shadingScale(metresPerPx: number): ShadingScale {
  const farness = smooth(30, 500, metresPerPx);
  const closeness = 1 - smooth(14, 100, metresPerPx);
  return {
    raise: 1.1 + 0.29 * Math.max(0, Math.log2(metresPerPx / 12)) + 0.8 * closeness,
    largeShare: 0.09 + 0.1 * farness,
    middleShare: 0.17 + 0.07 * farness,
    crispness: 0.45 + 1.05 * smooth(16, 90, metresPerPx) - 1.1 * farness,
    coverShare: 1 - 0.6 * farness + 0.5 * closeness,
    hazeShare: 0.35 + 0.65 * smooth(9, 70, metresPerPx),
    generalised: smooth(60, 240, metresPerPx),
    coverEdge: 0.1 + 0.5 * smooth(15, 180, metresPerPx),
    farness,
    closeness,
  };
}

/**
 * Tone of a pixel under the main light, two side lights and the light on the larger forms.
 *
 * @param steepness - root mean square slope of the country around
 * @returns -1 in full shade, 0 on level ground, 1 in full light
 */
export function shadingTone(
  slopes: Slopes,
  lightEast: number,
  lightNorth: number,
  steepness: number,
  scale: ShadingScale,
): number {
  const length = Math.sqrt(lightEast * lightEast + lightNorth * lightNorth) || 1;
  const le = lightEast / length;
  const ln = lightNorth / length;
  // Small slopes inside steep country count for more: crests switch from light to shade.
  const slope = Math.sqrt(slopes.east * slopes.east + slopes.north * slopes.north);
  const edge = 1 + (scale.crispness * steepness) / (slope + 0.17);
  const e = slopes.east * scale.raise * edge;
  const n = slopes.north * scale.raise * edge;
  const form = scale.raise * 1.2;
  // From far the small hills of gentle country would be one even rash: there large forms speak.
  const even = scale.generalised * (1 - smooth(0.14, 0.32, steepness));
  const own = (1 - scale.middleShare - scale.largeShare - 0.18) * (1 - 0.62 * even);
  // Main light and both side lights fall on the same slope.
  const across = e * le + n * ln;
  const aside = e * -ln + n * le;
  const steep = 1 / Math.sqrt(1 + e * e + n * n);
  return (
    own * tone((LIGHT_SIN - LIGHT_COS * across) * steep) +
    0.09 * tone((LIGHT_SIN - LIGHT_COS * (SIDE_COS * across + SIDE_SIN * aside)) * steep) +
    0.09 * tone((LIGHT_SIN - LIGHT_COS * (SIDE_COS * across - SIDE_SIN * aside)) * steep) +
    scale.middleShare *
      (1 + 0.5 * even) *
      lambert(slopes.middleEast * form, slopes.middleNorth * form, le, ln) +
    scale.largeShare *
      (1 + 1.6 * even) *
      lambert(slopes.largeEast * form * 1.4, slopes.largeNorth * form * 1.4, le, ln)
  );
}

/**
 * How squarely the evening sun meets the ground, 0 where it only grazes or lies behind.
 */
export function sunFacing(slopes: Slopes, scale: ShadingScale): number {
  const sunEast = Math.sin(DUSK_SUN_AZIMUTH_RAD);
  const sunNorth = Math.cos(DUSK_SUN_AZIMUTH_RAD);
  const e = (0.7 * slopes.east + 0.3 * slopes.middleEast) * scale.raise;
  const n = (0.7 * slopes.north + 0.3 * slopes.middleNorth) * scale.raise;
  const facing =
    (DUSK_SUN_SIN - DUSK_SUN_COS * (e * sunEast + n * sunNorth)) / Math.sqrt(1 + e * e + n * n);
  return Math.min(1, Math.max(0, facing));
}

function lambert(east: number, north: number, lightEast: number, lightNorth: number): number {
  const facing = LIGHT_SIN - LIGHT_COS * (east * lightEast + north * lightNorth);
  return tone(facing / Math.sqrt(1 + east * east + north * north));
}

/** Brightness 0..1 as a tone about that of level ground. */
function tone(lit: number): number {
  return lit > LIGHT_SIN
    ? (lit - LIGHT_SIN) / (1 - LIGHT_SIN)
    : (Math.max(lit, 0) - LIGHT_SIN) / LIGHT_SIN;
}

/** 0 below `low`, 1 above `high`, smooth in between. */
export function smooth(low: number, high: number, value: number): number {
  const t = (value - low) / (high - low);
  if (t <= 0) return 0;
  if (t >= 1) return 1;
  return t * t * (3 - 2 * t);
}
