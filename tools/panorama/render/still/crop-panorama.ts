import { basename } from 'node:path';
import { AssetError } from '#core/errors';
import { radFromDeg } from '#core/geo/angles';
import type { Panorama } from '#scene';
import { decodePicture } from '../../../io/picture';
import { findMaster, type PanoramaMaster } from '../../panorama-files';
import { smallSphere } from '../../panorama-preview';
import { rectilinearView } from '../../rectilinear-view';
import { STILL_SIZE } from './still-camera';

/** Wide enough that a still of 60 degrees has a sample for every pixel. */
const SPHERE_PX = 8192;
const MOST_FOV_DEG = 78;

/** The panoramas of a place that visitors may see, the one that stands for it first. */
export function panoramasOfPlace(
  placeId: string,
  panoramas: readonly Panorama[],
): readonly Panorama[] {
  return panoramas
    .filter((one) => one.placeId === placeId && !one.isDraft && one.medium === 'still')
    .toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** The first view of a panorama as a still, levelled, with straight lines and its blurs. */
export async function cropPanorama(
  master: PanoramaMaster,
  { id, firstView }: Panorama,
): Promise<Uint8Array> {
  const { widthPx, heightPx } = STILL_SIZE;
  const isWhole = master.recipe.blurs.length === 0;
  const sphere = isWhole
    ? await decodePicture(master.path, basename(master.path), Math.min(SPHERE_PX, master.widthPx))
    : await smallSphere(master, id);
  const verticalDeg = firstView?.verticalFovDeg ?? 60;
  const high = Math.tan(radFromDeg(verticalDeg) / 2);
  const horizontalFovRad = Math.min(
    radFromDeg(MOST_FOV_DEG),
    2 * Math.atan((high * widthPx) / heightPx),
  );
  const { pose, headingDeg, pitchDeg } = master.still;
  const view = { widthPx, heightPx, horizontalFovRad, pose, headingDeg, pitchDeg };
  return rectilinearView(sphere, view).data;
}

/** The first of some panoramas whose picture is there. */
export async function firstWithMaster(
  rootDir: string,
  panoramas: readonly Panorama[],
): Promise<{ readonly panorama: Panorama; readonly master: PanoramaMaster } | undefined> {
  for (const panorama of panoramas) {
    const master = await findMaster(rootDir, panorama.id).catch((error: unknown) => {
      if (error instanceof AssetError && error.code === 'panorama-master-missing') return undefined;
      throw error;
    });
    if (master !== undefined) return { panorama, master };
  }
  return undefined;
}
