import { describe, expect, it } from 'vitest';
import { recordText } from './record-text';

describe('recordText', () => {
  it('opens objects, keeps short lists on a line and puts one vertex on each line', () => {
    const record = {
      id: 'x',
      ids: ['a', 'b'],
      none: [],
      empty: {},
      gone: undefined,
      list: [{ a: 1 }],
      line: [
        [104.5, 21],
        [104.25, 21.5],
      ],
    };
    expect(recordText(record)).toBe(`{
  "id": "x",
  "ids": ["a", "b"],
  "none": [],
  "empty": {},
  "list": [
    {
      "a": 1
    }
  ],
  "line": [
    [104.5, 21],
    [104.25, 21.5]
  ]
}
`);
  });

  it('breaks a list that is wider than 100 columns', () => {
    const words = Array.from({ length: 12 }, (_, at) => `word-number-${at}`);
    const lines = recordText({ words }).split('\n');
    expect(lines).toHaveLength(17);
    expect(lines[2]).toBe('    "word-number-0",');
  });
});
