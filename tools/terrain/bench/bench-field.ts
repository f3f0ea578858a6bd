import { join } from 'node:path';
import { pathExists } from '../../io/files';
import { ROOT_DIR } from '../../io/root-dir';
import { createHeightField, type HeightField } from '../height-field';
import { readDem } from '../read-dem';
import { fractalNoise } from '../sketch/noise';

/** The reference model of the shared folder, from the project's root. */
const REFERENCE_DEM = '../shared/data/dem/nwvn-fused-5s.tif';

/** Heights to measure meshes on, and what they are. */
export interface BenchField {
  readonly name: string;
  readonly field: HeightField;
}

/** The reference model, or seeded hills of like posts where it is not there. */
export async function benchField(): Promise<BenchField> {
  const file = join(ROOT_DIR, REFERENCE_DEM);
  if (await pathExists(file)) {
    return { name: 'reference model nwvn-fused-5s.tif', field: await readDem(file) };
  }
  return { name: `seeded hills (${REFERENCE_DEM} is not there)`, field: seededHills() };
}

/** 1.5 degrees of ridges and basins, posts 5 arc-seconds apart. */
function seededHills(): HeightField {
  const side = 1081;
  const heightsOrthometricM = new Float32Array(side * side);
  for (let row = 0; row < side; row++) {
    for (let col = 0; col < side; col++) {
      const [x, y] = [(col / side) * 12, (row / side) * 12];
      const steep = Math.min(1, Math.max(0.05, 0.6 + fractalNoise(x / 4, y / 4, 71, 2, 0.5)));
      const ridge = 1 - Math.abs(fractalNoise(x, y, 11, 7, 0.4));
      heightsOrthometricM[row * side + col] = 300 + 1500 * steep * ridge * ridge;
    }
  }
  const box = { westDeg: 103, southDeg: 21, eastDeg: 104.5, northDeg: 22.5 };
  return createHeightField(box, side, side, heightsOrthometricM);
}
