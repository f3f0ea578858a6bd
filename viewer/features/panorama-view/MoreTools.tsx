import { Camera, Glasses, Link2, Maximize, Minimize, Smartphone, Wind } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PanoramaDetail } from '#scene';
import { isMotionReduced } from '../../adapters/motion';
import type { PanoramaPort } from '../../adapters/panorama-port';
import { useApp } from '../../state/app-context';
import { useWords } from '../use-translate';
import styles from './panorama-chrome.module.css';
import { canFollowPhone, copyAddress, saveView, toggleFullscreen } from './view-tools';

/** What is needed now and then: looking around by itself, picture, link, full screen, phone. */
export function MoreTools(props: {
  readonly viewer: PanoramaPort;
  readonly detail: PanoramaDetail;
  readonly isRoaming: boolean;
  readonly isFollowingPhone: boolean;
  readonly onDone: () => void;
  /** Switches of what stands in the view. */
  readonly children?: ReactNode;
}) {
  const { viewer, detail, isRoaming, isFollowingPhone, onDone } = props;
  const { actions } = useApp();
  const { t, text } = useWords();
  const isFull = document.fullscreenElement !== null;
  const follow = (mode: 'gyroscope' | 'stereo') => async (): Promise<void> => {
    if (!(await viewer.followPhone(mode))) actions.notify('notice.noPhoneSense');
  };
  const save = async (): Promise<void> => {
    const lines = [
      text(detail.title),
      [detail.credit, detail.licence, detail.date].filter(Boolean).join(' · '),
      t('app.name'),
    ];
    const isSaved = await saveView(viewer, lines, `${detail.id}.jpg`);
    actions.notify(isSaved ? 'notice.pictureSaved' : 'notice.pictureNotSaved');
  };
  const copy = async (): Promise<void> => {
    actions.notify((await copyAddress()) ? 'notice.linkCopied' : 'notice.linkNotCopied');
  };
  const tool = (icon: ReactNode, label: string, onClick: () => unknown): ReactNode => (
    <button
      type="button"
      onClick={() => {
        onDone();
        void onClick();
      }}
    >
      {icon}
      {label}
    </button>
  );
  return (
    <section className={styles['more']} aria-label={t('panorama.more')}>
      {props.children}
      {isMotionReduced() ? (
        <p>{t('panorama.roamNeedsMotion')}</p>
      ) : (
        tool(
          <Wind aria-hidden size={20} />,
          t(isRoaming ? 'panorama.stopRoaming' : 'panorama.roam'),
          () => (isRoaming ? viewer.stopRoaming() : viewer.roam(keyPointsOf(detail))),
        )
      )}
      {tool(<Camera aria-hidden size={20} />, t('panorama.capture'), save)}
      {tool(<Link2 aria-hidden size={20} />, t('panorama.copyLink'), copy)}
      {document.fullscreenEnabled &&
        tool(
          isFull ? <Minimize aria-hidden size={20} /> : <Maximize aria-hidden size={20} />,
          t(isFull ? 'panorama.leaveFullscreen' : 'panorama.fullscreen'),
          toggleFullscreen,
        )}
      {isFollowingPhone &&
        tool(<Smartphone aria-hidden size={20} />, t('panorama.stopSenses'), () =>
          viewer.stopFollowingPhone(),
        )}
      {canFollowPhone() && !isFollowingPhone && (
        <>
          {tool(<Smartphone aria-hidden size={20} />, t('panorama.gyroscope'), follow('gyroscope'))}
          {tool(<Glasses aria-hidden size={20} />, t('panorama.stereo'), follow('stereo'))}
        </>
      )}
    </section>
  );
}

/** Where a view that turns by itself rests: the first view, then everything that has a name. */
function keyPointsOf(detail: PanoramaDetail) {
  return [detail.firstView, ...detail.hotspots].map(({ headingDeg, pitchDeg }) => ({
    headingDeg,
    pitchDeg,
  }));
}
