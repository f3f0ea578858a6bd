import { parseRoadGraph, ROADS_FILE, type RoadGraph } from '#scene';
import type { FileIssue } from './file-issue';
import { parseJsonText } from './json-text';

/** Reads the text of a road graph: the graph, or every fault of form at once. */
export function readRoadGraph(
  text: string,
): { readonly graph: RoadGraph } | { readonly issues: readonly FileIssue[] } {
  const json = parseJsonText(text);
  if (!json.ok) {
    const { code, line, column, expected, found } = json.error;
    const fix = 'Mend the JSON there; an editor with JSON support marks the spot.';
    const path = `line ${line}, column ${column}`;
    return {
      issues: [{ code, file: ROADS_FILE, path, expected, found, fix, severity: 'fault' }],
    };
  }
  const parsed = parseRoadGraph(json.value);
  if (parsed.ok) return { graph: parsed.value };
  return {
    issues: parsed.error.map((issue) => ({ ...issue, file: ROADS_FILE, severity: 'fault' })),
  };
}
