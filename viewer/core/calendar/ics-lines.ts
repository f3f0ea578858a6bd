/** Longest line that RFC 5545 allows, in octets of UTF-8, its line end not counted. */
const LINE_MAX_OCTETS = 75;

/** A text as a property's value: commas, semicolons, backslashes and line feeds escaped. */
export function icsText(text: string): string {
  return text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r?\n/g, '\\n');
}

/**
 * Content lines as a calendar file carries them: CRLF at each end, long ones folded with a space,
 * never inside a character.
 *
 * @see RFC 5545, section 3.1
 */
export function icsFile(lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const character of line) {
    const size = utf8Octets(character);
    if (octets + size > LINE_MAX_OCTETS) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}

/** Octets of one character in UTF-8. */
function utf8Octets(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
