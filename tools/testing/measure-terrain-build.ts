import { buildDemTerrain } from '../terrain/build-dem-terrain';
import { BUILD_TERRAIN_DEFAULTS } from '../terrain/build-terrain';

/** What {@link buildDemTerrain} took in a process of its own. */
export interface MeasuredBuild {
  readonly tiles: number;
  readonly bytes: number;
  readonly seconds: number;
  /** Tiles that a killed run before had left. */
  readonly resumedTiles?: number;
  /** Most memory that the process held at any time, all threads together. */
  readonly peakRssMb: number;
}

// Called as `measure-terrain-build.ts DEM OUT_DIR MAX_LEVEL THREADS`; prints one line of JSON.
const [dem = '', outDir = '', maxLevel = '', threads = ''] = process.argv.slice(2);
const started = performance.now();
const { tiles, bytes, resumedTiles } = await buildDemTerrain({
  errorRatio: BUILD_TERRAIN_DEFAULTS.errorRatio,
  blendDeg: BUILD_TERRAIN_DEFAULTS.blendDeg,
  rootDir: outDir,
  files: [dem],
  id: 'measured',
  outDir,
  maxLevel: Number(maxLevel),
  isForced: false,
  attribution: 'measured',
  threads: Number(threads),
});
const measured: MeasuredBuild = {
  tiles,
  bytes,
  ...(resumedTiles !== undefined && { resumedTiles }),
  seconds: (performance.now() - started) / 1000,
  // Kilobytes on Linux and macOS.
  peakRssMb: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(`${JSON.stringify(measured)}\n`);
