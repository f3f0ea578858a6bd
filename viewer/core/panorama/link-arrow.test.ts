import { describe, expect, it } from 'vitest';
import { linkArrowOf } from './link-arrow';

describe('linkArrowOf', () => {
  it('keeps the true heading', () => {
    expect(linkArrowOf({ headingDeg: 244.7, pitchDeg: -22 }).headingDeg).toBe(244.7);
  });

  it('lies on the ground: its distance and pitch meet one eye height below', () => {
    for (const pitchDeg of [-80, -20, 0, 7, 60]) {
      const arrow = linkArrowOf({ headingDeg: 0, pitchDeg });
      const depth = arrow.distanceEyes * Math.sin((-arrow.pitchDeg * Math.PI) / 180);
      expect(depth).toBeCloseTo(1, 9);
    }
  });

  it('rises towards a viewpoint above and falls towards one below', () => {
    expect(linkArrowOf({ headingDeg: 0, pitchDeg: 12 }).slopeDeg).toBe(12);
    expect(linkArrowOf({ headingDeg: 0, pitchDeg: -3 }).slopeDeg).toBe(-3);
  });

  it('never turns its edge to the eye', () => {
    for (let pitchDeg = -90; pitchDeg <= 90; pitchDeg += 5) {
      const arrow = linkArrowOf({ headingDeg: 0, pitchDeg });
      expect(arrow.slopeDeg - arrow.pitchDeg).toBeGreaterThanOrEqual(17);
    }
  });
});
