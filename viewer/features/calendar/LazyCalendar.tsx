import { type ComponentProps, lazy, Suspense } from 'react';

const Panel = lazy(() =>
  import('./CalendarPanel').then((module) => ({ default: module.CalendarPanel })),
);

/** The calendar of events; its code is fetched when it is first opened. */
export function CalendarPanel(props: ComponentProps<typeof Panel>) {
  return (
    <Suspense fallback={null}>
      <Panel {...props} />
    </Suspense>
  );
}
