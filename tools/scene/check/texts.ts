import type { FileIssue } from '../file-issue';
import { isPlaceholder } from '../placeholders';
import { type SceneRule, warning } from './rule';

/** A reason shorter than this says nothing. */
const REASON_MIN_CHARS = 12;
/** Names are often the same in both languages; sentences never are. */
const SENTENCE_MIN_CHARS = 40;

/** What is unknown says why, and what is prose was really written and translated; drafts may wait. */
export const textRule: SceneRule = (content) =>
  content.records.flatMap(({ file, record }) =>
    'isDraft' in record && record.isDraft ? [] : issuesBelow(file, record, '$'),
  );

function placeholderIssue(file: string, value: unknown, path: string): FileIssue[] {
  if (typeof value !== 'string' || !isPlaceholder(value)) return [];
  return [
    warning(file, {
      code: 'scene-text-placeholder',
      path,
      expected: 'the real words',
      found: JSON.stringify(value),
      fix: 'Write them.',
    }),
  ];
}

function issuesBelow(file: string, value: unknown, path: string): FileIssue[] {
  if (typeof value !== 'object' || value === null) return placeholderIssue(file, value, path);
  const here = [...reasonIssue(file, value, path), ...translationIssue(file, value, path)];
  const below = Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    issuesBelow(file, inner, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`),
  );
  return [...here, ...below];
}

function reasonIssue(file: string, value: object, path: string): FileIssue[] {
  if (!('unknown' in value) || typeof value.unknown !== 'string') return [];
  if (value.unknown.length >= REASON_MIN_CHARS) return [];
  return [
    warning(file, {
      code: 'scene-unknown-without-reason',
      path: `${path}.unknown`,
      expected: 'a reason: who was asked, or where one looked',
      found: JSON.stringify(value.unknown),
      fix: 'Say why it is not known.',
    }),
  ];
}

function translationIssue(file: string, value: object, path: string): FileIssue[] {
  if (!('vi' in value && 'en' in value) || typeof value.vi !== 'string') return [];
  if (value.vi !== value.en || value.vi.length < SENTENCE_MIN_CHARS) return [];
  return [
    warning(file, {
      code: 'scene-text-untranslated',
      path: `${path}.en`,
      expected: 'the English words',
      found: 'the same text as in Vietnamese',
      fix: 'Translate it.',
    }),
  ];
}
