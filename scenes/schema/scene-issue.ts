import type { z } from 'zod';
import { FORMAT_RULES, isFormatCode } from './format-rules';

/** One fault of a record: where, what was expected, what was found, what to do. */
export interface SceneIssue {
  /** Stable, kebab-case; interfaces translate by it. */
  readonly code: string;
  /** JSON path from the root of the file: `$.name.vi`, `$.legs[2].coordinates`. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  readonly fix: string;
}

type Step = PropertyKey;
type ZodIssue = z.core.$ZodIssue;

const FOUND_MAX_CHARS = 60;

/** All faults that a schema found, flattened out of unions, in the order of the file. */
export function issuesFromZod(issues: readonly ZodIssue[], json: unknown): SceneIssue[] {
  return issues.flatMap((issue) => issuesOf(issue, [], json));
}

/** `$.legs[2].roads` of a list of steps. */
export function jsonPath(steps: readonly Step[]): string {
  return steps.reduce<string>((path, step) => path + pathStep(step), '$');
}

/** A value as a report shows it: JSON, shortened. */
export function foundText(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > FOUND_MAX_CHARS ? `${text.slice(0, FOUND_MAX_CHARS)}…` : text;
}

function pathStep(step: Step): string {
  if (typeof step === 'number') return `[${step}]`;
  const name = String(step);
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

function issuesOf(issue: ZodIssue, above: readonly Step[], json: unknown): SceneIssue[] {
  const steps = [...above, ...issue.path];
  const value = valueAt(json, steps);
  if (issue.code === 'invalid_union' && issue.errors.length > 0 && value !== undefined) {
    const branch = bestBranch(issue.errors);
    if (branch !== null) return branch.flatMap((inner) => issuesOf(inner, steps, json));
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownField([...steps, key], json));
  }
  return [singleIssue(issue, steps, value)];
}

function singleIssue(issue: ZodIssue, steps: readonly Step[], value: unknown): SceneIssue {
  const path = jsonPath(steps);
  const found = foundText(value);
  if (isFormatCode(issue.message)) {
    return { code: issue.message, path, found, ...FORMAT_RULES[issue.message] };
  }
  const expected = expectedOf(issue);
  if (value === undefined) {
    return { code: 'scene-missing-field', path, expected, found, fix: 'Add the field.' };
  }
  return { code: codeOf(issue), path, expected, found, fix: `Write ${expected}.` };
}

function unknownField(steps: readonly Step[], json: unknown): SceneIssue {
  return {
    code: 'scene-unknown-field',
    path: jsonPath(steps),
    expected: 'only fields of the schema',
    found: `${JSON.stringify(steps.at(-1))}: ${foundText(valueAt(json, steps))}`,
    fix: 'Delete it, or mend its spelling.',
  };
}

/** The branch that the writer most likely meant; null where none fits at all. */
function bestBranch(branches: readonly (readonly ZodIssue[])[]): readonly ZodIssue[] | null {
  const fitting = branches.filter((issues) => !issues.some(isOfOtherShape));
  const ranked = fitting.toSorted((a, b) => strangeness(a) - strangeness(b));
  return ranked[0] ?? null;
}

function isOfOtherShape(issue: ZodIssue): boolean {
  return issue.path.length === 0 && ['invalid_type', 'invalid_value'].includes(issue.code);
}

function strangeness(issues: readonly ZodIssue[]): number {
  const keys = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  return 10 * keys.length + issues.length;
}

function codeOf(issue: ZodIssue): string {
  switch (issue.code) {
    case 'too_big':
    case 'too_small':
      return 'scene-out-of-range';
    case 'invalid_value':
      return 'scene-wrong-value';
    case 'invalid_union':
      return 'discriminator' in issue ? 'scene-wrong-value' : 'scene-wrong-type';
    default:
      return 'scene-wrong-type';
  }
}

function expectedOf(issue: ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return articled(issue.expected);
    case 'invalid_value':
      return oneOf(issue.values);
    case 'too_small':
      return `${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}${unitOf(issue.origin)}`;
    case 'too_big':
      return `${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}${unitOf(issue.origin)}`;
    case 'invalid_union':
      return expectedOfUnion(issue);
    default:
      return 'a value that the schema allows';
  }
}

function expectedOfUnion(issue: Extract<ZodIssue, { code: 'invalid_union' }>): string {
  if ('options' in issue && Array.isArray(issue.options)) return oneOf(issue.options);
  const firsts = issue.errors.flatMap((branch) => branch.slice(0, 1).map(expectedOf));
  return [...new Set(firsts)].join(' or ') || 'one of the forms of the schema';
}

function oneOf(values: readonly unknown[]): string {
  const texts = values.map((value) => JSON.stringify(value));
  return texts.length === 1 ? `${texts[0]}` : `one of ${texts.join(', ')}`;
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' entries' : '';
}

function articled(type: string): string {
  return `${/^[aeiou]/.test(type) && type !== 'unknown' ? 'an' : 'a'} ${type}`;
}

function valueAt(json: unknown, steps: readonly Step[]): unknown {
  return steps.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) {
      return undefined;
    }
    return (value as Readonly<Record<Step, unknown>>)[step];
  }, json);
}
