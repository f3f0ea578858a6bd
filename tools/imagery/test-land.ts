import type { GeoBoxDeg } from '#core/tiles/geo-box';
import { createHeightField, type HeightField } from '../terrain/height-field';
import { fractalNoise } from '../terrain/sketch/noise';
import { paintFields } from './paint-fields';
import type { PicturePlan } from './picture-plan';
import { pictureStyle } from './picture-style';

/** Country that tests paint. */
export const TEST_BOX: GeoBoxDeg = { westDeg: 103, southDeg: 21, eastDeg: 105, northDeg: 23 };

/** Mountains about 1400 m, the same each time. */
export function testMountains(side = 361, reliefM = 1000): HeightField {
  const heights = Float32Array.from({ length: side * side }, (_, i) => {
    const [x, y] = [i % side, Math.floor(i / side)];
    return 1400 + reliefM * fractalNoise((9 * x) / side, (9 * y) / side, 9, 4, 0.5);
  });
  return createHeightField(TEST_BOX, side, side, heights);
}

/** A picture of {@link testMountains}. */
export function testPlan(): PicturePlan & { loads: number } {
  const plan = {
    id: 'test-picture',
    boxDeg: TEST_BOX,
    credit: 'Test',
    contentHash: 'ab'.repeat(32),
    paintableLevel: 9,
    loads: 0,
    load: async () => {
      plan.loads++;
      return {
        fields: paintFields(testMountains()),
        water: { lines: [], lakes: [] },
        style: pictureStyle('day', 'ripe'),
      };
    },
  };
  return plan;
}
