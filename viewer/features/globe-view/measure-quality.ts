import type { Quality } from '../../state/store';

/** Frames looked at before a preset is chosen. */
const SAMPLE_FRAMES = 24;
const LEAN_ABOVE_MS = 70;
const BALANCED_ABOVE_MS = 28;

/** The preset that a median frame time allows. */
export function qualityOfFrameTime(medianMs: number): Quality {
  if (medianMs > LEAN_ABOVE_MS) return 'lean';
  return medianMs > BALANCED_ABOVE_MS ? 'balanced' : 'full';
}

/**
 * Collects the time between frames in which the camera moved.
 *
 * @returns a function to call once per drawn frame; it answers the preset when it has seen enough
 */
export function createFrameMeter(nowMs: () => number): () => Quality | null {
  const times: number[] = [];
  let lastMs = Number.NaN;
  return () => {
    const present = nowMs();
    const sinceMs = present - lastMs;
    lastMs = present;
    // A pause between two movements is no slow frame.
    if (!(sinceMs < 1000)) return null;
    times.push(sinceMs);
    if (times.length < SAMPLE_FRAMES) return null;
    const median = times.sort((a, b) => a - b)[SAMPLE_FRAMES >> 1] ?? 0;
    times.length = 0;
    return qualityOfFrameTime(median);
  };
}
