import { LINE_EDGE, LINE_LOOKS, type LineLook } from '../../adapters/line-looks';
import styles from './layers.module.css';

/** A piece of a line as it is drawn on the globe. */
export function LineSwatch({ look }: { readonly look: LineLook }) {
  const { colour, opacity, widthPx, edgeOpacity, isDashed } = LINE_LOOKS[look];
  const ends = { x1: 3, x2: 33, y1: 8, y2: 8, shapeRendering: 'crispEdges' } as const;
  return (
    <svg className={styles['swatch']} viewBox="0 0 36 16" aria-hidden="true">
      <rect className={styles['ground']} width="36" height="16" rx="3" />
      <line
        {...ends}
        stroke={LINE_EDGE.colour}
        strokeOpacity={edgeOpacity}
        strokeWidth={widthPx + 2 * LINE_EDGE.widthPx}
      />
      <line
        {...ends}
        stroke={colour}
        strokeOpacity={opacity}
        strokeWidth={widthPx}
        strokeDasharray={isDashed ? '5 5' : undefined}
      />
    </svg>
  );
}

/** A piece of a route, with the dark edge that it has on the globe. */
export function RouteSwatch() {
  return (
    <svg className={styles['swatch']} viewBox="0 0 36 16" aria-hidden="true">
      <rect className={styles['ground']} width="36" height="16" rx="3" />
      <line x1="3" x2="33" y1="8" y2="8" className={styles['routeEdge']} />
      <line x1="3" x2="33" y1="8" y2="8" className={styles['routeLine']} />
    </svg>
  );
}

/** A pin as it stands on the globe. */
export function PinSwatch({ pin }: { readonly pin: 'with360' | 'plain' | 'selected' }) {
  return <span aria-hidden="true" className={styles['pin']} data-pin={pin} />;
}
