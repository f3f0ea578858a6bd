import { describe, expect, it } from 'vitest';
import { simplifiedLine, stretchesInBox } from './line-shape';

describe('simplifiedLine', () => {
  it('leaves out what lies within the tolerance and keeps what does not', () => {
    // 0.0003 degrees are 33 m, 0.01 degrees 1.1 km.
    const line = [
      [104, 21],
      [104.1, 21.0003],
      [104.2, 21.01],
      [104.3, 21],
    ] as const;
    expect(simplifiedLine(line, 700)).toEqual([line[0], line[2], line[3]]);
    expect(simplifiedLine(line, 5000)).toEqual([line[0], line[3]]);
  });
});

describe('stretchesInBox', () => {
  it('cuts a line where it leaves the box', () => {
    const box = { westDeg: 103, southDeg: 20, eastDeg: 104, northDeg: 22 };
    const line = [
      [103.1, 21],
      [103.2, 21],
      [104.5, 21],
      [103.9, 21],
      [103.8, 21],
    ] as const;
    expect(stretchesInBox(line, box)).toEqual([line.slice(0, 2), line.slice(3)]);
  });
});
