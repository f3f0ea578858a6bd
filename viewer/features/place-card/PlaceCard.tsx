import { ArrowLeft, Clock, Footprints, Link2, Share2 } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import type { PlaceDetail, PlaceSummary, SceneIndex } from '#scene';
import { loadPlaceDetail } from '../../adapters/net';
import { useApp } from '../../state/app-context';
import { Button, IconButton } from '../../ui/Button';
import { kindKey } from '../kind-words';
import { useDetail } from '../use-detail';
import { useWords } from '../use-translate';
import { OtherPanoramas, PlacePicture } from './PlacePicture';
import styles from './place-card.module.css';
import { canShare, copyAddress, sharePage } from './share-page';
import { useVisitWords } from './use-visit-words';

const PlaceSections = lazy(() =>
  import('./PlaceSections').then((module) => ({ default: module.PlaceSections })),
);

/** What a visitor needs to know of the selected place, and the way into its panorama. */
export function PlaceCard(props: { readonly scene: SceneIndex; readonly place: PlaceSummary }) {
  const { scene, place } = props;
  const { actions } = useApp();
  const { t, text } = useWords();
  const detail = useDetail(place.detailUrl, loadPlaceDetail);
  return (
    <article className={styles['card']} data-place-card={place.id}>
      <div className={styles['top']}>
        <div className={styles['back']}>
          <Button
            variant="quiet"
            icon={<ArrowLeft aria-hidden size={18} />}
            onClick={actions.closePlace}
          >
            {t('place.back')}
          </Button>
        </div>
        <PlacePicture scene={scene} place={place} />
      </div>
      <header className={styles['header']}>
        <h2 className={styles['title']}>{text(place.name)}</h2>
        <ShareButtons name={text(place.name)} />
      </header>
      <Where scene={scene} place={place} />
      {detail.status === 'loading' && (
        <div className={styles['skeleton']} role="status" aria-label={t('place.loading')} />
      )}
      {detail.status === 'failed' && <p role="alert">{t('place.failed')}</p>}
      {detail.status === 'ready' && (
        <>
          <VisitLine detail={detail.value} />
          <p className={styles['summary']}>{text(detail.value.summary)}</p>
          <OtherPanoramas scene={scene} place={place} />
          <Suspense fallback={null}>
            <PlaceSections scene={scene} place={place} detail={detail.value} />
          </Suspense>
        </>
      )}
    </article>
  );
}

/** What it is, in which province, how high. */
function Where({ scene, place }: { readonly scene: SceneIndex; readonly place: PlaceSummary }) {
  const { t, text, number } = useWords();
  const kind = kindKey(place.kind);
  const provinces = scene.provinces.filter(
    ({ id, era }) => era === 'present' && place.provinceIds.includes(id),
  );
  const height = place.heightOrthometricM;
  const parts = [
    ...(kind ? [t(kind)] : []),
    ...provinces.map(({ name }) => text(name)),
    ...(height === null ? [] : [t('place.heightAboveSea', { height: number(height) })]),
  ];
  return <p className={styles['where']}>{parts.join(' · ')}</p>;
}

/** How long it takes and how hard it is, in one line. */
function VisitLine({ detail }: { readonly detail: PlaceDetail }) {
  const { hours, difficulty } = useVisitWords(detail.visit);
  if (hours === null && difficulty === null) return null;
  const item = (icon: ReactNode, words: string | null): ReactNode =>
    words !== null && (
      <span>
        {icon}
        {words}
      </span>
    );
  return (
    <p className={styles['visit']}>
      {item(<Clock aria-hidden size={15} />, hours)}
      {item(<Footprints aria-hidden size={15} />, difficulty)}
    </p>
  );
}

function ShareButtons({ name }: { readonly name: string }) {
  const { actions } = useApp();
  const { t } = useWords();
  return (
    <div className={styles['share']}>
      <IconButton
        label={t('place.copyLink')}
        icon={<Link2 aria-hidden size={18} />}
        onClick={() => {
          void copyAddress().then((isCopied) =>
            actions.notify(isCopied ? 'place.linkCopied' : 'notice.linkNotCopied'),
          );
        }}
      />
      {canShare() && (
        <IconButton
          label={t('place.share')}
          icon={<Share2 aria-hidden size={18} />}
          onClick={() => void sharePage(name)}
        />
      )}
    </div>
  );
}
