import { join } from 'node:path';
import { readTextIfThere } from '../../io/files';
import type { FileIssue } from '../file-issue';
import type { SceneContent } from '../read-scene';
import { type Dictionaries, loadDictionaries } from './dictionaries';
import { warning } from './rule';
import { WordJudge, wordsOf } from './word-judge';

/** Names and local words of a scene, one a line, `#` before remarks. */
export const WORDS_FILE = 'words.txt';

/** What a check of the whole content found, or why it could not look. */
export interface StrictFindings {
  readonly issues: readonly FileIssue[];
  /** Why it was not done; absent where it was. */
  readonly skipped?: string;
}

/**
 * Spell-checks every Vietnamese and English text against dictionaries, the scene's own names and
 * its {@link WORDS_FILE}.
 *
 * @param dictionaries - for tests; loaded from their packages without it
 */
export async function spellingIssues(
  content: SceneContent,
  dictionaries?: Dictionaries,
): Promise<StrictFindings> {
  const known = dictionaries ?? (await loadDictionaries());
  if (known === null) {
    return { issues: [], skipped: 'spelling: the dictionaries are not installed (run npm ci)' };
  }
  const listed = wordList((await readTextIfThere(join(content.sceneDir, WORDS_FILE))) ?? '');
  const judge = new WordJudge(known, new Set([...listed, ...namesOf(content)]));
  return {
    issues: content.records.flatMap(({ file, record }) => textIssues(judge, file, record, '$')),
  };
}

/** Words of a list; several may stand on one line. */
export function wordList(text: string): string[] {
  return text.split('\n').flatMap((line) => wordsOf(line.replace(/#.*$/, '')));
}

/** Words of the names that records give themselves: these are what the texts are held against. */
function namesOf(content: SceneContent): string[] {
  return content.records.flatMap(({ record }) => {
    const names = 'name' in record ? [record.name.vi, record.name.en] : [];
    const others = 'alsoCalled' in record ? record.alsoCalled : [];
    const local = 'localNames' in record ? record.localNames.map(({ text }) => text) : [];
    return [...names, ...others, ...local].flatMap(wordsOf);
  });
}

function textIssues(judge: WordJudge, file: string, value: unknown, path: string): FileIssue[] {
  if (typeof value !== 'object' || value === null) return [];
  const here = (['vi', 'en'] as const).flatMap((locale) => {
    const text: unknown = 'vi' in value && 'en' in value ? value[locale] : undefined;
    if (typeof text !== 'string') return [];
    const unknown = judge.unknown(text, locale);
    return unknown.map((word) =>
      misspelt(file, `${path}.${locale}`, word, judge.meant(word, locale)),
    );
  });
  const below = Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    textIssues(judge, file, inner, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`),
  );
  return [...here, ...below];
}

function misspelt(file: string, path: string, word: string, meant: string | undefined): FileIssue {
  const mend = meant === undefined ? 'Mend it' : `Write ${JSON.stringify(meant)}`;
  return warning(file, {
    code: 'scene-spelling',
    path,
    expected: `words that a dictionary or ${WORDS_FILE} knows`,
    found: JSON.stringify(word),
    fix: `${mend}; add it to ${WORDS_FILE} if it is a name or a local word.`,
  });
}
