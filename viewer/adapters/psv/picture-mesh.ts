import { CONSTANTS } from '@photo-sphere-viewer/core';
import {
  LinearFilter,
  LinearMipmapLinearFilter,
  Mesh,
  MeshBasicMaterial,
  SphereGeometry,
  Texture,
} from 'three';

/** Faces round the horizon; as many as PSV's own sphere, so that tiles lie on the preview. */
const FACES_AROUND = 64;
/** Sharpness of tiles seen aslant, as PSV's own tiles have it. */
const TILE_ANISOTROPY = 2;

/** A part of an equirectangular picture: the whole is `{cols: 1, rows: 1, col: 0, row: 0}`. */
export interface SpherePart {
  readonly cols: number;
  readonly rows: number;
  readonly col: number;
  readonly row: number;
}

export type PictureMesh = Mesh<SphereGeometry, MeshBasicMaterial>;

/** A part of the sphere that shows a picture to who stands inside; empty until it gets one. */
export function newPictureMesh({ cols, rows, col, row }: SpherePart): PictureMesh {
  const widthRad = (2 * Math.PI) / cols;
  const heightRad = Math.PI / rows;
  const geometry = new SphereGeometry(
    CONSTANTS.SPHERE_RADIUS,
    Math.max(1, FACES_AROUND / cols),
    Math.max(1, FACES_AROUND / 2 / rows),
    -Math.PI / 2 + col * widthRad,
    widthRad,
    row * heightRad,
    heightRad,
  ).scale(-1, 1, 1);
  return new Mesh(geometry, new MeshBasicMaterial({ depthTest: false, depthWrite: false }));
}

/**
 * Texture of a picture that was decoded upside down; the picture is closed once the graphics card
 * has it.
 */
export function pictureTexture(picture: ImageBitmap, hasMipmaps: boolean): Texture {
  const texture = new Texture(picture);
  // Graphics calls do not turn bitmaps.
  texture.flipY = false;
  texture.minFilter = hasMipmaps ? LinearMipmapLinearFilter : LinearFilter;
  texture.generateMipmaps = hasMipmaps;
  texture.anisotropy = hasMipmaps ? TILE_ANISOTROPY : 1;
  texture.onUpdate = () => {
    texture.onUpdate = null;
    picture.close();
  };
  texture.needsUpdate = true;
  return texture;
}

/** Frees a mesh with its picture. */
export function disposePictureMesh({ geometry, material }: PictureMesh): void {
  material.map?.dispose();
  material.dispose();
  geometry.dispose();
}
