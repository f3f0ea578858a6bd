import { resolve } from 'node:path';
import { degFromRad, radFromDeg } from '#core/geo/angles';
import type { Enu } from '#core/geo/enu';
import { enuFromCamera } from '#core/panorama/direction';
import { pathExists, readBytes } from '../../io/files';
import { decodePicture, encodeWebp, type RawPicture } from '../../io/picture';
import { ROOT_DIR } from '../../io/root-dir';
import { spherePicture } from '../../testing/sphere-picture';
import { CUBE_FACES } from '../cube-faces';
import { cubeToSphere } from '../cube-to-sphere';
import { memoryRows } from '../memory-rows';
import { rectilinearView } from '../rectilinear-view';

// Prints what docs/decisions/006 compares: `npx tsx tools/panorama/bench/compare-pyramids.ts`.

const WIDTH_PX = 8192;
const FACE_PX = WIDTH_PX / 4;
const TILE_PX = 512;
const BYTES_PER_TEXEL = 4;
const LEVEL = { headingDeg: 0, pitchDeg: 0, rollDeg: 0 };
/** A first view on a desktop, on a phone held upright, straight up and straight down. */
const VIEWS = [
  { name: 'desktop 16:9, horizon', fovDeg: 65, aspect: 16 / 9, headingDeg: 100, pitchDeg: 0 },
  { name: 'desktop 16:9, 45° up', fovDeg: 65, aspect: 16 / 9, headingDeg: 100, pitchDeg: 45 },
  { name: 'desktop 16:9, zenith', fovDeg: 65, aspect: 16 / 9, headingDeg: 100, pitchDeg: 90 },
  { name: 'phone 9:19, horizon', fovDeg: 65, aspect: 9 / 19, headingDeg: 100, pitchDeg: 0 },
  { name: 'phone 9:19, nadir', fovDeg: 65, aspect: 9 / 19, headingDeg: 100, pitchDeg: -90 },
] as const;

type View = (typeof VIEWS)[number];

/** Directions of a grid of points of a screen. */
function* raysOf({ fovDeg, aspect, headingDeg, pitchDeg }: View): Generator<Enu> {
  const high = Math.tan(radFromDeg(fovDeg) / 2);
  for (let row = -1; row <= 1; row += 1 / 128) {
    for (let col = -1; col <= 1; col += 1 / 128) {
      const camera: Enu = [col * high * aspect, 1, row * high];
      yield enuFromCamera(camera, { headingDeg, pitchDeg, rollDeg: 0 });
    }
  }
}

function equirectangularTile([east, north, up]: Enu): string {
  const u = degFromRad(Math.atan2(east, north)) / 360 + 0.5;
  const v = 0.5 - degFromRad(Math.atan2(up, Math.hypot(east, north))) / 180;
  const col = Math.min(WIDTH_PX - 1, Math.floor(u * WIDTH_PX));
  const row = Math.min(WIDTH_PX / 2 - 1, Math.floor(v * (WIDTH_PX / 2)));
  return `${Math.floor(col / TILE_PX)}_${Math.floor(row / TILE_PX)}`;
}

function cubeTile([east, north, up]: Enu): string {
  const [e, n, u] = [Math.abs(east), Math.abs(north), Math.abs(up)];
  const most = Math.max(e, n, u);
  const [face, x, y] =
    most === n
      ? [north > 0 ? 'f' : 'b', east / n, up / n]
      : most === e
        ? [east > 0 ? 'r' : 'l', north / e, up / e]
        : [up > 0 ? 'u' : 'd', east / u, north / u];
  const index = (value: number) =>
    Math.min(FACE_PX / TILE_PX - 1, Math.floor((((value + 1) / 2) * FACE_PX) / TILE_PX));
  return `${face}${index(x)}_${index(y)}`;
}

function tilesInView(view: View, tileOf: (ray: Enu) => string): number {
  const tiles = new Set<string>();
  for (const ray of raysOf(view)) tiles.add(tileOf(ray));
  return tiles.size;
}

function megabytes(tiles: number): string {
  return ((tiles * TILE_PX * TILE_PX * BYTES_PER_TEXEL) / 2 ** 20).toFixed(0);
}

/** Turns a face's look into heading and pitch. */
const LOOKS = {
  front: { headingDeg: 0, pitchDeg: 0 },
  back: { headingDeg: 180, pitchDeg: 0 },
  left: { headingDeg: 270, pitchDeg: 0 },
  right: { headingDeg: 90, pitchDeg: 0 },
  up: { headingDeg: 0, pitchDeg: 90 },
  down: { headingDeg: 0, pitchDeg: -90 },
} as const;

