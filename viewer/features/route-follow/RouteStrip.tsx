import {
  ChevronDown,
  ChevronUp,
  Pause,
  Play,
  Printer,
  SkipBack,
  SkipForward,
  Square,
} from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { pointAtKm } from '#core/route/journey';
import type { RouteSummary, SceneIndex } from '#scene';
import type { GlobePort } from '../../adapters/globe-port';
import { isMotionReduced } from '../../adapters/motion';
import { useAppState } from '../../state/app-context';
import { IconButton } from '../../ui/Button';
import { SpeedSelect } from '../../ui/SpeedSelect';
import { useWords } from '../use-translate';
import { ProfileChart } from './ProfileChart';
import { createRouteCursor, type RouteCursor } from './route-cursor';
import styles from './route-follow.module.css';
import { type Flight, SPEEDS, useFlyAlong } from './use-fly-along';
import { useMapCursor } from './use-map-cursor';
import { type RouteOnGround, useRouteOnGround } from './use-route-profile';

/** The selected route's profile over the map, with all one needs to follow it. */
export function RouteStrip(props: {
  readonly scene: SceneIndex;
  readonly globe: GlobePort | null;
}) {
  const routeId = useAppState((state) => state.view.routeId);
  const isCardOpen = useAppState((state) => state.view.placeId === null);
  const route = props.scene.routes.find(({ id }) => id === routeId);
  if (!route || !isCardOpen) return null;
  return <Strip key={route.id} {...props} route={route} />;
}

function Strip(props: {
  readonly scene: SceneIndex;
  readonly route: RouteSummary;
  readonly globe: GlobePort | null;
}) {
  const { scene, route, globe } = props;
  const { t, text } = useWords();
  const [isOpen, setOpen] = useState(true);
  const [cursor] = useState(createRouteCursor);
  const onGround = useRouteOnGround(scene, route, globe);
  const flight = useFlyAlong(globe, onGround.flyPoints, cursor);
  useMapCursor(globe, onGround.journey, cursor, flight.phase === 'flying');
  const describe = useDescription(scene, onGround);
  const leftPx = useAppState((state) => state.frame.leftPx);
  const bottomPx = useAppState((state) => state.frame.bottomPx);
  return (
    <section
      className={styles['strip']}
      aria-label={t('route.profileOf', { route: text(route.name) })}
      data-route-strip={route.id}
      data-is-ready={onGround.profile !== null}
      style={{ left: leftPx === 0 ? undefined : leftPx + 16, bottom: bottomPx || undefined }}
    >
      <div className={styles['bar']}>
        <Figures onGround={onGround} />
        <Readout cursor={cursor} describe={describe} />
        <FlightButtons flight={flight} cursor={cursor} onGround={onGround} />
        <IconButton
          label={t('route.print')}
          icon={<Printer aria-hidden size={18} />}
          onClick={() => window.print()}
        />
        <IconButton
          label={t(isOpen ? 'route.foldProfile' : 'route.openProfile')}
          icon={
            isOpen ? <ChevronDown aria-hidden size={18} /> : <ChevronUp aria-hidden size={18} />
          }
          isExpanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        />
      </div>
      {isOpen && (
        <ProfileChart
          onGround={onGround}
          cursor={cursor}
          label={t('route.position')}
          describe={describe}
          onChosen={(alongKm) => {
            if (flight.phase !== 'off') flight.goTo(alongKm);
          }}
        />
      )}
      <ProfileText onGround={onGround} describe={describe} />
    </section>
  );
}

/** What the whole way climbs, and by which terrain. */
function Figures({ onGround: { profile } }: { readonly onGround: RouteOnGround }) {
  const { t, number } = useWords();
  if (!profile || !Number.isFinite(profile.highestM)) return null;
  return (
    <p className={styles['figures']}>
      <span>{t('route.climb', { climb: number(tens(profile.climbM)) })}</span>
      <span>{t('route.descent', { descent: number(tens(profile.descentM)) })}</span>
      <span className={styles['highest']}>
        {t('route.highest', { height: number(profile.highestM) })}
      </span>
    </p>
  );
}

