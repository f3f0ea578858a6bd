import { resolve } from 'node:path';
import { UsageError } from '#core/errors';
import { isLicence, isRecordId, LICENCES, type Licence } from '#scene';
import { type AddPanoramaOptions, addPanorama } from '../../panorama/add-panorama';
import type { ArcCommand, OptionValues } from '../arc-command';
import { numberOption, textOption } from '../option-values';

/** `arc panorama add IMAGE --place ID ...` */
export const panoramaAddCommand: ArcCommand = {
  noun: 'panorama',
  verb: 'add',
  summary: 'take a 360° picture into the project: master, record, tiles',
  example:
    'npx arc panorama add sa-pa.jpg --place sa-pa --heading 120 --credit "Ngô Thị Mai" --licence CC-BY-4.0 --date 2026-03-14',
  args: [
    {
      name: 'image',
      description: 'equirectangular JPEG, PNG or WebP (2:1, or cropped with GPano tags)',
    },
  ],
  options: [
    { flags: '--place <id>', description: 'place it was taken at', isRequired: true },
    { flags: '--heading <deg>', description: 'compass direction of the image centre, true north' },
    { flags: '--pitch <deg>', description: 'how far the centre looks above the horizon' },
    { flags: '--roll <deg>', description: 'how far the right side is down' },
    { flags: '--credit <name>', description: 'who took it' },
    { flags: '--licence <id>', description: `one of ${LICENCES.join(', ')}` },
    { flags: '--date <day>', description: 'when it was taken: 2026, 2026-03 or 2026-03-14' },
    { flags: '--id <id>', description: 'id of the panorama (default: place and a number)' },
    { flags: '--title-vi <text>', description: 'title in Vietnamese (default: name of the place)' },
    { flags: '--title-en <text>', description: 'title in English (default: name of the place)' },
  ],
  async run([image = ''], options, { rootDir, cwd, progress, print, signal }) {
    const added = await addPanorama(
      rootDir,
      resolve(cwd, image),
      textOption(options, 'place') ?? '',
      addOptions(options),
      progress,
      signal,
    );
    print(`Added panorama ${added.id} to ${added.placeId}: ${added.recordFile}`);
    if (added.fromPicture.length > 0)
      print(`Read from the picture: ${added.fromPicture.join(', ')}`);
    if (added.isDraft) {
      print(`It is a draft, not shown to visitors: ${added.missing.join(', ')} missing.`);
      print(`Write what is missing into ${added.recordFile} and take "isDraft" out.`);
    }
    print(
      `${added.tiling.tilesWritten} tiles in panoramas/${added.id}/built/${added.tiling.hash8}`,
    );
    return added;
  },
};

function addOptions(options: OptionValues): AddPanoramaOptions {
  const heading = numberOption(options, 'heading', '--heading', { min: -360, max: 360 });
  const given = {
    id: idOption(options),
    headingDeg: heading === undefined ? undefined : ((heading % 360) + 360) % 360,
    pitchDeg: numberOption(options, 'pitch', '--pitch', { min: -90, max: 90 }),
    rollDeg: numberOption(options, 'roll', '--roll', { min: -180, max: 180 }),
    credit: textOption(options, 'credit'),
    licence: licenceOption(options),
    date: textOption(options, 'date'),
    titleVi: textOption(options, 'titleVi'),
    titleEn: textOption(options, 'titleEn'),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
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
