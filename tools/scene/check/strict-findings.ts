import type { SceneContent } from '../read-scene';
import { demHeightIssues } from './dem-heights';
import { narrationIssues } from './narration';
import { orphanRule } from './orphans';
import { borderIssues } from './place-borders';
import { type StrictFindings, spellingIssues } from './spelling';

/**
 * What only a check for publishing looks at, because it takes dictionaries, borders or an elevation
 * model.
 *
 * @param demFile - surveyed elevation model; undefined: heights are not held against one
 */
export async function strictFindings(
  content: SceneContent,
  demFile: string | undefined,
): Promise<readonly StrictFindings[]> {
  return [
    await spellingIssues(content),
    { issues: orphanRule(content) },
    await narrationIssues(content),
    borderIssues(content),
    await demHeightIssues(content, demFile),
  ];
}
