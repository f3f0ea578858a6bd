import { describe, expect, it } from 'vitest';
import { readingTimeS, sentenceAt, timedSentences } from './chapter-time';

const TEXT = 'Không xi măng. Một bờ ruộng chỉ sống được nếu năm nào cũng có người sửa!';

describe('readingTimeS', () => {
  it('gives a look first, then time to read aloud', () => {
    expect(readingTimeS(Array.from({ length: 140 }, () => 'chữ').join(' '))).toBeCloseTo(64, 5);
  });

  it('never hurries past a short one', () => {
    expect(readingTimeS('Hết.')).toBe(8);
  });
});

describe('timedSentences', () => {
  it('cuts where sentences end, and gives each its share', () => {
    const sentences = timedSentences(TEXT);
    expect(sentences.map(({ text }) => text)).toEqual([
      'Không xi măng.',
      'Một bờ ruộng chỉ sống được nếu năm nào cũng có người sửa!',
    ]);
    expect(sentences[0]?.fromRatio).toBe(0);
    expect(sentences[1]?.fromRatio).toBeCloseTo(14 / 71, 2);
  });

  it('loses no letter', () => {
    const joined = timedSentences(TEXT)
      .map(({ text }) => text)
      .join(' ');
    expect(joined).toBe(TEXT);
  });
});

describe('sentenceAt', () => {
  const sentences = timedSentences(TEXT);

  it.each([
    [0, 0],
    [0.19, 0],
    [0.21, 1],
    [1, 1],
  ])('at %f is sentence %i', (ratio, index) => {
    expect(sentenceAt(sentences, ratio)).toBe(index);
  });
});
