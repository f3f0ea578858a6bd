import { execFileSync } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readBytes, readText, removePath, walkFiles, writeInto } from '../../io/files';
import { isOnPath } from '../../io/run-captured';
import { narrationIssues } from '../../scene/check/narration';
import { readScene } from '../../scene/read-scene';
import { makeScene, type SceneFixture } from '../../scene/testing/scene-fixture';
import { soundLengthS } from '../../story/sound-length';
import { runArc } from '../../testing/run-arc';
import { folderFingerprint } from '../../testing/temp-project';
import { sceneCheckCommand } from './scene-check';
import { storySpeakCommand } from './story-speak';

const both = (vi: string, en: string) => ({ vi, en });
const VIEW = {
  ...{ lonDeg: 104, latDeg: 21, heightEllipsoidalM: 5000, headingDeg: 0, pitchDeg: -30 },
};
const STORY = {
  schemaVersion: 1,
  id: 'tale',
  title: both('Chuyện', 'A tale'),
  summary: both('Một chuyện.', 'A tale.'),
  provinceIds: ['lao-cai'],
  chapters: [
    {
      ...{ title: both('Một', 'One'), type: 'globe', view: VIEW },
      narration: both('Một quả đồi. Gió thổi.', 'A hill. The wind blows.'),
    },
    {
      ...{ title: both('Hai', 'Two'), type: 'globe', view: VIEW, placeId: 'lake' },
      narration: both('Một cái hồ.', 'A lake.'),
    },
  ],
  sources: [{ type: 'knowledge', id: 'own', title: 'Known', by: 'Test', date: '2026' }],
};

/** A speech program of the test's own: a tenth of a second of silence for every byte of text. */
const STAND_IN = `#!/bin/sh
text="$1"; out="$2"
[ -n "$3" ] && { echo "no such voice: $3" >&2; exit 3; }
exec "${process.execPath}" -e '
const fs = require("fs");
const n = 1600 * fs.readFileSync(process.argv[1]).length;
const head = Buffer.alloc(44);
head.write("RIFF"); head.writeUInt32LE(36 + n, 4); head.write("WAVEfmt ", 8);
head.writeUInt32LE(16, 16); head.writeUInt16LE(1, 20); head.writeUInt16LE(1, 22);
head.writeUInt32LE(8000, 24); head.writeUInt32LE(16000, 28);
head.writeUInt16LE(2, 32); head.writeUInt16LE(16, 34); head.write("data", 36);
head.writeUInt32LE(n, 40);
fs.writeFileSync(process.argv[2], Buffer.concat([head, Buffer.alloc(n)]));
' "$text" "$out"
`;

let scene: SceneFixture;
beforeEach(async () => {
  scene = await makeScene();
  await scene.write('stories/tale.json', STORY);
  const program = join(scene.rootDir, 'bin/stand-in-voice');
  await writeInto(program, STAND_IN);
  await chmod(program, 0o755);
  const shell = dirname(execFileSync('/bin/sh', ['-c', 'command -v sh']).toString().trim());
  vi.stubEnv('PATH', [join(scene.rootDir, 'bin'), shell === '.' ? '/bin' : shell].join(delimiter));
  vi.stubEnv('ARC_SPEECH_ENGINE', 'stand-in-voice {text} {out}');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await scene.remove();
});

const speak = (...argv: string[]) =>
  runArc(['story', 'speak', ...argv], [storySpeakCommand, sceneCheckCommand], {
    rootDir: scene.rootDir,
  });
const folder = () => join(scene.rootDir, 'narration/tale');
const sidecar = async (name: string) => JSON.parse(await readText(join(folder(), `${name}.json`)));

