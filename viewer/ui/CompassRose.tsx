import type { Ref } from 'react';
import styles from './compass-rose.module.css';

/**
 * A compass needle. Whoever owns the camera turns `needleRef` by its CSS `rotate`, at frame rate
 * and without React.
 */
export function CompassRose(props: { readonly needleRef: Ref<SVGGElement> }) {
  return (
    <svg className={styles['rose']} viewBox="-20 -20 40 40" aria-hidden="true">
      <circle r="18" className={styles['ring']} />
      <g ref={props.needleRef}>
        <path d="M0 -14 L4.5 0 L-4.5 0 Z" className={styles['north']} />
        <path d="M0 14 L4.5 0 L-4.5 0 Z" className={styles['south']} />
      </g>
    </svg>
  );
}
