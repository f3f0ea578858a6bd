import { ProjectError, UsageError } from '#core/errors';
import { problemBlock } from './problem-block';
import { cliLocale, FRAME_WORDS } from './words';

/** Says what went wrong in a script and sets the exit code: 2 wrong use, 1 anything else. */
export function exitWithProblem(error: unknown): void {
  if (error instanceof ProjectError) {
    console.error(problemBlock(error, FRAME_WORDS[cliLocale(process.env)]));
  } else {
    console.error(error);
  }
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
