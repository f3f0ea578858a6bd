import type { Worker } from 'node:worker_threads';
import { askWorker, startWorker } from './worker-pool';

/** How a {@link WorkerService} runs. */
export interface WorkerServiceOptions {
  readonly threads: number;
  /** Jobs that may wait; more are refused. */
  readonly queueLimit: number;
}

interface Waiting<Job, Result> {
  readonly job: Job;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (result: Result | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** Threads that stay and answer jobs as they come, the newest first: it is looked at now. */
export class WorkerService<Job, Result> {
  readonly #idle: Worker[];
  readonly #all: readonly Worker[];
  readonly #queueLimit: number;
  readonly #waiting: Waiting<Job, Result>[] = [];

  /**
   * @param script - a TypeScript module that calls `serveJobs`
   * @param setup - given once to every thread; shared memory stays shared
   */
  constructor(script: URL, setup: unknown, options: WorkerServiceOptions) {
    this.#all = Array.from({ length: options.threads }, () => startWorker(script, setup));
    for (const worker of this.#all) worker.unref();
    this.#idle = [...this.#all];
    this.#queueLimit = options.queueLimit;
  }

  /**
   * Has a job done.
   *
   * @param signal - gives up a job that still waits; one that runs is finished
   * @returns `undefined` if it was given up, or refused because too many wait already
   * @throws what the job throws
   */
  ask(job: Job, signal?: AbortSignal): Promise<Result | undefined> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) return resolve(undefined);
      // The oldest has waited longest and is looked at least.
      if (this.#waiting.length >= this.#queueLimit) this.#waiting.shift()?.resolve(undefined);
      this.#waiting.push({ job, signal, resolve, reject });
      signal?.addEventListener('abort', () => this.#giveUp(resolve), { once: true });
      this.#next();
    });
  }

  /** Ends the threads; what waits is given up. */
  async close(): Promise<void> {
    for (const { resolve } of this.#waiting.splice(0)) resolve(undefined);
    await Promise.all(this.#all.map((worker) => worker.terminate()));
  }

  #giveUp(resolve: (result: Result | undefined) => void): void {
    const at = this.#waiting.findIndex((waiting) => waiting.resolve === resolve);
    if (at >= 0) this.#waiting.splice(at, 1);
    resolve(undefined);
  }

  #next(): void {
    const worker = this.#idle.pop();
    if (worker === undefined) return;
    const next = this.#waiting.pop();
    if (next === undefined) {
      this.#idle.push(worker);
      return;
    }
    worker.ref();
    askWorker<Job, Result>(worker, next.job)
      .then(next.resolve, next.reject)
      .finally(() => {
        worker.unref();
        this.#idle.push(worker);
        this.#next();
      });
  }
}
