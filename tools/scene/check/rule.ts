import type { FileIssue } from '../file-issue';
import type { SceneContent } from '../read-scene';

/** Something that must hold across records; it reports all that does not. */
export type SceneRule = (content: SceneContent) => readonly FileIssue[];

/** A fault: the scene is wrong. */
export function fault(file: string, issue: Omit<FileIssue, 'file' | 'severity'>): FileIssue {
  return { ...issue, file, severity: 'fault' };
}

/** A warning: the scene can be shown, but not published with `--strict`. */
export function warning(file: string, issue: Omit<FileIssue, 'file' | 'severity'>): FileIssue {
  return { ...issue, file, severity: 'warning' };
}
