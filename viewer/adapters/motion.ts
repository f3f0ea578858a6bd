/** Whether the visitor asked for less motion. Asked anew each time: it can change. */
export function isMotionReduced(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
