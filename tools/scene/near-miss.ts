/**
 * The candidate that a misspelt word most likely meant.
 *
 * @returns null where nothing is close: more than a third of the letters differ
 */
export function nearMiss(word: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate);
    if (distance >= bestDistance) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

/** Advice for a reference that leads nowhere. */
export function nearMissFix(word: string, candidates: readonly string[]): string {
  const meant = nearMiss(word, candidates);
  if (meant !== null) return `Did you mean ${JSON.stringify(meant)}?`;
  if (candidates.length === 0) return 'Write that record first.';
  const shown = candidates.slice(0, 8).join(', ');
  return `Write that record first, or use one of: ${shown}${candidates.length > 8 ? ', …' : ''}.`;
}

/** Insertions, deletions, changes and swaps of neighbours from one word to the other. */
function editDistance(from: string, to: string): number {
  let twoBack: readonly number[] = [];
  let oneBack: readonly number[] = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let col = 1; col <= to.length; col++) {
      const isSame = from[row - 1] === to[col - 1];
      const isSwap =
        row > 1 && col > 1 && from[row - 1] === to[col - 2] && from[row - 2] === to[col - 1];
      current.push(
        Math.min(
          (oneBack[col] ?? 0) + 1,
          (current[col - 1] ?? 0) + 1,
          (oneBack[col - 1] ?? 0) + (isSame ? 0 : 1),
          isSwap ? (twoBack[col - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [twoBack, oneBack] = [oneBack, current];
  }
  return oneBack[to.length] ?? 0;
}
