import { describe, expect, it } from 'vitest';
import { horizontalFovDeg, minimapPoint, minimapTiles, viewCone } from './minimap';

const frame = { lonDeg: 103.775, latDeg: 22.303, metresPerPx: 60, sizePx: 176 };

describe('minimapPoint', () => {
  it('puts the viewpoint in the middle and north up', () => {
    expect(minimapPoint(frame, frame)).toEqual({ xPx: 88, yPx: 88 });
    const north = minimapPoint(frame, { lonDeg: 103.775, latDeg: 22.313 });
    expect(north.xPx).toBe(88);
    expect(88 - north.yPx).toBeCloseTo(1113.2 / 60, 1);
  });

  it('shortens degrees of longitude by the latitude', () => {
    const east = minimapPoint(frame, { lonDeg: 103.785, latDeg: 22.303 });
    expect(east.xPx - 88).toBeCloseTo((1113.2 * Math.cos((22.303 * Math.PI) / 180)) / 60, 1);
  });
});

describe('minimapTiles', () => {
  it('covers the map without holes', () => {
    const tiles = minimapTiles(frame, 12);
    expect(Math.min(...tiles.map(({ leftPx }) => leftPx))).toBeLessThanOrEqual(0);
    expect(Math.min(...tiles.map(({ topPx }) => topPx))).toBeLessThanOrEqual(0);
    expect(Math.max(...tiles.map((t) => t.leftPx + t.widthPx))).toBeGreaterThanOrEqual(176);
    expect(Math.max(...tiles.map((t) => t.topPx + t.heightPx))).toBeGreaterThanOrEqual(176);
    expect(tiles.length).toBeLessThanOrEqual(4);
  });

  it('has no tile deeper than there are, and none finer than needed', () => {
    expect(minimapTiles(frame, 8)[0]?.tile.z).toBe(8);
    expect(minimapTiles({ ...frame, metresPerPx: 400 }, 12)[0]?.tile.z).toBe(7);
  });
});

describe('viewCone', () => {
  it('opens to both sides of north', () => {
    expect(viewCone(90, 10)).toBe('M0 0L-7.1 -7.1A10 10 0 0 1 7.1 -7.1Z');
  });
});

describe('horizontalFovDeg', () => {
  it('is the vertical one in a square window', () => {
    expect(horizontalFovDeg(65, 1)).toBeCloseTo(65, 9);
    expect(horizontalFovDeg(60, 16 / 9)).toBeCloseTo(91.5, 1);
  });
});
