import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { vietnamDayOf } from '#core/calendar/vietnam-day';
import type { SceneIndex } from '#scene';
import { useApp, useAppState } from '../../state/app-context';
import { isFinding } from '../../state/find-view';
import { useWords } from '../use-translate';
import { FindBox } from './FindBox';
import { FindFilters } from './FindFilters';
import { FoundList } from './FoundList';
import styles from './find.module.css';
import { useFinding } from './use-finding';

/**
 * The one search: a field, filters, and what is found; while nothing is looked for, what is given
 * as children.
 */
export function Find(props: { readonly scene: SceneIndex; readonly children: ReactNode }) {
  const { scene } = props;
  const { actions, now } = useApp();
  const [isWanted, setWanted] = useState(false);
  const [areFiltersOpen, setFiltersOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const isActive = useAppState((state) => isFinding(state.view.find) || state.here !== null);
  const finding = useFinding(scene, isWanted || areFiltersOpen);
  const step = (by: number): void => stepFocus(results.current, input.current, by);
  return (
    <>
      <FindBox
        input={input}
        areFiltersOpen={areFiltersOpen}
        onFiltersOpen={(areOpen) => {
          setFiltersOpen(areOpen);
          if (areOpen) actions.setSheetHeight('full');
        }}
        onWanted={() => {
          setWanted(true);
          // On a phone the keys cover the lower half.
          actions.setSheetHeight('full');
        }}
        onStepDown={() => step(1)}
      />
      {areFiltersOpen && (
        <FindFilters
          scene={scene}
          index={finding.status === 'ready' ? finding.index : null}
          presentMonth={vietnamDayOf(now()).month}
        />
      )}
      {isActive ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: arrows step through the buttons in it
        <div
          ref={results}
          onKeyDown={(event) => {
            const by = stepOf(event);
            if (by === 0) return;
            event.preventDefault();
            step(by);
          }}
        >
          <Results finding={finding} scene={scene} />
        </div>
      ) : (
        props.children
      )}
    </>
  );
}

function Results(props: {
  readonly finding: ReturnType<typeof useFinding>;
  readonly scene: SceneIndex;
}) {
  const { finding, scene } = props;
  const { t } = useWords();
  if (finding.status === 'failed') {
    return (
      <p className={styles['status']} role="alert">
        {t('find.failed')}
      </p>
    );
  }
  if (finding.status !== 'ready') {
    return <p className={styles['status']}>{t('place.loading')}</p>;
  }
  return <FoundList found={finding.found} scene={scene} />;
}

function stepOf({ key }: KeyboardEvent): number {
  if (key === 'ArrowDown') return 1;
  return key === 'ArrowUp' ? -1 : 0;
}

/** Moves the focus through the results; up from the first one it goes back to the field. */
function stepFocus(results: HTMLElement | null, input: HTMLElement | null, by: number): void {
  const buttons = [...(results?.querySelectorAll('button') ?? [])];
  const active = document.activeElement;
  const at = active instanceof HTMLButtonElement ? buttons.indexOf(active) : -1;
  const next = at + by;
  if (next < 0) input?.focus();
  else buttons[Math.min(next, buttons.length - 1)]?.focus();
}
