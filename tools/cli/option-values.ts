import { UsageError } from '#core/errors';
import type { OptionValues } from './arc-command';

/** The text of a flag, or `undefined` where it was not given. */
export function textOption(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/**
 * The number of a flag.
 *
 * @param flag - as the user writes it, for messages
 * @throws UsageError `usage-number` where it is no number or outside the range
 */
export function numberOption(
  options: OptionValues,
  name: string,
  flag: string,
  range: { readonly min: number; readonly max: number },
): number | undefined {
  const text = textOption(options, name);
  if (text === undefined) return undefined;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isFinite(value) && value >= range.min && value <= range.max) return value;
  throw new UsageError('usage-number', {
    path: flag,
    expected: `a number from ${range.min} to ${range.max}`,
    found: JSON.stringify(text),
    fix: `Write for example ${flag} ${Math.max(range.min, Math.min(range.max, 120))}.`,
  });
}
