import type { Day } from '@sunlit/contract';
import { dayKind, type Calendar } from './calendar.ts';
import { addCalendarDays, addMonths } from './day.ts';
import { runWorkdays, type Due, type TrailDay } from './workdays.ts';

/** A period of the law, and the article that says so. */
export interface Period {
  readonly length: number;
  readonly unit: 'workdays' | 'calendar-days' | 'months';
  readonly article: string;
  /** The article by which a period of calendar days or months that ends on a day off ends on the next workday. Without it, it does not. */
  readonly rollsOver?: string;
}

/** Why a period stands still: somebody else is asked and has not answered. */
export const PAUSE_REASONS = ['third-party', 'co-maker', 'correction', 'fee'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** A stretch in which a period does not run, from the letter that went out to the answer, if there is one yet. */
export interface Pause {
  readonly reason: PauseReason;
  readonly dispatchedOn: Day;
  readonly endedOn?: Day;
}

/**
 * Which workdays of a pause do not count. Reg. 33 says only that the time is not counted (所需时间不计算在内), so the
 * stretch is a convention that must have a name: how many days after the dispatch it begins, and after the end it ends.
 */
export const PAUSE_INTERVALS = {
  'after-dispatch-through-end': { begins: 1, ends: 0 },
  'dispatch-through-end': { begins: 0, ends: 0 },
  'dispatch-to-day-before-end': { begins: 0, ends: -1 },
} as const;
export type PauseInterval = keyof typeof PAUSE_INTERVALS;

/**
 * How far a period has run. `running`: it ends on `due`. `paused`: nobody knows when it ends; `left` workdays of it are to
 * run from the end of the pause.
 */
export type Run =
  | ({ readonly stands: 'running'; readonly from: Day } & Due<PauseReason>)
  | ({ readonly stands: 'paused'; readonly from: Day; readonly by: PauseReason; readonly since: Day; readonly left: number } & Omit<Due<PauseReason>, 'due'>);

/**
 * A period from its trigger, which is day 0. Of workdays, the trail holds every day; of calendar days and months, only the
 * days at its end over which it rolled. Pauses bear on workdays alone, and only within the period.
 *
 * @throws RangeError for a malformed day, or a length that is no whole number from 0 to 2,500.
 */
export function runPeriod(
  calendar: Calendar, from: Day, { length, unit, rollsOver }: Period, pauses: readonly Pause[] = [], interval: PauseInterval = 'after-dispatch-through-end',
): Run {
  if (unit !== 'workdays') {
    const last = unit === 'months' ? addMonths(from, length) : addCalendarDays(from, length);
    return { stands: 'running', from, ...(rollsOver === undefined ? exactly(calendar, last) : rolledOver(calendar, last)) };
  }
  const { begins, ends } = PAUSE_INTERVALS[interval];
  const firstDay = ({ dispatchedOn }: Pause) => addCalendarDays(dispatchedOn, begins);
  const lastDay = ({ endedOn }: Pause) => endedOn && addCalendarDays(endedOn, ends);
  const stretches = pauses.map((pause) => ({ reason: pause.reason, first: firstDay(pause), last: lastDay(pause) }));
  const open = stretches.filter(({ last }) => last === undefined).sort((a, b) => (a.first < b.first ? -1 : 1))[0];
  const pausedBy = (day: Day) => stretches.find(({ first, last }) => first <= day && last !== undefined && day <= last)?.reason;
  const { reached: due, left, ...proof } = runWorkdays(calendar, from, length, pausedBy, open && addCalendarDays(open.first, -1));
  if (open === undefined || left === 0) return { stands: 'running', from, due, ...proof };
  return { stands: 'paused', from, by: open.reason, since: open.first, left, ...proof };
}

function exactly({ version: calendarVersion }: Calendar, due: Day): Due<never> {
  return { due, provisional: false, trail: [], calendarVersion };
}

function rolledOver(calendar: Calendar, last: Day): Due<never> {
  const trail: TrailDay[] = [];
  for (let date = last; ; date = addCalendarDays(date, 1)) {
    const { workday, reason, provisional } = dayKind(calendar, date);
    trail.push({ date, counted: workday, reason });
    if (workday) return { due: date, provisional, trail, calendarVersion: calendar.version };
  }
}
