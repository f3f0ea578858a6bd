import { Search, SlidersHorizontal, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect } from 'react';
import { isNarrow } from '#core/find/narrowing';
import { useApp, useAppState } from '../../state/app-context';
import { IconButton } from '../../ui/Button';
import { useWords } from '../use-translate';
import styles from './find.module.css';

/** The field to type in, and the door to the filters. */
export function FindBox(props: {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly areFiltersOpen: boolean;
  readonly onFiltersOpen: (areOpen: boolean) => void;
  readonly onWanted: () => void;
  readonly onStepDown: () => void;
}) {
  const { input, areFiltersOpen } = props;
  const { actions } = useApp();
  const { t } = useWords();
  const find = useAppState((state) => state.view.find);
  useSlashKey(input);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      props.onStepDown();
    }
    if (event.key === 'Escape' && find.text !== '') {
      event.preventDefault();
      actions.find({ text: '' });
    }
  };
  const isNarrowed = isNarrow(find.narrowing) || find.alongRouteId !== null;
  return (
    <search className={styles['box']}>
      <span className={styles['field']}>
        <Search aria-hidden size={16} />
        <input
          ref={input}
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          value={find.text}
          placeholder={t('find.label')}
          aria-label={t('find.label')}
          aria-keyshortcuts="/"
          onFocus={props.onWanted}
          onChange={(event) => actions.find({ text: event.currentTarget.value })}
          onKeyDown={onKeyDown}
        />
        {find.text !== '' && (
          <IconButton
            label={t('find.clear')}
            icon={<X aria-hidden size={16} />}
            onClick={() => {
              actions.find({ text: '' });
              input.current?.focus();
            }}
          />
        )}
      </span>
      <span className={styles['filterDoor']} data-is-narrowed={isNarrowed}>
        <IconButton
          label={t(areFiltersOpen ? 'find.filtersClose' : 'find.filtersOpen')}
          icon={<SlidersHorizontal aria-hidden size={18} />}
          isExpanded={areFiltersOpen}
          onClick={() => props.onFiltersOpen(!areFiltersOpen)}
        />
      </span>
    </search>
  );
}

/** The slash key goes to the field from anywhere that is not a field itself. */
function useSlashKey(input: RefObject<HTMLInputElement | null>): void {
  useEffect(
    function listenForSlash() {
      const onKey = (event: globalThis.KeyboardEvent): void => {
        const isTyping =
          event.target instanceof Element &&
          event.target.closest('input, select, textarea, dialog');
        if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
        event.preventDefault();
        input.current?.focus();
      };
      window.addEventListener('keydown', onKey);
      return () => window.removeEventListener('keydown', onKey);
    },
    [input],
  );
}
