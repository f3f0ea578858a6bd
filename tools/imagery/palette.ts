import { type OkLab, okLabFromHex } from './oklab';

/** Tints by height: delta, paddies, foothills, forest, cloud forest, bamboo and heath, rock. */
const HEIGHT_STOPS: readonly (readonly [heightM: number, hex: number])[] = [
  [0, 0xd9dfb3],
  [60, 0xced9a5],
  [180, 0xb6c990],
  [420, 0xa0bb84],
  [800, 0x80a572],
  [1200, 0x6a9065],
  [1500, 0x7d9b6a],
  [1800, 0xa1ab79],
  [2150, 0xbdb386],
  [2500, 0xcfc09b],
  [2800, 0xded4c0],
  [3150, 0xf1ece3],
];

/** Metres per entry of {@link HEIGHT_TINTS}. */
export const TINT_STEP_M = 5;

/** Entries of each channel of {@link HEIGHT_TINTS}. */
export const TINT_COUNT = 700;

/** Tints from sea level up, smooth: three channels of {@link TINT_COUNT}. */
export const HEIGHT_TINTS: readonly [Float32Array, Float32Array, Float32Array] = heightTints();

/** Colours of the land and the water by what lies there. */
export const COVER = {
  paddy: okLabFromHex(0xd2d68c),
  rice: okLabFromHex(0xdfd08a),
  forest: okLabFromHex(0x4f7d5c),
  heath: okLabFromHex(0xbfae78),
  rock: okLabFromHex(0xd9d4c8),
  karst: okLabFromHex(0xaab3a4),
  haze: okLabFromHex(0xb4c8d8),
  bank: okLabFromHex(0xcbd8ae),
  river: okLabFromHex(0x5b93b6),
  lake: okLabFromHex(0x5a90b4),
  shore: okLabFromHex(0x94bccb),
} as const satisfies Record<string, OkLab>;

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
