import { serveJobs } from '../io/worker-pool';
import { readSketchFacts } from './sketch/facts';
import { synthesizeSketch } from './sketch/synthesize';

/** Makes the sketch relief of a project in a thread of its own: the main one stays free. */
serveJobs(() => async (rootDir: string): Promise<Float32Array> => {
  const { heightsOrthometricM } = synthesizeSketch(await readSketchFacts(rootDir));
  const shared = new Float32Array(new SharedArrayBuffer(heightsOrthometricM.byteLength));
  shared.set(heightsOrthometricM);
  return shared;
});
