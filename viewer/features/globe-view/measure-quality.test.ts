import { describe, expect, it } from 'vitest';
import { createFrameMeter, qualityOfFrameTime } from './measure-quality';

describe('qualityOfFrameTime', () => {
  it('draws less the slower frames are', () => {
    expect([10, 40, 150].map(qualityOfFrameTime)).toEqual(['full', 'balanced', 'lean']);
  });
});

describe('createFrameMeter', () => {
  it('answers after enough frames and leaves pauses out', () => {
    let nowMs = 0;
    const meter = createFrameMeter(() => nowMs);
    const answers: unknown[] = [];
    for (let frame = 0; frame < 30; frame++) {
      nowMs += frame === 10 ? 60_000 : 100;
      answers.push(meter());
    }
    expect(answers.filter((answer) => answer !== null)).toEqual(['lean']);
  });
});
