import { AssetError, UsageError } from '#core/errors';
import { readBytes } from '../io/files';
import { isOnPath, runCaptured } from '../io/run-captured';
import { soundLengthS } from './sound-length';

/** Reads with espeak-ng's own rules; 145 words a minute is calm. */
export const DEFAULT_ENGINE = 'espeak-ng -v {voice} -s 145 -w {out} -f {text}';

/** Names by which the default engine knows the languages. */
export const VOICES = { vi: 'vi', en: 'en-gb' } as const;

/** A program that turns a text file into a WAV file. */
export interface SpeechEngine {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** Makes small files of large ones; in the order in which they are looked for. */
const ENCODERS = [
  {
    program: 'opusenc',
    extension: 'ogg',
    args: (from: string, to: string) => [
      ...['--quiet', '--serial', '1', '--speech', '--bitrate', '28', '--downmix-mono'],
      ...['--comment', 'DESCRIPTION=Synthetic voice', from, to],
    ],
  },
  {
    program: 'ffmpeg',
    extension: 'ogg',
    args: (from: string, to: string) => [
      ...['-y', '-loglevel', 'error', '-i', from, '-map_metadata', '-1', '-bitexact', '-ac', '1'],
      ...['-c:a', 'libopus', '-b:a', '28k', '-metadata', 'description=Synthetic voice', to],
    ],
  },
  {
    program: 'lame',
    extension: 'mp3',
    args: (from: string, to: string) => [
      ...['--quiet', '-m', 'm', '-b', '48', '--tc', 'Synthetic voice', from, to],
    ],
  },
] as const;

export type Encoder = (typeof ENCODERS)[number];

/**
 * Reads the command line of an engine: words, quotes around words with spaces, and the places
 * `{text}`, `{out}` and, if wanted, `{voice}`.
 *
 * @throws UsageError `usage-engine` where `{text}` or `{out}` is missing
 */
export function parseEngine(command: string, env: NodeJS.ProcessEnv): SpeechEngine {
  const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, plain]) => double ?? single ?? plain ?? '',
  );
  const [program, ...args] = words;
  const hasPlaces = ['{text}', '{out}'].every((place) => args.some((arg) => arg.includes(place)));
  if (program !== undefined && hasPlaces) return { program, args, env };
  throw new UsageError('usage-engine', {
    path: '--engine',
    expected: 'a command with {text} (a text file) and {out} (the WAV file to write)',
    found: JSON.stringify(command),
    fix: `Write for example --engine "${DEFAULT_ENGINE}".`,
  });
}

/** Whether an engine's program is there to be started. */
export async function hasEngine({ program, env }: SpeechEngine): Promise<boolean> {
  return program.includes('/') || (await isOnPath(program, env));
}

/** No voice to speak with; captions were made all the same. */
export function engineMissing({ program }: SpeechEngine): AssetError {
  return new AssetError('speech-engine-missing', {
    path: '--engine',
    expected: `the speech program ${program} on the PATH`,
    found: 'no such program; captions were written, sound was not',
    fix: 'Install espeak-ng, name another program with --engine, or put recordings in the folder.',
  });
}

/**
 * Reads a text file aloud into a WAV file.
 *
 * @throws AssetError `speech-engine-missing`, `speech-engine-failed` or `speech-engine-silent`
 */
export async function speak(
  engine: SpeechEngine,
  textFile: string,
  wavFile: string,
  voice: string,
): Promise<void> {
  const places = { '{text}': textFile, '{out}': wavFile, '{voice}': voice };
  const args = engine.args.map((arg) =>
    Object.entries(places).reduce((filled, [place, value]) => filled.replace(place, value), arg),
  );
  const run = await runCaptured(engine.program, args, engine.env);
  if (run === null) throw engineMissing(engine);
  if (run.exitCode !== 0) throw engineFailed(engine.program, run.exitCode, run.output);
  const bytes = await readBytes(wavFile).catch(() => Buffer.alloc(0));
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && soundLengthS(bytes) !== null) return;
  throw new AssetError('speech-engine-silent', {
    file: textFile,
    expected: 'a WAV file with sound in it',
    found: bytes.length === 0 ? 'no file' : 'something else',
    fix: `Let ${engine.program} write WAV to {out}; try it by hand.`,
  });
}

/** The first encoder that is there; null where there is none. */
export async function findEncoder(env: NodeJS.ProcessEnv): Promise<Encoder | null> {
  for (const encoder of ENCODERS) if (await isOnPath(encoder.program, env)) return encoder;
  return null;
}

/** @throws AssetError `speech-engine-failed` */
export async function encode(
  encoder: Encoder,
  from: string,
  to: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const run = await runCaptured(encoder.program, encoder.args(from, to), env);
  if (run?.exitCode !== 0) {
    throw engineFailed(encoder.program, run?.exitCode ?? 1, run?.output ?? 'not found');
  }
}

function engineFailed(program: string, exitCode: number, output: string): AssetError {
  return new AssetError('speech-engine-failed', {
    path: program,
    expected: 'exit code 0',
    found: `${exitCode}${output === '' ? '' : `: ${output.slice(-300)}`}`,
    fix: 'Run it by hand and mend what it says; --engine names another program.',
  });
}
