import { basename, join } from 'node:path';
import { AssetError } from '#core/errors';
import { listFolder } from '../io/files';

/** Faces of a cube as one sees them from inside: ahead is the middle of the panorama. */
export const CUBE_FACES = ['front', 'back', 'left', 'right', 'up', 'down'] as const;
export type CubeFace = (typeof CUBE_FACES)[number];

/** A picture of every face. */
export type CubeFiles = Readonly<Record<CubeFace, string>>;

/** Names that stitching programs give: words, letters, axes (y up, z ahead, x to the right). */
const NAMES: Readonly<Record<string, CubeFace>> = {
  front: 'front',
  back: 'back',
  left: 'left',
  right: 'right',
  up: 'up',
  down: 'down',
  top: 'up',
  bottom: 'down',
  f: 'front',
  b: 'back',
  l: 'left',
  r: 'right',
  u: 'up',
  d: 'down',
  t: 'up',
  pz: 'front',
  nz: 'back',
  nx: 'left',
  px: 'right',
  py: 'up',
  ny: 'down',
};

/** The face that a word names. */
export function cubeFaceNamed(word: string): CubeFace | undefined {
  const name = word.toLowerCase();
  return Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
}

/**
 * Finds the six faces of a cube in a folder by their names: `f.jpg`, `village_front.png`, `px.tif`.
 *
 * @throws AssetError `cube-faces-missing` or `cube-face-twice`
 */
export async function findCubeFaces(folder: string): Promise<CubeFiles> {
  const found: [CubeFace, string][] = [];
  for (const entry of await listFolder(folder)) {
    const [, word] = /(?:^|[^a-z])([a-z]+)\.(?:jpe?g|png|webp|avif|tiff?)$/i.exec(entry.name) ?? [];
    const face = word === undefined ? undefined : cubeFaceNamed(word);
    if (entry.isFile() && face !== undefined) found.push([face, join(folder, entry.name)]);
  }
  return cubeOf(found, folder);
}

/**
 * A cube of named faces.
 *
 * @param where - for messages
 * @throws AssetError `cube-faces-missing` or `cube-face-twice`
 */
export function cubeOf(found: readonly (readonly [CubeFace, string])[], where: string): CubeFiles {
  const files = new Map<CubeFace, string>();
  for (const [face, path] of found) {
    const before = files.get(face);
    if (before !== undefined) {
      throw new AssetError('cube-face-twice', {
        file: where,
        expected: `one picture of the face ${face}`,
        found: `${basename(before)} and ${basename(path)}`,
        fix: 'Leave one of them.',
      });
    }
    files.set(face, path);
  }
  const get = (face: CubeFace): string => {
    const path = files.get(face);
    if (path !== undefined) return path;
    const missing = CUBE_FACES.filter((name) => !files.has(name));
    throw new AssetError('cube-faces-missing', {
      file: where,
      expected: 'six pictures named f b l r u d, front back ..., or px nx py ny pz nz',
      found: `none for ${missing.join(', ')}`,
      fix: 'Name the files so, or give each with --face front=FILE.',
    });
  };
  return {
    front: get('front'),
    back: get('back'),
    left: get('left'),
    right: get('right'),
    up: get('up'),
    down: get('down'),
  };
}
