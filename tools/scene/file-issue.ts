import { type ProblemDetails, problemText } from '#core/errors';
import type { SceneIssue } from '#scene';

/** A fault or warning with the file it is in. */
export interface FileIssue extends SceneIssue {
  /** Path inside the scene's folder, with forward slashes. */
  readonly file: string;
  /** A fault makes the record wrong; a warning only keeps it from being published. */
  readonly severity: 'fault' | 'warning';
}

/** By file, then in the order in which they were found; the same in every run. */
export function sortedIssues(issues: readonly FileIssue[]): FileIssue[] {
  return issues.toSorted((a, b) => compareText(a.file, b.file));
}

/** One line that a person can act on. */
export function issueLine(issue: FileIssue): string {
  return `${issue.severity} ${issue.code} ${problemText(detailsOf(issue))}`;
}

/** The same as details of an error. */
export function detailsOf(issue: FileIssue): ProblemDetails {
  const { file, path, expected, found, fix } = issue;
  return { file, path, expected, found, fix };
}

/** Order by code unit, which no locale changes. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
