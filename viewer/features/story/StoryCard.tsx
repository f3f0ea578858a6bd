import type { StorySummary } from '#scene';
import { loadStoryDetail } from '../../adapters/net';
import { useApp, useAppState } from '../../state/app-context';
import { Card } from '../../ui/Card';
import { SourceList } from '../../ui/SourceList';
import { useDetail } from '../use-detail';
import { useWords } from '../use-translate';
import styles from './story.module.css';

/** The story in the panel: what it is about, and its chapters to go to. */
export function StoryCard(props: { readonly story: StorySummary }) {
  const { story } = props;
  const { actions } = useApp();
  const { t, text } = useWords();
  const present = useAppState((state) => state.view.story?.chapter ?? 0);
  const detail = useDetail(story.detailUrl, loadStoryDetail);
  return (
    <article data-story-card={story.id}>
      <Card title={text(story.title)} backLabel={t('story.close')} onBack={actions.closeStory}>
        {detail.status === 'failed' && <p role="alert">{t('place.failed')}</p>}
        {detail.status === 'ready' && (
          <>
            <p>{text(detail.value.summary)}</p>
            <ol className={styles['chapters']}>
              {detail.value.chapters.map((chapter) => {
                const at = detail.value.chapters.indexOf(chapter);
                return (
                  <li key={chapter.title.vi}>
                    <button
                      type="button"
                      className={styles['door']}
                      aria-current={at === present ? 'step' : undefined}
                      onClick={() => actions.goToChapter(at)}
                    >
                      <span className={styles['number']}>{at + 1}</span>
                      <span className={styles['doorName']}>{text(chapter.title)}</span>
                    </button>
                  </li>
                );
              })}
            </ol>
            <SourceList heading={t('place.sources')} sources={detail.value.sources} />
          </>
        )}
      </Card>
    </article>
  );
}
