import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import year2024 from '../calendars/2024.json' with { type: 'json' };
import year2025 from '../calendars/2025.json' with { type: 'json' };
import year2026 from '../calendars/2026.json' with { type: 'json' };
import { createCalendar, dayKind } from './calendar.ts';
import { addCalendarDays } from './day.ts';
import { addWorkdays, countWorkdays } from './workdays.ts';

const calendar = createCalendar([year2024, year2025, year2026]);
const day = fc.integer({ min: 0, max: 1600 }).map((n) => addCalendarDays('2023-11-01', n));
const length = fc.integer({ min: 0, max: 60 });

test('counts as the vectors of domain.md §9', () => {
  const vectors = {
    T01: ['2026-03-09', '2026-04-07'], T02: ['2026-02-05', '2026-03-11'], T08: ['2026-03-14', '2026-04-13'],
    T09: ['2026-02-28', '2026-03-27'], T13: ['2026-10-08', '2026-11-04'],
  } as const;
  for (const [id, [from, due]] of Object.entries(vectors)) {
    const answer = addWorkdays(calendar, from, 20);
    assert.deepEqual([id, answer.due, answer.provisional], [id, due, false]);
  }
  assert.equal(addWorkdays(calendar, '2026-10-01', 20).due, '2026-11-03'); // T13, had it run from submission
  const t26 = addWorkdays(calendar, '2026-12-04', 20);
  assert.deepEqual([t26.due, t26.provisional], ['2027-01-04', true]);
  assert.equal(addWorkdays(calendar, '2026-12-03', 20).provisional, false);
  assert.equal(addCalendarDays('2026-02-10', 20), '2026-03-02'); // T22
});

test('leaves a trail of every day and its reason', () => {
  assert.deepEqual(addWorkdays(calendar, '2026-02-13', 2), {
    due: '2026-02-24',
    provisional: false,
    trail: [
      { date: '2026-02-14', counted: true, reason: 'make-up' },
      ...['15', '16', '17', '18', '19', '20', '21', '22', '23'].map((date) => ({ date: `2026-02-${date}`, counted: false, reason: 'off' })),
      { date: '2026-02-24', counted: true, reason: 'weekday' },
    ],
    calendarVersion: calendar.version,
  });
});

test('one day without a notice on the way makes the date provisional', () => {
  const madeUp = { region: '县', notice: '县〔2027〕1号', off: [], work: ['2027-01-02'] };
  const { due, provisional } = addWorkdays(createCalendar([year2026], [madeUp]), '2026-12-31', 1);
  assert.deepEqual([due, provisional], ['2027-01-02', true]);
  assert.equal(countWorkdays(createCalendar([year2026], [madeUp]), '2026-12-31', due).provisional, true);
});

test('ends on a workday, after exactly as many workdays as asked for', () => {
  fc.assert(
    fc.property(day, length, (from, n) => {
      const { due, trail, provisional } = addWorkdays(calendar, from, n);
      assert.equal(trail.filter(({ counted }) => counted).length, n);
      assert.equal(due, trail.at(-1)?.date ?? from);
      if (n > 0) assert.ok(dayKind(calendar, due).workday);
      assert.deepEqual(countWorkdays(calendar, from, due), { workdays: n, provisional });
      assert.equal(countWorkdays(calendar, due, from).workdays, n === 0 ? 0 : -n);
    }),
  );
});

test('never falls earlier for a later start or a longer period', () => {
  fc.assert(
    fc.property(day, length, fc.integer({ min: 0, max: 30 }), (from, n, more) => {
      const { due } = addWorkdays(calendar, from, n);
      assert.ok(addWorkdays(calendar, addCalendarDays(from, more), n).due >= due);
      assert.ok(addWorkdays(calendar, from, n + more).due >= due);
    }),
  );
});

test('refuses periods and days that are none', () => {
  for (const n of [-1, 1.5, NaN, 2501]) assert.throws(() => addWorkdays(calendar, '2026-01-05', n), RangeError);
  assert.throws(() => addWorkdays(calendar, '2026-02-30', 1), RangeError);
  assert.throws(() => addCalendarDays('9999-12-31', 1), RangeError);
  assert.throws(() => countWorkdays(calendar, '2026-01-05', 'tomorrow'), RangeError);
});

test('counts over years as one would day by day, whatever was counted before', () => {
  fc.assert(fc.property(day, day, (one, other) => {
    const [from, to] = one < other ? [one, other] : [other, one];
    let [workdays, provisional] = [0, false];
    for (let at = from; at !== to; ) {
      at = addCalendarDays(at, 1);
      const kind = dayKind(calendar, at);
      workdays += kind.workday ? 1 : 0;
      provisional ||= kind.provisional;
    }
    assert.deepEqual(countWorkdays(calendar, from, to), { workdays, provisional });
  }));
});
