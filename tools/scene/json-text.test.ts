import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsonText } from './json-text';

function faultOf(text: string) {
  const parsed = parseJsonText(text);
  return parsed.ok ? null : parsed.error;
}

describe('parseJsonText', () => {
  it.each([
    ['{"a": }', 1, 7, 'a value', '"}"'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, '"," or "}"', '"\\"b\\": 2\\n}"'],
    ['{"a": 1,}', 1, 9, 'a key in double quotes', '"}"'],
    ['[1, 2', 1, 6, '"," or "]"', 'the end of the file'],
    ['{"a": tru}', 1, 7, 'a value', '"tru}"'],
    ['{"a": 01}', 1, 7, 'a value', '"01}"'],
    ["{'a': 1}", 1, 2, 'a key in double quotes', '"\'a\': 1}"'],
    ['{"a": "one\ntwo"}', 1, 7, 'a string that ends on its line', '"\\"one\\ntwo\\"}"'],
    ['{} {}', 1, 4, 'the end of the file', '"{}"'],
    ['', 1, 1, 'a value', 'the end of the file'],
    ['\ufeff{}', 1, 1, 'a value', '"\ufeff{}"'],
  ])('finds where %j breaks', (text, line, column, expected, found) => {
    expect(faultOf(text)).toEqual({ code: 'scene-json-syntax', line, column, expected, found });
  });

  it('refuses a key that comes twice in one object', () => {
    expect(faultOf('{\n  "a": 1,\n  "\\u0061": 2\n}')).toMatchObject({
      code: 'scene-json-repeated-key',
      line: 3,
      column: 3,
    });
  });

  it('refuses brackets without end instead of running out of stack', () => {
    expect(faultOf('['.repeat(100_000))?.code).toBe('scene-json-too-deep');
  });

  it('reads what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value, null, 2);
        expect(parseJsonText(text)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
      { seed: 21, numRuns: 200 },
    );
  });

  it('agrees with JSON.parse on every spoilt text', () => {
    const good = '{"a":[1,-2.5e3,"x\\n",true,null],"b":{"c":""}}';
    fc.assert(
      fc.property(
        fc.nat(good.length - 1),
        fc.constantFrom('', '{', ']', ',', '"', '0', ' ', 't', '\\', ':'),
        (at, put) => {
          const text = good.slice(0, at) + put + good.slice(at + 1);
          const parsed = parseJsonText(text);
          const isRepeated = !parsed.ok && parsed.error.code === 'scene-json-repeated-key';
          expect(parsed.ok || isRepeated).toBe(isJson(text));
        },
      ),
      { seed: 21, numRuns: 400 },
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
