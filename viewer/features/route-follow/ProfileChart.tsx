import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef } from 'react';
import { pointAtKm } from '#core/route/journey';
import { useWords } from '../use-translate';
import { type ProfileShape, profileShape, SHAPE } from './profile-shape';
import type { RouteCursor } from './route-cursor';
import styles from './route-follow.module.css';
import type { RouteOnGround } from './use-route-profile';

/** The profile with its cursor: a slider for hands, keys and screen readers alike. */
export function ProfileChart(props: {
  readonly onGround: RouteOnGround;
  readonly cursor: RouteCursor;
  readonly label: string;
  /** What a point of the way is: distance, height, near what. */
  readonly describe: (alongKm: number) => string;
  /** The visitor let go of the cursor here. */
  readonly onChosen: (alongKm: number) => void;
}) {
  const { onGround, cursor, describe, onChosen } = props;
  const { journey, stops, profile } = onGround;
  const slider = useRef<HTMLDivElement>(null);
  const shape = useMemo(() => profile && profileShape(journey, profile), [journey, profile]);
  useDrawnCursor(slider, cursor, onGround, describe);
  const kmAt = (event: PointerEvent): number => {
    const box = event.currentTarget.getBoundingClientRect();
    const ratio = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    return ratio * journey.lengthKm;
  };
  return (
    <div
      ref={slider}
      className={styles['chart']}
      role="slider"
      tabIndex={0}
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={Math.round(journey.lengthKm)}
      aria-valuenow={Math.round(cursor.alongKm() ?? 0)}
      aria-valuetext={describe(cursor.alongKm() ?? 0)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        cursor.move(kmAt(event));
      }}
      onPointerMove={(event) => {
        if (event.pointerType === 'mouse' || event.buttons > 0) cursor.move(kmAt(event));
      }}
      onPointerUp={(event) => onChosen(kmAt(event))}
      onKeyDown={(event) => {
        const next = keyedKm(event, cursor.alongKm() ?? 0, journey.lengthKm, stops);
        if (next === null) return;
        event.preventDefault();
        cursor.move(next);
        onChosen(next);
      }}
    >
      <Drawing shape={shape} />
      {stops.map(({ placeId, alongKm }, at) => (
        <span
          // A place may be met twice.
          key={`${placeId}-${at === 0 ? 'first' : alongKm}`}
          className={styles['stop']}
          style={{ left: `${(alongKm / journey.lengthKm) * 100}%` }}
        />
      ))}
      <span className={styles['cursor']} aria-hidden="true" />
    </div>
  );
}

/** The land below the way, and round heights at its side. */
function Drawing({ shape }: { readonly shape: ProfileShape | null }) {
  const { t, number } = useWords();
  if (!shape) return <span className={styles['waiting']}>{t('route.profileLoading')}</span>;
  return (
    <>
      <svg
        className={styles['drawing']}
        viewBox={`0 0 ${SHAPE.width} ${SHAPE.height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {shape.marks.map(({ heightM, y }) => (
          <line key={heightM} className={styles['mark']} x1={0} x2={SHAPE.width} y1={y} y2={y} />
        ))}
        <path className={styles['land']} d={shape.area} />
        <path className={styles['edge']} d={shape.line} />
      </svg>
      {shape.marks.map(({ heightM, y }) => (
        <span
          key={heightM}
          className={styles['markText']}
          style={{ top: `${(y / SHAPE.height) * 100}%` }}
        >
          {number(heightM)} m
        </span>
      ))}
    </>
  );
}

/** Moves the cursor's line and what is read of it, without drawing the component again. */
function useDrawnCursor(
  slider: { readonly current: HTMLDivElement | null },
  cursor: RouteCursor,
  { journey, profile }: RouteOnGround,
  describe: (alongKm: number) => string,
): void {
  useEffect(
    function drawCursor() {
      const draw = (alongKm: number | null): void => {
        const element = slider.current;
        if (!element) return;
        element.dataset['isPointing'] = String(alongKm !== null);
        if (alongKm === null) return;
        const ratio = alongKm / Math.max(0.001, journey.lengthKm);
        element.style.setProperty('--along', `${(ratio * 100).toFixed(3)}%`);
        element.setAttribute('aria-valuenow', String(Math.round(alongKm)));
        element.setAttribute('aria-valuetext', describe(alongKm));
        const heightM = profile?.heightsM[pointAtKm(journey, alongKm)] ?? null;
        element.dataset['heightM'] = heightM === null ? '' : String(Math.round(heightM));
      };
      draw(cursor.alongKm());
      return cursor.onMoved(draw);
    },
    [slider, cursor, journey, profile, describe],
  );
}

/** Where a key moves the cursor to; null for a key that does not. */
function keyedKm(
  { key }: KeyboardEvent,
  alongKm: number,
  lengthKm: number,
  stops: RouteOnGround['stops'],
): number | null {
  const within = (km: number) => Math.min(lengthKm, Math.max(0, km));
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return within(alongKm + lengthKm / 100);
    case 'ArrowLeft':
    case 'ArrowDown':
      return within(alongKm - lengthKm / 100);
    case 'Home':
      return 0;
    case 'End':
      return lengthKm;
    case 'PageUp':
      return stops.find((stop) => stop.alongKm > alongKm + 0.05)?.alongKm ?? lengthKm;
    case 'PageDown':
      return stops.findLast((stop) => stop.alongKm < alongKm - 0.05)?.alongKm ?? 0;
    default:
      return null;
  }
}
