import { useCallback, useEffect, useRef, useState } from 'react';
import { type FlyPoint, flyPathOf } from '#core/route/fly-path';
import type { FlyAlong } from '../../adapters/following-port';
import type { GlobePort } from '../../adapters/globe-port';
import { isMotionReduced } from '../../adapters/motion';
import type { RouteCursor } from './route-cursor';

/** Speeds to choose from; 1 = the whole way in a good minute. */
export const SPEEDS = [0.5, 1, 2, 4] as const;

/** The flight along a route as its controls see it. */
export interface Flight {
  readonly phase: 'off' | 'flying' | 'paused';
  readonly speedRatio: number;
  /** Starts, pauses or goes on. */
  toggle(): void;
  stop(): void;
  setSpeed(speedRatio: number): void;
  /** Goes to a distance from the start, flying or not. */
  goTo(alongKm: number): void;
}

/** Flies along a route and moves its cursor. */
export function useFlyAlong(
  globe: GlobePort | null,
  points: readonly FlyPoint[] | null,
  cursor: RouteCursor,
): Flight {
  const [phase, setPhase] = useState<Flight['phase']>('off');
  const [speedRatio, setSpeedRatio] = useState(1);
  const flight = useRef<FlyAlong | null>(null);
  const stop = useCallback(() => {
    flight.current?.stop();
    flight.current = null;
    setPhase('off');
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another route or globe ends the flight.
  useEffect(() => stop, [stop, globe, points]);
  const toggle = (): void => {
    if (!globe || !points) return;
    if (flight.current) {
      const isPaused = phase === 'flying';
      flight.current.setPaused(isPaused);
      setPhase(isPaused ? 'paused' : 'flying');
      return;
    }
    const path = flyPathOf(points);
    const at = cursor.alongKm() ?? path.fromKm;
    flight.current = globe.flyAlong(path, {
      fromKm: at > path.toKm - 0.5 ? path.fromKm : at,
      speedRatio,
      onMoved: cursor.move,
      onEnded: stop,
    });
    setPhase('flying');
  };
  return {
    phase,
    speedRatio,
    toggle,
    stop,
    setSpeed(next) {
      setSpeedRatio(next);
      flight.current?.setSpeed(next);
    },
    goTo(alongKm) {
      cursor.move(alongKm);
      if (flight.current) return flight.current.seek(alongKm);
      if (!globe || !points) return;
      const view = flyPathOf(points).viewAt(alongKm);
      if (isMotionReduced()) globe.setView(view);
      // A flight that the visitor interrupts is no failure.
      else globe.flyTo(view, { signal: new AbortController().signal }).catch(() => undefined);
    },
  };
}
