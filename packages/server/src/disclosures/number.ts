import type { Day } from '@sunlit/contract';

/*
 * A disclosure's number holds its day of publication above 20 bits of a counter within that day, so that one integer says
 * which of two is newer, and a span of days is a span of numbers: in every index, full-text included.
 */
const perDay = 2 ** 20;
// Keeps numbers positive for any day after 1696, should history be entered.
const daysBefore1970 = 100_000;
const millisecondsPerDay = 86_400_000;

/** The least number of a day. */
export function firstNumber(day: Day): number {
  return (Date.parse(`${day}T00:00:00Z`) / millisecondsPerDay + daysBefore1970) * perDay;
}

/** The least number after a day. */
export function afterLastNumber(day: Day): number {
  return firstNumber(day) + perDay;
}

/** Whether it is a day that exists; the pattern of the contract lets 2026-02-30 pass. */
export function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
