import type { Progress } from '../io/progress';

/** What a command gets from the shell it runs in. */
export interface CommandContext {
  /** Root of the project (where package.json is), absolute. */
  readonly rootDir: string;
  /** Folder the user stands in: relative paths in arguments start here. */
  readonly cwd: string;
  readonly progress: Progress;
  /** Prints one line for people (standard output; silent with --json). */
  print(line: string): void;
  readonly signal: AbortSignal;
}

/** A flag such as `--dem <file>`; `isRepeatable` collects into an array. */
export interface CommandOption {
  readonly flags: string;
  readonly description: string;
  readonly defaultValue?: string | boolean;
  readonly isRequired?: boolean;
  readonly isRepeatable?: boolean;
}

/** Parsed flags by camel-case name: strings, booleans or arrays of strings, never converted. */
export type OptionValues = Readonly<
  Record<string, string | boolean | readonly string[] | undefined>
>;

/**
 * One verb of `arc`: it parses its own option values, calls one library function and prints.
 * What `run` returns is printed by `--json`. Bad input throws a ProjectError.
 */
export interface ArcCommand {
  readonly noun: string;
  readonly verb: string;
  readonly summary: string;
  /** A whole command line that works in a clone. */
  readonly example: string;
  readonly args: readonly {
    readonly name: string;
    readonly description: string;
    readonly isOptional?: boolean;
  }[];
  readonly options: readonly CommandOption[];
  run(args: readonly string[], options: OptionValues, context: CommandContext): Promise<unknown>;
}
