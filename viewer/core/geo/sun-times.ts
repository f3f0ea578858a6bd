import type { CalendarDay } from '../calendar/calendar-day';
import { sunPosition } from './sun-position';

/** Minutes after midnight in Vietnam (UTC+7) at which the sun's upper edge meets a flat horizon. */
export interface SunTimes {
  readonly riseMin: number;
  readonly setMin: number;
}

const MS_PER_MIN = 60_000;
const UTC_OFFSET_MIN = 7 * 60;
/** Half the sun's disc: its upper edge is on the horizon when its middle is that much below. */
const DISC_RADIUS_DEG = 0.2667;
/** Fineness of the answer. */
const STEPS = 20;

/**
 * When the sun rises and sets on a day in Vietnam.
 *
 * @returns null where it does not rise and set between midnight and midnight
 */
export function sunTimes(day: CalendarDay, lonDeg: number, latDeg: number): SunTimes | null {
  const midnightMs = Date.UTC(day.year, day.month - 1, day.day) - UTC_OFFSET_MIN * MS_PER_MIN;
  const isUpAt = (minute: number): boolean =>
    sunPosition(midnightMs + minute * MS_PER_MIN, lonDeg, latDeg).pitchDeg > -DISC_RADIUS_DEG;
  const noonMin = 12 * 60;
  const nextMidnightMin = 24 * 60;
  if (isUpAt(0) || !isUpAt(noonMin) || isUpAt(nextMidnightMin)) return null;
  return {
    riseMin: Math.round(turn(0, noonMin, isUpAt)),
    setMin: Math.round(turn(nextMidnightMin, noonMin, isUpAt)),
  };
}

/** The minute between night and day at which one turns into the other. */
function turn(nightMin: number, dayMin: number, isUpAt: (minute: number) => boolean): number {
  let [night, day] = [nightMin, dayMin];
  for (let step = 0; step < STEPS; step++) {
    const middle = (night + day) / 2;
    if (isUpAt(middle)) day = middle;
    else night = middle;
  }
  return (night + day) / 2;
}

/** A time of day as 05:16. */
export function clockText(minutes: number): string {
  const hour = String(Math.floor(minutes / 60)).padStart(2, '0');
  return `${hour}:${String(minutes % 60).padStart(2, '0')}`;
}