describe.skipIf(process.platform === 'win32')('arc story speak', () => {
  it('makes a sound, a sidecar and captions for every chapter and language', async () => {
    expect(await speak('tale')).toMatchObject({ exitCode: 0, err: '' });
    const names = ['01.en', '01.vi', '02.en', '02.vi'];
    const files = await walkFiles(folder());
    expect(files.filter((file) => file.endsWith('.vtt'))).toEqual(names.map((n) => `${n}.vtt`));
    const made = await sidecar('02.en');
    // "A lake." and a line feed: eight bytes, a tenth of a second each.
    expect(made).toMatchObject({ kind: 'synthetic', durationS: 0.8, locale: 'en', chapter: 2 });
    expect(await readText(join(folder(), '02.en.vtt'))).toContain(
      '00:00:00.000 --> 00:00:00.800\nA lake.\n',
    );
    expect(soundLengthS(await readBytes(join(folder(), made.file)))).toBeCloseTo(0.8, 1);
  });

  it('marks them as synthetic in the record, which stays valid', async () => {
    await speak('tale');
    const record = JSON.parse(await readText(join(scene.sceneDir, 'stories/tale.json')));
    expect(record.chapters[1].audio.en).toMatchObject({
      ...{ isSynthetic: true, captions: '02.en.vtt', durationS: 0.8 },
    });
    const check = await runArc(['scene', 'check'], [sceneCheckCommand], { rootDir: scene.rootDir });
    expect(check.exitCode).toBe(0);
  });

  it('makes the same bytes again, and speaks only what changed', async () => {
    await speak('tale');
    const before = await folderFingerprint(folder());
    expect((await speak('tale')).out).toContain('Spoke 0 narrations');
    const [chapter, ...others] = STORY.chapters;
    const narration = both('Một quả đồi. Gió thổi.', 'A hill. Rain falls.');
    await scene.write('stories/tale.json', {
      ...STORY,
      chapters: [{ ...chapter, narration }, ...others],
    });
    expect((await speak('tale')).out).toContain('Spoke 1 narrations');
    await scene.write('stories/tale.json', STORY);
    await speak('tale');
    expect(await folderFingerprint(folder())).toBe(before);
  });

  it('lets a recording win, and never writes over it', async () => {
    await speak('tale');
    const recording = Buffer.from('a voice in a format that is not read here');
    await writeInto(join(folder(), '01.vi.mp3'), recording);
    const { out } = await speak('tale');
    expect(out).toContain('recorded 1');
    expect(await readBytes(join(folder(), '01.vi.mp3'))).toEqual(recording);
    expect((await walkFiles(folder())).filter((file) => file.startsWith('01.vi'))).toEqual([
      ...['01.vi.json', '01.vi.mp3', '01.vi.vtt'],
    ]);
    const record = JSON.parse(await readText(join(scene.sceneDir, 'stories/tale.json')));
    expect(record.chapters[0].audio.vi).toMatchObject({ file: '01.vi.mp3', isSynthetic: false });
  });

  it('is found stale or missing by a strict check', async () => {
    await speak('tale');
    const faults = async () => {
      const { issues } = await narrationIssues(await readScene(scene.sceneDir));
      return issues.map(({ code, path }) => `${code} ${path}`);
    };
    expect(await faults()).toEqual([]);
    const file = join(scene.sceneDir, 'stories/tale.json');
    await writeInto(file, (await readText(file)).replace('A lake.', 'A pond.'));
    await removePath(join(folder(), '01.vi.vtt'));
    expect(await faults()).toEqual([
      'scene-narration-missing $.chapters[0].audio.vi',
      'scene-narration-stale $.chapters[1].audio.en',
    ]);
  });

  it('writes captions even where there is no engine, and says so', async () => {
    const { exitCode, err } = await speak('tale', '--engine', 'no-such-voice {text} {out}');
    expect(exitCode).toBe(1);
    expect(err).toContain('speech-engine-missing');
    expect(await walkFiles(folder())).toEqual(['01.en.vtt', '01.vi.vtt', '02.en.vtt', '02.vi.vtt']);
  });

  it.each([
    [
      'an engine that fails, with its words',
      'stand-in-voice {text} {out} elf',
      1,
      'no such voice: elf',
    ],
    ['an engine that stays silent', 'true {text} {out}', 1, 'speech-engine-silent'],
    ['a command without its places', 'stand-in-voice {text}', 2, 'usage-engine'],
  ])('refuses %s', async (_what, engine, code, words) => {
    const { exitCode, err } = await speak('tale', '--engine', engine);
    expect(exitCode).toBe(code);
    expect(err).toContain(words);
  });

  it('names the stories that there are', async () => {
    const { exitCode, err } = await speak('tail');
    expect({ exitCode, isNamed: err.includes('story-unknown') && err.includes('tale') }).toEqual({
      exitCode: 1,
      isNamed: true,
    });
  });
});

const REAL_PATH = process.env['PATH'] ?? '';
const hasEspeak = await isOnPath('espeak-ng');
if (!hasEspeak) console.info('skipped: espeak-ng is not installed');

describe.skipIf(!hasEspeak)('arc story speak with espeak-ng', () => {
  it('reads both languages aloud, the same in every run', async () => {
    vi.stubEnv('PATH', REAL_PATH);
    vi.stubEnv('ARC_SPEECH_ENGINE', undefined);
    expect(await speak('tale')).toMatchObject({ exitCode: 0 });
    const first = await folderFingerprint(folder());
    for (const name of ['01.vi', '01.en']) {
      const { file, durationS } = await sidecar(name);
      expect(durationS).toBeGreaterThan(1);
      expect(durationS).toBeLessThan(6);
      expect((await readBytes(join(folder(), file))).length).toBeGreaterThan(2000);
    }
    await removePath(folder());
    await speak('tale');
    expect(await folderFingerprint(folder())).toBe(first);
  });
});
