/** Told by long work how far it is; how that is shown is the caller's business. */
export interface Progress {
  /**
   * @param label - what is being done, a short noun phrase
   * @param done - units finished so far
   * @param total - units in all, same unit as `done`
   */
  report(label: string, done: number, total: number): void;
}

/** Shows nothing: for tests and for work inside other work. */
export const SILENT_PROGRESS: Progress = { report: () => undefined };
