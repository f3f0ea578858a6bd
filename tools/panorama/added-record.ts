import { type PanoramaInput, type Place, placeHeightM, SCENE_SCHEMA_VERSION } from '#scene';
import type { AddPanoramaOptions } from './add-panorama';
import type { PictureMetadata } from './picture-metadata';

export type MissingField = 'heading' | 'credit' | 'licence' | 'date' | 'position';

/** A record on its way, and what to tell its editor. */
export interface AddedRecord {
  readonly record: PanoramaInput;
  readonly missing: readonly MissingField[];
  readonly fromPicture: readonly string[];
  readonly advice: readonly string[];
}

/** Height of a camera on its stand where nobody says otherwise. */
const CAMERA_ABOVE_GROUND_M = 1.7;

/** The record of a picture: what the editor said, else what the picture says. */
export function recordOfPicture(
  id: string,
  place: Place,
  options: AddPanoramaOptions,
  metadata: PictureMetadata,
  videoFile: string | undefined,
): AddedRecord {
  const headingDeg = options.headingDeg ?? metadata.headingDeg;
  const pitchDeg = options.pitchDeg ?? metadata.pitchDeg ?? 0;
  const rollDeg = options.rollDeg ?? metadata.rollDeg ?? 0;
  const date = options.date ?? metadata.date;
  const position = positionOf(place, options, metadata);
  const needed: readonly (readonly [MissingField, unknown])[] = [
    ['heading', headingDeg],
    ['credit', options.credit],
    ['licence', options.licence],
    ['date', date],
    ['position', position],
  ];
  const missing = needed.flatMap(([field, value]) => (value === undefined ? [field] : []));
  const record: PanoramaInput = {
    schemaVersion: SCENE_SCHEMA_VERSION,
    id,
    kind: 'photo',
    placeId: place.id,
    title: { vi: options.titleVi ?? place.name.vi, en: options.titleEn ?? place.name.en },
    description: descriptionOf(place, videoFile !== undefined),
    ...(videoFile === undefined ? {} : { medium: 'video', videoFile }),
    ...(missing.length > 0 ? { isDraft: true } : {}),
    ...(position === undefined ? {} : { position }),
    ...(headingDeg === undefined
      ? {}
      : { pose: { headingDeg, pitchDeg, rollDeg }, firstView: { headingDeg } }),
    ...(options.credit === undefined ? {} : { credit: options.credit }),
    ...(options.licence === undefined ? {} : { licence: options.licence }),
    ...(date === undefined ? {} : { date }),
    ...(options.tileFormat === undefined ? {} : { tileFormat: options.tileFormat }),
  };
  const fromPicture = readFromPicture(options, metadata);
  return { record, missing, fromPicture, advice: adviceOf(options, metadata) };
}

function descriptionOf(place: Place, isFilm: boolean): PanoramaInput['description'] {
  return isFilm
    ? { vi: `Phim 360° quay tại ${place.name.vi}.`, en: `360° film taken at ${place.name.en}.` }
    : {
        vi: `Ảnh 360° chụp tại ${place.name.vi}.`,
        en: `360° photograph taken at ${place.name.en}.`,
      };
}

function positionOf(
  place: Place,
  options: AddPanoramaOptions,
  { position }: PictureMetadata,
): PanoramaInput['position'] | undefined {
  const groundM = placeHeightM(place);
  const heightOrthometricM =
    options.heightOrthometricM ?? (groundM === null ? undefined : lensHeightM(groundM));
  if (heightOrthometricM === undefined) return undefined;
  return {
    lonDeg: options.lonDeg ?? position?.lonDeg ?? place.position.lonDeg,
    latDeg: options.latDeg ?? position?.latDeg ?? place.position.latDeg,
    heightOrthometricM,
  };
}

/** Rounded to a decimetre: more would claim what nobody measured. */
function lensHeightM(groundM: number): number {
  return Math.round((groundM + CAMERA_ABOVE_GROUND_M) * 10) / 10;
}

function readFromPicture(options: AddPanoramaOptions, metadata: PictureMetadata): string[] {
  const { camera, headingDeg, pitchDeg, rollDeg, date, position, gpsHeightM } = metadata;
  const read: string[] = [];
  const tell = (isOverruled: boolean, text: string | undefined) => {
    if (!isOverruled && text !== undefined) read.push(text);
  };
  tell(false, camera === undefined ? undefined : `camera ${camera}`);
  tell(options.headingDeg !== undefined, degrees('heading', headingDeg));
  tell(options.pitchDeg !== undefined, degrees('pitch', pitchDeg));
  tell(options.rollDeg !== undefined, degrees('roll', rollDeg));
  tell(options.date !== undefined, date === undefined ? undefined : `date ${date}`);
  const isPlaced = options.lonDeg !== undefined && options.latDeg !== undefined;
  const where = position && `position ${position.lonDeg}, ${position.latDeg}`;
  tell(isPlaced, where);
  tell(false, gpsHeightM === undefined ? undefined : `GPS height ${gpsHeightM} m (not used)`);
  return read;
}

function degrees(name: string, valueDeg: number | undefined): string | undefined {
  return valueDeg === undefined ? undefined : `${name} ${valueDeg}°`;
}

/** Values that cameras write without having measured them. */
function adviceOf(options: AddPanoramaOptions, metadata: PictureMetadata): string[] {
  const advice: string[] = [];
  if (options.headingDeg === undefined) advice.push(...headingAdvice(metadata));
  const isFromCompass = options.headingDeg === undefined && metadata.headingDeg !== undefined;
  if (isFromCompass) {
    advice.push('A compass in a camera is easily 10° off: mend it with arc panorama calibrate.');
  }
  if (metadata.gpsHeightM !== undefined && options.heightOrthometricM === undefined) {
    advice.push('The height is that of the place and a stand of 1.7 m; give --height to mend it.');
  }
  return advice;
}

function headingAdvice({ unusedHeading }: PictureMetadata): string[] {
  if (unusedHeading === undefined) return [];
  if (unusedHeading === 'zero') {
    return [
      'The picture says heading 0°, as cameras without a compass do, so it is not believed: find it with arc panorama calibrate, or give --heading 0 where it really looks north.',
    ];
  }
  const { magneticDeg } = unusedHeading;
  return [
    `The picture says ${magneticDeg}° from magnetic north, or not from which: add the declination and give --heading, or find it with arc panorama calibrate.`,
  ];
}
