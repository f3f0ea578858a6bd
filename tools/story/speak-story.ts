import { extname, join } from 'node:path';
import { SceneError } from '#core/errors';
import type { NarrationAudio, Story } from '#scene';
import { writeFileAtomic } from '../io/atomic';
import { sha256Hex } from '../io/content-hash';
import { copyInto, fileFacts, makeFolder, readBytes, readText, removePath } from '../io/files';
import type { Progress } from '../io/progress';
import { makeTempFolder } from '../io/temp-folder';
import { readScene, recordsOf } from '../scene/read-scene';
import { recordText } from '../scene/record-text';
import { cuesOf, estimatedDurationS, webVtt } from './captions';
import {
  NARRATION_LOCALES,
  type NarrationLocale,
  type NarrationSidecar,
  narrationDirOf,
  narrationName,
  readSidecar,
  recordedSound,
} from './narration-files';
import { soundLengthS } from './sound-length';
import {
  type Encoder,
  encode,
  engineMissing,
  findEncoder,
  hasEngine,
  type SpeechEngine,
  speak,
  VOICES,
} from './speech-engine';

/** What a run of `arc story speak` did. */
export interface SpokenStory {
  readonly storyId: string;
  readonly folder: string;
  readonly spoken: number;
  /** Synthetic sounds of the same text and engine that were there already. */
  readonly kept: number;
  readonly recorded: number;
  readonly captions: number;
  /** Ending of the synthetic files: `ogg`, `mp3`, or `wav` where no encoder is there. */
  readonly format: string;
  readonly totalS: number;
}

interface Job {
  readonly engine: SpeechEngine;
  readonly encoder: Encoder | null;
  readonly folder: string;
  readonly story: Story;
  readonly index: number;
  readonly locale: NarrationLocale;
  readonly text: string;
}

/**
 * Reads every chapter of a story aloud, in both languages, and writes captions. Recordings that
 * lie in the story's folder are left alone and win over the machine's voice.
 *
 * @throws SceneError `story-unknown` if the scene has no such story
 * @throws AssetError `speech-engine-missing` after the captions were written, and those of `speak`
 */
export async function speakStory(
  sceneDir: string,
  storyId: string,
  engine: SpeechEngine,
  progress: Progress,
): Promise<SpokenStory> {
  const content = await readScene(sceneDir);
  const stories = recordsOf(content, 'story');
  const entry = stories.find(({ record }) => record.id === storyId);
  if (entry === undefined)
    throw unknownStory(
      storyId,
      stories.map(({ record }) => record.id),
    );
  const folder = join(narrationDirOf(sceneDir), storyId);
  await makeFolder(folder);
  const encoder = await findEncoder(engine.env);
  const jobs = entry.record.chapters.flatMap((chapter, index) =>
    NARRATION_LOCALES.map(
      (locale): Job => ({
        ...{ engine, encoder, folder, story: entry.record, index, locale },
        text: chapter.narration[locale],
      }),
    ),
  );
  const done = await speakAll(jobs, engine, progress);
  const file = join(sceneDir, entry.file);
  await writeFileAtomic(
    file,
    await withAudio(
      file,
      done.map(({ sidecar }) => sidecar),
    ),
  );
  const count = (way: Way) => done.filter((one) => one.way === way).length;
  return {
    ...{ storyId, folder, spoken: count('spoken'), kept: count('kept') },
    ...{ recorded: count('recorded'), captions: done.length },
    format: encoder?.extension ?? 'wav',
    totalS: done.reduce((sum, { sidecar }) => sum + sidecar.durationS, 0),
  };
}

type Way = 'spoken' | 'kept' | 'recorded';
interface Done {
  readonly way: Way;
  readonly sidecar: NarrationSidecar;
}

async function speakAll(
  jobs: readonly Job[],
  engine: SpeechEngine,
  progress: Progress,
): Promise<Done[]> {
  const done: Done[] = [];
  const isThere = await hasEngine(engine);
  let isMissing = false;
  for (const [at, job] of jobs.entries()) {
    const result = await recordedOrKept(job);
    if (result !== null) done.push(result);
    else if (isThere) done.push(await spoken(job));
    else {
      isMissing = true;
      await writeCaptions(job, estimatedDurationS(job.text, job.locale), 'timed by its length');
    }
    progress.report('reading aloud', at + 1, jobs.length);
  }
  if (isMissing) throw engineMissing(engine);
  return done;
}

