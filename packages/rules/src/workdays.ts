import type { Day } from '@sunlit/contract';
import { dayKind, type Calendar, type DayKind } from './calendar.ts';
import { addCalendarDays, dayFromNumber, dayNumber } from './day.ts';

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
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const counted = { workdays: 0, provisional: 0 };
  for (let year = first; year <= last; year++) {
    const upTo = countedUpTo(calendar, year);
    const [before, until] = [year === first ? dayOfYear(from) : -1, year === last ? dayOfYear(to) : upTo.workdays.length - 1];
    for (const what of ['workdays', 'provisional'] as const) counted[what] += (upTo[what][until] ?? 0) - (upTo[what][before] ?? 0);
  }
  return { workdays: counted.workdays, provisional: counted.provisional > 0 };
}

type CountedUpTo = Readonly<Record<'workdays' | 'provisional', readonly number[]>>;

/** Years that were counted. A list of what is long overdue counts hundreds of days for each row. */
const countedYears = new WeakMap<Calendar, Map<number, CountedUpTo>>();

/** For each day of a year, how many workdays, and how many days that no notice covers yet, the year has up to and including it. */
function countedUpTo(calendar: Calendar, year: number): CountedUpTo {
  const years = countedYears.get(calendar) ?? new Map<number, CountedUpTo>();
  countedYears.set(calendar, years);
  const known = years.get(year);
  if (known !== undefined) return known;
  const upTo = { workdays: [] as number[], provisional: [] as number[] };
  const [first, last] = [dayNumber(`${yearText(year)}-01-01`), dayNumber(`${yearText(year)}-12-31`)];
  let [workdays, provisional] = [0, 0];
  for (let number = first; number <= last; number++) {
    const kind = dayKind(calendar, dayFromNumber(number));
    upTo.workdays.push((workdays += kind.workday ? 1 : 0));
    upTo.provisional.push((provisional += kind.provisional ? 1 : 0));
  }
  years.set(year, upTo);
  return upTo;
}

const yearText = (year: number): string => String(year).padStart(4, '0');
const dayOfYear = (day: Day): number => dayNumber(day) - dayNumber(`${day.slice(0, 4)}-01-01`);
