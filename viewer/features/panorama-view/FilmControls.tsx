import { Pause, Play, Volume2, VolumeX } from 'lucide-react';
import type { PanoramaFilm, PanoramaPort } from '../../adapters/panorama-port';
import { IconButton } from '../../ui/Button';
import { useWords } from '../use-translate';
import styles from './panorama-chrome.module.css';

/** Play and sound of a panorama that moves. */
export function FilmControls(props: {
  readonly viewer: PanoramaPort;
  readonly film: PanoramaFilm;
}) {
  const { viewer, film } = props;
  const { t } = useWords();
  return (
    <div className={styles['film']} data-film={film.isPlaying ? 'playing' : 'paused'}>
      <IconButton
        label={t(film.isPlaying ? 'panorama.pause' : 'panorama.play')}
        icon={film.isPlaying ? <Pause aria-hidden size={20} /> : <Play aria-hidden size={20} />}
        onClick={() => viewer.playFilm(!film.isPlaying)}
      />
      <IconButton
        label={t(film.isMuted ? 'panorama.unmute' : 'panorama.mute')}
        icon={film.isMuted ? <VolumeX aria-hidden size={20} /> : <Volume2 aria-hidden size={20} />}
        onClick={() => viewer.muteFilm(!film.isMuted)}
      />
    </div>
  );
}
