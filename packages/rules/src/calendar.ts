import type { CalendarYear, Day } from '@sunlit/contract';
import { dayNumber, isWeekend } from './day.ts';
import { isStatutoryHoliday } from './statutory.ts';

/** A province's or autonomous region's own notice (Guangxi 三月三, Ningxia 古尔邦节); it prevails over the State Council's. */
export interface RegionalDays {
  readonly region: string;
  readonly notice: string;
  readonly off: readonly Day[];
  readonly work: readonly Day[];
}

/** The announced days off and make-up workdays (调休上班) to count with. Make it with `createCalendar`. */
export interface Calendar {
  /** The years whose notices are known, rising. All other years are provisional. */
  readonly coverage: readonly number[];
  /** Changes whenever a notice or a single day does; stored with every computed deadline, so that it can be recomputed. */
  readonly version: string;
  readonly announced: ReadonlyMap<Day, Announced>;
}

type Announced = { readonly reason: 'off' | 'make-up'; readonly notice: string };

/**
 * Whether a day counts, and why. `notice` is the document to cite. `provisional`: no notice for that year is known yet, so
 * only Saturdays, Sundays and the statutory holidays themselves are taken to be off.
 */
export type DayKind =
  | { readonly workday: true; readonly reason: 'weekday'; readonly provisional: boolean }
  | { readonly workday: false; readonly reason: 'weekend'; readonly provisional: boolean }
  | { readonly workday: false; readonly reason: 'off'; readonly notice: string; readonly provisional: false }
  | { readonly workday: true; readonly reason: 'make-up'; readonly notice: string; readonly provisional: false }
  | { readonly workday: false; readonly reason: 'statutory'; readonly notice: string; readonly provisional: true };

/**
 * A calendar from the State Council Office's yearly notices (`@sunlit/rules/calendars/2026.json`) and regional ones. A later
 * region prevails over an earlier one.
 *
 * @throws RangeError for a malformed day, a year given twice, a day both off and made up in one notice, or a make-up day
 * that is no Saturday or Sunday in a yearly notice: then the file is wrong.
 */
export function createCalendar(years: readonly CalendarYear[], regions: readonly RegionalDays[] = []): Calendar {
  const coverage = years.map(({ year }) => year).sort((a, b) => a - b);
  if (new Set(coverage).size < coverage.length) throw new RangeError('A year stands twice in the calendar.');
  const announced = new Map<Day, Announced>();
  for (const { notice, off, work } of [...years, ...regions]) {
    for (const day of off) {
      dayNumber(day);
      if (work.includes(day)) throw new RangeError(`${notice}: ${day} is both off and a workday.`);
      announced.set(day, { reason: 'off', notice });
    }
    for (const day of work) {
      dayNumber(day);
      announced.set(day, { reason: 'make-up', notice });
    }
  }
  const weekdayMadeUp = years.flatMap(({ work }) => work).find((day) => !isWeekend(day));
  if (weekdayMadeUp !== undefined) throw new RangeError(`The make-up day ${weekdayMadeUp} is a weekday.`);
  return { coverage, version: versionOf(coverage, announced), announced };
}

/** Whether `day` is a workday, and why. */
export function dayKind(calendar: Calendar, day: Day): DayKind {
  const weekend = isWeekend(day);
  const announced = calendar.announced.get(day);
  if (announced !== undefined) {
    const { reason, notice } = announced;
    return reason === 'off'
      ? { workday: false, reason, notice, provisional: false }
      : { workday: true, reason, notice, provisional: false };
  }
  const provisional = !calendar.coverage.includes(Number(day.slice(0, 4)));
  // Art. 6 compensates a holiday that falls on a weekend, but only the notice says on which workday: not guessed here.
  if (provisional && isStatutoryHoliday(day)) {
    return { workday: false, reason: 'statutory', notice: '全国年节及纪念日放假办法', provisional };
  }
  return weekend ? { workday: false, reason: 'weekend', provisional } : { workday: true, reason: 'weekday', provisional };
}

/** FNV-1a over every announced day: enough to tell two calendars apart, short enough to store with each deadline. */
function versionOf(coverage: readonly number[], announced: ReadonlyMap<Day, Announced>): string {
  const content = Array.from(announced, ([day, { reason, notice }]) => `${day} ${reason} ${notice}`).sort().join('\n');
  let hash = 0x811c9dc5;
  for (let index = 0; index < content.length; index++) {
    hash = Math.imul(hash ^ content.charCodeAt(index), 0x01000193) >>> 0;
  }
  return `${coverage.join(',')}-${hash.toString(16).padStart(8, '0')}`;
}
