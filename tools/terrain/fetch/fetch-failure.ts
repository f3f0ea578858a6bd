import { AssetError } from '#core/errors';
import type { FetchSummary } from './fetch-all';
import type { FetchPlan } from './fetch-plan';

/** The most names that a message lists. */
const NAMES_SHOWN = 10;

/** One error that names what failed; its code is that of the first failure. */
export function fetchFailure(summary: FetchSummary, plan: FetchPlan): AssetError | undefined {
  const [first] = summary.failed;
  if (first === undefined) return undefined;
  const lines = summary.failed
    .slice(0, NAMES_SHOWN)
    .map(({ tile, error }) => `${tile.path}: ${error.code}, ${error.details.found}`);
  const more = summary.failed.length - lines.length;
  if (more > 0) lines.push(`and ${more} more`);
  if (summary.untried.length > 0) lines.push(`${summary.untried.length} not tried after that`);
  const details = {
    file: first.error.details.file ?? first.tile.path,
    expected: `all ${plan.tiles.length} tiles`,
    found: lines.join('\n'),
    fix: `${first.error.details.fix}\nWhat was fetched stays; the same command fetches the rest.`,
  };
  return new AssetError(first.error.code, details, { cause: first.error });
}
