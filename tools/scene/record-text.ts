/** Width that the project's formatter keeps. */
const LINE_WIDTH_CHARS = 100;

/**
 * JSON as the project's formatter writes it: two spaces, objects always opened, short lists of
 * plain values on one line, a line feed at the end. Saving through it makes no noise in git.
 */
export function recordText(value: unknown): string {
  return `${valueText(value, 0, 0)}\n`;
}

/**
 * @param usedChars - what stands on the line before the value
 */
function valueText(value: unknown, depth: number, usedChars: number): string {
  if (Array.isArray(value)) return arrayText(value, depth, usedChars);
  if (typeof value === 'object' && value !== null) return objectText(value, depth);
  return JSON.stringify(value);
}

function objectText(value: object, depth: number): string {
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  if (entries.length === 0) return '{}';
  const indent = '  '.repeat(depth + 1);
  const lines = entries.map(([key, inner]) => {
    const head = `${indent}${JSON.stringify(key)}: `;
    return head + valueText(inner, depth + 1, head.length);
  });
  return `{\n${lines.join(',\n')}\n${'  '.repeat(depth)}}`;
}

function arrayText(value: readonly unknown[], depth: number, usedChars: number): string {
  if (value.length === 0) return '[]';
  const isNested = value.some((inner) => typeof inner === 'object' && inner !== null);
  const isListOfLists = value.length > 1 && value.every((inner) => Array.isArray(inner));
  if (!isNested || (!isListOfLists && value.every(Array.isArray))) {
    const oneLine = `[${value.map((inner) => valueText(inner, 0, 0)).join(', ')}]`;
    // One more column for the comma that may follow.
    if (!oneLine.includes('\n') && usedChars + oneLine.length + 1 <= LINE_WIDTH_CHARS) {
      return oneLine;
    }
  }
  const indent = '  '.repeat(depth + 1);
  const lines = isNumbers(value)
    ? filledLines(value, indent)
    : value.map((inner) => indent + valueText(inner, depth + 1, indent.length));
  return `[\n${lines.join(',\n')}\n${'  '.repeat(depth)}]`;
}

function isNumbers(value: readonly unknown[]): value is readonly number[] {
  return value.every((inner) => typeof inner === 'number');
}

/** Numbers in as few lines as they fit. */
function filledLines(values: readonly number[], indent: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const value of values) {
    const text = JSON.stringify(value);
    const grown = line === '' ? indent + text : `${line}, ${text}`;
    if (line !== '' && grown.length + 1 > LINE_WIDTH_CHARS) {
      lines.push(line);
      line = indent + text;
    } else line = grown;
  }
  return [...lines, line];
}
