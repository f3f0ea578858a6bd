import { UsageError } from '#core/errors';
import { levelGeometricErrorM } from '#core/tiles/geographic-tiling';

/** Errors allowed in tiles; plain data. */
export interface ErrorBudget {
  /** Share of the geometric error that Cesium assumes for a level, where nothing else is said. */
  readonly ratio: number;
  /** Metres of single levels. */
  readonly levelsM?: Readonly<Record<number, number>>;
}

/** Deepest level that a budget may name. */
const DEEPEST_LEVEL = 22;

/** Error allowed in tiles of a level, metres. */
export function maxErrorOfLevelM(budget: ErrorBudget, z: number): number {
  return budget.levelsM?.[z] ?? budget.ratio * levelGeometricErrorM(z);
}

/**
 * Reads `9:40,10:15`: metres of single levels.
 *
 * @throws UsageError `error-budget-invalid`
 */
export function errorLevelsFromText(text: string): Readonly<Record<number, number>> {
  const levelsM: Record<number, number> = {};
  for (const part of text.split(',')) {
    const [, level, metres] = /^\s*(\d{1,2})\s*:\s*(\d+(?:\.\d+)?)\s*$/.exec(part) ?? [];
    const [z, errorM] = [Number(level), Number(metres)];
    const isFine = z <= DEEPEST_LEVEL && errorM > 0 && errorM <= 1e6 && levelsM[z] === undefined;
    if (!isFine) throw budgetInvalid(text, part);
    levelsM[z] = errorM;
  }
  return levelsM;
}

function budgetInvalid(text: string, part: string): UsageError {
  return new UsageError('error-budget-invalid', {
    path: '--error-m',
    expected: `LEVEL:METRES, levels 0 to ${DEEPEST_LEVEL} each once, metres above 0`,
    found:
      part === text ? JSON.stringify(text) : `${JSON.stringify(part)} in ${JSON.stringify(text)}`,
    fix: 'For instance --error-m 9:40,10:15,11:6; other levels follow --error-ratio.',
  });
}
