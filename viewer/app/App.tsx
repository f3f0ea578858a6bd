import { useState } from 'react';
import type { SceneIndex } from '#scene';
import type { GlobePort } from '../adapters/globe-port';
import { CalendarDoor, CalendarPanel } from '../features/calendar';
import { AboutDialog, CreditLine } from '../features/credits';
import { ExplorePanel, PlaceList } from '../features/explore-panel';
import { Find } from '../features/find';
import { GlobeView } from '../features/globe-view';
import { LayersPanel } from '../features/layers';
import { MapControls } from '../features/map-controls';
import { Notices } from '../features/notices';
import { PanoramaView } from '../features/panorama-view';
import { PlaceCard } from '../features/place-card';
import { RouteCard } from '../features/route-card';
import { RouteStrip } from '../features/route-follow';
import { StoryCard, StoryDoors, StoryPlayer } from '../features/story';
import { TerrainOffer, TerrainSection } from '../features/terrain-tier';
import { useWords } from '../features/use-translate';
import { useAppState } from '../state/app-context';
import { Button } from '../ui/Button';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import styles from './app.module.css';

/** The whole page: globe below, panel and controls over it, the panorama over all. */
export function App(props: { readonly hasWebgl: boolean; readonly onRetry: () => void }) {
  const scene = useAppState((state) => state.scene);
  const hasFailed = useAppState((state) => state.hasSceneFailed);
  const { t } = useWords();
  if (scene) return <Page scene={scene} hasWebgl={props.hasWebgl} />;
  return (
    <main className={styles['opening']} aria-busy={!hasFailed}>
      <h1>{t('app.name')}</h1>
      {hasFailed ? (
        <>
          <p role="alert">{t('app.sceneFailed')}</p>
          <Button variant="primary" onClick={props.onRetry}>
            {t('app.retry')}
          </Button>
        </>
      ) : (
        <p>{t('app.loading')}</p>
      )}
    </main>
  );
}

function Page(props: { readonly scene: SceneIndex; readonly hasWebgl: boolean }) {
  const { scene, hasWebgl } = props;
  const { t } = useWords();
  const [globe, setGlobe] = useState<GlobePort | null>(null);
  const isInPanorama = useAppState((state) => state.view.panoramaId !== null);
  const [hasOpenedPanorama, setHasOpenedPanorama] = useState(isInPanorama);
  if (isInPanorama && !hasOpenedPanorama) setHasOpenedPanorama(true);
  return (
    <>
      <main className={styles['page']} inert={isInPanorama}>
        {/* First in the page, so that the keyboard meets the list before the labels on the map. */}
        <ExplorePanel>
          <PanelContent scene={scene} />
        </ExplorePanel>
        {hasWebgl ? (
          <ErrorBoundary message={t('app.crashedGlobe')} retryLabel={t('app.retry')}>
            <GlobeView scene={scene} onPort={setGlobe} />
          </ErrorBoundary>
        ) : (
          <p className={styles['noGlobe']} role="alert">
            {t('app.noWebgl')}
          </p>
        )}
        {hasWebgl && <MapControls globe={globe} />}
        {hasWebgl && <RouteStrip scene={scene} globe={globe} />}
        {hasWebgl && (
          <LayersPanel
            terrain={<TerrainSection scene={scene} />}
            hasRoads={scene.roadsUrl !== undefined}
            hasRivers={scene.riversUrl !== undefined}
          />
        )}
        <TerrainOffer />
        <CreditLine scene={scene} />
      </main>
      {hasOpenedPanorama && (
        <ErrorBoundary message={t('app.crashedPanorama')} retryLabel={t('app.retry')}>
          <PanoramaView scene={scene} hasWebgl={hasWebgl} />
        </ErrorBoundary>
      )}
      <StoryPlayer scene={scene} />
      <Notices />
      <AboutDialog />
    </>
  );
}

/** The panel shows what is selected: a place, else a route, else the calendar or everything. */
function PanelContent({ scene }: { readonly scene: SceneIndex }) {
  const { placeId, routeId } = useSubject();
  const calendar = useAppState((state) => state.view.calendar);
  const storyId = useAppState((state) => state.view.story?.storyId);
  const story = scene.stories.find(({ id }) => id === storyId);
  if (story) return <StoryCard key={story.id} story={story} />;
  const place = scene.places.find(({ id }) => id === placeId);
  if (place) return <PlaceCard key={place.id} scene={scene} place={place} />;
  const route = scene.routes.find(({ id }) => id === routeId);
  if (route) return <RouteCard key={route.id} scene={scene} route={route} />;
  if (calendar) return <CalendarPanel scene={scene} month={calendar} />;
  return (
    <Find scene={scene}>
      <CalendarDoor />
      <StoryDoors scene={scene} />
      <PlaceList scene={scene} />
    </Find>
  );
}

/** What is selected; under a panorama, where nobody sees the panel, what was when it opened. */
function useSubject(): { readonly placeId: string | null; readonly routeId: string | null } {
  const isCovered = useAppState((state) => state.view.panoramaId !== null);
  const placeId = useAppState((state) => state.view.placeId);
  const routeId = useAppState((state) => state.view.routeId);
  const [held, setHeld] = useState({ placeId, routeId });
  const isBehind = held.placeId !== placeId || held.routeId !== routeId;
  if (isCovered || !isBehind) return held;
  setHeld({ placeId, routeId });
  return { placeId, routeId };
}
