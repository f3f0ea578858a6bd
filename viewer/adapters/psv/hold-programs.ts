import type { Viewer } from '@photo-sphere-viewer/core';
import {
  BufferAttribute,
  BufferGeometry,
  type Camera,
  DataTexture,
  Group,
  Mesh,
  MeshBasicMaterial,
} from 'three';

/**
 * Keeps the graphics programs of a viewer. PSV frees every material of a picture before it makes
 * those of the next; with the last material its program goes too, and is compiled anew in the
 * middle of every opening. Two points without area use them as long as the viewer lives. They are
 * compiled now, while the first picture is on its way.
 */
export function holdPrograms(viewer: Viewer): void {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(9), 3));
  // Not used, but three compiles another program for a geometry without, and spheres have them.
  geometry.setAttribute('normal', new BufferAttribute(new Float32Array(9), 3));
  geometry.setAttribute('uv', new BufferAttribute(new Float32Array(6), 2));
  const map = new DataTexture(new Uint8Array([0, 0, 0, 255]), 1, 1);
  map.needsUpdate = true;
  const holder = new Group();
  for (const isTransparent of [false, true]) {
    const material = new MeshBasicMaterial({
      map,
      transparent: isTransparent,
      depthTest: false,
      depthWrite: false,
    });
    const mesh = new Mesh(geometry, material);
    mesh.frustumCulled = false;
    mesh.renderOrder = -1;
    holder.add(mesh);
  }
  const { renderer } = viewer;
  renderer.addObject(holder);
  renderer['renderer'].compile(renderer['scene'], Reflect.get(renderer, 'camera') as Camera);
}
