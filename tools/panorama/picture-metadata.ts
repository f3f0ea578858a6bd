import exifr from 'exifr';

/** Where a crop lies in the full sphere, in pixels of that sphere (GPano). */
export interface SphereCrop {
  readonly fullWidthPx: number;
  readonly fullHeightPx: number;
  readonly leftPx: number;
  readonly topPx: number;
}

/** What a camera wrote into its file and we can use. */
export interface PictureMetadata {
  readonly crop?: SphereCrop;
  readonly headingDeg?: number;
  readonly pitchDeg?: number;
  readonly rollDeg?: number;
  /** Day it was taken, YYYY-MM-DD, as the camera's clock said. */
  readonly date?: string;
  readonly position?: { readonly lonDeg: number; readonly latDeg: number };
}

/**
 * Reads GPano XMP, the day and the position from a picture.
 *
 * @returns empty where the file says nothing, or nothing that makes sense
 * @see https://developers.google.com/streetview/spherical-metadata
 */
export async function readPictureMetadata(bytes: Uint8Array): Promise<PictureMetadata> {
  const options = { tiff: true, exif: true, gps: true, xmp: true, reviveValues: false };
  const tags: Record<string, unknown> = (await exifr.parse(bytes, options).catch(noTags)) ?? {};
  const number = (name: string): number | undefined => finite(tags[name]);
  const crop = cropOf(number);
  const heading = number('PoseHeadingDegrees');
  const pitch = number('PosePitchDegrees');
  const roll = number('PoseRollDegrees');
  const date = dayOf(tags['DateTimeOriginal'] ?? tags['FirstPhotoDate']);
  const lonDeg = number('longitude');
  const latDeg = number('latitude');
  return {
    ...(crop === undefined ? {} : { crop }),
    ...(heading === undefined ? {} : { headingDeg: ((heading % 360) + 360) % 360 }),
    ...(pitch === undefined ? {} : { pitchDeg: pitch }),
    ...(roll === undefined ? {} : { rollDeg: roll }),
    ...(date === undefined ? {} : { date }),
    ...(lonDeg === undefined || latDeg === undefined ? {} : { position: { lonDeg, latDeg } }),
  };
}

function cropOf(number: (name: string) => number | undefined): SphereCrop | undefined {
  const fullWidthPx = number('FullPanoWidthPixels');
  const fullHeightPx = number('FullPanoHeightPixels');
  const leftPx = number('CroppedAreaLeftPixels');
  const topPx = number('CroppedAreaTopPixels');
  if (fullWidthPx === undefined || fullHeightPx === undefined) return undefined;
  if (leftPx === undefined || topPx === undefined) return undefined;
  return { fullWidthPx, fullHeightPx, leftPx, topPx };
}

/** `2024:05:01 10:00:00` and `2024-05-01T10:00:00` to `2024-05-01`. */
function dayOf(value: unknown): string | undefined {
  const [, year, month, day] = /^(\d{4})[:-](\d{2})[:-](\d{2})/.exec(String(value ?? '')) ?? [];
  if (year === undefined || year === '0000') return undefined;
  return `${year}-${month}-${day}`;
}

function finite(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number.parseFloat(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** Broken metadata is no reason to refuse a picture that decodes. */
function noTags(): undefined {
  return undefined;
}