async function source(): Promise<RawPicture> {
  const photo = resolve(ROOT_DIR, '../shared/data/panoramas/jordan-pond-4096.jpg');
  const hasPhoto = await pathExists(photo);
  console.log(hasPhoto ? 'photograph: Jordan Pond, 4096 px' : 'drawn picture (no photograph)');
  const bytes = hasPhoto ? await readBytes(photo) : await spherePicture(4096, 2048);
  return decodePicture(bytes, 'source');
}

function psnr(a: RawPicture, b: RawPicture, fromRow: number, toRow: number): number {
  let sum = 0;
  const start = fromRow * a.widthPx * 3;
  const end = toRow * a.widthPx * 3;
  for (let at = start; at < end; at++) sum += ((a.data[at] ?? 0) - (b.data[at] ?? 0)) ** 2;
  return 10 * Math.log10(255 ** 2 / (sum / (end - start)));
}

/** Bytes of tiles of 512 at the quality of our tiles. */
async function tileBytes(picture: RawPicture): Promise<number> {
  const { widthPx, heightPx, data } = picture;
  let bytes = 0;
  for (let top = 0; top < heightPx; top += TILE_PX) {
    for (let left = 0; left < widthPx; left += TILE_PX) {
      const tile = new Uint8Array(TILE_PX * TILE_PX * 3);
      for (let y = 0; y < TILE_PX; y++) {
        const at = ((top + y) * widthPx + left) * 3;
        tile.set(data.subarray(at, at + TILE_PX * 3), y * TILE_PX * 3);
      }
      const raw = { data: tile, widthPx: TILE_PX, heightPx: TILE_PX, channels: 3 as const };
      bytes += (await encodeWebp(raw, { quality: 80, effort: 4 })).length;
    }
  }
  return bytes;
}

/** Mean step over the edge between front and right face, beside that one column away from it. */
function edgeStep(front: RawPicture, right: RawPicture): { over: number; beside: number } {
  let over = 0;
  let beside = 0;
  const last = front.widthPx - 1;
  for (let y = 0; y < front.heightPx; y++) {
    const row = y * front.widthPx;
    for (let c = 0; c < 3; c++) {
      const edge = front.data[(row + last) * 3 + c] ?? 0;
      over += Math.abs(edge - (right.data[row * 3 + c] ?? 0));
      beside += Math.abs(edge - (front.data[(row + last - 1) * 3 + c] ?? 0));
    }
  }
  const count = front.heightPx * 3;
  return { over: over / count, beside: beside / count };
}

console.log(`tiles in view at the level of ${WIDTH_PX} px (faces of ${FACE_PX}), MB on the GPU:`);
for (const view of VIEWS) {
  const sphere = tilesInView(view, equirectangularTile);
  const cube = tilesInView(view, cubeTile);
  console.log(
    `  ${view.name}: equirectangular ${sphere} (${megabytes(sphere)}), cube ${cube} (${megabytes(cube)})`,
  );
}
const sphereTiles = WIDTH_PX ** 2 / 2 / TILE_PX ** 2;
const cubeTiles = (6 * FACE_PX ** 2) / TILE_PX ** 2;
console.log(
  `  all of it: equirectangular ${sphereTiles} (${megabytes(sphereTiles)}), cube ${cubeTiles} (${megabytes(cubeTiles)})`,
);

const sphere = await source();
const edgePx = sphere.widthPx / 4;
let started = performance.now();
const size = { widthPx: edgePx, heightPx: edgePx, horizontalFovRad: Math.PI / 2 };
const faces = CUBE_FACES.map((face) =>
  rectilinearView(sphere, { ...size, pose: LEVEL, ...LOOKS[face] }),
);
console.log(`sphere to cube: ${(performance.now() - started).toFixed(0)} ms`);
const back: RawPicture = { ...sphere, data: new Uint8Array(sphere.data.length) };
started = performance.now();
await cubeToSphere({ edgePx, faces }, memoryRows(back));
console.log(`cube to sphere: ${(performance.now() - started).toFixed(0)} ms`);
const { heightPx } = sphere;
console.log(
  `there and back: PSNR ${psnr(sphere, back, 0, heightPx).toFixed(1)} dB, ` +
    `within 30° of the horizon ${psnr(sphere, back, heightPx / 3, (2 * heightPx) / 3).toFixed(1)} dB`,
);
let cubeBytes = 0;
for (const face of faces) cubeBytes += await tileBytes(face);
const sphereBytes = await tileBytes(sphere);
console.log(`bytes of the finest level: equirectangular ${sphereBytes}, cube ${cubeBytes}`);
const [front, , , right] = faces;
if (front !== undefined && right !== undefined) {
  const { over, beside } = edgeStep(front, right);
  console.log(`step over a cube edge ${over.toFixed(2)} of 255, beside it ${beside.toFixed(2)}`);
}
