import type { Day } from '@sunlit/contract';
import { dayKind, type Calendar, type DayKind } from './calendar.ts';
import { addCalendarDays, dayNumber } from './day.ts';

/** A day between the trigger and the end of a period: whether it counted, and why. `Pause` names what else kept a workday from counting. */
export interface TrailDay<Pause extends string = never> {
  readonly date: Day;
  readonly counted: boolean;
  readonly reason: DayKind['reason'] | Pause;
}

/** The last day of a period, at 24:00 Asia/Shanghai, with its proof. */
export interface Due<Pause extends string = never> {
  readonly due: Day;
  /** A day on the way has no announced calendar yet: the date may move when the notice comes. */
  readonly provisional: boolean;
  /** Every day after the trigger up to `due`, in order. */
  readonly trail: readonly TrailDay<Pause>[];
  readonly calendarVersion: string;
}

/** A period counted as far as it has run. */
export interface Count<Pause extends string> extends Omit<Due<Pause>, 'due'> {
  /** The last day counted or skipped. */
  readonly reached: Day;
  /** Workdays that have not run yet: 0 when the period has ended on `reached`. */
  readonly left: number;
}

/**
 * The day a period of `n` workdays ends. The day of the trigger is day 0, workday or not (by analogy with 民法典 201; a
 * convention, the Regulation gives no formula). `n` = 0 ends on the trigger day itself.
 *
 * @throws RangeError for a malformed day, or when `n` is no whole number from 0 to 2,500 (about ten years).
 */
export function addWorkdays(calendar: Calendar, from: Day, n: number): Due {
  const { reached, provisional, trail, calendarVersion } = runWorkdays<never>(calendar, from, n);
  return { due: reached, provisional, trail, calendarVersion };
}

/**
 * Counts as `addWorkdays`, but for workdays on which the period does not run, by what `pausedBy` answers for them, and no
 * further than the day `stopsAfter`.
 *
 * @throws RangeError as `addWorkdays`.
 */
export function runWorkdays<Pause extends string>(
  calendar: Calendar, from: Day, n: number, pausedBy: (day: Day) => Pause | undefined = () => undefined, stopsAfter?: Day,
): Count<Pause> {
  if (!Number.isSafeInteger(n) || n < 0 || n > 2500) throw new RangeError(`${n} is not a number of workdays from 0 to 2500.`);
  dayNumber(from);
  const trail: TrailDay<Pause>[] = [];
  let reached = from;
  let provisional = false;
  let left = n;
  while (left > 0 && (stopsAfter === undefined || reached < stopsAfter)) {
    reached = addCalendarDays(reached, 1);
    const kind = dayKind(calendar, reached);
    const pause = kind.workday ? pausedBy(reached) : undefined;
    const counted = kind.workday && pause === undefined;
    trail.push({ date: reached, counted, reason: pause ?? kind.reason });
    provisional ||= kind.provisional;
    if (counted) left -= 1;
  }
  return { reached, left, provisional, trail, calendarVersion: calendar.version };
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
