import { join } from 'node:path';
import { writeFileAtomic } from '../io/atomic';
import type { Progress } from '../io/progress';
import { foldersHash, readFileIfThere, textHash } from '../io/tile-files';
import { createHeightField, type HeightField } from './height-field';
import { FACTS_FOLDER, readSketchFacts } from './sketch/facts';
import { SKETCH_BOX_DEG, sketchGrid } from './sketch/sketch-grid';
import { SKETCH_POSTS_PER_DEG, synthesizeSketch } from './sketch/synthesize';

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
  const code = await foldersHash(rootDir, SKETCH_CODE, '.ts');
  return textHash(`${facts}${code}`).slice(0, 16);
}

async function readOrMake(rootDir: string, hash: string, progress: Progress): Promise<HeightField> {
  const cacheFile = join(rootDir, '.cache', 'sketch', `${hash}.f32`);
  const grid = sketchGrid(SKETCH_POSTS_PER_DEG);
  const cached = await readFileIfThere(cacheFile);
  if (cached && cached.byteLength === grid.cols * grid.rows * Float32Array.BYTES_PER_ELEMENT) {
    const heights = new Float32Array(new SharedArrayBuffer(cached.byteLength));
    new Uint8Array(heights.buffer).set(cached);
    return createHeightField(SKETCH_BOX_DEG, grid.cols, grid.rows, heights);
  }
  const field = synthesizeSketch(await readSketchFacts(rootDir), progress);
  const { buffer, byteOffset, byteLength } = field.heightsOrthometricM;
  await writeFileAtomic(cacheFile, new Uint8Array(buffer, byteOffset, byteLength));
  return field;
}
