import type { Viewer } from '@photo-sphere-viewer/core';
import { isMotionReduced } from '../motion';
import type { PanoramaFilm } from '../panorama-port';
import { filmOf } from './tiled-adapter';

/** Plays the film that a viewer shows, if it shows one. */
export interface FilmControl {
  /** Takes up the film of the picture that is shown now; it plays unless motion is reduced. */
  follow(): void;
  play(isPlaying: boolean): void;
  mute(isMuted: boolean): void;
}

/**
 * Makes it for a viewer.
 *
 * @param onChange - what the film does now; null where there is none
 */
export function createFilmControl(
  viewer: Viewer,
  onChange: (film: PanoramaFilm | null) => void,
): FilmControl {
  let followed: HTMLVideoElement | null = null;
  const tell = (): void =>
    onChange(followed && { isPlaying: !followed.paused, isMuted: followed.muted });
  const play = (isPlaying: boolean): void => {
    if (!isPlaying) followed?.pause();
    // A browser that does not let it play leaves it paused, and the button says so.
    else followed?.play().catch(tell);
  };
  return {
    play,
    follow() {
      for (const event of ['play', 'pause', 'volumechange']) {
        followed?.removeEventListener(event, tell);
      }
      followed = filmOf(viewer);
      for (const event of ['play', 'pause', 'volumechange']) {
        followed?.addEventListener(event, tell);
      }
      tell();
      if (followed && !isMotionReduced()) play(true);
    },
    mute(isMuted) {
      if (followed) followed.muted = isMuted;
    },
  };
}
