import { clockHourOf } from '#core/tour/around';
import type { HorizonName } from '#scene';
import type { HorizonTag } from '../../adapters/horizon-tag';
import type { Translate } from '../../i18n/messages';
import type { Locale } from '../../state/store';

/** What a name on the horizon is called in a language, and which language that is. */
export function nameIn(
  { name }: HorizonName,
  locale: Locale,
): { readonly label: string; readonly labelLanguage: string } {
  const label = name[locale] ?? name.vi;
  return { label, labelLanguage: label === name.vi ? 'vi' : locale };
}

/** The same without the other name that stands in brackets: the list and the card say it. */
function shortNameIn(name: HorizonName, locale: Locale): ReturnType<typeof nameIn> {
  const { label, labelLanguage } = nameIn(name, locale);
  return { label: label.split(' (')[0] ?? label, labelLanguage };
}

/** Names as the picture shows them: summits and passes with their height, others with the way. */
export function tagsOf(names: readonly HorizonName[], locale: Locale): HorizonTag[] {
  return names.map((name) => ({
    id: name.id,
    headingDeg: name.headingDeg,
    pitchDeg: name.pitchDeg,
    ...shortNameIn(name, locale),
    note:
      name.kind === 'summit' || name.kind === 'pass'
        ? heightText(name.heightOrthometricM, locale)
        : wayText(name.distanceM, locale),
  }));
}

/** One name as it is said to somebody who cannot see it. */
export function spokenName(
  name: HorizonName,
  lookHeadingDeg: number,
  { t, locale }: { readonly t: Translate; readonly locale: Locale },
): string {
  return t('horizon.spoken', {
    hour: clockHourOf(lookHeadingDeg, name.headingDeg),
    distance: wayText(name.distanceM, locale),
    name: nameIn(name, locale).label,
    height: heightText(name.heightOrthometricM, locale),
  });
}

/** A height as people say it: "3.049 m". */
export function heightText(heightM: number, locale: Locale): string {
  return unitText(heightM, 'meter', 0, locale);
}

/** A way as people say it: "3.4 km" near by, "22 km" far away. */
export function wayText(distanceM: number, locale: Locale): string {
  const isFar = distanceM >= 10_000;
  return unitText(distanceM / 1000, 'kilometer', isFar ? 0 : 1, locale);
}

function unitText(value: number, unit: string, digits: number, locale: Locale): string {
  const format = { style: 'unit', unit, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(locale, format).format(value);
}

/**
 * The next name by the clock.
 *
 * @param fromHeadingDeg - of the present name, or of where the visitor looks
 * @param turn - 1 clockwise, -1 the other way
 * @param presentId - null for none yet: then what lies straight ahead comes first
 */
export function nextName(
  names: readonly HorizonName[],
  fromHeadingDeg: number,
  turn: 1 | -1,
  presentId: string | null,
): HorizonName | null {
  const byHeading = names.toSorted((a, b) => a.headingDeg - b.headingDeg);
  const at = byHeading.findIndex(({ id }) => id === presentId);
  if (at >= 0) return byHeading.at((at + turn) % byHeading.length) ?? null;
  const ahead = byHeading.toSorted(
    (a, b) =>
      turnAway(a.headingDeg, fromHeadingDeg, turn) - turnAway(b.headingDeg, fromHeadingDeg, turn),
  );
  return ahead[0] ?? null;
}

/** A little to the other side still counts as straight ahead. */
const AHEAD_DEG = 3;

function turnAway(headingDeg: number, fromDeg: number, turn: 1 | -1): number {
  return ((((headingDeg - fromDeg) * turn + AHEAD_DEG) % 360) + 360) % 360;
}
