import { describe, expect, it } from 'vitest';
import { headingDifferenceDeg, radFromDeg } from './angles';
import { cameraViewOf } from './camera-view';
import { sightingOf } from './enu';
import { frameView } from './frame-view';

const FANSIPAN = { lonDeg: 103.7751, latDeg: 22.3033, heightEllipsoidalM: 3116 };
const view = cameraViewOf(FANSIPAN, { headingDeg: 30, pitchDeg: -24, distanceM: 14_000 });

const seenFrom = (camera: typeof view) =>
  sightingOf(
    {
      lonRad: radFromDeg(camera.lonDeg),
      latRad: radFromDeg(camera.latDeg),
      heightEllipsoidalM: camera.heightEllipsoidalM,
    },
    {
      lonRad: radFromDeg(FANSIPAN.lonDeg),
      latRad: radFromDeg(FANSIPAN.latDeg),
      heightEllipsoidalM: FANSIPAN.heightEllipsoidalM,
    },
  );

describe('frameView', () => {
  it('leaves a view alone that nothing covers', () => {
    const framed = frameView(view, 14_000, {
      widthPx: 1280,
      heightPx: 720,
      leftPx: 0,
      bottomPx: 0,
    });
    expect(framed.lonDeg).toBeCloseTo(view.lonDeg, 9);
    expect(framed.pitchDeg).toBeCloseTo(view.pitchDeg, 9);
  });

  it('brings the target right of the middle when a panel covers the left', () => {
    const frame = { widthPx: 1280, heightPx: 720, leftPx: 380, bottomPx: 0 };
    const seen = seenFrom(frameView(view, 14_000, frame));
    const rightDeg = headingDifferenceDeg(view.headingDeg, seen.headingDeg);
    // 190 px of 640 px to the right of the middle at 30 degrees to the edge, over the sloping
    // line of sight.
    const pixelRight =
      (640 * Math.tan(radFromDeg(rightDeg)) * Math.cos(radFromDeg(seen.pitchDeg))) /
      Math.tan(radFromDeg(30));
    expect(pixelRight).toBeGreaterThan(175);
    expect(pixelRight).toBeLessThan(205);
  });

  it('brings the target above the middle when a sheet covers the bottom', () => {
    const frame = { widthPx: 390, heightPx: 844, leftPx: 0, bottomPx: 388 };
    const framed = frameView(view, 14_000, frame);
    const upDeg = seenFrom(framed).pitchDeg - framed.pitchDeg;
    expect((422 * Math.tan(radFromDeg(upDeg))) / Math.tan(radFromDeg(30))).toBeCloseTo(194, 0);
  });
});
