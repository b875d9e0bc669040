import type { Day } from '@sunlit/contract';
import { dayKind, type Calendar, type DayKind } from './calendar.ts';
import { addCalendarDays, dayNumber } from './day.ts';

/** A day between the trigger and the end of a period: whether it counted, and why. */
export interface TrailDay {
  readonly date: Day;
  readonly counted: boolean;
  readonly reason: DayKind['reason'];
}

/** The last day of a period, at 24:00 Asia/Shanghai, with its proof. */
export interface Due {
  readonly due: Day;
  /** A day on the way has no announced calendar yet: the date may move when the notice comes. */
  readonly provisional: boolean;
  /** Every day after the trigger up to `due`, in order. */
  readonly trail: readonly TrailDay[];
  readonly calendarVersion: string;
}

/**
 * The day a period of `n` workdays ends. The day of the trigger is day 0, workday or not (by analogy with 民法典 201; a
 * convention, the Regulation gives no formula). `n` = 0 ends on the trigger day itself.
 *
 * @throws RangeError for a malformed day, or when `n` is no whole number from 0 to 2,500 (about ten years).
 */
export function addWorkdays(calendar: Calendar, from: Day, n: number): Due {
  if (!Number.isSafeInteger(n) || n < 0 || n > 2500) throw new RangeError(`${n} is not a number of workdays from 0 to 2500.`);
  dayNumber(from);
  const trail: TrailDay[] = [];
  let due = from;
  let provisional = false;
  for (let left = n; left > 0; ) {
    due = addCalendarDays(due, 1);
    const kind = dayKind(calendar, due);
    trail.push({ date: due, counted: kind.workday, reason: kind.reason });
    provisional ||= kind.provisional;
    if (kind.workday) left -= 1;
  }
  return { due, provisional, trail, calendarVersion: calendar.version };
}

/**
 * The workdays after `from` up to and including `to`, as `addWorkdays` counts them; negative when `to` lies before `from`.
 *
 * @throws RangeError for a malformed day.
 */
export function countWorkdays(calendar: Calendar, from: Day, to: Day): { workdays: number; provisional: boolean } {
  if (dayNumber(to) < dayNumber(from)) {
    const { workdays, provisional } = countWorkdays(calendar, to, from);
    return { workdays: -workdays, provisional };
  }
  let workdays = 0;
  let provisional = false;
  for (let day = from; day !== to; ) {
    day = addCalendarDays(day, 1);
    const kind = dayKind(calendar, day);
    if (kind.workday) workdays += 1;
    provisional ||= kind.provisional;
  }
  return { workdays, provisional };
}
