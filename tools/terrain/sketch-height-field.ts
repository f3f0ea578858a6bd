import { join } from 'node:path';
import { writeFileAtomic } from '../io/atomic';
import type { Progress } from '../io/progress';
import { ROOT_DIR } from '../io/root-dir';
import { foldersHash, keepOnly, readFileIfThere, textHash } from '../io/tile-files';
import { runInWorkers } from '../io/worker-pool';
import { createHeightField, type HeightField } from './height-field';
import { FACTS_FOLDER, readSketchFacts } from './sketch/facts';
import { SKETCH_BOX_DEG, sketchGrid } from './sketch/sketch-grid';
import { SKETCH_POSTS_PER_DEG } from './sketch/synthesize';

/** Code that decides the sketch's heights. */
const SKETCH_CODE = [
  'tools/terrain/sketch',
  'tools/terrain/blur.ts',
  'tools/terrain/height-field.ts',
];

/** Two callers in one process wait for the same synthesis. */
const running = new Map<string, Promise<HeightField>>();

/**
 * The embedded sketch relief as a height field, made from the facts in tilesets/sketch; kept in
 * `.cache/` under the hash of facts and code, so that only a change makes it anew.
 *
 * @param rootDir - root of the project
 * @throws AssetError `facts-invalid`
 */
export async function sketchHeightField(rootDir: string, progress: Progress): Promise<HeightField> {
  const hash = await sketchHash(rootDir);
  const key = `${rootDir}\0${hash}`;
  const already = running.get(key);
  if (already) return already;
  const field = readOrMake(rootDir, hash, progress);
  running.set(key, field);
  field.catch(() => running.delete(key));
  return field;
}

/** Names the sketch relief's content: hash of the facts and of the code that makes it. */
export async function sketchHash(rootDir: string): Promise<string> {
  const facts = await foldersHash(rootDir, [FACTS_FOLDER], '.json');
  const code = await foldersHash(ROOT_DIR, SKETCH_CODE, '.ts');
  return textHash(`${facts}${code}`).slice(0, 16);
}

async function readOrMake(rootDir: string, hash: string, progress: Progress): Promise<HeightField> {
  const cacheDir = join(rootDir, '.cache', 'sketch');
  const cacheFile = join(cacheDir, `${hash}.f32`);
  const grid = sketchGrid(SKETCH_POSTS_PER_DEG);
  const cached = await readFileIfThere(cacheFile);
  if (cached && cached.byteLength === grid.cols * grid.rows * Float32Array.BYTES_PER_ELEMENT) {
    const heights = new Float32Array(new SharedArrayBuffer(cached.byteLength));
    new Uint8Array(heights.buffer).set(cached);
    return createHeightField(SKETCH_BOX_DEG, grid.cols, grid.rows, heights);
  }
  // Faults in the facts are told here, as what they are: a thread's errors lose their class.
  await readSketchFacts(rootDir);
  progress.report('sketch relief', 0, 1);
  const heights = await synthesizeAside(rootDir);
  progress.report('sketch relief', 1, 1);
  await writeFileAtomic(cacheFile, new Uint8Array(heights.buffer).slice());
  await keepOnly(cacheDir, `${hash}.f32`);
  return createHeightField(SKETCH_BOX_DEG, grid.cols, grid.rows, heights);
}

async function synthesizeAside(rootDir: string): Promise<Float32Array> {
  let heights: Float32Array | undefined;
  const script = new URL('./sketch-worker.ts', import.meta.url);
  await runInWorkers<string, Float32Array>(script, undefined, [rootDir], {
    onResult: (result) => {
      heights = result;
    },
  });
  if (heights === undefined) throw new TypeError('Expected heights from the thread, got none.');
  return heights;
}
