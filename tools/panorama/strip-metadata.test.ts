import { describe, expect, it } from 'vitest';
import { decodePicture, type PictureFormat } from '../io/picture';
import { spherePicture, withXmp } from '../testing/sphere-picture';
import { readPictureMetadata } from './picture-metadata';
import { stripMetadata } from './strip-metadata';

describe('stripMetadata', () => {
  it.each<PictureFormat>(['jpeg', 'png', 'webp'])('keeps the pixels of a %s', async (format) => {
    const bytes = await spherePicture(64, 32, format);
    const stripped = stripMetadata(bytes, format);
    expect(await decodePicture(stripped, 'x')).toEqual(await decodePicture(bytes, 'x'));
  });

  it('takes comments, XMP and what trails the image out of a JPEG', async () => {
    const plain = await spherePicture(64, 32);
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, 8]), Buffer.from('secret')]);
    const bytes = Buffer.concat([
      withXmp(plain, 'GPano:PoseHeadingDegrees="1"').subarray(0, 2),
      comment,
      plain.subarray(2),
      Buffer.from('maker note'),
    ]);
    expect(Buffer.from(stripMetadata(bytes, 'jpeg')).equals(Buffer.from(plain))).toBe(true);
  });

  it('takes text chunks out of a PNG', async () => {
    const plain = Buffer.from(await spherePicture(64, 32, 'png'));
    const text = Buffer.alloc(12 + 6);
    text.writeUInt32BE(6, 0);
    text.write('tEXtsecret', 4, 'latin1');
    const bytes = Buffer.concat([plain.subarray(0, 33), text, plain.subarray(33)]);
    expect(Buffer.from(stripMetadata(bytes, 'png')).includes('secret')).toBe(false);
  });

  it('takes EXIF out of a WebP and mends its size', async () => {
    const plain = Buffer.from(await spherePicture(64, 32, 'webp'));
    const exif = Buffer.concat([
      Buffer.from('EXIF'),
      Buffer.from([6, 0, 0, 0]),
      Buffer.from('secret'),
    ]);
    const stripped = Buffer.from(stripMetadata(Buffer.concat([plain, exif]), 'webp'));
    expect(stripped.includes('secret')).toBe(false);
    expect(stripped.readUInt32LE(4)).toBe(stripped.length - 8);
  });

  it('refuses a container that breaks off', async () => {
    const bytes = await spherePicture(64, 32);
    expect(() => stripMetadata(bytes.subarray(0, 30), 'jpeg')).toThrow(RangeError);
  });
});

describe('readPictureMetadata', () => {
  it('reads pose and crop', async () => {
    const bytes = withXmp(
      await spherePicture(64, 32),
      'GPano:PoseHeadingDegrees="-10" GPano:PosePitchDegrees="2" GPano:FullPanoWidthPixels="64" GPano:FullPanoHeightPixels="32" GPano:CroppedAreaLeftPixels="0" GPano:CroppedAreaTopPixels="0"',
    );
    expect(await readPictureMetadata(bytes)).toEqual({
      headingDeg: 350,
      pitchDeg: 2,
      crop: { fullWidthPx: 64, fullHeightPx: 32, leftPx: 0, topPx: 0 },
    });
  });
  it('is empty for a picture that says nothing', async () => {
    expect(await readPictureMetadata(await spherePicture(64, 32))).toEqual({});
  });
});
