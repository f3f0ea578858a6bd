import { type ComponentProps, lazy, Suspense } from 'react';
import { useAppState } from '../../state/app-context';

const Panel = lazy(() =>
  import('./LayersPanel').then((module) => ({ default: module.LayersPanel })),
);

/** The panel of layers while it is open; its code is fetched when it is first opened. */
export function LayersPanel(props: ComponentProps<typeof Panel>) {
  const isOpen = useAppState((state) => state.isLayersPanelOpen);
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <Panel {...props} />
    </Suspense>
  );
}
