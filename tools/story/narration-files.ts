import { join, resolve } from 'node:path';
import { listFolder, readTextIfThere } from '../io/files';

/** Languages that stories are read in. */
export const NARRATION_LOCALES = ['vi', 'en'] as const;
export type NarrationLocale = (typeof NARRATION_LOCALES)[number];

/** Sound formats that browsers play, the one preferred first. */
export const SOUND_EXTENSIONS = ['ogg', 'opus', 'webm', 'mp3', 'm4a', 'wav'] as const;

/** What stands beside a sound file, `<nn>.<locale>.json`. */
export interface NarrationSidecar {
  readonly storyId: string;
  /** From 1. */
  readonly chapter: number;
  readonly locale: NarrationLocale;
  readonly file: string;
  /** `synthetic`: a machine's voice; never to be passed off as a person's. */
  readonly kind: 'synthetic' | 'recorded';
  /** Command that made it; only for synthetic ones. */
  readonly engine?: string;
  readonly durationS: number;
  /** Of the narration that was read, so that a changed text is noticed. */
  readonly textSha256: string;
}

/** Folder of the sounds of a scene: `narration/` beside `scenes/`. */
export function narrationDirOf(sceneDir: string): string {
  return resolve(sceneDir, '../../narration');
}

/** `01.vi`: name of a chapter's files without their ending. */
export function narrationName(chapterIndex: number, locale: NarrationLocale): string {
  return `${String(chapterIndex + 1).padStart(2, '0')}.${locale}`;
}

/** The sidecar of a chapter; null where there is none that can be read. */
export async function readSidecar(folder: string, name: string): Promise<NarrationSidecar | null> {
  const text = await readTextIfThere(join(folder, `${name}.json`));
  if (text === undefined) return null;
  try {
    return JSON.parse(text) as NarrationSidecar;
  } catch {
    return null;
  }
}

/**
 * A sound that no machine made: it has no sidecar, one that says `recorded`, or one of another file.
 *
 * @returns its file name; null where there is none
 */
export async function recordedSound(folder: string, name: string): Promise<string | null> {
  const sidecar = await readSidecar(folder, name);
  const files = (await listFolder(folder)).map((entry) => entry.name);
  const sounds = SOUND_EXTENSIONS.map((ending) => `${name}.${ending}`);
  if (sidecar?.kind === 'recorded' && files.includes(sidecar.file)) return sidecar.file;
  const isMachine = (file: string) => sidecar?.kind === 'synthetic' && sidecar.file === file;
  return sounds.find((file) => files.includes(file) && !isMachine(file)) ?? null;
}
