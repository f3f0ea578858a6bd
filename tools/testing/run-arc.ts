import type { ArcCommand } from '../cli/arc-command';
import { type CliHost, type ExitCode, runCli } from '../cli/run-cli';

/** What a command line said and how it ended. */
export interface ArcRun {
  readonly exitCode: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line of `arc` in this process. */
export async function runArc(
  argv: readonly string[],
  commands: readonly ArcCommand[],
  host: Partial<CliHost> & Pick<CliHost, 'rootDir'>,
): Promise<ArcRun> {
  let out = '';
  let err = '';
  const exitCode = await runCli(argv, commands, {
    cwd: host.rootDir,
    locale: 'en',
    isTerminal: false,
    signal: new AbortController().signal,
    writeOut: (text) => {
      out += text;
    },
    writeErr: (text) => {
      err += text;
    },
    ...host,
  });
  return { exitCode, out, err };
}
