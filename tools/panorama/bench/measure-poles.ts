import { resolve } from 'node:path';
import { radFromDeg } from '#core/geo/angles';
import { pathExists } from '../../io/files';
import { decodePicture, type RawPicture } from '../../io/picture';
import { ROOT_DIR } from '../../io/root-dir';
import { seededRandom } from '../../testing/seeded-random';
import { rowDeviation } from '../check/picture-faults';
import { findMaster, panoramaIds } from '../panorama-files';

// Prints the ground of `check`'s pole threshold: `npx tsx tools/panorama/bench/measure-poles.ts`.
// What the first and last row of whole spheres vary by, what they would in cut ones.

const PHOTO = resolve(ROOT_DIR, '../shared/data/panoramas/jordan-pond-4096.jpg');
const WIDTH_PX = 2048;
/** Poles set anywhere in a picture: where a camera that lay on its side would have them. */
const TURNED = 2000;
const CUT_PITCHES_DEG = [88, 85, 80, 70, 60, 45, 30, -30, -45, -60, -70, -80, -85, -88];
const THRESHOLDS = [8, 12, 16, 20, 22, 24, 28];
const random = seededRandom(6);

async function pictures(): Promise<ReadonlyMap<string, RawPicture>> {
  const found = new Map<string, RawPicture>();
  if (await pathExists(PHOTO)) found.set('photograph', await decodePicture(PHOTO, 'x', WIDTH_PX));
  for (const id of await panoramaIds(ROOT_DIR)) {
    found.set(id, await decodePicture((await findMaster(ROOT_DIR, id)).path, id, WIDTH_PX));
  }
  return found;
}

/** Brightness at a direction, between pixels. */
function sample({ data, widthPx, heightPx }: RawPicture, unit: readonly number[]): number[] {
  const [x = 0, y = 0, z = 0] = unit;
  const col = (Math.atan2(x, y) / (2 * Math.PI) + 0.5) * widthPx - 0.5;
  const row = (0.5 - Math.asin(Math.max(-1, Math.min(1, z))) / Math.PI) * heightPx - 0.5;
  const [left, top] = [Math.floor(col), Math.max(0, Math.min(heightPx - 2, Math.floor(row)))];
  const [u, v] = [col - left, Math.max(0, Math.min(1, row - top))];
  const at = (dx: number, dy: number, c: number) =>
    data[((top + dy) * widthPx + ((left + dx + widthPx) % widthPx)) * 3 + c] ?? 0;
  return [0, 1, 2].map(
    (c) =>
      (at(0, 0, c) * (1 - u) + at(1, 0, c) * u) * (1 - v) +
      (at(0, 1, c) * (1 - u) + at(1, 1, c) * u) * v,
  );
}

/** The row of a picture whose pole lies in a random direction. */
function turnedPole(sphere: RawPicture): number {
  const z = 2 * random() - 1;
  const turn = 2 * Math.PI * random();
  const flat = Math.sqrt(1 - z * z);
  const pole = [flat * Math.cos(turn), flat * Math.sin(turn), z];
  const side = [-Math.sin(turn), Math.cos(turn), 0];
  const up = [-z * Math.cos(turn), -z * Math.sin(turn), flat];
  const radius = Math.PI / WIDTH_PX / 2;
  const data = new Uint8Array(WIDTH_PX * 3);
  for (let i = 0; i < WIDTH_PX; i++) {
    const angle = (2 * Math.PI * i) / WIDTH_PX;
    const [s, c] = [Math.sin(angle) * radius, Math.cos(angle) * radius];
    const unit = pole.map((part, k) => part + s * (side[k] ?? 0) + c * (up[k] ?? 0));
    data.set(sample(sphere, unit).map(Math.round), i * 3);
  }
  return rowDeviation({ data, widthPx: WIDTH_PX, heightPx: 1, channels: 3 }, 0);
}

const spheres = await pictures();
console.log('first and last row as they are:');
for (const [name, sphere] of spheres) {
  const rows = [0, sphere.heightPx - 1].map((row) => rowDeviation(sphere, row).toFixed(1));
  console.log(`  ${name}: ${rows.join(', ')}`);
}
const turned = [...spheres.values()].flatMap((sphere) =>
  Array.from({ length: TURNED }, () => turnedPole(sphere)),
);
turned.sort((a, b) => a - b);
const quantile = (share: number) => turned[Math.floor((turned.length - 1) * share)] ?? 0;
console.log(
  `whole spheres, pole anywhere (${turned.length}): median ${quantile(0.5).toFixed(1)}, ` +
    `99 % ${quantile(0.99).toFixed(1)}, 99.9 % ${quantile(0.999).toFixed(1)}, most ${quantile(1).toFixed(1)}`,
);
console.log('cut at a pitch: deviation of that row in each picture');
const cuts: number[] = [];
for (const pitchDeg of CUT_PITCHES_DEG) {
  const v = 0.5 - radFromDeg(pitchDeg) / Math.PI;
  const found = [...spheres.values()].map((sphere) =>
    rowDeviation(sphere, Math.min(sphere.heightPx - 1, Math.round(v * sphere.heightPx))),
  );
  cuts.push(...found);
  console.log(`  ${pitchDeg}°: ${found.map((value) => value.toFixed(0)).join(', ')}`);
}
for (const threshold of THRESHOLDS) {
  const wrong = turned.filter((value) => value > threshold).length;
  const caught = cuts.filter((value) => value > threshold).length;
  console.log(
    `threshold ${threshold}: ${((100 * wrong) / turned.length).toFixed(2)} % of whole ones suspected, ` +
      `${caught} of ${cuts.length} cuts found`,
  );
}
