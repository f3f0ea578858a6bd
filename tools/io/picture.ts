import sharp, { type Sharp } from 'sharp';
import { AssetError } from '#core/errors';

/** Decoded pixels: 8-bit sRGB, interleaved, top row first. */
export interface RawPicture {
  readonly data: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: 3;
}

export type PictureFormat = 'jpeg' | 'png' | 'webp';

/** What a picture file says about itself, before its pixels are decoded. */
export interface PictureFacts {
  readonly format: PictureFormat;
  readonly widthPx: number;
  readonly heightPx: number;
  /** EXIF orientation, 1 = as it lies. */
  readonly orientation: number;
}

export interface WebpOptions {
  /** 1 to 100. */
  readonly quality: number;
  /** 0 fast to 6 small. */
  readonly effort: number;
}

/** 16384 x 8192: what decodes into 400 MB. */
const MAX_PIXELS = 16384 * 8192;
const FORMATS: readonly PictureFormat[] = ['jpeg', 'png', 'webp'];

/**
 * Reads the header of a picture.
 *
 * @param file - as the user named it, for messages
 * @throws AssetError `picture-unreadable`, `picture-format` or `picture-too-large`
 */
export async function readPictureFacts(bytes: Uint8Array, file: string): Promise<PictureFacts> {
  if (bytes.length === 0) throw unreadable(file, new Error('an empty file'));
  const found = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((error: Error) => {
      throw unreadable(file, error);
    });
  const format = FORMATS.find((known) => known === found.format);
  if (format === undefined) {
    throw new AssetError('picture-format', {
      file,
      expected: 'a JPEG, PNG or WebP picture',
      found: found.format,
      fix: 'Save it as JPEG and add that file.',
    });
  }
  if (found.width * found.height > MAX_PIXELS) {
    throw new AssetError('picture-too-large', {
      file,
      expected: 'at most 16384 x 8192 pixels',
      found: `${found.width} x ${found.height}`,
      fix: 'Scale it down to 16384 x 8192 and add that file.',
    });
  }
  return {
    format,
    widthPx: found.width,
    heightPx: found.height,
    orientation: found.orientation ?? 1,
  };
}

/**
 * Decodes a whole picture, upright, in sRGB.
 *
 * @param widthPx - decodes at this width (fast for JPEG); the picture's own width where absent
 * @throws AssetError `picture-unreadable` also for a file that ends too early
 */
export async function decodePicture(
  bytes: Uint8Array,
  file: string,
  widthPx?: number,
): Promise<RawPicture> {
  let picture = sharp(bytes, { failOn: 'warning', limitInputPixels: MAX_PIXELS }).autoOrient();
  if (widthPx !== undefined) picture = picture.resize({ width: widthPx });
  const { data, info } = await picture
    .toColourspace('srgb')
    .flatten({ background: '#000' })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch((error: Error) => {
      throw unreadable(file, error);
    });
  return { data, widthPx: info.width, heightPx: info.height, channels: 3 };
}

/** Scales a picture to exactly this size. */
export async function resizePicture(
  picture: RawPicture,
  widthPx: number,
  heightPx: number,
): Promise<RawPicture> {
  const data = await open(picture)
    .resize({ width: widthPx, height: heightPx, fit: 'fill', kernel: 'lanczos3' })
    .raw()
    .toBuffer();
  return { data, widthPx, heightPx, channels: 3 };
}

/** A rectangle cut out of a picture, as WebP. */
export async function encodeRegionWebp(
  picture: RawPicture,
  region: { left: number; top: number; width: number; height: number },
  options: WebpOptions,
): Promise<Buffer> {
  return open(picture).extract(region).webp(options).toBuffer();
}

/** A whole picture as WebP. */
export async function encodeWebp(picture: RawPicture, options: WebpOptions): Promise<Buffer> {
  return open(picture).webp(options).toBuffer();
}

/** A whole picture in the format of its source, as good as the format gives without waste. */
export async function encodeMaster(picture: RawPicture, format: PictureFormat): Promise<Buffer> {
  switch (format) {
    case 'jpeg':
      return open(picture).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer();
    case 'png':
      return open(picture).png({ compressionLevel: 9 }).toBuffer();
    case 'webp':
      return open(picture).webp({ lossless: true, effort: 4 }).toBuffer();
  }
}

function open(picture: RawPicture): Sharp {
  const { data, widthPx, heightPx, channels } = picture;
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels } });
}

function unreadable(file: string, cause: Error): AssetError {
  return new AssetError(
    'picture-unreadable',
    {
      file,
      expected: 'a whole picture',
      found: cause.message.split('\n')[0] ?? 'a file that does not decode',
      fix: 'Copy it from the camera again; the file may have been cut off on the way.',
    },
    { cause },
  );
}
