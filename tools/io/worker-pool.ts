import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';

/** How {@link runInWorkers} runs. */
export interface WorkerPoolOptions<Result> {
  /** Threads at most; as many as the machine has cores by default. */
  readonly threads?: number;
  readonly signal?: AbortSignal;
  /** Called for every result, in the order in which they come. */
  readonly onResult?: (result: Result, jobNumber: number) => void;
}

/** What a worker is given when it starts. */
interface WorkerStart {
  readonly script: string;
  readonly setup: unknown;
}

/** Threads that a pool takes where nobody says otherwise. */
export function defaultThreads(): number {
  return Math.max(1, Math.min(16, availableParallelism()));
}

/**
 * Runs jobs in worker threads, each thread one job at a time.
 *
 * @param script - a TypeScript module that calls {@link serveJobs}
 * @param setup - given once to every thread; shared memory stays shared
 * @param jobs - plain data each
 * @throws the first error of any job; the other threads are stopped
 */
export async function runInWorkers<Job, Result>(
  script: URL,
  setup: unknown,
  jobs: readonly Job[],
  options: WorkerPoolOptions<Result> = {},
): Promise<void> {
  if (jobs.length === 0) return;
  const threads = Math.min(options.threads ?? defaultThreads(), jobs.length);
  const queue = jobs.map((job, number) => ({ job, number }));
  const workers = Array.from({ length: threads }, () => startWorker(script, setup));
  try {
    await Promise.all(workers.map((worker) => drain(worker, queue, options)));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/**
 * The worker's side: answers every job of the pool that started this thread.
 *
 * @param prepare - called once with the pool's setup; gives what answers a job
 */
export function serveJobs<Setup, Job, Result>(
  prepare: (setup: Setup) => (job: Job) => Promise<Result> | Result,
): void {
  const port = parentPort;
  if (port === null) throw new TypeError('Expected to run in a worker thread.');
  const answer = prepare((workerData as WorkerStart).setup as Setup);
  port.on('message', (job: Job) => {
    void (async () => {
      port.postMessage(await answer(job));
    })();
  });
}

/** Starts a TypeScript module in a thread: through tsx, whatever runs the main thread. */
function startWorker(script: URL, setup: unknown): Worker {
  const start: WorkerStart = { script: script.href, setup };
  return new Worker(new URL('./worker-boot.mjs', import.meta.url), { workerData: start });
}

async function drain<Job, Result>(
  worker: Worker,
  queue: { job: Job; number: number }[],
  options: WorkerPoolOptions<Result>,
): Promise<void> {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    options.signal?.throwIfAborted();
    options.onResult?.(await ask<Job, Result>(worker, next.job), next.number);
  }
}

function ask<Job, Result>(worker: Worker, job: Job): Promise<Result> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      finish();
    };
    const onMessage = (result: Result) => settle(() => resolve(result));
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = (code: number) =>
      settle(() => reject(new Error(`A worker thread ended early (exit ${code}).`)));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(job);
  });
}
