import { resolve } from 'node:path';
import { UsageError } from '#core/errors';
import { writeFileAtomic } from '../../io/atomic';
import { eventCalendar } from '../../scene/calendar/event-calendar';
import { readScene, recordsOf } from '../../scene/read-scene';
import type { ArcCommand, OptionValues } from '../arc-command';
import { numberOption, textOption } from '../option-values';
import { SCENE_DIR_ARG, sceneDirOf } from '../scene-dirs';

const YEARS = { min: 1988, max: 2098 };

/** `arc scene export [DIR] --ics FILE --from YEAR [--to YEAR] [--lang vi|en]` */
export const sceneExportCommand: ArcCommand = {
  noun: 'scene',
  verb: 'export',
  summary: 'write the festivals and market days as a calendar file (.ics)',
  example: 'npx arc scene export --ics events.ics --from 2027',
  args: [SCENE_DIR_ARG],
  options: [
    { flags: '--ics <file>', description: 'calendar file to write', isRequired: true },
    { flags: '--from <year>', description: 'first year, 1988 to 2098', isRequired: true },
    { flags: '--to <year>', description: 'last year (default: the one after the first)' },
    { flags: '--lang <code>', description: 'vi or en', defaultValue: 'vi' },
  ],
  async run([dir], options, context) {
    const fromYear = numberOption(options, 'from', '--from', YEARS) ?? YEARS.min;
    const toRange = { min: fromYear, max: YEARS.max };
    const toYear = numberOption(options, 'to', '--to', toRange) ?? Math.min(fromYear + 1, 2098);
    const years = { fromYear: Math.trunc(fromYear), toYear: Math.trunc(toYear) };
    const locale = localeOf(options);
    const file = resolve(context.cwd, textOption(options, 'ics') ?? 'events.ics');
    const content = await readScene(sceneDirOf(dir, context));
    const calendar = eventCalendar(
      recordsOf(content, 'event').map(({ record }) => record),
      recordsOf(content, 'place').map(({ record }) => record),
      { locale, ...years },
    );
    await writeFileAtomic(file, calendar.text);
    context.print(
      `Wrote ${calendar.eventCount} events of ${years.fromYear} to ${years.toYear} into ${file}`,
    );
    if (calendar.undatedIds.length > 0) {
      context.print(`Without days, so left out: ${calendar.undatedIds.join(', ')}`);
    }
    return { file, eventCount: calendar.eventCount, undatedIds: calendar.undatedIds, ...years };
  },
};

function localeOf(options: OptionValues): 'vi' | 'en' {
  const locale = textOption(options, 'lang') ?? 'vi';
  if (locale === 'vi' || locale === 'en') return locale;
  throw new UsageError('usage-lang', {
    path: '--lang',
    expected: 'vi or en',
    found: JSON.stringify(locale),
    fix: 'Write --lang vi.',
  });
}
