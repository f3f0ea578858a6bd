import { Command, Option } from 'commander';
import type { ArcCommand, CommandOption, OptionValues } from './arc-command';
import type { FrameWords } from './words';

export interface ProgramOutput {
  writeOut(text: string): void;
  writeErr(text: string): void;
}

/** Called with a parsed command line. */
export type CommandRunner = (
  command: ArcCommand,
  args: readonly string[],
  options: OptionValues,
) => Promise<void>;

/**
 * The command line `arc <noun> <verb>` over a list of commands.
 *
 * Never ends the process: help and wrong use come out of `parseAsync` as a CommanderError.
 */
export function buildProgram(
  commands: readonly ArcCommand[],
  words: FrameWords,
  output: ProgramOutput,
  run: CommandRunner,
): Command {
  const program = dressed(new Command('arc'), words, output).description(words.description);
  const nouns = new Map<string, Command>();
  for (const command of commands) {
    let noun = nouns.get(command.noun);
    if (noun === undefined) {
      const verbs = commands.filter((other) => other.noun === command.noun);
      noun = dressed(new Command(command.noun), words, output).description(
        verbs.map((other) => other.verb).join(', '),
      );
      nouns.set(command.noun, noun);
      program.addCommand(noun);
    }
    noun.addCommand(verbCommand(command, words, output, run));
  }
  return program;
}

function verbCommand(
  command: ArcCommand,
  words: FrameWords,
  output: ProgramOutput,
  run: CommandRunner,
): Command {
  const verb = dressed(new Command(command.verb), words, output)
    .description(command.summary)
    .allowExcessArguments(false);
  for (const { name, description, isOptional } of command.args) {
    verb.argument(isOptional === true ? `[${name}]` : `<${name}>`, description);
  }
  for (const option of command.options) verb.addOption(commanderOption(option));
  verb.option('--json', words.jsonOption).option('--debug', words.debugOption);
  verb.addHelpText('after', `\n${words.example}\n  ${command.example}`);
  verb.action(async (...parsed: unknown[]) => {
    const values = verb.opts<Record<string, string | boolean | string[] | undefined>>();
    const args = parsed
      .slice(0, command.args.length)
      .flat()
      .filter((value): value is string => typeof value === 'string');
    await run(command, args, values);
  });
  return verb;
}

function dressed(command: Command, words: FrameWords, output: ProgramOutput): Command {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': words.usage,
    'Arguments:': words.arguments,
    'Options:': words.options,
    'Commands:': words.commands,
  };
  return command
    .exitOverride()
    .configureOutput({ ...output, outputError: (text, write) => write(text) })
    .configureHelp({ styleTitle: (title) => titles[title] ?? title, helpWidth: 100 })
    .helpOption('-h, --help', words.helpOption)
    .helpCommand(false);
}

function commanderOption(option: CommandOption): Option {
  const made = new Option(option.flags, option.description);
  if (option.defaultValue !== undefined) made.default(option.defaultValue);
  if (option.isRequired === true) made.makeOptionMandatory();
  if (option.isRepeatable === true) {
    made.argParser((value: string, before: unknown) => [
      ...(Array.isArray(before) ? before : []),
      value,
    ]);
  }
  return made;
}
