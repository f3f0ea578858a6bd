import { describe, expect, it } from 'vitest';
import { Clipmap, createClipLevels } from '../land/clipmap';
import { REFRACTED_RADIUS_M } from '../light/air-medium';
import { ColumnMarch } from './column-march';

const ROWS = 1 << 15;
const EYE_M = 1000;

function marchOver(heightAt: (x: number, y: number) => number): ColumnMarch {
  const levels = createClipLevels(
    [
      { cellM: 20, posts: 256 },
      { cellM: 400, posts: 700 },
    ],
    false,
  );
  for (const { cellM, posts, ground } of levels) {
    for (let k = 0; k < posts * posts; k++) {
      const x = ((k % posts) - posts / 2) * cellM;
      ground[k] = heightAt(x, (Math.floor(k / posts) - posts / 2) * cellM);
    }
  }
  const ground = {
    clip: new Clipmap(levels, 0, 0),
    eye: { x: 0, y: 0, z: EYE_M },
    micro: () => 0,
    crown: () => 0,
  };
  return new ColumnMarch(ground, ROWS, 0.002);
}

/** Elevation of the highest row that shows ground, degrees. */
function skylineDeg(march: ColumnMarch): number {
  const first = march.distances.findIndex((d) => d > 0);
  return (0.5 - (first + 0.5) / ROWS) * 180;
}

describe('ColumnMarch', () => {
  it('sees the sea horizon at the dip of a refracted Earth', () => {
    const march = marchOver(() => 0);
    march.run(0.3);
    const dipDeg = (-Math.sqrt((2 * EYE_M) / REFRACTED_RADIUS_M) * 180) / Math.PI;
    expect(Math.abs(skylineDeg(march) - dipDeg)).toBeLessThan(0.01);
  });

  it('lowers a far ridge by curvature less refraction', () => {
    const march = marchOver((_x, y) => (Math.abs(y - 100_000) < 600 ? 3000 : 0));
    march.run(0);
    const d = 100_000 - 600;
    const pitch = Math.atan((3000 - EYE_M - (d * d) / (2 * REFRACTED_RADIUS_M)) / d);
    expect(Math.abs(skylineDeg(march) - (pitch * 180) / Math.PI)).toBeLessThan(0.02);
  });

  it('shows a ridge to the north at heading 0 and not at heading 90', () => {
    const march = marchOver((x, y) =>
      Math.abs(y - 20_000) < 400 && Math.abs(x) < 3000 ? 2500 : 0,
    );
    march.run(0);
    expect(skylineDeg(march)).toBeGreaterThan(3);
    march.run(Math.PI / 2);
    expect(skylineDeg(march)).toBeLessThan(0);
  });
});
