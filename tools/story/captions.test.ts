import { describe, expect, it } from 'vitest';
import { cuesOf, estimatedDurationS, webVtt } from './captions';

const TEXT =
  'Đỉnh cao 3.147,3 m. Sương chưa tan! Hãy nhìn con đường dưới kia, chiếc xe đạp, và những người đã đẩy nó qua đèo trong đêm tối ấy.';

describe('cuesOf', () => {
  it('has a cue for each sentence, parts long ones at a pause and keeps numbers whole', () => {
    expect(cuesOf(TEXT, 12).map(({ text }) => text)).toEqual([
      'Đỉnh cao 3.147,3 m.',
      'Sương chưa tan!',
      'Hãy nhìn con đường dưới kia, chiếc xe đạp,',
      'và những người đã đẩy nó qua đèo trong đêm tối ấy.',
    ]);
  });
  it('fills the time without gap or overlap, longer for more words', () => {
    const cues = cuesOf(TEXT, 12);
    expect(cues[0]?.startS).toBe(0);
    expect(cues.at(-1)?.endS).toBeCloseTo(12, 9);
    for (const [at, cue] of cues.entries()) {
      expect(cue.endS).toBeGreaterThan(cue.startS);
      if (at > 0) expect(cue.startS).toBe(cues[at - 1]?.endS);
    }
  });
  it('loses no word', () => {
    expect(
      cuesOf(TEXT, 5)
        .map(({ text }) => text)
        .join(' '),
    ).toBe(TEXT);
  });
});

describe('estimatedDurationS', () => {
  it('is a second at least, and grows with the text', () => {
    expect(estimatedDurationS('Ừ.', 'vi')).toBe(1);
    expect(estimatedDurationS(TEXT, 'vi')).toBeGreaterThan(8);
  });
});

describe('webVtt', () => {
  it('is written as the standard says, with marks escaped', () => {
    const vtt = webVtt([{ startS: 0, endS: 3661.25, text: 'Chè & <xôi>' }], 'a test');
    expect(vtt).toBe(
      'WEBVTT\n\nNOTE a test\n\n1\n00:00:00.000 --> 01:01:01.250\nChè &amp; &lt;xôi>\n',
    );
  });
});
