import { err, ok, type Result } from '#core/result';

/** Where a text stops being JSON. */
export interface JsonFault {
  readonly code: 'scene-json-syntax' | 'scene-json-repeated-key' | 'scene-json-too-deep';
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 units. */
  readonly column: number;
  readonly expected: string;
  readonly found: string;
}

const MAX_DEPTH = 64;
const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y;
const WORD = /(?:true|false|null)(?!\w)/y;

/**
 * Reads JSON and says exactly where it is broken; a key that appears twice in one object is a
 * fault too, because the first value would silently be lost.
 */
export function parseJsonText(text: string): Result<unknown, JsonFault> {
  try {
    scan(new Scanner(text));
  } catch (error) {
    if (error instanceof ScanFault) return err(error.fault);
    throw error;
  }
  return ok(JSON.parse(text));
}

class ScanFault extends Error {
  readonly fault: JsonFault;
  constructor(fault: JsonFault) {
    super(fault.code);
    this.fault = fault;
  }
}

class Scanner {
  offset = 0;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get next(): string {
    return this.text[this.offset] ?? '';
  }

  /** Skips what a pattern matches here and gives it back; null where it does not match. */
  take(pattern: RegExp): string | null {
    pattern.lastIndex = this.offset;
    const match = pattern.exec(this.text);
    if (match === null) return null;
    this.offset += match[0].length;
    return match[0];
  }

  takeChar(char: string): boolean {
    if (this.next !== char) return false;
    this.offset += 1;
    return true;
  }

  fail(expected: string, code: JsonFault['code'] = 'scene-json-syntax', at = this.offset): never {
    const before = this.text.slice(0, at);
    const found =
      at >= this.text.length ? 'the end of the file' : JSON.stringify(this.text.slice(at, at + 12));
    throw new ScanFault({
      code,
      line: before.split('\n').length,
      column: at - before.lastIndexOf('\n'),
      expected,
      found,
    });
  }
}

function scan(scanner: Scanner): void {
  scanValue(scanner, 0);
  scanner.take(SPACE);
  if (scanner.next !== '') scanner.fail('the end of the file');
}

function scanValue(scanner: Scanner, depth: number): void {
  scanner.take(SPACE);
  if (depth > MAX_DEPTH) {
    scanner.fail(`at most ${MAX_DEPTH} levels of brackets`, 'scene-json-too-deep');
  }
  if (scanner.takeChar('{')) scanObject(scanner, depth);
  else if (scanner.takeChar('[')) scanArray(scanner, depth);
  else if (scanner.next === '"') {
    if (scanner.take(STRING) === null) scanner.fail('a string that ends on its line');
  } else if (scanner.take(NUMBER) === null && scanner.take(WORD) === null) scanner.fail('a value');
}

function scanObject(scanner: Scanner, depth: number): void {
  const keys = new Set<string>();
  scanner.take(SPACE);
  if (scanner.takeChar('}')) return;
  do {
    scanner.take(SPACE);
    scanKey(scanner, keys);
    scanner.take(SPACE);
    if (!scanner.takeChar(':')) scanner.fail('":"');
    scanValue(scanner, depth + 1);
    scanner.take(SPACE);
  } while (scanner.takeChar(','));
  if (!scanner.takeChar('}')) scanner.fail('"," or "}"');
}

function scanKey(scanner: Scanner, keys: Set<string>): void {
  const start = scanner.offset;
  const text = scanner.take(STRING);
  if (text === null) scanner.fail('a key in double quotes');
  const key: unknown = JSON.parse(text);
  if (keys.has(String(key))) {
    scanner.fail('each key once in an object', 'scene-json-repeated-key', start);
  }
  keys.add(String(key));
}

function scanArray(scanner: Scanner, depth: number): void {
  scanner.take(SPACE);
  if (scanner.takeChar(']')) return;
  do {
    scanValue(scanner, depth + 1);
    scanner.take(SPACE);
  } while (scanner.takeChar(','));
  if (!scanner.takeChar(']')) scanner.fail('"," or "]"');
}
