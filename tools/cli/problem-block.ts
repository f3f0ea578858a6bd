import type { ProjectError } from '#core/errors';
import type { FrameWords } from './words';

/** A problem as one block that a person can act on: code, where, expected, found, what to do. */
export function problemBlock(error: ProjectError, words: FrameWords): string {
  const { file, path, expected, found, fix } = error.details;
  const rows = [
    [words.file, file],
    [words.place, path],
    [words.expected, expected],
    [words.found, found],
    [words.fix, fix],
  ].filter((row): row is [string, string] => row[1] !== undefined && row[1] !== '');
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, text]) => `  ${name.padEnd(width)}  ${indented(text, width)}`);
  return [`${words.problem} ${error.code}`, ...lines].join('\n');
}

/** Later lines of a text stand under its first. */
function indented(text: string, width: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(width + 4)}`);
}
