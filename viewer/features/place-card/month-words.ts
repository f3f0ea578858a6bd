import type { HowOften, RiceState } from '#scene';

/** Words for how often something is seen. */
export const HOW_OFTEN_KEYS = {
  never: 'place.never',
  seldom: 'place.seldom',
  sometimes: 'place.sometimes',
  often: 'place.often',
} as const satisfies Record<HowOften, string>;

/** Words for what stands in the terraces. */
export const RICE_KEYS = {
  fallow: 'place.riceFallow',
  flooded: 'place.riceFlooded',
  young: 'place.riceYoung',
  green: 'place.riceGreen',
  ripe: 'place.riceRipe',
  harvested: 'place.riceHarvested',
} as const satisfies Record<RiceState, string>;

/** From not seen at all to often, 0 to 1. */
export const HOW_OFTEN_SHARE: Readonly<Record<HowOften, number>> = {
  never: 0,
  seldom: 0.25,
  sometimes: 0.6,
  often: 1,
};

/** The field in each state, as it is painted in the relief picture and the panoramas. */
export const RICE_COLOURS: Readonly<Record<RiceState, string>> = {
  fallow: '#8d7355',
  flooded: '#8fb8cf',
  young: '#a8cf7a',
  green: '#5f9f4d',
  ripe: '#f2b93b',
  harvested: '#c9a66a',
};
