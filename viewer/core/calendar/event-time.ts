import type { DayBranch } from './day-branch';

/** From when until when on each of its days (Asia/Ho_Chi_Minh, 06:00), or why nobody says. */
export type EventHours =
  | { readonly from: string; readonly to: string }
  | { readonly unknown: string };

/** Days of the week, Monday first. */
export type Weekday = 'mo' | 'tu' | 'we' | 'th' | 'fr' | 'sa' | 'su';

/** When something is held; lunar days are kept as lunar and converted when they are asked for. */
export type EventTime =
  | {
      readonly type: 'lunar' | 'solar';
      /** 1 to 12. */
      readonly month: number;
      readonly day: number;
      readonly daysLong: number;
    }
  | {
      readonly type: 'weekly';
      readonly weekdays: readonly Weekday[];
      readonly hours: EventHours;
    }
  | {
      readonly type: 'branch-days';
      readonly branches: readonly DayBranch[];
      readonly hours: EventHours;
    }
  /** Every year in these months, the days set anew each time. */
  | { readonly type: 'months'; readonly months: readonly number[] }
  | { readonly type: 'once'; readonly from: string; readonly to: string };
