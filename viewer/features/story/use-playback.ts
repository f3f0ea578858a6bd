import { useCallback, useEffect, useRef, useState } from 'react';
import { isMotionReduced } from '../../adapters/motion';

/** Speeds to choose from. */
export const STORY_SPEEDS = [0.75, 1, 1.25, 1.5] as const;

const TICK_MS = 200;

/** The clock of a chapter. */
export interface Playback {
  readonly isPlaying: boolean;
  readonly speedRatio: number;
  setPlaying(isPlaying: boolean): void;
  setSpeed(speedRatio: number): void;
  /** Share of the chapter that is over, 0 to 1. */
  readonly ratio: number;
}

/**
 * Counts a chapter's time while it plays, five times a second, and says when it is over. A chapter
 * begins anew when its key changes. Nothing plays by itself where less motion is wanted.
 *
 * @param durationS - null waits: somebody else says when it is over
 */
export function usePlayback(
  chapterKey: string,
  durationS: number | null,
  onOver: () => void,
): Playback {
  const [isPlaying, setPlaying] = useState(() => !isMotionReduced());
  const [speedRatio, setSpeed] = useState(1);
  const [elapsed, setElapsed] = useState({ chapterKey, s: 0 });
  const over = useRef(onOver);
  over.current = onOver;
  const elapsedS = elapsed.chapterKey === chapterKey ? elapsed.s : 0;
  const tick = useCallback(() => {
    setElapsed((before) => ({
      chapterKey,
      s: (before.chapterKey === chapterKey ? before.s : 0) + (TICK_MS / 1000) * speedRatio,
    }));
  }, [chapterKey, speedRatio]);
  useEffect(
    function countTime() {
      if (!isPlaying || durationS === null) return;
      const timer = setInterval(tick, TICK_MS);
      return () => clearInterval(timer);
    },
    [isPlaying, durationS, tick],
  );
  const isOver = isPlaying && durationS !== null && elapsedS >= durationS;
  useEffect(
    function goOn() {
      if (isOver) over.current();
    },
    [isOver],
  );
  const ratio = durationS === null ? 0 : Math.min(1, elapsedS / durationS);
  return { isPlaying, speedRatio, setPlaying, setSpeed, ratio };
}