async function recordedOrKept(job: Job): Promise<Done | null> {
  const name = narrationName(job.index, job.locale);
  const file = await recordedSound(job.folder, name);
  if (file !== null) return recorded(job, file);
  const sidecar = await readSidecar(job.folder, name);
  if (sidecar === null || sidecar.textSha256 !== sha256Hex(job.text)) return null;
  const isSame = sidecar.engine === engineText(job) && isWantedFormat(job, sidecar.file);
  const isThere = (await fileFacts(join(job.folder, sidecar.file))) !== undefined;
  if (!isSame || !isThere) return null;
  await writeCaptions(job, sidecar.durationS, 'synthetic voice');
  return { way: 'kept', sidecar };
}

function isWantedFormat({ encoder }: Job, file: string): boolean {
  return extname(file) === `.${encoder?.extension ?? 'wav'}`;
}

async function recorded(job: Job, file: string): Promise<Done> {
  const before = await readSidecar(job.folder, narrationName(job.index, job.locale));
  if (before?.kind === 'synthetic') await removePath(join(job.folder, before.file));
  const measuredS = soundLengthS(await readBytes(join(job.folder, file)));
  const durationS = measuredS ?? estimatedDurationS(job.text, job.locale);
  const sidecar = await writeSidecar(job, { file, kind: 'recorded', durationS });
  const timing = measuredS === null ? 'timed by the text’s length' : 'timed by the recording';
  await writeCaptions(job, durationS, timing);
  return { way: 'recorded', sidecar };
}

async function spoken(job: Job): Promise<Done> {
  const { engine, encoder, folder, text, locale } = job;
  const work = await makeTempFolder('speech');
  try {
    const [textFile, wavFile] = [join(work, 'text.txt'), join(work, 'speech.wav')];
    await writeFileAtomic(textFile, `${text}\n`);
    await speak(engine, textFile, wavFile, VOICES[locale]);
    const durationS = soundLengthS(await readBytes(wavFile)) ?? 0;
    const ending = encoder?.extension ?? 'wav';
    const made = encoder === null ? wavFile : join(work, `speech.${ending}`);
    if (encoder !== null) await encode(encoder, wavFile, made, engine.env);
    const file = `${narrationName(job.index, locale)}.${ending}`;
    await copyInto(made, join(folder, file));
    await writeCaptions(job, durationS, 'synthetic voice');
    const sidecar = await writeSidecar(job, { file, kind: 'synthetic', durationS });
    return { way: 'spoken', sidecar };
  } finally {
    await removePath(work);
  }
}

function engineText({ engine, locale }: Job): string {
  return [engine.program, ...engine.args].join(' ').replace('{voice}', VOICES[locale]);
}

async function writeSidecar(
  job: Job,
  { file, kind, durationS }: Pick<NarrationSidecar, 'file' | 'kind' | 'durationS'>,
): Promise<NarrationSidecar> {
  const sidecar: NarrationSidecar = {
    ...{ storyId: job.story.id, chapter: job.index + 1, locale: job.locale, file, kind },
    ...(kind === 'synthetic' && { engine: engineText(job) }),
    durationS: Math.round(durationS * 1000) / 1000,
    textSha256: sha256Hex(job.text),
  };
  const path = join(job.folder, `${narrationName(job.index, job.locale)}.json`);
  await writeFileAtomic(path, recordText(sidecar));
  return sidecar;
}

async function writeCaptions(job: Job, durationS: number, how: string): Promise<void> {
  const note = `${job.story.id}, chapter ${job.index + 1}, ${job.locale}: ${how}`;
  const path = join(job.folder, `${narrationName(job.index, job.locale)}.vtt`);
  await writeFileAtomic(path, webVtt(cuesOf(job.text, durationS), note));
}

/** The record's file with what was spoken in it. */
async function withAudio(file: string, sidecars: readonly NarrationSidecar[]): Promise<string> {
  const json = JSON.parse(await readText(file)) as { chapters: Record<string, unknown>[] };
  const chapters = json.chapters.map((chapter, index) => {
    const own = sidecars.filter((sidecar) => sidecar.chapter === index + 1);
    const audio = own.map(({ locale, file: sound, kind, durationS }): [string, NarrationAudio] => [
      locale,
      {
        file: sound,
        captions: `${narrationName(index, locale)}.vtt`,
        isSynthetic: kind === 'synthetic',
        durationS,
      },
    ]);
    return { ...chapter, audio: Object.fromEntries(audio) };
  });
  return recordText({ ...json, chapters });
}

function unknownStory(storyId: string, ids: readonly string[]): SceneError {
  return new SceneError('story-unknown', {
    path: 'id',
    expected: ids.length === 0 ? 'a story in the scene' : `one of ${ids.join(', ')}`,
    found: JSON.stringify(storyId),
    fix: 'Give the id of a story: the name of its file under stories/.',
  });
}
