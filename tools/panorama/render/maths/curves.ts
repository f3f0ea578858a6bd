/** The value held between two bounds. */
export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : Math.min(value, high);
}

/** Straight line from `from` (at 0) to `to` (at 1). */
export function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/**
 * Smooth step: 0 at and before `from`, 1 at and after `to`, without corners.
 * `from` may be the greater one; the step then goes down.
 */
export function smoothStep(from: number, to: number, value: number): number {
  const t = clamp((value - from) / (to - from), 0, 1);
  return t * t * (3 - 2 * t);
}
