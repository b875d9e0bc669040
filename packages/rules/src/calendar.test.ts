import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CalendarYear } from '@sunlit/contract';
import year2024 from '../calendars/2024.json' with { type: 'json' };
import year2025 from '../calendars/2025.json' with { type: 'json' };
import year2026 from '../calendars/2026.json' with { type: 'json' };
import { createCalendar, dayKind } from './calendar.ts';
import { addCalendarDays } from './day.ts';

const years: CalendarYear[] = [year2024, year2025, year2026];
const calendar = createCalendar(years);

function daysOf(year: number): string[] {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(`${year}`); day = addCalendarDays(day, 1)) days.push(day);
  return days;
}

test('honours every announced day and cites its notice', () => {
  for (const { off, work, notice } of years) {
    for (const day of off) assert.deepEqual(dayKind(calendar, day), { workday: false, reason: 'off', notice, provisional: false });
    for (const day of work) assert.deepEqual(dayKind(calendar, day), { workday: true, reason: 'make-up', notice, provisional: false });
  }
  assert.deepEqual(
    years.map(({ notice }) => notice),
    ['国办发明电〔2023〕7号', '国办发明电〔2024〕12号', '国办发明电〔2025〕7号'],
  );
});

test('has the workday totals of the years', () => {
  const totals = years.map(({ year }) => daysOf(year).filter((day) => dayKind(calendar, day).workday).length);
  assert.deepEqual(totals, [251, 248, 248]);
});

test('reckons the statutory holidays of the announced years as the notices did', () => {
  const nothingKnown = createCalendar([]);
  for (const { year, off } of years) {
    const statutory = daysOf(year).filter((day) => dayKind(nothingKnown, day).reason === 'statutory');
    assert.deepEqual(statutory.filter((day) => !off.includes(day)), year === 2024 ? ['2024-02-09'] : []); // 除夕 since 2025
  }
});

test('knows the thirteen statutory holidays of a year that is not announced', () => {
  assert.deepEqual(
    daysOf(2027).filter((day) => dayKind(calendar, day).reason === 'statutory'),
    [
      '2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-04-05', '2027-05-01', '2027-05-02',
      '2027-06-09', '2027-09-15', '2027-10-01', '2027-10-02', '2027-10-03',
    ],
  );
  assert.deepEqual(dayKind(calendar, '2027-01-01'), { workday: false, reason: 'statutory', notice: '全国年节及纪念日放假办法', provisional: true });
  assert.deepEqual(dayKind(calendar, '2027-01-02'), { workday: false, reason: 'weekend', provisional: true });
  assert.deepEqual(dayKind(calendar, '2027-01-04'), { workday: true, reason: 'weekday', provisional: true });
  assert.deepEqual(dayKind(calendar, '2026-01-05'), { workday: true, reason: 'weekday', provisional: false });
});

test('has the lunar holidays where ICU has them, but for two new moons near midnight', () => {
  const nothingKnown = createCalendar([]);
  const icu = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });
  const lunarDate = (day: string) =>
    icu.formatToParts(Date.parse(day)).flatMap(({ type, value }) => (type === 'month' || type === 'day' ? [value] : [])).join('/');
  const lunarHolidays = ['1/1', '1/2', '1/3', '5/5', '8/15'];
  for (let year = 2025; year <= 2050; year++) {
    if (year === 2027 || year === 2030) continue;
    const known = daysOf(year).filter((day) => dayKind(nothingKnown, day).reason === 'statutory' && !/04-|05-0[12]|01-01|10-0[123]/.test(day.slice(5)));
    const fromIcu = daysOf(year).filter((day) => lunarHolidays.includes(lunarDate(day)) || lunarDate(addCalendarDays(day, 1)) === '1/1');
    assert.deepEqual(known, fromIcu.filter((day) => !/04-|05-0[12]|01-01|10-0[123]/.test(day.slice(5))));
    assert.ok(known.length >= 5);
  }
});

test('has 清明 on the day the sun reaches 15°, 2000 to 2099', () => {
  const nothingKnown = createCalendar([]);
  for (let year = 2000; year < 2100; year++) {
    const expected = ['04', '05', '06'].map((date) => `${year}-04-${date}`).find((day) => solarLongitude(endOfDayInBeijing(day)) >= 15);
    const holidays = daysOf(year).filter((day) => day.slice(5, 7) === '04' && dayKind(nothingKnown, day).reason === 'statutory');
    assert.deepEqual(holidays, [expected]);
  }
});

test('a regional notice prevails over the State Council, and a later region over an earlier one', () => {
  const guangxi = { region: '广西', notice: '桂政办〔2026〕', off: ['2026-04-20', '2026-05-09'], work: [] };
  const county = { region: '县', notice: '县〔2026〕1号', off: [], work: ['2026-04-20'] };
  const regional = createCalendar(years, [guangxi]);
  assert.deepEqual(dayKind(regional, '2026-04-20'), { workday: false, reason: 'off', notice: guangxi.notice, provisional: false });
  assert.equal(dayKind(regional, '2026-05-09').workday, false);
  assert.equal(dayKind(createCalendar(years, [guangxi, county]), '2026-04-20').workday, true);
});

test('has another version as soon as one day differs, and the same for the same days', () => {
  assert.deepEqual(calendar.coverage, [2024, 2025, 2026]);
  assert.equal(createCalendar(years.toReversed()).version, calendar.version);
  const corrected = { ...year2026, work: year2026.work.slice(1) };
  assert.notEqual(createCalendar([year2024, year2025, corrected]).version, calendar.version);
});

test('refuses a wrong file', () => {
  const year = { year: 2030, notice: 'n', off: ['2030-01-01'], work: [] };
  assert.throws(() => createCalendar([year, year]), RangeError);
  assert.throws(() => createCalendar([{ ...year, off: ['2030-02-30'] }]), RangeError);
  assert.throws(() => createCalendar([{ ...year, off: ['2030-01-05'], work: ['2030-01-05'] }]), RangeError);
  assert.throws(() => createCalendar([{ ...year, work: ['2030-01-02'] }]), RangeError);
  for (const day of ['2026-13-01', '2026-2-1', '', '2026-02-29', '2026-01-01T00:00:00Z']) {
    assert.throws(() => dayKind(calendar, day), RangeError);
  }
});

/** Apparent longitude of the sun in degrees (Meeus, Astronomical Algorithms, ch. 25, low accuracy: 0.01°). */
function solarLongitude(julianDay: number): number {
  const t = (julianDay - 2451545) / 36525;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const anomaly = radians(357.52911 + 35999.05029 * t - 0.0001537 * t * t);
  const centre =
    (1.914602 - 0.004817 * t) * Math.sin(anomaly) + (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) + 0.000289 * Math.sin(3 * anomaly);
  const nutation = 0.00569 + 0.00478 * Math.sin(radians(125.04 - 1934.136 * t));
  return (280.46646 + 36000.76983 * t + 0.0003032 * t * t + centre - nutation) % 360;
}

function endOfDayInBeijing(day: string): number {
  return Date.parse(`${day}T24:00:00+08:00`) / 86_400_000 + 2440587.5;
}
