import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directionOfPixel, enuOfDirection } from '#core/panorama/direction';
import { panoramaAddCommand } from '../cli/commands/panorama-add';
import { decodePicture, encodeMaster, type RawPicture } from '../io/picture';
import { runArc } from '../testing/run-arc';
import { spherePicture } from '../testing/sphere-picture';
import { makeTempProject, type TempProject } from '../testing/temp-project';
import { CUBE_FACES, type CubeFace } from './cube-faces';
import { readPictureMetadata } from './picture-metadata';

let project: TempProject;
beforeEach(async () => {
  project = await makeTempProject();
});
afterEach(() => project.remove());

const put = (name: string, bytes: Uint8Array) => writeFile(join(project.rootDir, name), bytes);
const add = (...flags: string[]) =>
  runArc(
    ['panorama', 'add', ...flags, '--place', 'sa-pa', '--id', 'x', '--json'],
    [panoramaAddCommand],
    project,
  );

async function master(name: string): Promise<RawPicture> {
  const path = join(project.rootDir, 'panoramas/x', name);
  return decodePicture(await readFile(path), path);
}

/** Largest difference of two pictures, 0 to 255. */
function difference(a: RawPicture, b: RawPicture): number {
  expect([a.widthPx, a.heightPx]).toEqual([b.widthPx, b.heightPx]);
  return a.data.reduce((most, value, at) => Math.max(most, Math.abs(value - (b.data[at] ?? 0))), 0);
}

/** A colour per direction, smooth and different everywhere. */
function colourOf(headingDeg: number, pitchDeg: number): readonly number[] {
  return enuOfDirection({ headingDeg, pitchDeg }).map((part) => Math.round(127.5 + 120 * part));
}

/** Direction of a point of a face, -1 to 1 to the right and down. */
const FACE_DIRECTIONS: Readonly<
  Record<CubeFace, (x: number, y: number) => readonly [right: number, ahead: number, up: number]>
> = {
  front: (x, y) => [x, 1, -y],
  right: (x, y) => [1, -x, -y],
  back: (x, y) => [-x, -1, -y],
  left: (x, y) => [-1, x, -y],
  up: (x, y) => [x, y, 1],
  down: (x, y) => [x, -y, -1],
};

async function facePicture(face: CubeFace, edgePx: number): Promise<Uint8Array> {
  const data = new Uint8Array(edgePx * edgePx * 3);
  for (let row = 0; row < edgePx; row++) {
    for (let col = 0; col < edgePx; col++) {
      const x = (2 * (col + 0.5)) / edgePx - 1;
      const y = (2 * (row + 0.5)) / edgePx - 1;
      const [right, ahead, up] = FACE_DIRECTIONS[face](x, y);
      const length = Math.hypot(right, ahead, up);
      const at = (row * edgePx + col) * 3;
      data.set(
        [right, ahead, up].map((part) => Math.round(127.5 + (120 * part) / length)),
        at,
      );
    }
  }
  return encodeMaster({ data, widthPx: edgePx, heightPx: edgePx, channels: 3 }, 'png');
}

describe('arc panorama add, by kind of input', () => {
  it.each(['tiff', 'avif'] as const)('keeps a %s as JPEG, near to the source', async (format) => {
    const bytes = await spherePicture(1024, 512, format);
    await put('in.bin', bytes);
    expect(await add('in.bin')).toMatchObject({ exitCode: 0 });
    expect(difference(await master('master.jpg'), await decodePicture(bytes, 'x'))).toBeLessThan(
      28,
    );
  });

  it('brings 16 bits per channel down to 8', async () => {
    const tiff = await sharp(Buffer.from(await spherePicture(1024, 512, 'png')))
      .toColourspace('rgb16')
      .tiff({ compression: 'lzw' })
      .toBuffer();
    await put('in.tif', tiff);
    expect(await add('in.tif')).toMatchObject({ exitCode: 0 });
    const plain = await decodePicture(await spherePicture(1024, 512, 'png'), 'x');
    expect(difference(await master('master.jpg'), plain)).toBeLessThan(28);
  });

  it('turns a picture upright that its camera held upside down', async () => {
    const upright = await spherePicture(1024, 512, 'png');
    const turned = await sharp(Buffer.from(upright))
      .rotate(180)
      .withMetadata({ orientation: 3 })
      .png()
      .toBuffer();
    await put('in.png', turned);
    expect(await add('in.png')).toMatchObject({ exitCode: 0 });
    expect(difference(await master('master.png'), await decodePicture(upright, 'x'))).toBe(0);
  });

  it.each([
    ['f b l r u d', (face: CubeFace) => `village_${face[0]}.png`],
    ['words', (face: CubeFace) => `${face}.png`],
    [
      'px nx py ny pz nz',
      (face: CubeFace) =>
        `${{ front: 'pz', back: 'nz', left: 'nx', right: 'px', up: 'py', down: 'ny' }[face]}.png`,
    ],
  ])('draws the sphere of a cube named by %s', async (_, nameOf) => {
    const { mkdir } = await import('node:fs/promises');
    await mkdir(join(project.rootDir, 'cube'));
    for (const face of CUBE_FACES) await put(`cube/${nameOf(face)}`, await facePicture(face, 256));
    expect(await add('cube')).toMatchObject({ exitCode: 0 });
    const sphere = await master('master.png');
    expect([sphere.widthPx, sphere.heightPx]).toEqual([1024, 512]);
    let worst = 0;
    for (let row = 0; row < 512; row += 7) {
      for (let col = 0; col < 1024; col += 7) {
        const level = { headingDeg: 0, pitchDeg: 0, rollDeg: 0 };
        const seen = directionOfPixel((col + 0.5) / 1024, (row + 0.5) / 512, level);
        const colour = colourOf(seen.headingDeg, seen.pitchDeg);
        const at = (row * 1024 + col) * 3;
        colour.forEach((value, c) => {
          worst = Math.max(worst, Math.abs(value - (sphere.data[at + c] ?? 0)));
        });
      }
    }
    expect(worst).toBeLessThanOrEqual(3);
  });

  it('takes faces one by one, and says which are missing or do not fit', async () => {
    for (const face of CUBE_FACES) await put(`${face}.png`, await facePicture(face, 256));
    await put('small.png', await facePicture('up', 200));
    const faces = (up: string) =>
      CUBE_FACES.flatMap((face) => ['--face', `${face}=${face === 'up' ? up : `${face}.png`}`]);
    expect((await add(...faces('small.png'))).out).toContain('cube-face-size');
    expect((await add(...faces('up.png').slice(2))).out).toContain('cube-faces-missing');
    expect((await add(...faces('up.png'), '--face', 'f=up.png')).out).toContain('cube-face-twice');
    expect((await add('--face', 'over=up.png')).out).toContain('usage-face');
    expect((await add()).out).toContain('usage-source');
    expect(await add(...faces('up.png'))).toMatchObject({ exitCode: 0 });
  });
});

