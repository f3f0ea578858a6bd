import type { Progress } from '../io/progress';
import { durationText } from './duration-text';
import type { FrameWords } from './words';

export interface ProgressLinesOptions {
  readonly words: FrameWords;
  /** Whether a line can be drawn over: a terminal, not a file or a log. */
  readonly isTerminal: boolean;
  write(text: string): void;
  nowMs(): number;
}

/** Work shorter than this is not worth a line. */
const QUIET_MS = 2000;
const TERMINAL_STEP_MS = 200;
const LOG_STEP_MS = 5000;

interface Task {
  readonly startMs: number;
  shownMs: number;
  isShown: boolean;
}

/** Progress as lines with the time left: redrawn on a terminal, one every five seconds in a log. */
export class ProgressLines implements Progress {
  readonly #options: ProgressLinesOptions;
  readonly #tasks = new Map<string, Task>();
  #openWidth = 0;

  constructor(options: ProgressLinesOptions) {
    this.#options = options;
  }

  report(label: string, done: number, total: number): void {
    const now = this.#options.nowMs();
    const task = this.#tasks.get(label) ?? { startMs: now, shownMs: now, isShown: false };
    this.#tasks.set(label, task);
    const elapsedMs = now - task.startMs;
    if (done >= total) {
      this.#tasks.delete(label);
      if (task.isShown) this.#show(this.#doneLine(label, elapsedMs), true);
      return;
    }
    const stepMs = this.#options.isTerminal ? TERMINAL_STEP_MS : LOG_STEP_MS;
    if (elapsedMs < QUIET_MS || (task.isShown && now - task.shownMs < stepMs)) return;
    task.isShown = true;
    task.shownMs = now;
    this.#show(this.#workLine(label, done, total, elapsedMs), false);
  }

  /** Ends a line that was still being redrawn, so that what follows begins on its own. */
  finish(): void {
    if (this.#openWidth > 0) this.#options.write('\n');
    this.#openWidth = 0;
  }

  #workLine(label: string, done: number, total: number, elapsedMs: number): string {
    const percent = `${String(Math.floor((done / total) * 100)).padStart(3)} %`;
    if (done <= 0) return `${percent}  ${label}`;
    const leftMs = (elapsedMs / done) * (total - done);
    return `${percent}  ${label}  (${this.#options.words.remaining(durationText(leftMs))})`;
  }

  #doneLine(label: string, elapsedMs: number): string {
    return `100 %  ${label}  (${this.#options.words.took(durationText(elapsedMs))})`;
  }

  #show(line: string, isLast: boolean): void {
    if (!this.#options.isTerminal) {
      this.#options.write(`${line}\n`);
      return;
    }
    this.#options.write(`\r${line.padEnd(this.#openWidth)}${isLast ? '\n' : ''}`);
    this.#openWidth = isLast ? 0 : line.length;
  }
}
