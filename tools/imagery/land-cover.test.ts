import { describe, expect, it } from 'vitest';
import { type Cover, type Ground, groundColour, type Mix, readCover } from './land-cover';
import { pictureStyle } from './picture-style';

const SLOPE: Ground = {
  heightM: 1000,
  slope: 0.25,
  middleSlope: 0.25,
  southness: 0.6,
  depthM: 500,
  incisionM: 0,
  steepness: 0.3,
  coverNoise: 0,
  patchNoise: 0.5,
  karst: 0,
  plain: 0,
  knownTerraces: 0,
  rib: 0,
  wet: 0,
  cone: 0,
  stone: 0,
};
const FLOOR: Ground = { ...SLOPE, heightM: 480, slope: 0.005, middleSlope: 0.01, plain: 1 };

function coverOf(ground: Ground): Cover {
  const cover = { forest: 0, terraces: 0, paddy: 0 };
  readCover(cover, ground, 0.3);
  return cover;
}

function colourOf(ground: Ground): Mix {
  const mix = { lightness: 0, a: 0, b: 0 };
  groundColour(mix, ground, coverOf(ground), pictureStyle('day', 'ripe').rice, 1);
  return mix;
}

describe('readCover', () => {
  it('puts terraces on southern slopes from 600 to 1600 m', () => {
    expect(coverOf(SLOPE).terraces).toBeGreaterThan(0.8);
    expect(coverOf({ ...SLOPE, southness: -0.9 }).terraces).toBe(0);
    expect(coverOf({ ...SLOPE, heightM: 400 }).terraces).toBe(0);
    expect(coverOf({ ...SLOPE, heightM: 1700 }).terraces).toBe(0);
  });
  it('puts none on crests, cliffs and karst', () => {
    expect(coverOf({ ...SLOPE, depthM: 20 }).terraces).toBe(0);
    expect(coverOf({ ...SLOPE, slope: 1, middleSlope: 0.8 }).terraces).toBe(0);
    expect(coverOf({ ...SLOPE, karst: 1 }).terraces).toBeLessThan(0.15);
  });
  it('puts terraces where they are known to be, against the rule of aspect', () => {
    const ground = { ...SLOPE, southness: -0.9, knownTerraces: 1 };
    expect(coverOf(ground).terraces).toBeGreaterThan(0.9);
  });
  it('puts paddies on flat floors, not in ravines and not high up', () => {
    expect(coverOf(FLOOR).paddy).toBeGreaterThan(0.9);
    expect(coverOf({ ...FLOOR, incisionM: 200 }).paddy).toBe(0);
    expect(coverOf({ ...FLOOR, heightM: 1700 }).paddy).toBe(0);
  });
  it('grows more wood the steeper, the higher and the more to the north', () => {
    const bare = { ...SLOPE, patchNoise: 0, knownTerraces: 0, depthM: 0 };
    const forest = (change: Partial<Ground>) => coverOf({ ...bare, ...change }).forest;
    expect(forest({ middleSlope: 0.4 })).toBeGreaterThan(forest({ middleSlope: 0.12 }));
    expect(forest({ heightM: 1700 })).toBeGreaterThan(forest({ heightM: 900 }));
    expect(forest({ southness: -0.8 })).toBeGreaterThan(forest({ southness: 0.8 }));
    expect(forest({ heightM: 3000 })).toBe(0);
  });
});

describe('groundColour', () => {
  it('is darkest on the middle slopes, light on floors and crests', () => {
    const middle = colourOf({ ...SLOPE, heightM: 900, southness: -0.5 });
    const crest = colourOf({ ...SLOPE, heightM: 3000, depthM: 0 });
    expect(colourOf(FLOOR).lightness).toBeGreaterThan(middle.lightness + 0.1);
    expect(crest.lightness).toBeGreaterThan(middle.lightness + 0.2);
  });
  it('passes from green through ochre to rose-grey with height', () => {
    const at = (heightM: number) => colourOf({ ...SLOPE, heightM, depthM: 0, patchNoise: -2 });
    expect(at(400).a).toBeLessThan(-0.03);
    expect(at(1900).b).toBeGreaterThan(0.05);
    expect(at(2600).a).toBeGreaterThan(0);
    expect(at(2600).b).toBeLessThan(at(1900).b);
  });
});
