import sharp from 'sharp';
import { openPictureFile, type PictureFormat } from './picture';
import { MAX_PICTURE_PIXELS, unreadablePicture } from './picture-limits';
import { RowFile } from './row-file';

/** Pixels left decoded behind the reader by the library; we read every file once. */
sharp.cache(false);

/**
 * Decodes a picture of any size into rows on disk, upright, in sRGB; never whole in memory.
 *
 * @param path - of the picture
 * @param rowsPath - file to make
 * @param widthPx - scales to this width; the picture's own where absent
 * @throws AssetError `picture-unreadable`
 */
export async function decodeToRows(
  path: string,
  file: string,
  rowsPath: string,
  widthPx?: number,
): Promise<RowFile> {
  let picture = openPictureFile(path);
  if (widthPx !== undefined) {
    picture = picture.resize({ width: widthPx, height: widthPx / 2, fit: 'fill' });
  }
  await picture
    .tiff({ compression: 'none', predictor: 'none' })
    .toFile(rowsPath)
    .catch((error: Error) => {
      throw unreadablePicture(file, error);
    });
  return RowFile.open(rowsPath);
}

/**
 * Encodes rows on disk as a master picture, from top to bottom.
 *
 * @param rowsPath - closed by now
 * @param format - WebP only up to 16383 px; AVIF and TIFF are no formats of masters
 */
export async function encodeRows(
  rowsPath: string,
  outPath: string,
  format: Exclude<PictureFormat, 'avif' | 'tiff'>,
): Promise<void> {
  const rows = sharp(rowsPath, { limitInputPixels: MAX_PICTURE_PIXELS, sequentialRead: true });
  switch (format) {
    case 'jpeg':
      // Optimal Huffman tables would need all coefficients in memory at once.
      await rows
        .jpeg({ quality: 95, chromaSubsampling: '4:4:4', optimiseCoding: false })
        .toFile(outPath);
      return;
    case 'png':
      await rows.png({ compressionLevel: 9 }).toFile(outPath);
      return;
    case 'webp':
      await rows.webp({ lossless: true, effort: 4 }).toFile(outPath);
  }
}