describe('readPictureMetadata', () => {
  it('reads the tags of a TIFF out of the file itself', async () => {
    const tags = { IFD0: { Make: 'Insta360' }, IFD2: { DateTimeOriginal: '2026:03:14 09:26:53' } };
    const jpeg = await sharp(Buffer.from(await spherePicture(64, 32)))
      .withExif(tags)
      .jpeg()
      .toBuffer();
    // An EXIF block is a small TIFF.
    const { exif = Buffer.alloc(0) } = await sharp(jpeg).metadata();
    await put('tags.tif', exif.subarray(exif.indexOf('II*')));
    const path = join(project.rootDir, 'tags.tif');
    expect(await readPictureMetadata({ format: 'tiff', widthPx: 64 }, path)).toEqual({
      camera: 'Insta360',
      date: '2026-03-14',
    });
  });

  it('reads what cameras write, shows it, and lets flags overrule it', async () => {
    const exif = {
      IFD0: { Make: 'RICOH', Model: 'RICOH THETA Z1' },
      IFD2: { DateTimeOriginal: '2026:03:14 09:26:53' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '22/1 20/1 30/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '103/1 50/1 30/1',
        GPSAltitudeRef: '0',
        GPSAltitude: '15234/10',
        GPSImgDirectionRef: 'T',
        GPSImgDirection: '8850/100',
      },
    };
    const xmp =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:GPano="http://ns.google.com/photos/1.0/panorama/"><GPano:PosePitchDegrees>1.5</GPano:PosePitchDegrees><GPano:PoseRollDegrees>-2.25</GPano:PoseRollDegrees></rdf:Description></rdf:RDF></x:xmpmeta>';
    const plain = Buffer.from(await spherePicture(1024, 512));
    for (const format of ['jpeg', 'webp', 'png'] as const) {
      await put(
        'in.bin',
        await sharp(plain).withExif(exif).withXmp(xmp).toFormat(format).toBuffer(),
      );
      const run = await add('in.bin');
      const { fromPicture } = JSON.parse(run.out);
      expect(fromPicture, format).toEqual(
        expect.arrayContaining([
          'camera RICOH THETA Z1',
          'heading 88.5°',
          'pitch 1.5°',
          'roll -2.25°',
          'date 2026-03-14',
          'position 103.8416667, 22.3416667',
        ]),
      );
      const files = join(project.rootDir, 'panoramas/x');
      const { readdir, rm } = await import('node:fs/promises');
      const name = (await readdir(files)).find((entry) => entry.startsWith('master')) ?? '';
      const bytes = await readFile(join(files, name));
      expect(bytes.includes('THETA') || bytes.includes('GPano'), format).toBe(false);
      await rm(files, { recursive: true });
      await rm(join(project.rootDir, 'scenes/northwest/lao-cai/panoramas'), { recursive: true });
    }
    const run = await add(
      'in.bin',
      '--heading',
      '10',
      '--lon',
      '103.9',
      '--lat',
      '22.3',
      '--height',
      '1600',
      '--date',
      '2025',
    );
    const record = await readFile(join(project.rootDir, JSON.parse(run.out).recordFile), 'utf8');
    expect(JSON.parse(record)).toMatchObject({
      pose: { headingDeg: 10, pitchDeg: 1.5, rollDeg: -2.25 },
      position: { lonDeg: 103.9, latDeg: 22.3, heightOrthometricM: 1600 },
      date: '2025',
    });
  });
});
