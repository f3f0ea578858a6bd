import { describe, expect, it } from 'vitest';
import type { CameraPosition } from '#scene';
import { testField, testRecipe } from '../render/testing/test-recipe';
import { DrawnLand } from './drawn-land';
import type { NamedLandmark } from './landmarks-around';
import { visibleLandmarks } from './visible-landmarks';

/** Posts of the test's ground are this far apart. */
const POST_DEG = 0.6 / 240;
const EYE: CameraPosition = { lonDeg: 104, latDeg: 22, heightOrthometricM: 600 };

function summitAt(id: string, [east, north]: readonly [number, number]): NamedLandmark {
  return {
    id,
    placeId: id,
    kind: 'summit',
    name: { vi: id, en: id },
    lonDeg: EYE.lonDeg + east * POST_DEG,
    latDeg: EYE.latDeg + north * POST_DEG,
    heightOrthometricM: null,
    importance: 3,
  };
}

const NEAR = [20, 0] as const;
const BEHIND = [60, 0] as const;
const NORTH = [0, 30] as const;
const AROUND = [summitAt('near', NEAR), summitAt('behind', BEHIND), summitAt('north', NORTH)];
const FIELD = testField([NEAR, BEHIND, NORTH]);

const idsSeen = (drawn: DrawnLand | null) =>
  visibleLandmarks({ position: EYE, placeId: 'here', drawn }, AROUND, FIELD).map(({ id }) => id);

describe('visibleLandmarks', () => {
  it('names what stands free, nearest first, and not what stands behind it', () => {
    expect(idsSeen(null)).toEqual(['near', 'north']);
  });

  it('says heading, elevation, distance and height', () => {
    const [near] = visibleLandmarks({ position: EYE, placeId: 'here', drawn: null }, AROUND, FIELD);
    expect(near?.headingDeg).toBeCloseTo(90, 1);
    expect(near?.distanceM).toBeGreaterThan(5000);
    expect(near?.distanceM).toBeLessThan(6000);
    expect(near?.heightOrthometricM).toBeGreaterThan(3000);
    const risen = (near?.heightOrthometricM ?? 0) - EYE.heightOrthometricM;
    const pitchDeg = (Math.atan(risen / (near?.distanceM ?? 1)) * 180) / Math.PI;
    expect(Math.abs((near?.pitchDeg ?? 0) - pitchDeg)).toBeLessThan(3);
  });

  it('leaves out the place where one stands', () => {
    const viewpoint = { position: EYE, placeId: 'near', drawn: null };
    expect(visibleLandmarks(viewpoint, AROUND, FIELD).map(({ id }) => id)).toEqual(['north']);
  });

  it('keeps in a render only what its drawing shows, and says how high it is drawn', () => {
    const drawnFlat = new DrawnLand(testRecipe(), testField([NEAR]));
    const viewpoint = { position: EYE, placeId: 'here', drawn: drawnFlat };
    const [near, north] = visibleLandmarks(viewpoint, AROUND, FIELD);
    expect(near?.drawnPitchDeg).toBeGreaterThan(15);
    // Drawn without its summit, it is named where the land stands in the picture.
    expect(north?.drawnPitchDeg ?? 0).toBeLessThan(3);
    const walled = new DrawnLand(testRecipe(), testField([NEAR, [0, 8]]));
    expect(idsSeen(walled)).toEqual(['near']);
  });

  it('names nothing that lies under a drawn cloud sea', () => {
    const recipe = testRecipe();
    const cloudSea = { topHeightOrthometricM: 1800, thicknessM: 900 };
    const clouded = { ...recipe, weather: { ...recipe.weather, cloudSea } };
    const above = { ...clouded.viewpoint, eyeHeightAboveGroundM: 400 };
    const drawn = new DrawnLand({ ...clouded, viewpoint: above }, testField());
    expect(idsSeen(drawn)).toEqual([]);
  });

  it('names nothing in a haze too thick to see through', () => {
    const recipe = testRecipe();
    const hazy = { ...recipe, weather: { ...recipe.weather, hazeRatio: 120 } };
    const far = [summitAt('far', [0, 110])];
    const field = testField([[0, 110]]);
    const labelsIn = (drawn: DrawnLand) =>
      visibleLandmarks({ position: EYE, placeId: 'here', drawn }, far, field);
    expect(labelsIn(new DrawnLand(recipe, field))).toHaveLength(1);
    expect(labelsIn(new DrawnLand(hazy, field))).toHaveLength(0);
  });
});
