import { MapPin, Orbit } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { type MinimapFrame, minimapTiles } from '#core/tour/minimap';
import type { PlaceSummary, SceneIndex } from '#scene';
import { appUrl, loadReliefDescription } from '../../adapters/net';
import { useApp, useAppState } from '../../state/app-context';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { useDetail } from '../use-detail';
import { useWords } from '../use-translate';
import styles from './place-card.module.css';

/** A picture of the place: the door into its panorama, a still, or the painted relief around it. */
export function PlacePicture(props: { readonly scene: SceneIndex; readonly place: PlaceSummary }) {
  const { scene, place } = props;
  const panorama = scene.panoramas.find(({ id }) => id === place.panoramaIds[0]);
  const [hasFailed, setHasFailed] = useState(false);
  const still = place.stillUrl ?? panorama?.thumbnailUrl;
  if (panorama && still !== undefined) {
    return <Door panoramaId={panorama.id} kind={panorama.kind} pictureUrl={still} />;
  }
  if (still !== undefined && !hasFailed) {
    return <Still pictureUrl={still} onFailure={() => setHasFailed(true)} />;
  }
  return <ReliefPicture scene={scene} place={place} />;
}

/** A still; all of them are drawn, and the card says so. */
function Still(props: { readonly pictureUrl: string; readonly onFailure: () => void }) {
  const { t } = useWords();
  return (
    <>
      <img
        className={styles['picture']}
        src={appUrl(props.pictureUrl)}
        alt=""
        onError={props.onFailure}
      />
      <span className={styles['kind']} title={t('panorama.renderMeaning')}>
        <Badge tone="mist">{t('panorama.render')}</Badge>
      </span>
    </>
  );
}

function Door(props: {
  readonly panoramaId: string;
  readonly kind: 'photo' | 'render';
  readonly pictureUrl: string;
}) {
  const { actions } = useApp();
  const { t } = useWords();
  const door = useRef<HTMLButtonElement>(null);
  useFocusAfterPanorama(door);
  return (
    <button
      ref={door}
      type="button"
      className={styles['door']}
      data-open-panorama={props.panoramaId}
      onClick={() => actions.openPanorama(props.panoramaId)}
    >
      <img className={styles['picture']} src={appUrl(props.pictureUrl)} alt="" />
      <span className={styles['doorWords']}>
        <Orbit aria-hidden size={20} />
        {t('place.open360')}
      </span>
      <span className={styles['kind']}>
        <Badge tone="mist">
          {t(props.kind === 'render' ? 'panorama.render' : 'panorama.photo')}
        </Badge>
      </span>
    </button>
  );
}

/** The other panoramas of the place. */
export function OtherPanoramas(props: {
  readonly scene: SceneIndex;
  readonly place: PlaceSummary;
}) {
  const { actions } = useApp();
  const { t, text } = useWords();
  const others = props.place.panoramaIds
    .slice(1)
    .flatMap((id) => props.scene.panoramas.find((panorama) => panorama.id === id) ?? []);
  if (others.length === 0) return null;
  return (
    <div className={styles['others']}>
      <h3>{t('place.moreViews')}</h3>
      {others.map((panorama) => (
        <Button key={panorama.id} onClick={() => actions.openPanorama(panorama.id)}>
          {text(panorama.title)}
        </Button>
      ))}
    </div>
  );
}

/** Edge of the square of relief, of which the card shows a strip. */
const SIZE_PX = 400;
/** Forty kilometres across: the valleys and crests around, on tiles that are always built. */
const METRES_PER_PX = 100;

/** The painted relief around a place that has no picture yet. */
function ReliefPicture({
  scene,
  place,
}: {
  readonly scene: SceneIndex;
  readonly place: PlaceSummary;
}) {
  const { t } = useWords();
  const folder = `tilesets/${scene.imagery.tilesetId}`;
  const relief = useDetail(`${folder}/imagery.json`, loadReliefDescription);
  const { lonDeg, latDeg } = place;
  const frame: MinimapFrame = { lonDeg, latDeg, metresPerPx: METRES_PER_PX, sizePx: SIZE_PX };
  const tiles =
    relief.status === 'ready' ? minimapTiles(frame, Math.min(8, relief.value.maxLevel)) : [];
  const version = relief.status === 'ready' ? relief.value.version : '';
  return (
    <svg
      className={styles['picture']}
      viewBox={`0 0 ${SIZE_PX} ${SIZE_PX}`}
      preserveAspectRatio="xMidYMid slice"
      role="img"
      aria-label={t('place.stillDrawn')}
    >
      {tiles.map(({ tile, leftPx, topPx, widthPx, heightPx }) => (
        <image
          key={`${tile.z}/${tile.x}/${tile.y}`}
          href={appUrl(`${folder}/${tile.z}/${tile.x}/${tile.y}.webp?v=${version}`)}
          x={leftPx}
          y={topPx}
          width={widthPx + 0.3}
          height={heightPx + 0.3}
          preserveAspectRatio="none"
        />
      ))}
      <MapPin
        aria-hidden
        className={styles['pin']}
        x={SIZE_PX / 2 - 14}
        y={SIZE_PX / 2 - 26}
        size={28}
      />
    </svg>
  );
}

/** Brings the focus back to the door when the visitor comes out of it. */
function useFocusAfterPanorama(door: RefObject<HTMLButtonElement | null>): void {
  const isInPanorama = useAppState((state) => state.view.panoramaId !== null);
  const wasInPanorama = useRef(isInPanorama);
  useEffect(
    function focusDoor() {
      if (wasInPanorama.current && !isInPanorama) door.current?.focus({ preventScroll: true });
      wasInPanorama.current = isInPanorama;
    },
    [isInPanorama, door],
  );
}
