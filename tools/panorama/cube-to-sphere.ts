import { basename } from 'node:path';
import { AssetError } from '#core/errors';
import { TURN_RAD } from '#core/geo/angles';
import { decodePicture, type RawPicture, readPictureFacts } from '../io/picture';
import type { PictureRows } from './blur-rows';
import { CUBE_FACES, type CubeFace, type CubeFiles } from './cube-faces';

/** 4096: six faces decode into 300 MB; the sphere is then 16384 px wide. */
const MAX_FACE_PX = 4096;
const MIN_FACE_PX = 256;
const BAND_ROWS = 32;

/** The decoded faces of a cube, all of one size. */
export interface Cube {
  readonly edgePx: number;
  readonly faces: readonly RawPicture[];
}

/**
 * Decodes six faces.
 *
 * @throws AssetError `cube-face-size` where they are not square and alike, or what decoding throws
 */
export async function readCube(files: CubeFiles): Promise<Cube> {
  const first = await readPictureFacts(files.front, basename(files.front));
  const edgePx = first.widthPx;
  for (const face of CUBE_FACES) {
    const { widthPx, heightPx } = await readPictureFacts(files[face], basename(files[face]));
    const isRight = widthPx === edgePx && heightPx === edgePx;
    if (isRight && edgePx <= MAX_FACE_PX && edgePx >= MIN_FACE_PX) continue;
    throw new AssetError('cube-face-size', {
      file: basename(files[face]),
      expected: `six square faces of one size, ${MIN_FACE_PX} to ${MAX_FACE_PX} px`,
      found: `${widthPx} x ${heightPx} (the front face is ${edgePx} px wide)`,
      fix: 'Export the cube again, all faces alike; or export an equirectangular picture.',
    });
  }
  const faces: RawPicture[] = [];
  for (const face of CUBE_FACES) {
    faces.push(await decodePicture(files[face], basename(files[face])));
  }
  return { edgePx, faces };
}

/** Width of the sphere that a cube fills: as many pixels along the horizon as four faces have. */
export function sphereWidthPx({ edgePx }: Pick<Cube, 'edgePx'>): number {
  return 4 * edgePx;
}

/**
 * Draws the equirectangular picture of a cube; bilinear within a face.
 *
 * Faces are as one sees them from inside with the head upright; the upper edge of the front face
 * meets the lower edge of the one above, its lower edge the upper edge of the one below.
 */
export async function cubeToSphere(cube: Cube, sphere: PictureRows): Promise<void> {
  for (let first = 0; first < sphere.heightPx; first += BAND_ROWS) {
    const count = Math.min(BAND_ROWS, sphere.heightPx - first);
    const band = new Uint8Array(count * sphere.widthPx * 3);
    for (let r = 0; r < count; r++) {
      const pitchRad = (0.5 - (first + r + 0.5) / sphere.heightPx) * Math.PI;
      drawRow(cube, pitchRad, sphere.widthPx, band, r * sphere.widthPx * 3);
    }
    await sphere.writeRows(first, band);
  }
}

function drawRow(cube: Cube, pitchRad: number, widthPx: number, out: Uint8Array, at: number): void {
  const up = Math.sin(pitchRad);
  const flat = Math.cos(pitchRad);
  let to = at;
  for (let col = 0; col < widthPx; col++, to += 3) {
    const yawRad = ((col + 0.5) / widthPx - 0.5) * TURN_RAD;
    const right = flat * Math.sin(yawRad);
    const ahead = flat * Math.cos(yawRad);
    const [face, x, y] = onCube(right, ahead, up);
    sample(cube.faces[FACE_INDEX[face]], x, y, out, to);
  }
}

const FACE_INDEX = {
  front: 0,
  back: 1,
  left: 2,
  right: 3,
  up: 4,
  down: 5,
} as const satisfies Record<CubeFace, number>;

/** Face that a direction meets, and where: -1 to 1 to the right and down as one sees it. */
function onCube(right: number, ahead: number, up: number): readonly [CubeFace, number, number] {
  const [r, a, u] = [Math.abs(right), Math.abs(ahead), Math.abs(up)];
  if (a >= r && a >= u) {
    return ahead > 0 ? ['front', right / a, -up / a] : ['back', -right / a, -up / a];
  }
  if (r >= u) return right > 0 ? ['right', -ahead / r, -up / r] : ['left', ahead / r, -up / r];
  return up > 0 ? ['up', right / u, ahead / u] : ['down', right / u, -ahead / u];
}

function sample(
  face: RawPicture | undefined,
  x: number,
  y: number,
  out: Uint8Array,
  to: number,
): void {
  if (face === undefined) return;
  const { data, widthPx } = face;
  const last = widthPx - 1;
  const u = Math.min(Math.max(((x + 1) / 2) * widthPx - 0.5, 0), last);
  const v = Math.min(Math.max(((y + 1) / 2) * widthPx - 0.5, 0), last);
  const col = Math.min(Math.floor(u), last - 1);
  const row = Math.min(Math.floor(v), last - 1);
  const fx = u - col;
  const fy = v - row;
  const top = (row * widthPx + col) * 3;
  const below = top + widthPx * 3;
  for (let c = 0; c < 3; c++) {
    const a = (data[top + c] ?? 0) * (1 - fx) + (data[top + 3 + c] ?? 0) * fx;
    const b = (data[below + c] ?? 0) * (1 - fx) + (data[below + 3 + c] ?? 0) * fx;
    out[to + c] = Math.round(a * (1 - fy) + b * fy);
  }
}
