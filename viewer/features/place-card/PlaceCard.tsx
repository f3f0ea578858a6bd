import { Orbit } from 'lucide-react';
import { type CSSProperties, type RefObject, useEffect, useRef } from 'react';
import type { PanoramaSummary, PlaceSummary, SceneIndex } from '#scene';
import { appUrl, loadPlaceDetail } from '../../adapters/net';
import { useApp, useAppState } from '../../state/app-context';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { SourceList } from '../../ui/SourceList';
import { useDetail } from '../use-detail';
import { useWords } from '../use-translate';
import styles from './place-card.module.css';

/** What a visitor needs to know of the selected place, and the way into its panorama. */
export function PlaceCard(props: { readonly scene: SceneIndex; readonly place: PlaceSummary }) {
  const { scene, place } = props;
  const { actions } = useApp();
  const { t, text, number } = useWords();
  const provinces = scene.provinces.filter(
    ({ id, era }) => era === 'present' && place.provinceIds.includes(id),
  );
  return (
    <article data-place-card={place.id}>
      <Card title={text(place.name)} backLabel={t('place.back')} onBack={actions.closePlace}>
        <p className={styles['where']}>
          {provinces.map((province) => text(province.name)).join(' · ')}
          {place.heightOrthometricM !== null &&
            ` · ${t('place.heightAboveSea', { height: number(place.heightOrthometricM) })}`}
        </p>
        <PanoramaDoors scene={scene} place={place} />
        <PlaceText place={place} />
      </Card>
    </article>
  );
}

function PanoramaDoors(props: { readonly scene: SceneIndex; readonly place: PlaceSummary }) {
  const { scene, place } = props;
  const { actions } = useApp();
  const { t, text } = useWords();
  const door = useRef<HTMLButtonElement>(null);
  useFocusAfterPanorama(door);
  const panoramas = place.panoramaIds.flatMap(
    (id) => scene.panoramas.find((panorama) => panorama.id === id) ?? [],
  );
  const [first, ...others] = panoramas;
  if (!first) return null;
  return (
    <div className={styles['doors']}>
      <button
        ref={door}
        type="button"
        className={styles['door']}
        data-open-panorama={first.id}
        onClick={() => actions.openPanorama(first.id)}
      >
        <span aria-hidden="true" className={styles['picture']} style={pictureStyle(first)} />
        <span className={styles['doorWords']}>
          <Orbit aria-hidden size={20} />
          {t('place.open360')}
        </span>
        <span className={styles['kind']}>
          <Badge tone="mist">
            {t(first.kind === 'render' ? 'panorama.render' : 'panorama.photo')}
          </Badge>
        </span>
      </button>
      {others.length > 0 && <h3 className={styles['more']}>{t('place.moreViews')}</h3>}
      {others.map((panorama) => (
        <Button key={panorama.id} onClick={() => actions.openPanorama(panorama.id)}>
          {text(panorama.title)}
        </Button>
      ))}
    </div>
  );
}

/**
 * The part of the preview that the first view shows. The picture repeats sideways, so the seam of
 * the sphere does not matter; shares of the picture become shares of its drawn size.
 */
function pictureStyle({ previewUrl, previewFocus }: PanoramaSummary): CSSProperties {
  return {
    backgroundImage: `url("${appUrl(previewUrl)}")`,
    backgroundPositionX: `calc(50% - ${previewFocus.xRatio - 0.5} * var(--picture-width))`,
    backgroundPositionY: `calc(50% - ${previewFocus.yRatio - 0.5} * var(--picture-width) / 2)`,
  };
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

function PlaceText({ place }: { readonly place: PlaceSummary }) {
  const detail = useDetail(place.detailUrl, loadPlaceDetail);
  const { t, text } = useWords();
  if (detail.status === 'loading') {
    return <div className={styles['skeleton']} role="status" aria-label={t('place.loading')} />;
  }
  if (detail.status === 'failed') return <p role="alert">{t('place.failed')}</p>;
  const { summary, visit, sources } = detail.value;
  const told = [visit.gettingThere, visit.safety, visit.accessibility].flatMap((one) =>
    one !== null && 'told' in one ? [one.told] : [],
  );
  return (
    <>
      <p className={styles['summary']}>{text(summary)}</p>
      {told.map((one) => (
        <p key={one.vi}>{text(one)}</p>
      ))}
      <SourceList heading={t('place.sources')} sources={sources} />
    </>
  );
}
