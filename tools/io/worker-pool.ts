import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { type PlainProblem, plainProblem, problemFromPlain } from './plain-problem';

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
  const queue: JobQueue<Job> = { jobs, next: 0 };
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
      try {
        port.postMessage({ result: await answer(job) } satisfies Answer<Result>);
      } catch (error) {
        port.postMessage({ problem: plainProblem(error) } satisfies Answer<Result>);
      }
    })();
  });
}

/** Jobs and the number of the one that comes next. */
interface JobQueue<Job> {
  readonly jobs: readonly Job[];
  next: number;
}

/** What a thread says to a job. */
type Answer<Result> = { readonly result: Result } | { readonly problem: PlainProblem };

/** Starts a TypeScript module in a thread: through tsx, whatever runs the main thread. */
export function startWorker(script: URL, setup: unknown): Worker {
  const start: WorkerStart = { script: script.href, setup };
  return new Worker(new URL('./worker-boot.mjs', import.meta.url), { workerData: start });
}

async function drain<Job, Result>(
  worker: Worker,
  queue: JobQueue<Job>,
  options: WorkerPoolOptions<Result>,
): Promise<void> {
  while (queue.next < queue.jobs.length) {
    options.signal?.throwIfAborted();
    const number = queue.next++;
    options.onResult?.(await askWorker<Job, Result>(worker, queue.jobs[number] as Job), number);
  }
}

/** Sends one job to a thread that has none and waits for its answer. */
export function askWorker<Job, Result>(worker: Worker, job: Job): Promise<Result> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      finish();
    };
    const onMessage = (answer: Answer<Result>) =>
      settle(() => {
        if ('problem' in answer) reject(problemFromPlain(answer.problem));
        else resolve(answer.result);
      });
    const onError = (error: Error) => settle(() => reject(error));
    const onExit = (code: number) =>
      settle(() => reject(new Error(`A worker thread ended early (exit ${code}).`)));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(job);
  });
}
