import { describe, expect, it } from 'vitest';
import { directionOfEnu } from './direction';
import { alphaOfCompass, cameraOfPhone, focalOfVideo, pixelInCamera } from './horizon-camera';

const UPRIGHT = { alphaDeg: 0, betaDeg: 90, gammaDeg: 0, screenDeg: 0 };

describe('cameraOfPhone', () => {
  it('looks north when held upright with alpha 0, and west with 90', () => {
    expect(directionOfEnu(cameraOfPhone(UPRIGHT).ahead).headingDeg).toBeCloseTo(0, 6);
    const west = cameraOfPhone({ ...UPRIGHT, alphaDeg: 90 });
    expect(directionOfEnu(west.ahead).headingDeg).toBeCloseTo(270, 6);
    expect(west.up[2]).toBeCloseTo(1, 6);
  });
  it('looks down when laid flat, up when tilted over', () => {
    const flat = cameraOfPhone({ ...UPRIGHT, betaDeg: 0 });
    expect(directionOfEnu(flat.ahead).pitchDeg).toBeCloseTo(-90, 6);
    const over = cameraOfPhone({ ...UPRIGHT, betaDeg: 110 });
    expect(directionOfEnu(over.ahead).pitchDeg).toBeCloseTo(20, 6);
  });
  it('keeps the horizon level on a phone on its side', () => {
    // Turned to the left: its top points west while the camera looks north.
    const side = { alphaDeg: 90, betaDeg: 0, gammaDeg: -90, screenDeg: 90 };
    const camera = cameraOfPhone(side);
    expect(directionOfEnu(camera.ahead).headingDeg % 360).toBeCloseTo(0, 6);
    expect(camera.up[2]).toBeCloseTo(1, 6);
    expect(directionOfEnu(camera.right).headingDeg).toBeCloseTo(90, 6);
  });
  it('is turned clockwise by a correction', () => {
    expect(directionOfEnu(cameraOfPhone(UPRIGHT, 7).ahead).headingDeg).toBeCloseTo(7, 6);
  });
  it('reads a compass heading as an alpha', () => {
    const alphaDeg = alphaOfCompass(75);
    expect(directionOfEnu(cameraOfPhone({ ...UPRIGHT, alphaDeg }).ahead).headingDeg).toBeCloseTo(
      75,
    );
  });
});

describe('pixelInCamera', () => {
  const picture = { widthPx: 400, heightPx: 800, focalPx: 500 };
  it('puts what lies ahead in the middle, right to the right, up above', () => {
    const camera = cameraOfPhone(UPRIGHT);
    const at = (headingDeg: number, pitchDeg: number) =>
      pixelInCamera({ headingDeg, pitchDeg }, camera, picture);
    expect(at(0, 0)?.xPx).toBeCloseTo(200, 6);
    expect(at(0, 0)?.yPx).toBeCloseTo(400, 6);
    expect(at(10, 0)?.xPx).toBeCloseTo(200 + 500 * Math.tan(Math.PI / 18), 6);
    expect(at(0, 10)?.yPx).toBeCloseTo(400 - 500 * Math.tan(Math.PI / 18), 6);
    expect(at(180, 0)).toBe(null);
  });
});

describe('focalOfVideo', () => {
  it('counts what is cut off when a wide video fills a high screen', () => {
    const focal = focalOfVideo(
      { widthPx: 1280, heightPx: 720 },
      { widthPx: 390, heightPx: 844 },
      60,
    );
    expect(focal).toBeCloseTo((1280 * (844 / 720)) / 2 / Math.tan(Math.PI / 6), 6);
  });
});
