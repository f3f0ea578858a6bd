import { ProgressLines } from '../cli/progress-lines';
import { cliLocale, FRAME_WORDS } from '../cli/words';
import type { Progress } from '../io/progress';

/** Tells people how work in several steps goes on. */
export interface StepReport {
  readonly progress: Progress;
  print(line: string): void;
}

/** Runs a step and prints how long it took; a step that gives `false` was up to date. */
export async function runStep<T>(
  report: StepReport,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  const startMs = performance.now();
  const result = await work();
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  report.print(`${name.padEnd(16)} ${result === false ? 'up to date' : `${seconds} s`}`);
  return result;
}

/** Steps and progress on the console. */
export function consoleReport(): StepReport {
  const lines = new ProgressLines({
    words: FRAME_WORDS[cliLocale(process.env)],
    isTerminal: process.stderr.isTTY === true,
    write: (text) => process.stderr.write(text),
    nowMs: () => performance.now(),
  });
  return {
    progress: lines,
    print: (line) => {
      lines.finish();
      console.log(line);
    },
  };
}
