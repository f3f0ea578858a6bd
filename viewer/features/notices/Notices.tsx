import { X } from 'lucide-react';
import { useApp, useAppState } from '../../state/app-context';
import { IconButton } from '../../ui/Button';
import { useWords } from '../use-translate';
import styles from './notices.module.css';

/** The one sentence the visitor should know now. */
export function Notices() {
  const notice = useAppState((state) => state.notice);
  const { actions } = useApp();
  const { t } = useWords();
  return (
    <div className={styles['region']} role="status">
      {notice && (
        <div className={styles['notice']} key={notice.serial}>
          <p>{t(notice.messageKey)}</p>
          <IconButton
            label={t('notice.dismiss')}
            icon={<X aria-hidden size={18} />}
            onClick={actions.dismissNotice}
          />
        </div>
      )}
    </div>
  );
}
