import { type OkLab, okLabFromHex } from './oklab';

/** The picture by day, and at dusk with a low warm sun. */
export type StyleName = 'day' | 'dusk';

/**
 * Tints by height: delta, paddies, warm valley green, olive of the middle slopes, ochre, the
 * rose-grey of the high ridges, pale crests. The darkest lies at 700 to 1000 m: valley floors and
 * crests both stand out from the slopes between them.
 */
const HEIGHT_STOPS: readonly (readonly [heightM: number, hex: number])[] = [
  [0, 0xdadcb0],
  [60, 0xcfd5a0],
  [180, 0xb9c48d],
  [400, 0x97ae78],
  [700, 0x7f9a69],
  [1000, 0x829265],
  [1300, 0x91946a],
  [1600, 0xab9f75],
  [1900, 0xbba981],
  [2200, 0xc3ae93],
  [2500, 0xcdbaab],
  [2800, 0xddd0ca],
  [3150, 0xf6f1ef],
];

/** Metres per entry of {@link HEIGHT_TINTS}. */
export const TINT_STEP_M = 5;

/** Entries of each channel of {@link HEIGHT_TINTS}. */
export const TINT_COUNT = 700;

/** Tints from sea level up, smooth: three channels of {@link TINT_COUNT}. */
export const HEIGHT_TINTS: readonly [Float32Array, Float32Array, Float32Array] = heightTints();

/** Colours of the land by what lies there; the same in both styles, light changes them. */
export const COVER = {
  paddy: okLabFromHex(0xd2d298),
  forest: okLabFromHex(0x53704a),
  cloudForest: okLabFromHex(0x506a50),
  deepForest: okLabFromHex(0x2f5237),
  conifer: okLabFromHex(0x2c4a3c),
  hamlet: okLabFromHex(0xcdb596),
  scrub: okLabFromHex(0x76905f),
  doline: okLabFromHex(0x55704c),
  upland: okLabFromHex(0xb3ac78),
  pasture: okLabFromHex(0x8b9d5c),
  heath: okLabFromHex(0xbba874),
  crag: okLabFromHex(0x9b958b),
  rock: okLabFromHex(0xd6cdc4),
  karst: okLabFromHex(0xb0b2a6),
  limestone: okLabFromHex(0xd6cfba),
} as const satisfies Record<string, OkLab>;

/** Colours that belong to a style: what lies over the land. */
export interface StyleColours {
  readonly haze: OkLab;
  readonly bank: OkLab;
  readonly river: OkLab;
  readonly lake: OkLab;
  readonly shore: OkLab;
}

export const STYLE_COLOURS: Readonly<Record<StyleName, StyleColours>> = {
  day: {
    haze: okLabFromHex(0xb9cbd6),
    bank: okLabFromHex(0xcdd6a8),
    river: okLabFromHex(0x5d93b4),
    lake: okLabFromHex(0x5a90b2),
    shore: okLabFromHex(0x92bac8),
  },
  dusk: {
    haze: okLabFromHex(0x6f7ba3),
    bank: okLabFromHex(0x606d86),
    river: okLabFromHex(0x8496b4),
    lake: okLabFromHex(0x8a9dbd),
    shore: okLabFromHex(0x78899f),
  },
};

function heightTints(): readonly [Float32Array, Float32Array, Float32Array] {
  const stops = HEIGHT_STOPS.map(([heightM, hex]) => ({ heightM, lab: okLabFromHex(hex) }));
  const channel = (part: 0 | 1 | 2) =>
    smoothed(
      Float32Array.from({ length: TINT_COUNT }, (_, i) => {
        const heightM = i * TINT_STEP_M;
        let k = 0;
        while (k < stops.length - 2 && heightM > stops[k + 1]!.heightM) k++;
        const [low, high] = [stops[k]!, stops[k + 1]!];
        const share = Math.min(1, (heightM - low.heightM) / (high.heightM - low.heightM));
        return low.lab[part] + share * (high.lab[part] - low.lab[part]);
      }),
    );
  return [channel(0), channel(1), channel(2)];
}

/** No kink at the stops: a Gaussian of 50 m. */
function smoothed(values: Float32Array): Float32Array {
  return values.map((_, i) => {
    let sum = 0;
    let weights = 0;
    for (let by = -20; by <= 20; by++) {
      const weight = Math.exp((-by * by) / 200);
      sum += weight * values[Math.min(TINT_COUNT - 1, Math.max(0, i + by))]!;
      weights += weight;
    }
    return sum / weights;
  });
}
