import type { PlaceDetail, PlaceSummary, SceneIndex } from '#scene';
import { SourceList } from '../../ui/SourceList';
import { useWords } from '../use-translate';
import { AroundSections } from './AroundSections';
import { GoodToKnow } from './GoodToKnow';
import styles from './place-card.module.css';
import { Line, Section, ToldText } from './Section';
import { SunAndHeight } from './SunAndHeight';
import { WhenToGo } from './WhenToGo';

/** Everything of a place's card below why one should go. */
export function PlaceSections(props: {
  readonly scene: SceneIndex;
  readonly place: PlaceSummary;
  readonly detail: PlaceDetail;
}) {
  const { scene, place, detail } = props;
  const { t } = useWords();
  return (
    <div className={styles['sections']}>
      <WhenToGo scene={scene} detail={detail} />
      <GettingThere detail={detail} />
      <GoodToKnow visit={detail.visit} />
      <People detail={detail} />
      <AroundSections scene={scene} detail={detail} />
      <SunAndHeight place={place} detail={detail} />
      {detail.links.length > 0 && (
        <Section title={t('place.links')}>
          <ul>
            {detail.links.map(({ title, url, language }) => (
              <li key={url}>
                <a href={url} hrefLang={language} target="_blank" rel="noreferrer">
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <SourceList heading={t('place.sources')} sources={detail.sources} />
    </div>
  );
}

function GettingThere({ detail }: { readonly detail: PlaceDetail }) {
  const { t, text, number } = useWords();
  const { gettingThere, nearestTown } = detail.visit;
  if (gettingThere === null && nearestTown === null) return null;
  return (
    <Section title={t('place.gettingThere')} isOpen>
      {gettingThere && (
        <p>
          <ToldText fact={gettingThere} />
        </p>
      )}
      {nearestTown && (
        <p className={styles['quiet']}>
          {nearestTown.roadKm === null
            ? t('place.nearestTown', { town: text(nearestTown.name) })
            : t('place.nearestTownKm', {
                town: text(nearestTown.name),
                distance: number(nearestTown.roadKm),
              })}
        </p>
      )}
    </Section>
  );
}

function People({ detail }: { readonly detail: PlaceDetail }) {
  const { t, text } = useWords();
  const { peoples, customs } = detail;
  if (peoples.length === 0 && customs === null) return null;
  return (
    <Section title={t('place.people')}>
      <dl>
        {peoples.length > 0 && (
          <Line label={t('place.peoples')}>
            {peoples
              .map(({ name, ownName, note }) => {
                const named = ownName === null ? text(name) : `${text(name)} (${ownName})`;
                return note === null ? named : `${named}: ${text(note)}`;
              })
              .join(' · ')}
          </Line>
        )}
        {customs && (
          <Line label={t('place.customs')}>
            <ToldText fact={customs} />
          </Line>
        )}
      </dl>
    </Section>
  );
}
