import type { Position, Viewer } from '@photo-sphere-viewer/core';
import { AssetError } from '#core/errors';
import { radFromDeg } from '#core/geo/angles';
import { levelsForDevice } from '#core/panorama/levels-for-device';
import type { PanoramaPose } from '#core/panorama/pose';
import { panoramaTileUrl } from '#core/panorama/tile-grid';
import { isMotionReduced } from '../motion';
import type { PanoramaLook, PanoramaPicture } from '../panorama-port';
import { type FilmSource, isFilmSource } from './film-sphere';
import { positionOfLook, zoomOfFov } from './look';
import { type TiledSource, tiledAdapter } from './tiled-adapter';
import { stepThrough } from './walk';

const FADE_MS = 600;
/** Time of the turn towards where the visitor will walk, and what each radian adds. */
const TURN_MS = 180;
const TURN_MS_PER_RAD = 260;

/** Shows one picture after the other in a viewer. */
export interface Showing {
  show(
    picture: PanoramaPicture,
    look: PanoramaLook,
    state: { pose: PanoramaPose; pictureId: string },
    options: { readonly signal: AbortSignal },
  ): Promise<void>;
  /** Turns; the next picture that is shown is walked into. */
  face(position: Position): void;
}

/**
 * Makes it for a viewer.
 *
 * @param maxTexturePx - largest texture edge of the device
 */
export function createShowing(viewer: Viewer, { maxTexturePx }: { maxTexturePx: number }): Showing {
  let turning: Promise<boolean> | null = null;
  return {
    face(position) {
      if (isMotionReduced()) return;
      const awayRad = Math.abs(wrapPi(Number(position.yaw) - viewer.getPosition().yaw));
      const turn = viewer.animate({ ...position, speed: TURN_MS + TURN_MS_PER_RAD * awayRad });
      turning = turn.then((isDone) => isDone);
    },
    async show(picture, look, state, { signal }) {
      signal.throwIfAborted();
      const adapter = tiledAdapter(viewer);
      const levels = levelsForDevice(picture.levels, maxTexturePx);
      const source = sourceOf({ ...picture, levels });
      if (!isFilmSource(source)) adapter.expect(source, look);
      const turned = turning;
      turning = null;
      // While the visitor turns, the next picture comes.
      await turned;
      signal.throwIfAborted();
      const isCut = state.pictureId === '' || isMotionReduced();
      const endStep = turned && !isCut ? stepThrough(viewer, FADE_MS) : null;
      try {
        const isShown = await load(viewer, picture, source, { look, isCut });
        if (!isShown) throw new DOMException('Another picture was asked for.', 'AbortError');
      } finally {
        endStep?.();
      }
      state.pose = picture.pose;
      state.pictureId = picture.id;
      adapter.begin();
      signal.throwIfAborted();
    },
  };
}

async function load(
  viewer: Viewer,
  picture: PanoramaPicture,
  source: TiledSource | FilmSource,
  { look, isCut }: { readonly look: PanoramaLook; readonly isCut: boolean },
): Promise<boolean> {
  try {
    return await viewer.setPanorama(source, {
      position: positionOfLook(look, picture.pose),
      zoom: zoomOfFov(look.verticalFovDeg),
      transition: isCut ? false : { speed: FADE_MS, rotation: false, effect: 'fade' },
      showLoader: false,
      sphereCorrection: sphereCorrectionOf(picture.pose),
    });
  } catch (error) {
    viewer.hideError();
    throw new AssetError(
      'panorama-unavailable',
      {
        file: picture.previewUrl,
        expected: 'a panorama picture',
        found: error instanceof Error ? error.message : String(error),
        fix: 'Check that the panorama is tiled (arc panorama tile) and served.',
      },
      { cause: error },
    );
  }
}

function sourceOf(picture: PanoramaPicture): TiledSource | FilmSource {
  if (picture.videoUrl !== null) return { filmUrl: picture.videoUrl };
  const { levels, pose, previewUrl, tileUrlTemplate } = picture;
  return { levels, pose, previewUrl, tileUrl: (tile) => panoramaTileUrl(tileUrlTemplate, tile) };
}

function wrapPi(angleRad: number): number {
  return Math.atan2(Math.sin(angleRad), Math.cos(angleRad));
}

/**
 * Levels a picture whose camera was tilted. Heading is left to `core/panorama/pose`. PSV 5.15.1
 * corrects tilt against the pose's pitch and roll along with its roll; pinned by the marker
 * pictures of the browser test.
 */
function sphereCorrectionOf(pose: PanoramaPose): { pan: number; tilt: number; roll: number } {
  return { pan: 0, tilt: -radFromDeg(pose.pitchDeg), roll: radFromDeg(pose.rollDeg) };
}
