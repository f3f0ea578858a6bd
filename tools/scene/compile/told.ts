import { isUnknown, type LocalizedText, type Told, type UnknownValue } from '#scene';

/** Between the Vietnamese and the English half of a reason. */
const HALVES = ' / ';

/** A fact, or why it is not known, as the viewer reads it. */
export function toldFact<T>(value: T | UnknownValue): Told<T> {
  return isUnknown(value) ? { unknown: reasonText(value.unknown) } : { told: value };
}

/** A fact, or why it is not known; null where nobody wrote anything. */
export function toldOrNull<T>(value: T | UnknownValue | undefined): Told<T> | null {
  return value === undefined ? null : toldFact(value);
}

/** A reason by language: "Chưa tra / not looked up" has both, others are the same in both. */
export function reasonText(reason: string): LocalizedText {
  const halves = reason.split(HALVES);
  const [vi, en] = halves;
  if (halves.length !== 2 || vi === undefined || en === undefined) {
    return { vi: reason, en: reason };
  }
  return { vi, en: en.charAt(0).toUpperCase() + en.slice(1) };
}
