import { describe, expect, it } from 'vitest';
import { readPictureFacts } from '../io/picture';
import { spherePicture } from '../testing/sphere-picture';
import { type PictureMetadata, readPictureMetadata } from './picture-metadata';
import {
  cameraFile,
  EXIF,
  exifSegment,
  extendedXmpSegment,
  xmpSegment,
} from './testing/camera-file';

const GPANO = 'xmlns:GPano="http://ns.google.com/photos/1.0/panorama/"';
/** Elements, as Ricoh, GoPro and stitchers write them. */
const asElements = (tags: Readonly<Record<string, string>>, tool = 'RICOH THETA Z1 Ver2.20.3') =>
  `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/" xmptk="${tool}">\n  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n    <rdf:Description rdf:about="" ${GPANO}>\n${Object.entries(
    tags,
  )
    .map(([name, value]) => `      <GPano:${name}>${value}</GPano:${name}>`)
    .join('\n')}\n    </rdf:Description>\n  </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="r"?>`;
/** Attributes, as Android's Photo Sphere and Adobe's library write them. */
const asAttributes = (tags: Readonly<Record<string, string>>, more = '') =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Adobe XMP Core 5.1.0-jc003">\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n<rdf:Description rdf:about='' ${GPANO} ${more}\n  ${Object.entries(
    tags,
  )
    .map(([name, value]) => `GPano:${name}="${value}"`)
    .join('\n  ')}/>\n</rdf:RDF></x:xmpmeta>`;
const whole = (widthPx: number) => ({
  UsePanoramaViewer: 'True',
  ProjectionType: 'equirectangular',
  CroppedAreaImageWidthPixels: `${widthPx}`,
  CroppedAreaImageHeightPixels: `${widthPx / 2}`,
  FullPanoWidthPixels: `${widthPx}`,
  FullPanoHeightPixels: `${widthPx / 2}`,
  CroppedAreaLeftPixels: '0',
  CroppedAreaTopPixels: '0',
});
const SA_PA = {
  [EXIF.latitudeRef]: 'N',
  [EXIF.latitude]: [
    [22, 1],
    [20, 1],
    [3018, 100],
  ],
  [EXIF.longitudeRef]: 'E',
  [EXIF.longitude]: [
    [103, 1],
    [50, 1],
    [3018, 100],
  ],
} as const;
const POSITION = { lonDeg: 103.84171667, latDeg: 22.34171667 };

async function read(...segments: readonly Uint8Array[]): Promise<PictureMetadata> {
  const file = cameraFile(await spherePicture(1024, 512), segments);
  return readPictureMetadata(await readPictureFacts(file, 'in.jpg'));
}

const camera = (make: string, model: string, day = '2026:03:14 09:26:53') => ({
  main: { [EXIF.make]: make, [EXIF.model]: model },
  exif: { [EXIF.dateTimeOriginal]: day },
});

describe('readPictureMetadata, as cameras write', () => {
  it('reads a Theta beside a phone: big-endian, elements, heading and tilt measured', async () => {
    const exif = { ...camera('RICOH', 'RICOH THETA m15'), gps: SA_PA, isBigEndian: true };
    const pose = {
      PoseHeadingDegrees: '225.0',
      PosePitchDegrees: '3.0',
      PoseRollDegrees: '-1.0',
    };
    const xmp = asElements({ ...whole(1024), ...pose });
    expect(await read(exifSegment(exif), xmpSegment(xmp))).toMatchObject({
      camera: 'RICOH THETA m15',
      headingDeg: 225,
      headingSource: 'GPano',
      pitchDeg: 3,
      rollDeg: -1,
      date: '2026-03-14',
      position: {
        lonDeg: expect.closeTo(POSITION.lonDeg),
        latDeg: expect.closeTo(POSITION.latDeg),
      },
      crop: { isWhole: true },
    });
  });

  it('believes the tilt of a Theta without a phone, and not its heading of zero', async () => {
    const pose = { PoseHeadingDegrees: '0', PosePitchDegrees: '3.3', PoseRollDegrees: '-0.7' };
    const read_ = await read(xmpSegment(asElements({ ...whole(1024), ...pose })));
    expect(read_).toMatchObject({ pitchDeg: 3.3, rollDeg: -0.7, unusedHeading: 'zero' });
    expect(read_).not.toHaveProperty('headingDeg');
  });

  it('takes no heading from a GoPro MAX, which writes zeros into every pose', async () => {
    const zeros = Object.fromEntries(
      ['PoseHeading', 'PosePitch', 'PoseRoll', 'InitialViewHeading', 'InitialViewPitch'].map(
        (name) => [`${name}Degrees`, '0.0'],
      ),
    );
    const exif = exifSegment({ ...camera('GoPro', 'GoPro Max'), gps: SA_PA });
    const xmp = asElements(
      { ...whole(1024), ...zeros, SourcePhotosCount: '2', StitchingSoftware: 'GoPro MAX' },
      'XMP Core 4.4.0-Exiv2',
    );
    expect(await read(exif, xmpSegment(xmp))).toMatchObject({
      camera: 'GoPro Max',
      unusedHeading: 'zero',
      pitchDeg: 0,
      rollDeg: 0,
      position: expect.anything(),
    });
  });

  it('reads an Insta360 whose program writes make and day alone', async () => {
    const metadata = await read(exifSegment(camera('Arashi Vision', 'Insta360 X3')));
    expect(metadata).toEqual({ camera: 'Arashi Vision Insta360 X3', date: '2026-03-14' });
  });

  it('reads a Kandao: attributes, GPS in millionths of a degree, compass in the EXIF', async () => {
    const gps = {
      [EXIF.latitudeRef]: 'N',
      [EXIF.latitude]: [
        [22341717, 1000000],
        [0, 1],
        [0, 1],
      ],
      [EXIF.longitudeRef]: 'E',
      [EXIF.longitude]: [
        [103841717, 1000000],
        [0, 1],
        [0, 1],
      ],
      [EXIF.directionRef]: 'T',
      [EXIF.direction]: [[8850, 100]],
    } as const;
    const exif = exifSegment({ ...camera('Kandao', 'QooCam 8K'), gps });
    expect(await read(exif, xmpSegment(asAttributes(whole(1024))))).toMatchObject({
      camera: 'Kandao QooCam 8K',
      headingDeg: 88.5,
      headingSource: 'GPSImgDirection',
      position: { lonDeg: 103.841717, latDeg: 22.341717 },
    });
  });

  it('reads a Samsung Gear 360 out of its phone: whole sphere, tilt, no heading', async () => {
    const exif = exifSegment({ ...camera('SAMSUNG', 'SM-R210'), gps: SA_PA });
    const pose = { PosePitchDegrees: '1', PoseRollDegrees: '-2' };
    const metadata = await read(exif, xmpSegment(asAttributes({ ...whole(7776), ...pose })));
    expect(metadata).toMatchObject({ camera: 'SAMSUNG SM-R210', pitchDeg: 1, rollDeg: -2 });
    // Scaled from 7776 to 1024 px after it was stitched.
    expect(metadata.crop).toEqual({
      fullWidthPx: 1024,
      fullHeightPx: 512,
      leftPx: 0,
      topPx: 0,
      isWhole: true,
    });
    expect(metadata).not.toHaveProperty('headingDeg');
  });

  it('reads the crop and first day of a phone’s Photo Sphere', async () => {
    const tags = {
      PoseHeadingDegrees: '122.0',
      CroppedAreaLeftPixels: '2092',
      FullPanoWidthPixels: '6322',
      FirstPhotoDate: '2012-11-22T23:15:59.773Z',
      CroppedAreaImageHeightPixels: '1011',
      FullPanoHeightPixels: '3161',
      CroppedAreaImageWidthPixels: '1024',
      CroppedAreaTopPixels: '1296',
    };
    expect(await read(xmpSegment(asAttributes(tags)))).toMatchObject({
      headingDeg: 122,
      date: '2012-11-22',
      crop: { fullWidthPx: 6322, fullHeightPx: 3161, leftPx: 2092, topPx: 1296, isWhole: false },
    });
  });

  it('reads the main packet where an extended one follows, and never the extended one', async () => {
    const guid = '0123456789ABCDEF0123456789ABCDEF';
    const note = `xmlns:xmpNote="http://ns.adobe.com/xmp/note/" xmpNote:HasExtendedXMP="${guid}"`;
    const main = xmpSegment(asAttributes({ ...whole(1024), PoseHeadingDegrees: '77.5' }, note));
    const audio = asElements({ PoseHeadingDegrees: '13', CaptureSoftware: 'A'.repeat(30_000) });
    const extended = extendedXmpSegment(guid, audio);
    expect(await read(main, extended)).toMatchObject({ headingDeg: 77.5 });
    expect(await read(extended, main)).not.toMatchObject({ headingDeg: 13 });
  });

  it('keeps a direction from magnetic north apart', async () => {
    const gps = { ...SA_PA, [EXIF.directionRef]: 'M', [EXIF.direction]: [[12345, 100]] } as const;
    const metadata = await read(exifSegment({ ...camera('DJI', 'Osmo 360'), gps }));
    expect(metadata).toMatchObject({ unusedHeading: { magneticDeg: 123.45 } });
    expect(metadata).not.toHaveProperty('headingDeg');
  });

  it('reads EXIF copied into XMP, rationals and all', async () => {
    const exif =
      'xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSImgDirectionRef="T" exif:GPSImgDirection="20025/100"';
    const xmp = asAttributes({ PosePitchDegrees: '-125/100', PoseRollDegrees: '1/0' }, exif);
    expect(await read(xmpSegment(xmp))).toEqual({
      headingDeg: 200.25,
      headingSource: 'GPSImgDirection',
      pitchDeg: -1.25,
    });
  });

  it('takes nothing from a receiver without a fix, nor from what is no number', async () => {
    const zero = [
      [0, 1],
      [0, 1],
      [0, 1],
    ] as const;
    const gps = {
      [EXIF.latitudeRef]: 'S',
      [EXIF.latitude]: zero,
      [EXIF.longitudeRef]: 'W',
      [EXIF.longitude]: zero,
      [EXIF.direction]: [[0, 0]],
    } as const;
    const pose = { PoseHeadingDegrees: 'nan', PosePitchDegrees: '-inf', PoseRollDegrees: '1e999' };
    const metadata = await read(
      exifSegment({ ...camera('DJI', 'Osmo 360', '0000:00:00 00:00:00'), gps }),
      xmpSegment(asElements(pose)),
    );
    expect(metadata).toEqual({ camera: 'DJI Osmo 360' });
  });
});
