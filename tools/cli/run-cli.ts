import { CommanderError } from 'commander';
import { ProjectError, UsageError } from '#core/errors';
import { SILENT_PROGRESS } from '../io/progress';
import type { ArcCommand, CommandContext } from './arc-command';
import { buildProgram } from './build-program';
import { problemBlock } from './problem-block';
import { ProgressLines } from './progress-lines';
import { type CliLocale, FRAME_WORDS, type FrameWords } from './words';

/** Everything of the outside that the command line touches. */
export interface CliHost {
  readonly rootDir: string;
  readonly cwd: string;
  readonly locale: CliLocale;
  readonly isTerminal: boolean;
  readonly signal: AbortSignal;
  writeOut(text: string): void;
  writeErr(text: string): void;
}

/** Fine, data at fault, wrong use, stopped by the user. */
export type ExitCode = 0 | 1 | 2 | 130;

/**
 * Runs one command line of `arc`.
 *
 * @param argv - what follows `arc`
 * @returns exit code; everything to say was written through `host`
 */
export async function runCli(
  argv: readonly string[],
  commands: readonly ArcCommand[],
  host: CliHost,
): Promise<ExitCode> {
  const words = FRAME_WORDS[host.locale];
  const program = buildProgram(commands, words, host, async (command, args, options) => {
    await runCommand(command, args, options, host, words);
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return 0;
  } catch (error) {
    return explain(error, argv, host, words);
  }
}

async function runCommand(
  command: ArcCommand,
  args: Parameters<ArcCommand['run']>[0],
  options: Parameters<ArcCommand['run']>[1],
  host: CliHost,
  words: FrameWords,
): Promise<void> {
  const isJson = options['json'] === true;
  const lines = new ProgressLines({
    words,
    isTerminal: host.isTerminal,
    write: host.writeErr,
    nowMs: () => performance.now(),
  });
  const context: CommandContext = {
    rootDir: host.rootDir,
    cwd: host.cwd,
    progress: isJson ? SILENT_PROGRESS : lines,
    print: (line) => {
      if (isJson) return;
      lines.finish();
      host.writeOut(`${line}\n`);
    },
    signal: host.signal,
  };
  try {
    const result = await command.run(args, options, context);
    if (isJson) host.writeOut(`${JSON.stringify(result ?? null, null, 2)}\n`);
  } finally {
    lines.finish();
  }
}

/** Says what went wrong, in the form asked for, and how that counts. */
function explain(
  error: unknown,
  argv: readonly string[],
  host: CliHost,
  words: FrameWords,
): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const isDebug = argv.includes('--debug');
  if (host.signal.aborted && isAbort(error)) {
    host.writeErr(`${words.stopped}\n`);
    return 130;
  }
  if (isDebug) host.writeErr(`${stackOf(error)}\n`);
  if (argv.includes('--json')) {
    host.writeOut(`${JSON.stringify({ error: errorData(error) }, null, 2)}\n`);
  } else if (error instanceof ProjectError) {
    host.writeErr(`${problemBlock(error, words)}\n`);
  } else {
    host.writeErr(`${words.problem}: ${error instanceof Error ? error.message : error}\n`);
    host.writeErr(`  ${words.internal}\n`);
  }
  if (!(error instanceof UsageError)) return 1;
  host.writeErr(`${words.seeHelp(`arc ${argv.slice(0, 2).join(' ')}`)}\n`);
  return 2;
}

function errorData(error: unknown): Record<string, unknown> {
  if (error instanceof ProjectError) return { code: error.code, ...error.details };
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** The error and its causes, each with its stack. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined ? own : `${own}\ncaused by ${stackOf(error.cause)}`;
}
