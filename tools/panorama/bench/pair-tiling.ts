import { join } from 'node:path';
import { listFolder, removePath } from '../../io/files';
import { writeLibraryPyramid } from '../../io/library-pyramid';
import { builtDir, findMaster } from '../panorama-files';
import { ensurePanoramaTiles } from '../panorama-tiles';

/** What one piece of work took, in seconds. */
interface Taken {
  /** Of all cores together. */
  readonly processorS: number;
  readonly clockS: number;
}

/** The same master tiled by us and by the picture library, one right after the other. */
export interface TilingPair {
  readonly own: Taken;
  readonly library: Taken;
}

/**
 * Tiles a master with our builder and with the library's own pyramid writer (sharp's `tile()`, same
 * tile size, format and quality), so that what else the machine does falls on both alike.
 * Preview and stills are left: the library makes none.
 */
export async function pairTiling(rootDir: string, id: string): Promise<TilingPair> {
  const master = await findMaster(rootDir, id);
  const folder = builtDir(rootDir, id, master);
  for (const { name } of await listFolder(folder)) {
    if (/^\d+$/.test(name)) await removePath(join(folder, name));
  }
  const libraryDir = join(rootDir, `library-${id}`);
  await removePath(libraryDir);
  const own = await timed(() => ensurePanoramaTiles(rootDir, id));
  const library = await timed(() => writeLibraryPyramid(master.path, libraryDir));
  return { own, library };
}

/** One line: mean times, and how much of the library's throughput we reach. */
export function pairLine(id: string, pairs: readonly TilingPair[]): string {
  const mean = (value: (pair: TilingPair) => number) =>
    pairs.reduce((sum, pair) => sum + value(pair), 0) / pairs.length;
  const own = { processor: mean((pair) => pair.own.processorS), clock: mean((p) => p.own.clockS) };
  const processor = mean((pair) => pair.library.processorS);
  const clock = mean((pair) => pair.library.clockS);
  const share = (library: number, ours: number) => `${((100 * library) / ours).toFixed(0)} %`;
  return (
    `${id}, ${pairs.length} pairs: ours ${own.processor.toFixed(2)} s of processor, ` +
    `${own.clock.toFixed(2)} s by the clock; sharp tile() ${processor.toFixed(2)} and ` +
    `${clock.toFixed(2)}; its throughput reached by ${share(processor, own.processor)} of ` +
    `processor, ${share(clock, own.clock)} by the clock (goal 80 %)`
  );
}

async function timed(work: () => Promise<unknown>): Promise<Taken> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { processorS: (user + system) / 1e6, clockS: (performance.now() - started) / 1000 };
}
