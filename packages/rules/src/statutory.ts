import type { Day } from '@sunlit/contract';
import { addCalendarDays } from './day.ts';

/** A day off by 全国年节及纪念日放假办法 (2024 revision, in force since 2025-01-01), art. 2: known before any notice. `day` is a valid day. */
export function isStatutoryHoliday(day: Day): boolean {
  return solarHolidays.has(day.slice(5)) || day === qingming(Number(day.slice(0, 4))) || lunarHolidays.has(day);
}

const solarHolidays = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);

/**
 * 清明, the day the sun reaches longitude 15°: [0.2422 Y + 4.81] − [Y/4] of April, Y the last two digits of the year
 * (许剑伟, 寿星通式). Good for 2000 to 2099; the test compares it with the sun's longitude.
 */
function qingming(year: number): Day | undefined {
  if (year < 2000 || year > 2099) return undefined;
  const yearOfCentury = year % 100;
  const date = Math.floor(0.2422 * yearOfCentury + 4.81) - Math.floor(yearOfCentury / 4);
  return `${year}-04-0${date}`;
}

/**
 * 春节 (first day), 端午 and 中秋 by year, GB/T 33661-2017 as tyme4ts 1.5.2 computes it. A table, because the platforms'
 * own lunar calendar is not exact enough: ICU 78 has 春节 a day late in 2027 and a day early in 2030, when the new moon
 * comes within minutes of midnight. In other years only the solar holidays are known.
 */
const lunarTable = `
  2024 02-10 06-10 09-17, 2025 01-29 05-31 10-06, 2026 02-17 06-19 09-25
  2027 02-06 06-09 09-15, 2028 01-26 05-28 10-03, 2029 02-13 06-16 09-22
  2030 02-03 06-05 09-12, 2031 01-23 06-24 10-01, 2032 02-11 06-12 09-19
  2033 01-31 06-01 09-08, 2034 02-19 06-20 09-27, 2035 02-08 06-10 09-16
  2036 01-28 05-30 10-04, 2037 02-15 06-18 09-24, 2038 02-04 06-07 09-13
  2039 01-24 05-27 10-02, 2040 02-12 06-14 09-20, 2041 02-01 06-03 09-10
  2042 01-22 06-22 09-28, 2043 02-10 06-11 09-17, 2044 01-30 05-31 10-05
  2045 02-17 06-19 09-25, 2046 02-06 06-08 09-15, 2047 01-26 05-29 10-04
  2048 02-14 06-15 09-22, 2049 02-02 06-04 09-11, 2050 01-23 06-23 09-30
`;

const lunarHolidays = new Set(
  Array.from(lunarTable.matchAll(/(\d{4}) (\S{5}) (\S{5}) (\S{5})/g)).flatMap(([, year, spring, dragonBoat, midAutumn]) => {
    const firstOfSpring = `${year}-${spring}`;
    // 除夕 to the third: four days.
    const springFestival = [-1, 0, 1, 2].map((days) => addCalendarDays(firstOfSpring, days));
    return [...springFestival, `${year}-${dragonBoat}`, `${year}-${midAutumn}`];
  }),
);
