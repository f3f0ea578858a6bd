import { type RefObject, useLayoutEffect } from 'react';
import { useApp } from '../../state/app-context';

/**
 * Tells the store how much of the picture the panel covers: at the left on wide screens, from
 * the bottom on a phone, so that cameras put what they look at into the free part.
 *
 * @param layout - changes when the panel's place or size changes
 */
export function useFrameMeasure(panel: RefObject<HTMLElement | null>, layout: string): void {
  const { actions } = useApp();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed layout is measured anew.
  useLayoutEffect(
    function measureFrame() {
      const measure = (): void => {
        const { innerWidth: widthPx, innerHeight: heightPx } = window;
        const box = panel.current?.getBoundingClientRect();
        const isSheet = box !== undefined && box.width > widthPx * 0.9;
        actions.frameMeasured({
          widthPx,
          heightPx,
          leftPx: box && !isSheet ? box.right : 0,
          bottomPx: box && isSheet ? Math.min(heightPx - box.top, heightPx * 0.6) : 0,
        });
      };
      measure();
      window.addEventListener('resize', measure);
      return () => window.removeEventListener('resize', measure);
    },
    [panel, layout, actions],
  );
}
