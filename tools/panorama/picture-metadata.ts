import exifr from 'exifr';
import { wrapHeadingDeg } from '#core/geo/angles';
import type { PictureFacts } from '../io/picture';
import { readXmpTags } from './xmp-tags';

/** Where a crop lies in the full sphere, in pixels of that sphere (GPano). */
export interface SphereCrop {
  readonly fullWidthPx: number;
  readonly fullHeightPx: number;
  readonly leftPx: number;
  readonly topPx: number;
  /** Whether the tags say that the picture is all of the sphere. */
  readonly isWhole: boolean;
}

/** What a camera wrote into its file and we can use. */
export interface PictureMetadata {
  readonly crop?: SphereCrop;
  /** Make and model. */
  readonly camera?: string;
  readonly headingDeg?: number;
  /** Where the heading stood: GPano's pose, or the compass of the EXIF block. */
  readonly headingSource?: 'GPano' | 'GPSImgDirection';
  /** A direction that was written and is no heading: nobody measured it, or not from true north. */
  readonly unusedHeading?: 'zero' | { readonly magneticDeg: number };
  readonly pitchDeg?: number;
  readonly rollDeg?: number;
  /** Day it was taken, YYYY-MM-DD, as the camera's clock said. */
  readonly date?: string;
  readonly position?: { readonly lonDeg: number; readonly latDeg: number };
  /** Of the GPS receiver, above the sea by the book; off by tens of metres in practice. */
  readonly gpsHeightM?: number;
}

type Tags = Readonly<Record<string, unknown>>;

/** EXIF's block of a picture starts with this where it is not a bare TIFF. */
const EXIF_HEAD = 'Exif\0\0';

/**
 * Reads pose, day, position and crop out of what a 360° camera or stitching program wrote: GPano
 * XMP (Street View app, Ricoh Theta, Insta360, GoPro, stitchers) and EXIF.
 *
 * @param facts - of the picture; its packets of metadata
 * @param path - of a TIFF, whose EXIF tags lie in the file itself
 * @returns empty where the file says nothing, or nothing that makes sense
 * @see https://developers.google.com/streetview/spherical-metadata
 */
export async function readPictureMetadata(
  facts: Pick<PictureFacts, 'format' | 'widthPx' | 'exif' | 'xmp'>,
  path?: string,
): Promise<PictureMetadata> {
  const exif = await exifTags(facts, path);
  const xmp = readXmpTags(facts.xmp);
  const crop = cropOf(xmp, facts.widthPx);
  const camera = cameraOf(exif);
  const date = dayOf(exif['DateTimeOriginal'] ?? xmp['GPano:FirstPhotoDate'] ?? exif['CreateDate']);
  return {
    ...(crop === undefined ? {} : { crop }),
    ...(camera === undefined ? {} : { camera }),
    ...headingOf(xmp, exif),
    ...within('pitchDeg', finite(xmp['GPano:PosePitchDegrees']), 90),
    ...within('rollDeg', finite(xmp['GPano:PoseRollDegrees']), 180),
    ...(date === undefined ? {} : { date }),
    ...positionOf(exif),
  };
}

async function exifTags(
  { format, exif }: Pick<PictureFacts, 'format' | 'exif'>,
  path: string | undefined,
): Promise<Tags> {
  const options = { tiff: true, exif: true, gps: true, xmp: false, reviveValues: false };
  const isHeaded = Buffer.from(exif?.subarray(0, 6) ?? []).toString('latin1') === EXIF_HEAD;
  const input = format === 'tiff' ? path : exif?.subarray(isHeaded ? EXIF_HEAD.length : 0);
  if (input === undefined || input.length < 8) return {};
  // Broken metadata is no reason to refuse a picture that decodes.
  const tags: unknown = await exifr.parse(input, options).catch(() => undefined);
  return typeof tags === 'object' && tags !== null ? { ...tags } : {};
}

type Heading = Pick<PictureMetadata, 'headingDeg' | 'headingSource' | 'unusedHeading'>;

/**
 * GPano's heading before the compass of the EXIF block. A zero is what cameras without a compass
 * write (GoPro MAX, Theta without a phone), and one picture in 3,600 that really looks north.
 */
function headingOf(xmp: Tags, exif: Tags): Heading {
  const pose = finite(xmp['GPano:PoseHeadingDegrees']);
  if (pose !== undefined && pose !== 0 && Math.abs(pose) <= 360) {
    return { headingDeg: wrapHeadingDeg(pose), headingSource: 'GPano' };
  }
  const tags = exif['GPSImgDirection'] === undefined ? exifInXmp(xmp) : exif;
  const compass = finite(tags['GPSImgDirection']);
  const isSaid = compass !== undefined && compass !== 0 && compass > 0 && compass <= 360;
  if (!isSaid) return pose === 0 || compass === 0 ? { unusedHeading: 'zero' } : {};
  // A magnetic direction is off by the declination; the record wants true north.
  if (tags['GPSImgDirectionRef'] !== 'T') return { unusedHeading: { magneticDeg: compass } };
  return { headingDeg: wrapHeadingDeg(compass), headingSource: 'GPSImgDirection' };
}

