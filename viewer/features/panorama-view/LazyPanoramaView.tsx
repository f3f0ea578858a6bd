import { type ComponentProps, lazy, Suspense } from 'react';
import { loadPanoramaCanvas } from '../../adapters/psv';

const Loaded = lazy(() => {
  // The viewer's own code beside it, not after it; who needs it is told when it cannot be had.
  loadPanoramaCanvas().catch(() => undefined);
  return import('./PanoramaView').then((module) => ({ default: module.PanoramaView }));
});

/** The panorama view: its code is loaded when the first panorama is opened. */
export function PanoramaView(props: ComponentProps<typeof Loaded>) {
  return (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  );
}
