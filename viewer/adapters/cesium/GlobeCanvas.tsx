import { useEffect, useRef, useState } from 'react';
import type { GlobePort, GlobeRoute } from '../globe-port';
import { createGlobe, type Globe, type GlobeOptions } from './create-globe';
import styles from './globe-canvas.module.css';
import { RouteTree } from './RouteTree';

/** A globe in the page: one graphics context as long as it is mounted. */
export function GlobeCanvas(props: {
  /** Read once when the globe is made. */
  readonly options: GlobeOptions;
  readonly routes: readonly GlobeRoute[];
  readonly selectedRouteId: string | null;
  /** Given the globe when it is made and null when it goes. */
  readonly onPort: (port: GlobePort | null) => void;
  readonly ariaLabel: string;
}) {
  const { options, onPort, routes, selectedRouteId } = props;
  const container = useRef<HTMLDivElement>(null);
  const [globe, setGlobe] = useState<Globe | null>(null);
  const latest = useRef({ options, onPort });
  latest.current = { options, onPort };

  useEffect(function holdGlobe() {
    if (!container.current) return;
    const made = createGlobe(container.current, latest.current.options);
    setGlobe(made);
    latest.current.onPort(made.port);
    return () => {
      latest.current.onPort(null);
      setGlobe(null);
      made.port.dispose();
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed tree is what must be drawn.
  useEffect(
    function drawChangedRoutes() {
      globe?.settling.disturb();
    },
    [globe, routes, selectedRouteId],
  );

  return (
    <>
      <div
        ref={container}
        className={styles['canvas']}
        role="application"
        aria-label={props.ariaLabel}
        data-vendor="cesium"
      />
      {globe && (
        <RouteTree widget={globe.widget} routes={routes} selectedRouteId={selectedRouteId} />
      )}
    </>
  );
}
