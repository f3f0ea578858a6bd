import { UsageError } from '#core/errors';
import { isPlainName, isRecordId, type LocalizedText, TRAVEL_MODES } from '#scene';
import { type NewRecordRequest, newRecord } from '../../scene/new-record';
import { NEW_KINDS } from '../../scene/skeletons';
import type { ArcCommand, OptionValues } from '../arc-command';
import { numberOption, textOption } from '../option-values';
import { sceneDirOf } from '../scene-dirs';

/** `arc scene new KIND ID --province P --name-vi ...` */
export const sceneNewCommand: ArcCommand = {
  noun: 'scene',
  verb: 'new',
  summary: 'start a record: valid at once, marked where words and facts are missing',
  example:
    'npx arc scene new place ban-ang --province son-la --name-vi "Rừng thông Bản Áng" --name-en "Bản Áng pine forest" --lon 104.6289 --lat 20.8288 --variety forest',
  args: [
    { name: 'kind', description: NEW_KINDS.join(', ') },
    { name: 'id', description: 'lower-case letters, digits and hyphens; the name of the file' },
  ],
  options: [
    { flags: '--province <id>', description: 'present province it belongs to' },
    { flags: '--province-before-2025 <id>', description: 'province on the map before July 2025' },
    { flags: '--name-vi <text>', description: 'name or title in Vietnamese', isRequired: true },
    { flags: '--name-en <text>', description: 'name or title in English (default: as --name-vi)' },
    { flags: '--lon <deg>', description: 'longitude of a place' },
    { flags: '--lat <deg>', description: 'latitude of a place' },
    { flags: '--variety <word>', description: 'what a place or product is: waterfall, fruit ...' },
    { flags: '--place <id>', description: 'place of a panorama' },
    {
      flags: '--stop <id>',
      description: 'place or gateway on a route, in order',
      isRepeatable: true,
    },
    { flags: '--mode <word>', description: `how a route is travelled: ${TRAVEL_MODES.join(', ')}` },
    { flags: '--scene <dir>', description: 'folder of the scene (default: scenes/northwest)' },
  ],
  async run([kind = '', id = ''], options, context) {
    const sceneDir = sceneDirOf(textOption(options, 'scene'), context);
    const made = await newRecord(sceneDir, requestOf(kind, id, options));
    context.print(`Wrote ${made.file}`);
    for (const note of made.notes) context.print(note);
    return made;
  },
};

function requestOf(kind: string, id: string, options: OptionValues): NewRecordRequest {
  const given = {
    provinceId: textOption(options, 'province'),
    provinceBefore2025Id: textOption(options, 'provinceBefore2025'),
    position: positionOption(options),
    placeId: textOption(options, 'place'),
    stopIds: Array.isArray(options['stop']) ? options['stop'] : undefined,
    mode: modeOption(options),
    variety: textOption(options, 'variety'),
  };
  return {
    kind: oneOf(NEW_KINDS, kind, 'kind'),
    id: idOf(id),
    name: nameOption(options),
    day: vietnamDay(new Date()),
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
}

function nameOption(options: OptionValues): LocalizedText {
  const vi = nameText(options, 'nameVi', '--name-vi') ?? '';
  return { vi, en: nameText(options, 'nameEn', '--name-en') ?? vi };
}

function nameText(options: OptionValues, name: string, flag: string): string | undefined {
  const text = textOption(options, name)?.normalize('NFC').trim();
  if (text === undefined || isPlainName(text)) return text;
  throw new UsageError('usage-name', {
    path: flag,
    expected: 'one line of plain text, 1 to 120 characters',
    found: JSON.stringify(text),
    fix: 'Write the name without HTML and control characters.',
  });
}

function positionOption(options: OptionValues): NewRecordRequest['position'] {
  const lonDeg = numberOption(options, 'lon', '--lon', { min: -180, max: 180 });
  const latDeg = numberOption(options, 'lat', '--lat', { min: -90, max: 90 });
  return lonDeg === undefined || latDeg === undefined ? undefined : { lonDeg, latDeg };
}

function modeOption(options: OptionValues): NewRecordRequest['mode'] {
  const mode = textOption(options, 'mode');
  return mode === undefined ? undefined : oneOf(TRAVEL_MODES, mode, '--mode');
}

function idOf(id: string): string {
  if (isRecordId(id)) return id;
  throw new UsageError('usage-id', {
    path: 'id',
    expected: 'lower-case letters, digits and single hyphens, at most 64',
    found: JSON.stringify(id),
    fix: 'Write it like ban-ang.',
  });
}

function oneOf<T extends string>(words: readonly T[], text: string, path: string): T {
  const word = words.find((known) => known === text);
  if (word !== undefined) return word;
  throw new UsageError('usage-word', {
    path,
    expected: `one of ${words.join(', ')}`,
    found: JSON.stringify(text),
    fix: 'Use one of these words.',
  });
}

/** Today in Vietnam, `YYYY-MM-DD`. */
function vietnamDay(now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(now);
}
