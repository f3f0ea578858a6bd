import type { ArcCommand, CommandOption } from './arc-command';

const HEAD = `# The command line

\`npx arc <noun> <verb>\` in a clone. Written from the commands themselves by
\`npx tsx tools/cli/write-help.ts\`; \`npx arc <noun> <verb> --help\` says the same.

Every verb takes \`--json\` (the result and nothing else) and \`--debug\` (errors with their stack).
It ends with 0 when all is well, 1 when data is at fault, 2 when it was called wrongly and 130 when
it was stopped. Nothing is ever left half-written.
`;

/** Where the written help lies, relative to the project. */
export const HELP_DOCUMENT_PATH = 'docs/cli.md';

/** The help of every command as one page. */
export function helpDocument(commands: readonly ArcCommand[]): string {
  return [HEAD, ...commands.map(section)].join('\n');
}

function section(command: ArcCommand): string {
  const args = command.args.map(({ name, isOptional }) =>
    isOptional === true ? `[${name}]` : `<${name}>`,
  );
  const rows = [
    ...command.args.map(({ description }, index) => [`\`${args[index]}\``, description]),
    ...command.options.map((option) => [`\`${option.flags}\``, optionText(option)]),
  ];
  const list = rows.map(([name, text]) => `- ${name}: ${text}`);
  return [
    `## arc ${command.noun} ${command.verb}`,
    '',
    `${sentence(command.summary)}`,
    '',
    '```',
    [`arc ${command.noun} ${command.verb}`, ...args, '[options]'].join(' '),
    command.example,
    '```',
    '',
    ...(list.length === 0 ? [] : [...list, '']),
  ].join('\n');
}

function optionText({
  description,
  defaultValue,
  isRequired,
  isRepeatable,
}: CommandOption): string {
  const notes = [
    ...(isRequired === true ? ['required'] : []),
    ...(isRepeatable === true ? ['may be given several times'] : []),
    ...(defaultValue === undefined ? [] : [`default: ${defaultValue}`]),
  ];
  return notes.length === 0 ? description : `${description} (${notes.join(', ')})`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`;
}
