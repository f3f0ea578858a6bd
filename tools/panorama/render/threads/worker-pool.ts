import { Worker } from 'node:worker_threads';
import type { Job, WorkerBirth, WorkerMessage } from './messages';

/** Threads that take jobs from one queue. */
export interface WorkerPool {
  /** Tells every worker something, before the next jobs. */
  tell(message: Exclude<WorkerMessage, { kind: 'job' }>): void;
  /**
   * Does all jobs; their order and who does them leave no trace in the result.
   *
   * @param onDone - called with the number of jobs finished
   * @throws AbortError when the signal fires
   */
  run(jobs: readonly Job[], onDone: (done: number) => void, signal?: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** Starts workers on a birth message; its typed arrays must stand on shared memory. */
export function createWorkerPool(count: number, birth: WorkerBirth): WorkerPool {
  const entry = new URL('./render-worker-entry.mjs', import.meta.url);
  const workers = Array.from({ length: count }, () => new Worker(entry, { workerData: birth }));
  return {
    tell: (message) => {
      for (const worker of workers) worker.postMessage(message);
    },
    run: (jobs, onDone, signal) => runJobs(workers, jobs, onDone, signal),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function runJobs(
  workers: readonly Worker[],
  jobs: readonly Job[],
  onDone: (done: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  if (jobs.length === 0) return Promise.resolve();
  const listeners: (() => void)[] = [];
  const work = new Promise<void>((resolve, reject) => {
    let next = 0;
    let done = 0;
    const give = (worker: Worker): void => {
      const job = jobs[next++];
      if (job) worker.postMessage({ kind: 'job', job } satisfies WorkerMessage);
    };
    const onAbort = () => reject(signal?.reason);
    signal?.addEventListener('abort', onAbort);
    listeners.push(() => signal?.removeEventListener('abort', onAbort));
    if (signal?.aborted) reject(signal.reason);
    for (const worker of workers) {
      const onMessage = () => {
        onDone(++done);
        if (done === jobs.length) resolve();
        else give(worker);
      };
      worker.on('message', onMessage);
      worker.on('error', reject);
      listeners.push(() => worker.off('message', onMessage).off('error', reject));
      give(worker);
    }
  });
  return work.finally(() => {
    for (const stop of listeners) stop();
  });
}
