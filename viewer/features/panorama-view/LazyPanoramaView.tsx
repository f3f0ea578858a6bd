import { type ComponentProps, lazy, Suspense } from 'react';

const Loaded = lazy(() =>
  import('./PanoramaView').then((module) => ({ default: module.PanoramaView })),
);

/** The panorama view: its code is loaded when the first panorama is opened. */
export function PanoramaView(props: ComponentProps<typeof Loaded>) {
  return (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  );
}
