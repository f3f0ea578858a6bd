import type { Recipe } from '../recipe';

/** How a season looks on farmed land. */
export interface SeasonLook {
  /** Height of the crop over the usual, 0 = bare. */
  readonly cropRatio: number;
  /** Share of paddies under water. */
  readonly floodedRatio: number;
  /** 0 = green, 0.7 = harvest begins, above 1 = stubble. */
  readonly ripeness: number;
  /** Grass on bunds and banks, linear reflectance. */
  readonly grass: readonly [number, number, number];
  /** Dry blades in the grass, 0 to 1. */
  readonly dryness: number;
}

const LOOKS: Readonly<Record<Recipe['season'], SeasonLook>> = {
  flooded: {
    cropRatio: 0.06,
    floodedRatio: 0.8,
    ripeness: 0,
    grass: [0.105, 0.165, 0.03],
    dryness: 0.1,
  },
  young: {
    cropRatio: 0.45,
    floodedRatio: 0,
    ripeness: 0.02,
    grass: [0.09, 0.16, 0.03],
    dryness: 0.08,
  },
  ripe: {
    cropRatio: 0.6,
    floodedRatio: 0,
    ripeness: 0.7,
    grass: [0.105, 0.145, 0.032],
    dryness: 0.16,
  },
  fallow: {
    cropRatio: 0.05,
    floodedRatio: 0.05,
    ripeness: 1.4,
    grass: [0.15, 0.14, 0.05],
    dryness: 0.4,
  },
  green: {
    cropRatio: 0.45,
    floodedRatio: 0,
    ripeness: 0.1,
    grass: [0.1, 0.14, 0.035],
    dryness: 0.15,
  },
  dry: {
    cropRatio: 0.05,
    floodedRatio: 0,
    ripeness: 1.3,
    grass: [0.155, 0.15, 0.05],
    dryness: 0.34,
  },
};

/** The look of a recipe's season. */
export function seasonLook(season: Recipe['season']): SeasonLook {
  return LOOKS[season];
}
