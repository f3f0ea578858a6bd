/// <reference path="./nspell.d.ts" />
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readBytes } from '../../io/files';

/** What is known of a language's words. */
export interface Dictionary {
  knows(word: string): boolean;
  /** Words that were perhaps meant, the likeliest first. */
  near(word: string): readonly string[];
}

/** Dictionaries of the two languages that content always has. */
export interface Dictionaries {
  readonly vi: Dictionary;
  readonly en: Dictionary;
}

/** Packages with Hunspell files; development only. The content is written in British English. */
const PACKAGES = { vi: 'dictionary-vi', en: 'dictionary-en-gb' } as const;

const require = createRequire(import.meta.url);
let loaded: Promise<Dictionaries | null> | undefined;

/**
 * Loads both dictionaries, once.
 *
 * @returns null where the packages are not installed (`npm ci --omit=dev`)
 */
export function loadDictionaries(): Promise<Dictionaries | null> {
  loaded ??= loadBoth();
  return loaded;
}

async function loadBoth(): Promise<Dictionaries | null> {
  if (!Object.values({ ...PACKAGES, speller: 'nspell' }).every(isInstalled)) return null;
  const { default: nspell } = await import('nspell');
  const load = async (name: string): Promise<Dictionary> => {
    const folder = dirname(require.resolve(name));
    const [affixes, words] = await Promise.all(
      ['index.aff', 'index.dic'].map((file) => readBytes(join(folder, file))),
    );
    const speller = nspell(affixes ?? new Uint8Array(), words ?? new Uint8Array());
    return { knows: (word) => speller.correct(word), near: (word) => speller.suggest(word) };
  };
  const [vi, en] = await Promise.all([load(PACKAGES.vi), load(PACKAGES.en)]);
  return { vi, en };
}

function isInstalled(name: string): boolean {
  try {
    require.resolve(name);
    return true;
  } catch {
    return false;
  }
}
