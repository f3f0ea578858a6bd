import type { PanoData } from '@photo-sphere-viewer/core';
import { CONSTANTS } from '@photo-sphere-viewer/core';
import {
  Group,
  LinearFilter,
  Mesh,
  MeshBasicMaterial,
  SphereGeometry,
  type Texture,
  VideoTexture,
} from 'three';

/** An equirectangular film as the adapter of a viewer takes it. */
export interface FilmSource {
  readonly filmUrl: string;
}

/** What the adapter hands PSV for a film. */
interface FilmTexture {
  readonly panorama: FilmSource;
  readonly panoData: SphereData;
  readonly cacheKey: string;
  readonly texture: Texture;
}

/** What PSV is told of a picture that covers the whole sphere. */
export interface SphereData extends PanoData {
  readonly isFilm: boolean;
}

const SEGMENTS = 64;

/** Whether a source is a film. */
export function isFilmSource(source: unknown): source is FilmSource {
  return typeof source === 'object' && source !== null && 'filmUrl' in source;
}

/**
 * Loads a film until its first picture is there; it stands still and silent.
 *
 * @throws Error where the browser cannot load or decode it
 */
export async function loadFilm(source: FilmSource): Promise<FilmTexture> {
  const video = document.createElement('video');
  video.muted = true;
  video.loop = true;
  video.playsInline = true;
  video.preload = 'auto';
  video.src = source.filmUrl;
  await new Promise<void>((resolve, reject) => {
    video.addEventListener('loadeddata', () => resolve(), { once: true });
    video.addEventListener(
      'error',
      () => reject(new Error(video.error?.message || 'The film cannot be played.')),
      { once: true },
    );
  });
  const texture = new VideoTexture(video);
  texture.minFilter = LinearFilter;
  texture.generateMipmaps = false;
  // The first picture is there to be seen before anything plays.
  texture.needsUpdate = true;
  const { videoWidth: width, videoHeight: height } = video;
  return {
    panorama: source,
    panoData: { ...panoDataOf(width, height), isFilm: true },
    cacheKey: source.filmUrl,
    texture,
  };
}

/** Describes a still picture that covers the whole sphere. */
export function panoDataOf(width: number, height: number): SphereData {
  return {
    isEquirectangular: true,
    isFilm: false,
    fullWidth: width,
    fullHeight: height,
    croppedWidth: width,
    croppedHeight: height,
    croppedX: 0,
    croppedY: 0,
    poseHeading: 0,
    posePitch: 0,
    poseRoll: 0,
  };
}

/** An empty sphere for a film. */
export function filmSphere(): Group {
  const geometry = new SphereGeometry(
    CONSTANTS.SPHERE_RADIUS,
    SEGMENTS,
    SEGMENTS / 2,
    -Math.PI / 2,
  ).scale(-1, 1, 1);
  const material = new MeshBasicMaterial({ depthTest: false, depthWrite: false });
  const group = new Group();
  group.userData = { isFilm: true };
  group.add(new Mesh(geometry, material));
  return group;
}

/** Whether a mesh of the viewer is a film's. */
export function isFilmSphere(group: Group): boolean {
  return group.userData['isFilm'] === true;
}

/**
 * Puts a film on its sphere.
 *
 * @param onFrame - a new picture of it is there to be drawn
 */
export function setFilm(group: Group, texture: Texture, onFrame: () => void): void {
  const mesh = meshOf(group);
  mesh.material.map = texture;
  mesh.material.needsUpdate = true;
  const video: unknown = texture.image;
  if (!(video instanceof HTMLVideoElement)) return;
  const follow = (): void => {
    if (mesh.material.map !== texture) return;
    onFrame();
    video.requestVideoFrameCallback(follow);
  };
  if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(follow);
  onFrame();
}

/** Frees a film's sphere and stops the film. */
export function disposeFilmSphere(group: Group): void {
  const mesh = meshOf(group);
  const video: unknown = mesh.material.map?.image;
  if (video instanceof HTMLVideoElement) {
    video.pause();
    video.removeAttribute('src');
    video.load();
  }
  mesh.material.map?.dispose();
  mesh.material.map = null;
  mesh.material.dispose();
  mesh.geometry.dispose();
}

function meshOf(group: Group): Mesh<SphereGeometry, MeshBasicMaterial> {
  return group.children[0] as Mesh<SphereGeometry, MeshBasicMaterial>;
}
