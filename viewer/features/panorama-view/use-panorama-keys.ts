import { useEffect } from 'react';
import type { PanoramaPort } from '../../adapters/panorama-port';

/** Heading and pitch that each key turns by. */
const TURNS_DEG: Readonly<Record<string, readonly [headingDeg: number, pitchDeg: number]>> = {
  ArrowLeft: [-12, 0],
  ArrowRight: [12, 0],
  ArrowUp: [0, 12],
  ArrowDown: [0, -12],
};
const ZOOMS: Readonly<Record<string, number>> = { '+': 0.8, '=': 0.8, '-': 1.25 };

/**
 * Arrow keys turn, + and − zoom, Escape goes back; only while a panorama is open. In a dialog keys
 * are its own, and in a strip of pictures arrow keys are the strip's.
 *
 * @param viewer - null while none is open
 */
export function usePanoramaKeys(viewer: PanoramaPort | null, onBack: () => void): void {
  useEffect(
    function listenToKeys() {
      if (!viewer) return;
      const onKey = (event: KeyboardEvent): void => {
        const at = event.target instanceof HTMLElement ? event.target : null;
        const isArrow = event.key.startsWith('Arrow');
        const isElsewhere = at?.closest('dialog') || (isArrow && at?.closest('[data-keeps-keys]'));
        if (event.defaultPrevented || isElsewhere || event.altKey || event.ctrlKey || event.metaKey)
          return;
        const turn = TURNS_DEG[event.key];
        const zoom = ZOOMS[event.key];
        if (turn) viewer.turnBy(...turn);
        else if (zoom) viewer.zoomBy(zoom);
        else if (event.key === 'Escape') onBack();
        else return;
        event.preventDefault();
      };
      window.addEventListener('keydown', onKey);
      return () => window.removeEventListener('keydown', onKey);
    },
    [viewer, onBack],
  );
}
