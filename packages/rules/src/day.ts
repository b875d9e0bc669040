import type { Day } from '@sunlit/contract';

/*
 * Days are `YYYY-MM-DD` in Asia/Shanghai. All arithmetic is on UTC midnights, so that the time zone of the machine never
 * moves a deadline. Every function throws a RangeError for a text that is no day, such as 2026-02-30.
 */

const millisecondsPerDay = 86_400_000;

/** Which day of the calendar it is, counted from 1970-01-01. */
export function dayNumber(day: Day): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  // Date.parse accepts 2026-02-30 and answers March.
  if (Number.isNaN(time) || new Date(time).getUTCDate() !== Number(day.slice(8))) {
    throw new RangeError(`"${day}" is not a day (YYYY-MM-DD).`);
  }
  return time / millisecondsPerDay;
}

/** Whether a text is a day of the calendar. */
export function isDay(text: string): boolean {
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
}

/** The day it is in Asia/Shanghai at a moment: UTC+8 all year since 1991. */
export function dayInShanghai(moment: Date): Day {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

export function dayFromNumber(number: number): Day {
  const text = new Date(number * millisecondsPerDay).toISOString();
  // Beyond the year 9999 there is a sign and two more digits.
  if (text.length !== 24) throw new RangeError(`${text} is not a day (YYYY-MM-DD).`);
  return text.slice(0, 10);
}

/** The day `n` calendar days later, or earlier when `n` is negative: periods that the law does not give in workdays. */
export function addCalendarDays(day: Day, n: number): Day {
  if (!Number.isSafeInteger(n)) throw new RangeError(`${n} is not a whole number of days.`);
  return dayFromNumber(dayNumber(day) + n);
}

/** The same day `n` months later, or the last day of that month when it is shorter. */
export function addMonths(day: Day, n: number): Day {
  dayNumber(day);
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + n + 1, 0));
  const daysBack = Math.max(0, lastOfMonth.getUTCDate() - date);
  return dayFromNumber(lastOfMonth.getTime() / millisecondsPerDay - daysBack);
}

export function isWeekend(day: Day): boolean {
  // 1970-01-01 was a Thursday; the double remainder keeps earlier days positive.
  const weekday = (((dayNumber(day) + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}
