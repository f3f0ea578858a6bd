import { ChevronDown, ChevronUp, PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useApp, useAppState } from '../../state/app-context';
import type { SheetHeight } from '../../state/store';
import { IconButton } from '../../ui/Button';
import { useWords } from '../use-translate';
import styles from './explore-panel.module.css';
import { LanguageSwitch } from './LanguageSwitch';
import { useFrameMeasure } from './use-frame-measure';

const HIGHER: Readonly<Record<SheetHeight, SheetHeight>> = {
  peek: 'half',
  half: 'full',
  full: 'full',
};
const LOWER: Readonly<Record<SheetHeight, SheetHeight>> = {
  full: 'half',
  half: 'peek',
  peek: 'peek',
};

/** The panel on the left, a bottom sheet of three heights on a phone; what is in it is given. */
export function ExplorePanel(props: { readonly children: ReactNode }) {
  const isOpen = useAppState((state) => state.isPanelOpen);
  const sheetHeight = useAppState((state) => state.sheetHeight);
  const { actions } = useApp();
  const { t } = useWords();
  const panel = useRef<HTMLElement>(null);
  useFrameMeasure(panel, `${isOpen} ${sheetHeight}`);
  if (!isOpen) {
    return (
      <div className={styles['folded']}>
        <IconButton
          label={t('panel.open')}
          icon={<PanelLeftOpen aria-hidden />}
          onClick={() => actions.setPanelOpen(true)}
          isExpanded={false}
        />
      </div>
    );
  }
  return (
    <aside
      ref={panel}
      className={styles['panel']}
      data-height={sheetHeight}
      aria-label={t('panel.label')}
    >
      <div className={styles['grip']} data-print="no">
        <IconButton
          label={t('panel.lower')}
          icon={<ChevronDown aria-hidden />}
          onClick={() => actions.setSheetHeight(LOWER[sheetHeight])}
        />
        <IconButton
          label={t('panel.higher')}
          icon={<ChevronUp aria-hidden />}
          onClick={() => actions.setSheetHeight(HIGHER[sheetHeight])}
        />
      </div>
      <header className={styles['header']}>
        <div>
          <h1 className={styles['title']}>{t('app.name')}</h1>
          <p className={styles['tagline']}>{t('app.tagline')}</p>
        </div>
        <div className={styles['fold']} data-print="no">
          <IconButton
            label={t('panel.close')}
            icon={<PanelLeftClose aria-hidden size={20} />}
            onClick={() => actions.setPanelOpen(false)}
            isExpanded
          />
        </div>
      </header>
      <div className={styles['body']}>{props.children}</div>
      <LanguageSwitch />
    </aside>
  );
}
