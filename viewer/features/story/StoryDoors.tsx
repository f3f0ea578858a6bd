import { BookOpenText } from 'lucide-react';
import type { SceneIndex } from '#scene';
import { useApp } from '../../state/app-context';
import { useWords } from '../use-translate';
import styles from './story.module.css';

/** The stories to begin, in the list of everything. */
export function StoryDoors({ scene }: { readonly scene: SceneIndex }) {
  const { actions } = useApp();
  const { t, text } = useWords();
  if (scene.stories.length === 0) return null;
  return (
    <>
      <h2 className={styles['heading']}>{t('story.stories')}</h2>
      <ul className={styles['doors']}>
        {scene.stories.map(({ id, title, chapterCount }) => (
          <li key={id}>
            <button
              type="button"
              className={styles['door']}
              data-story={id}
              onClick={() => actions.openStory(id)}
            >
              <BookOpenText aria-hidden size={18} />
              <span className={styles['doorName']}>{text(title)}</span>
              <span className={styles['count']}>
                {t('story.chapters', { count: chapterCount })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