/** Where the cursor is, in words; written without drawing the strip again. */
function Readout(props: {
  readonly cursor: RouteCursor;
  readonly describe: (alongKm: number) => string;
}) {
  const { cursor, describe } = props;
  const element = useRef<HTMLParagraphElement>(null);
  useEffect(
    function writeReadout() {
      const write = (alongKm: number | null): void => {
        if (element.current)
          element.current.textContent = alongKm === null ? '' : describe(alongKm);
      };
      write(cursor.alongKm());
      return cursor.onMoved(write);
    },
    [cursor, describe],
  );
  return <p ref={element} className={styles['readout']} aria-hidden="true" />;
}

function FlightButtons(props: {
  readonly flight: Flight;
  readonly cursor: RouteCursor;
  readonly onGround: RouteOnGround;
}) {
  const { flight, cursor, onGround } = props;
  const { t, number } = useWords();
  const { stops, journey, flyPoints } = onGround;
  if (!flyPoints) return null;
  const next = () =>
    stops.find(({ alongKm }) => alongKm > (cursor.alongKm() ?? -1) + 0.05)?.alongKm ??
    journey.lengthKm;
  const before = () =>
    stops.findLast(({ alongKm }) => alongKm < (cursor.alongKm() ?? 0) - 0.05)?.alongKm ?? 0;
  const isFlying = flight.phase === 'flying';
  return (
    <div className={styles['flight']}>
      <IconButton
        label={t('route.previousStop')}
        icon={<SkipBack aria-hidden size={18} />}
        onClick={() => flight.goTo(before())}
      />
      {!isMotionReduced() && (
        <IconButton
          label={t(isFlying ? 'route.pauseFlight' : 'route.flyAlong')}
          icon={isFlying ? <Pause aria-hidden size={18} /> : <Play aria-hidden size={18} />}
          onClick={flight.toggle}
        />
      )}
      <IconButton
        label={t('route.nextStop')}
        icon={<SkipForward aria-hidden size={18} />}
        onClick={() => flight.goTo(next())}
      />
      {flight.phase !== 'off' && (
        <>
          <IconButton
            label={t('route.stopFlight')}
            icon={<Square aria-hidden size={16} />}
            onClick={flight.stop}
          />
          <SpeedSelect
            label={t('route.speed')}
            speeds={SPEEDS}
            speedRatio={flight.speedRatio}
            textOf={(speed) => number(speed, 1)}
            onChange={flight.setSpeed}
          />
        </>
      )}
    </div>
  );
}

/** The profile in a sentence, for those who do not see it. */
function ProfileText(props: {
  readonly onGround: RouteOnGround;
  readonly describe: (alongKm: number) => string;
}) {
  const { journey, profile } = props.onGround;
  const { t, number } = useWords();
  if (!profile || !Number.isFinite(profile.highestM)) return null;
  const highestAt = profile.heightsM.indexOf(profile.highestM);
  const lowestAt = profile.heightsM.indexOf(profile.lowestM);
  return (
    <p className={styles['spoken']}>
      {t('route.profileText', {
        length: number(journey.lengthKm),
        climb: number(tens(profile.climbM)),
        descent: number(tens(profile.descentM)),
        highest: props.describe(journey.points[highestAt]?.alongKm ?? 0),
        lowest: props.describe(journey.points[lowestAt]?.alongKm ?? 0),
      })}
    </p>
  );
}

/** Says a point of the way: how far, how high, near which stop. */
function useDescription(scene: SceneIndex, onGround: RouteOnGround): (alongKm: number) => string {
  const { t, text, number } = useWords();
  const { journey, profile, stops } = onGround;
  const names = useMemo(
    () => new Map(scene.places.map((place) => [place.id, place.name])),
    [scene],
  );
  return useCallback(
    (alongKm) => {
      const heightM = profile?.heightsM[pointAtKm(journey, alongKm)] ?? null;
      const nearest = stops.reduce<(typeof stops)[number] | null>(
        (best, stop) =>
          best && Math.abs(best.alongKm - alongKm) <= Math.abs(stop.alongKm - alongKm)
            ? best
            : stop,
        null,
      );
      const name = nearest && names.get(nearest.placeId);
      return [
        t('route.atKm', { distance: number(alongKm, alongKm < 20 ? 1 : 0) }),
        heightM === null ? null : t('route.atHeight', { height: number(heightM) }),
        name ? t('route.near', { place: text(name) }) : null,
      ]
        .filter((part) => part !== null)
        .join(' · ');
    },
    [t, text, number, journey, profile, stops, names],
  );
}

/** Sums over a drawn line are not known to the metre. */
function tens(valueM: number): number {
  return Math.round(valueM / 10) * 10;
}
