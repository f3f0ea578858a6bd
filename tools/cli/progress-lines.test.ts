import { beforeEach, describe, expect, it } from 'vitest';
import { durationText } from './duration-text';
import { ProgressLines } from './progress-lines';
import { cliLocale, FRAME_WORDS } from './words';

let nowMs = 0;
let text = '';
const lines = (isTerminal: boolean) =>
  new ProgressLines({
    words: FRAME_WORDS.en,
    isTerminal,
    write: (more) => {
      text += more;
    },
    nowMs: () => nowMs,
  });

beforeEach(() => {
  nowMs = 0;
  text = '';
});

describe('ProgressLines', () => {
  it('says nothing about work under two seconds', () => {
    const progress = lines(false);
    progress.report('tiles', 0, 10);
    nowMs = 1900;
    progress.report('tiles', 9, 10);
    progress.report('tiles', 10, 10);
    expect(text).toBe('');
  });
  it('writes a plain line every five seconds, with the time left', () => {
    const progress = lines(false);
    for (nowMs = 0; nowMs < 10_000; nowMs += 500) progress.report('tiles', nowMs / 500, 20);
    progress.report('tiles', 20, 20);
    expect(text).toBe(
      ' 20 %  tiles  (about 8 s left)\n 70 %  tiles  (about 3 s left)\n100 %  tiles  (done in 10 s)\n',
    );
  });
  it('draws over its line on a terminal', () => {
    const progress = lines(true);
    progress.report('tiles', 0, 4);
    nowMs = 3000;
    progress.report('tiles', 1, 4);
    progress.finish();
    expect(text).toBe('\r 25 %  tiles  (about 9 s left)\n');
  });
});

describe('durationText', () => {
  it.each([
    [400, '0 s'],
    [65_000, '1 min 5 s'],
    [3_600_000, '1 h'],
    [3_780_000, '1 h 3 min'],
  ])('says %i ms as %s', (ms, said) => {
    expect(durationText(ms)).toBe(said);
  });
});

describe('cliLocale', () => {
  it.each([
    [{ LANG: 'vi_VN.UTF-8' }, 'vi'],
    [{ LC_ALL: 'en_US.UTF-8', LANG: 'vi_VN.UTF-8' }, 'en'],
    [{ LC_ALL: '', LANG: 'vi' }, 'vi'],
    [{ LANG: 'C' }, 'en'],
  ] as const)('reads %o as %s', (env, locale) => {
    expect(cliLocale(env, 'fr')).toBe(locale);
  });
  it('asks the system where the environment says nothing', () => {
    expect(cliLocale({}, 'vi-VN')).toBe('vi');
  });
});