function exifInXmp(xmp: Tags): Tags {
  const names = ['GPSImgDirection', 'GPSImgDirectionRef'];
  return Object.fromEntries(names.map((name) => [name, xmp[`exif:${name}`]]));
}

function cropOf(xmp: Tags, widthPx: number): SphereCrop | undefined {
  const fullWidthPx = finite(xmp['GPano:FullPanoWidthPixels']);
  const fullHeightPx = finite(xmp['GPano:FullPanoHeightPixels']);
  const leftPx = finite(xmp['GPano:CroppedAreaLeftPixels']);
  const topPx = finite(xmp['GPano:CroppedAreaTopPixels']);
  if (fullWidthPx === undefined || fullHeightPx === undefined) return undefined;
  if (leftPx === undefined || topPx === undefined) return undefined;
  // A picture scaled after it was stitched carries the numbers of the original.
  const taggedPx = finite(xmp['GPano:CroppedAreaImageWidthPixels']) ?? widthPx;
  const taggedHeightPx = finite(xmp['GPano:CroppedAreaImageHeightPixels']);
  const scale = taggedPx > 0 ? widthPx / taggedPx : 1;
  const halfPx = Math.round(fullHeightPx * scale);
  const isHalf = fullWidthPx === 2 * fullHeightPx;
  return {
    fullWidthPx: scale === 1 || !isHalf ? fullWidthPx : 2 * halfPx,
    fullHeightPx: scale === 1 || !isHalf ? fullHeightPx : halfPx,
    leftPx: Math.round(leftPx * scale),
    topPx: Math.round(topPx * scale),
    isWhole: taggedPx === fullWidthPx && taggedHeightPx === fullHeightPx,
  };
}

function cameraOf(exif: Tags): string | undefined {
  const words = [exif['Make'], exif['Model']].flatMap((word) =>
    typeof word === 'string' && word.trim() !== '' ? [word.trim().slice(0, 60)] : [],
  );
  const [make, model] = words;
  if (make === undefined) return undefined;
  return model === undefined || model.startsWith(make) ? (model ?? make) : `${make} ${model}`;
}

function positionOf(exif: Tags): Pick<PictureMetadata, 'position' | 'gpsHeightM'> {
  const lonDeg = finite(exif['longitude']);
  const latDeg = finite(exif['latitude']);
  if (lonDeg === undefined || latDeg === undefined) return {};
  // 0, 0 is what receivers write that have seen no satellite.
  if ((lonDeg === 0 && latDeg === 0) || Math.abs(lonDeg) > 180 || Math.abs(latDeg) > 90) return {};
  const height = finite(exif['GPSAltitude']);
  const isBelow =
    Number(exif['GPSAltitudeRef']) === 1 || String(exif['GPSAltitudeRef']) === '\u0001';
  return {
    position: { lonDeg: rounded(lonDeg, 7), latDeg: rounded(latDeg, 7) },
    ...(height === undefined ? {} : { gpsHeightM: rounded(isBelow ? -height : height, 1) }),
  };
}

function within<K extends 'pitchDeg' | 'rollDeg'>(
  key: K,
  value: number | undefined,
  limit: number,
): Partial<Record<K, number>> {
  if (value === undefined || Math.abs(value) > limit) return {};
  const part: Partial<Record<K, number>> = {};
  part[key] = value;
  return part;
}

/** `2024:05:01 10:00:00` and `2024-05-01T10:00:00` to `2024-05-01`; days that exist only. */
function dayOf(value: unknown): string | undefined {
  const [, year, month, day] = /^(\d{4})[:-](\d{2})[:-](\d{2})/.exec(String(value ?? '')) ?? [];
  if (year === undefined) return undefined;
  const date = `${year}-${month}-${day}`;
  const time = new Date(`${date}T00:00:00Z`);
  const doesExist = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
  return doesExist && year >= '1980' ? date : undefined;
}

/** A number, or its text: `12.5`, or EXIF's `1250/100` where a program copied that into XMP. */
function finite(value: unknown): number | undefined {
  const [, part, whole] = /^\s*(-?\d+)\s*\/\s*(\d+)\s*$/.exec(String(value)) ?? [];
  const text = typeof value === 'string' ? Number.parseFloat(value) : value;
  const number = whole === undefined ? text : Number(part) / Number(whole);
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
