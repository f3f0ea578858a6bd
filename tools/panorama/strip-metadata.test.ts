import { describe, expect, it } from 'vitest';
import { decodePicture, readPictureFacts } from '../io/picture';
import { spherePicture, withXmp } from '../testing/sphere-picture';
import type { MasterFormat } from './master-format';
import { readPictureMetadata } from './picture-metadata';
import { partsWithoutMetadata } from './strip-metadata';

/** The whole of what is left. */
async function stripMetadata(bytes: Uint8Array, format: MasterFormat): Promise<Uint8Array> {
  const source = {
    sizeBytes: bytes.length,
    read: async (offset: number, length: number) => bytes.subarray(offset, offset + length),
  };
  const parts = await partsWithoutMetadata(source, format);
  return Buffer.concat(
    parts.map((part) => (part instanceof Uint8Array ? part : bytes.subarray(part.from, part.to))),
  );
}

async function metadataOf(bytes: Uint8Array) {
  return readPictureMetadata(await readPictureFacts(bytes, 'x'));
}

describe('partsWithoutMetadata', () => {
  it.each<MasterFormat>(['jpeg', 'png', 'webp'])('keeps the pixels of a %s', async (format) => {
    const bytes = await spherePicture(64, 32, format);
    const stripped = await stripMetadata(bytes, format);
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
    expect(Buffer.from(await stripMetadata(bytes, 'jpeg')).equals(Buffer.from(plain))).toBe(true);
  });

  it('takes text chunks out of a PNG', async () => {
    const plain = Buffer.from(await spherePicture(64, 32, 'png'));
    const text = Buffer.alloc(12 + 6);
    text.writeUInt32BE(6, 0);
    text.write('tEXtsecret', 4, 'latin1');
    const bytes = Buffer.concat([plain.subarray(0, 33), text, plain.subarray(33)]);
    expect(Buffer.from(await stripMetadata(bytes, 'png')).includes('secret')).toBe(false);
  });

  it('takes EXIF out of a WebP and mends its size', async () => {
    const plain = Buffer.from(await spherePicture(64, 32, 'webp'));
    const exif = Buffer.concat([
      Buffer.from('EXIF'),
      Buffer.from([6, 0, 0, 0]),
      Buffer.from('secret'),
    ]);
    const stripped = Buffer.from(await stripMetadata(Buffer.concat([plain, exif]), 'webp'));
    expect(stripped.includes('secret')).toBe(false);
    expect(stripped.readUInt32LE(4)).toBe(stripped.length - 8);
  });

  it('refuses a container that breaks off', async () => {
    const bytes = await spherePicture(64, 32);
    await expect(stripMetadata(bytes.subarray(0, 30), 'jpeg')).rejects.toThrow(RangeError);
  });
});

describe('readPictureMetadata', () => {
  it('reads pose and crop', async () => {
    const bytes = withXmp(
      await spherePicture(64, 32),
      'GPano:PoseHeadingDegrees="-10" GPano:PosePitchDegrees="2" GPano:FullPanoWidthPixels="64" GPano:FullPanoHeightPixels="32" GPano:CroppedAreaLeftPixels="0" GPano:CroppedAreaTopPixels="0"',
    );
    expect(await metadataOf(bytes)).toEqual({
      headingDeg: 350,
      headingSource: 'GPano',
      pitchDeg: 2,
      crop: { fullWidthPx: 64, fullHeightPx: 32, leftPx: 0, topPx: 0, isWhole: false },
    });
  });
  it('is empty for a picture that says nothing', async () => {
    expect(await metadataOf(await spherePicture(64, 32))).toEqual({});
  });
});
