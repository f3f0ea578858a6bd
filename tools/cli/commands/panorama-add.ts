import { resolve } from 'node:path';
import { UsageError } from '#core/errors';
import { isLicence, isRecordId, LICENCES, type Licence } from '#scene';
import {
  type AddPanoramaOptions,
  type AddPanoramaOutcome,
  addPanorama,
  type PanoramaSource,
} from '../../panorama/add-panorama';
import { type CubeFace, cubeFaceNamed, cubeOf } from '../../panorama/cube-faces';
import type { ArcCommand, CommandContext, OptionValues } from '../arc-command';
import { numberOption, textOption } from '../option-values';

/** `arc panorama add IMAGE --place ID ...` */
export const panoramaAddCommand: ArcCommand = {
  noun: 'panorama',
  verb: 'add',
  summary: 'take a 360° picture or film into the project: master, record, tiles',
  example:
    'npx arc panorama add sa-pa.jpg --place sa-pa --heading 120 --credit "Ngô Thị Mai" --licence CC-BY-4.0 --date 2026-03-14',
  args: [
    {
      name: 'source',
      description:
        'JPEG, PNG, WebP, AVIF or TIFF (2:1, or cropped with GPano tags); a folder of six cube faces; or an MP4 or WebM film',
      isOptional: true,
    },
  ],
  options: [
    { flags: '--place <id>', description: 'place it was taken at', isRequired: true },
    {
      flags: '--face <name=file>',
      description: 'one face of a cube: front, back, left, right, up, down (six of them)',
      isRepeatable: true,
    },
    { flags: '--poster <image>', description: 'of a film: the still that stands before it plays' },
    { flags: '--heading <deg>', description: 'compass direction of the image centre, true north' },
    { flags: '--pitch <deg>', description: 'how far the centre looks above the horizon' },
    { flags: '--roll <deg>', description: 'how far the right side is down' },
    { flags: '--lon <deg>', description: 'longitude of the camera' },
    { flags: '--lat <deg>', description: 'latitude of the camera' },
    { flags: '--height <m>', description: 'height of the lens above the sea' },
    { flags: '--credit <name>', description: 'who took it' },
    { flags: '--licence <id>', description: `one of ${LICENCES.join(', ')}` },
    { flags: '--date <day>', description: 'when it was taken: 2026, 2026-03 or 2026-03-14' },
    { flags: '--id <id>', description: 'id of the panorama (default: place and a number)' },
    { flags: '--title-vi <text>', description: 'title in Vietnamese (default: name of the place)' },
    { flags: '--title-en <text>', description: 'title in English (default: name of the place)' },
    { flags: '--tiles <format>', description: 'webp (default), or jpeg for very old devices' },
  ],
  async run([image], options, { rootDir, cwd, progress, print, signal }) {
    const added = await addPanorama(
      rootDir,
      sourceOf(image, options, cwd),
      textOption(options, 'place') ?? '',
      addOptions(options, cwd),
      progress,
      signal,
    );
    tell(added, print);
    return added;
  },
};

function tell(added: AddPanoramaOutcome, print: CommandContext['print']): void {
  print(`Added panorama ${added.id} to ${added.placeId}: ${added.recordFile}`);
  if (added.fromPicture.length > 0) print(`Read from the picture: ${added.fromPicture.join(', ')}`);
  for (const advice of added.advice) print(advice);
  if (added.video !== undefined) {
    const { widthPx, heightPx, durationS, codec } = added.video;
    print(`Film: ${widthPx} x ${heightPx}, ${durationS.toFixed(1)} s, ${codec}`);
  }
  if (added.isDraft) {
    print(`It is a draft, not shown to visitors: ${added.missing.join(', ')} missing.`);
    print(`Write what is missing into ${added.recordFile} and take "isDraft" out.`);
  }
  print(`${added.tiling.tilesWritten} tiles in panoramas/${added.id}/built/${added.tiling.hash8}`);
}

/** The one source that was named: a path, or six faces. */
function sourceOf(image: string | undefined, options: OptionValues, cwd: string): PanoramaSource {
  const given = options['face'];
  const faces = Array.isArray(given) ? given : [];
  if (image !== undefined && faces.length === 0) return resolve(cwd, image);
  if (image === undefined && faces.length > 0) {
    return cubeOf(
      faces.map((text) => faceOf(String(text), cwd)),
      '--face',
    );
  }
  throw new UsageError('usage-source', {
    expected: 'a picture, a folder, a film, or six --face',
    found: image === undefined ? 'none of them' : 'a source and --face',
    fix: 'Name one: npx arc panorama add sa-pa.jpg --place sa-pa',
  });
}

function faceOf(text: string, cwd: string): readonly [CubeFace, string] {
  const at = text.indexOf('=');
  const face = cubeFaceNamed(text.slice(0, Math.max(0, at)));
  if (face !== undefined && at + 1 < text.length) return [face, resolve(cwd, text.slice(at + 1))];
  throw new UsageError('usage-face', {
    path: '--face',
    expected: 'the name of a face, "=", and a file',
    found: JSON.stringify(text),
    fix: 'Write for example --face front=front.jpg.',
  });
}

function addOptions(options: OptionValues, cwd: string): AddPanoramaOptions {
  const heading = numberOption(options, 'heading', '--heading', { min: -360, max: 360 });
  const poster = textOption(options, 'poster');
  const given = {
    id: idOption(options),
    headingDeg: heading === undefined ? undefined : ((heading % 360) + 360) % 360,
    pitchDeg: numberOption(options, 'pitch', '--pitch', { min: -90, max: 90 }),
    rollDeg: numberOption(options, 'roll', '--roll', { min: -180, max: 180 }),
    lonDeg: numberOption(options, 'lon', '--lon', { min: -180, max: 180 }),
    latDeg: numberOption(options, 'lat', '--lat', { min: -90, max: 90 }),
    heightOrthometricM: numberOption(options, 'height', '--height', { min: -100, max: 9000 }),
    credit: textOption(options, 'credit'),
    licence: licenceOption(options),
    date: textOption(options, 'date'),
    titleVi: textOption(options, 'titleVi'),
    titleEn: textOption(options, 'titleEn'),
    tileFormat: tilesOption(options),
    poster: poster === undefined ? undefined : resolve(cwd, poster),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function tilesOption(options: OptionValues): 'webp' | 'jpeg' | undefined {
  const format = textOption(options, 'tiles');
  if (format === undefined || format === 'webp' || format === 'jpeg') return format;
  throw new UsageError('usage-tiles', {
    path: '--tiles',
    expected: 'webp or jpeg',
    found: JSON.stringify(format),
    fix: 'Write --tiles webp, or leave it out.',
  });
}

function idOption(options: OptionValues): string | undefined {
  const id = textOption(options, 'id');
  if (id === undefined || isRecordId(id)) return id;
  throw new UsageError('usage-id', {
    path: '--id',
    expected: 'lower-case letters, digits and single hyphens, at most 64',
    found: JSON.stringify(id),
    fix: 'Write for example --id sa-pa-market.',
  });
}

function licenceOption(options: OptionValues): Licence | undefined {
  const licence = textOption(options, 'licence');
  if (licence === undefined || isLicence(licence)) return licence;
  throw new UsageError('usage-licence', {
    path: '--licence',
    expected: `one of ${LICENCES.join(', ')}`,
    found: JSON.stringify(licence),
    fix: 'Use the SPDX name of the licence; leave it out to keep a draft.',
  });
}
