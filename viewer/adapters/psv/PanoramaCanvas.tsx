import { useEffect, useRef } from 'react';
import type { PanoramaPort } from '../panorama-port';
import { createPanorama } from './create-panorama';
import styles from './panorama-canvas.module.css';

/** The panorama viewer in the page: one graphics context as long as it is mounted. */
export function PanoramaCanvas(props: {
  /** Given the viewer when it is made and null when it goes. */
  readonly onPort: (port: PanoramaPort | null) => void;
  readonly ariaLabel: string;
}) {
  const container = useRef<HTMLDivElement>(null);
  const latest = useRef(props.onPort);
  latest.current = props.onPort;

  useEffect(function holdPanorama() {
    if (!container.current) return;
    // PSV writes into the element it gets; one of its own survives a remount clean.
    const host = document.createElement('div');
    host.className = styles['host'] ?? '';
    container.current.append(host);
    const port = createPanorama(host);
    latest.current(port);
    return () => {
      latest.current(null);
      port.dispose();
      host.remove();
    };
  }, []);

  return (
    <div
      ref={container}
      className={styles['canvas']}
      role="application"
      aria-label={props.ariaLabel}
      data-vendor="psv"
    />
  );
}
