import sharp, { type Metadata, type Sharp } from 'sharp';
import { AssetError } from '#core/errors';
import { readHead } from './files';
import {
  FORMAT_HEAD_BYTES,
  looksLike,
  type PictureFormat,
  pictureFormatOf,
} from './picture-format';
import { MAX_PICTURE_PIXELS, requireReadableSize, unreadablePicture } from './picture-limits';

export type { PictureFormat } from './picture-format';

/** Decoded pixels: 8-bit sRGB, interleaved, top row first. */
export interface RawPicture {
  readonly data: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: 3;
}

/** A picture file: its path, or all its bytes. */
export type PictureInput = string | Uint8Array;

/** What a picture file says about itself, before its pixels are decoded. */
export interface PictureFacts {
  readonly format: PictureFormat;
  readonly widthPx: number;
  readonly heightPx: number;
  /** EXIF orientation, 1 = as it lies. */
  readonly orientation: number;
  /** Rows come in several passes (progressive JPEG, interlaced PNG). */
  readonly isProgressive: boolean;
  /** Packets of metadata as they lie in the file. */
  readonly exif?: Uint8Array;
  readonly xmp?: Uint8Array;
}

export interface WebpOptions {
  /** 1 to 100. */
  readonly quality: number;
  /** 0 fast to 6 small. */
  readonly effort: number;
}

/**
 * Reads the header of a picture.
 *
 * @param file - as the user named it, for messages
 * @throws AssetError `picture-unreadable`, `picture-format`, `picture-too-large` or
 *   `picture-not-streamable`
 */
export async function readPictureFacts(input: PictureInput, file: string): Promise<PictureFacts> {
  const head = typeof input === 'string' ? await readHead(input, FORMAT_HEAD_BYTES) : input;
  if (head.length === 0) throw unreadablePicture(file, new Error('an empty file'));
  const format = pictureFormatOf(head);
  if (format === undefined) throw wrongFormat(file, looksLike(head));
  const found = await sharp(input, { limitInputPixels: false })
    .metadata()
    .catch((error: Error) => {
      throw unreadablePicture(file, error);
    });
  if (!isSameFormat(found, format)) throw wrongFormat(file, found.format);
  const facts = {
    format,
    widthPx: found.width,
    heightPx: found.height,
    orientation: found.orientation ?? 1,
    isProgressive: found.isProgressive === true,
    ...(found.exif === undefined ? {} : { exif: found.exif }),
    ...(found.xmp === undefined ? {} : { xmp: found.xmp }),
  };
  requireReadableSize(facts, file);
  return facts;
}

function isSameFormat(found: Metadata, format: PictureFormat): boolean {
  return format === 'avif'
    ? found.format === 'heif' && found.compression === 'av1'
    : found.format === format;
}

function wrongFormat(file: string, found: string): AssetError {
  return new AssetError('picture-format', {
    file,
    expected: 'a JPEG, PNG, WebP, AVIF or TIFF picture',
    found,
    fix: 'Save it as JPEG and add that file.',
  });
}

/**
 * Decodes a whole picture, upright, in sRGB.
 *
 * @param widthPx - decodes at this width, in little memory; the picture's own width where absent
 * @throws AssetError `picture-unreadable` also for a file that ends too early
 */
export async function decodePicture(
  input: PictureInput,
  file: string,
  widthPx?: number,
): Promise<RawPicture> {
  let picture = openPictureFile(input);
  if (widthPx !== undefined) picture = picture.resize({ width: widthPx });
  const { data, info } = await picture
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch((error: Error) => {
      throw unreadablePicture(file, error);
    });
  return { data, widthPx: info.width, heightPx: info.height, channels: 3 };
}

/** A picture as we want it: upright, sRGB, three channels, read once from top to bottom. */
export function openPictureFile(input: PictureInput): Sharp {
  return sharp(input, {
    failOn: 'warning',
    limitInputPixels: MAX_PICTURE_PIXELS,
    sequentialRead: true,
  })
    .autoOrient()
    .toColourspace('srgb')
    .flatten({ background: '#000' });
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

/** A whole picture as WebP. */
export async function encodeWebp(picture: RawPicture, options: WebpOptions): Promise<Buffer> {
  return open(picture).webp(options).toBuffer();
}

/** A whole picture as JPEG, for those who cannot use WebP. */
export async function encodeJpeg(picture: RawPicture, quality: number): Promise<Buffer> {
  return open(picture).jpeg({ quality, mozjpeg: true }).toBuffer();
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
    case 'avif':
      return open(picture).avif({ quality: 80, effort: 2 }).toBuffer();
    case 'tiff':
      return open(picture).tiff({ compression: 'lzw' }).toBuffer();
  }
}

function open(picture: RawPicture): Sharp {
  const { data, widthPx, heightPx, channels } = picture;
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels } });
}
