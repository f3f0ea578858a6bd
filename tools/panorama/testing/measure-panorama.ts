import { addPanorama } from '../add-panorama';
import { ensurePanoramaTiles } from '../panorama-tiles';

/** What work on one panorama took in a process of its own. */
export interface MeasuredPanorama {
  readonly tiles: number;
  readonly seconds: number;
  /** Most memory that the process held at any time. */
  readonly peakRssMb: number;
}

// Called as `measure-panorama.ts tile ROOT ID` or `measure-panorama.ts add ROOT PICTURE`; prints
// one line of JSON. It can be killed at any time.
const [verb = '', rootDir = '', what = ''] = process.argv.slice(2);
const started = performance.now();
const { tilesWritten } =
  verb === 'add'
    ? (await addPanorama(rootDir, what, 'sa-pa')).tiling
    : await ensurePanoramaTiles(rootDir, what);
const measured: MeasuredPanorama = {
  tiles: tilesWritten,
  seconds: (performance.now() - started) / 1000,
  // Kilobytes on Linux and macOS.
  peakRssMb: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(`${JSON.stringify(measured)}\n`);
