import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import year2024 from '../calendars/2024.json' with { type: 'json' };
import year2025 from '../calendars/2025.json' with { type: 'json' };
import year2026 from '../calendars/2026.json' with { type: 'json' };
import { createCalendar, dayKind } from './calendar.ts';
import { addCalendarDays } from './day.ts';
import { PAUSE_INTERVALS, PAUSE_REASONS, runPeriod, type Pause, type PauseInterval, type Period, type Run } from './period.ts';
import { addWorkdays, countWorkdays } from './workdays.ts';

const years = [year2024, year2025, year2026];
const calendar = createCalendar(years);
const workdays = (length: number): Period => ({ length, unit: 'workdays', article: 'a' });
const dueOf = (run: Run) => (run.stands === 'running' ? run.due : `paused ${run.left}`);
const day = fc.integer({ min: 0, max: 1100 }).map((n) => addCalendarDays('2023-12-01', n));
const length = fc.integer({ min: 1, max: 40 });
const consultation: Pause = { reason: 'third-party', dispatchedOn: '2026-03-09', endedOn: '2026-03-20' };

test('a consultation keeps the reply from running after its dispatch up to and including the day of the opinion (T14)', () => {
  const run = runPeriod(calendar, '2026-03-02', workdays(20), [consultation]);
  assert.ok(run.stands === 'running');
  assert.deepEqual([run.due, run.provisional, run.calendarVersion], ['2026-04-13', false, calendar.version]);
  const trail = new Map(run.trail.map(({ date, ...how }) => [date, how]));
  assert.deepEqual(trail.get('2026-03-09'), { counted: true, reason: 'weekday' });
  assert.deepEqual(trail.get('2026-03-10'), { counted: false, reason: 'third-party' });
  assert.deepEqual(trail.get('2026-03-14'), { counted: false, reason: 'weekend' });
  assert.deepEqual(trail.get('2026-03-20'), { counted: false, reason: 'third-party' });
  assert.deepEqual(trail.get('2026-03-23'), { counted: true, reason: 'weekday' });
  assert.deepEqual(trail.get('2026-04-06'), { counted: false, reason: 'off' });
});

test('the stretch that does not count is a policy with a name', () => {
  const due = (interval: PauseInterval) => dueOf(runPeriod(calendar, '2026-03-02', workdays(20), [consultation], interval));
  const expected: Record<PauseInterval, string> = {
    'after-dispatch-through-end': '2026-04-13', 'dispatch-through-end': '2026-04-14', 'dispatch-to-day-before-end': '2026-04-13',
  };
  for (const interval of Object.keys(PAUSE_INTERVALS) as PauseInterval[]) assert.equal(due(interval), expected[interval], interval);
});

test('while nobody has answered, it says how many workdays are left and since when it stands still', () => {
  const open: Pause = { reason: 'co-maker', dispatchedOn: '2026-03-09' };
  const run = runPeriod(calendar, '2026-03-02', workdays(20), [open]);
  assert.ok(run.stands === 'paused');
  assert.deepEqual([run.by, run.since, run.left, run.trail.at(-1)?.date], ['co-maker', '2026-03-10', 15, '2026-03-09']);
  assert.equal(dueOf(runPeriod(calendar, '2026-03-02', workdays(5), [open])), '2026-03-09', 'what has ended before is not paused any more');
  assert.equal(dueOf(runPeriod(calendar, '2026-03-02', workdays(20), [open, { reason: 'fee', dispatchedOn: '2026-03-06' }])), 'paused 16');
});

test('two consultations at once do not count twice', () => {
  const second: Pause = { reason: 'co-maker', dispatchedOn: '2026-03-12', endedOn: '2026-03-20' };
  assert.equal(dueOf(runPeriod(calendar, '2026-03-02', workdays(20), [consultation, second])), '2026-04-13');
});

test('calendar days stay calendar days, and roll over only where an article says so', () => {
  const budget: Period = { length: 20, unit: 'calendar-days', article: '《预算法》第十四条' };
  assert.deepEqual(runPeriod(calendar, '2026-02-10', budget), { stands: 'running', from: '2026-02-10', due: '2026-03-02', provisional: false, trail: [], calendarVersion: calendar.version }); // T22
  assert.equal(dueOf(runPeriod(calendar, '2026-02-01', budget)), '2026-02-21'); // in the Spring Festival
  const rolling = runPeriod(calendar, '2026-02-01', { ...budget, rollsOver: 'a' });
  assert.equal(dueOf(rolling), '2026-02-24');
  assert.deepEqual(rolling.trail, [
    ...['21', '22', '23'].map((date) => ({ date: `2026-02-${date}`, counted: false, reason: 'off' })), { date: '2026-02-24', counted: true, reason: 'weekday' },
  ]);
  assert.equal(dueOf(runPeriod(calendar, '2026-02-08', { ...budget, rollsOver: 'a' })), '2026-02-28', 'a make-up Saturday is no day off');
  const suit: Period = { length: 6, unit: 'months', article: 'a', rollsOver: 'a' };
  assert.equal(dueOf(runPeriod(calendar, '2025-08-31', suit)), '2026-02-28');
  const late = runPeriod(calendar, '2026-07-01', suit);
  assert.deepEqual([dueOf(late), late.provisional], ['2027-01-04', true]);
});

test('without pauses it counts as addWorkdays, and back again', () => {
  fc.assert(fc.property(day, length, (from, n) => {
    const { due, trail, provisional, calendarVersion } = addWorkdays(calendar, from, n);
    assert.deepEqual(runPeriod(calendar, from, workdays(n)), { stands: 'running', from, due, provisional, trail, calendarVersion });
    assert.equal(countWorkdays(calendar, due, from).workdays, -n);
  }));
});

test('never ends earlier for a later start, a longer period or one more pause', () => {
  const pause = fc.record({ reason: fc.constantFrom(...PAUSE_REASONS), dispatchedOn: day, endedOn: day });
  fc.assert(fc.property(day, length, fc.nat(30), fc.array(pause, { maxLength: 3 }), pause, (from, n, more, pauses, another) => {
    const due = dueOf(runPeriod(calendar, from, workdays(n), pauses));
    assert.ok(dueOf(runPeriod(calendar, addCalendarDays(from, more), workdays(n), pauses)) >= due);
    assert.ok(dueOf(runPeriod(calendar, from, workdays(n + more), pauses)) >= due);
    assert.ok(dueOf(runPeriod(calendar, from, workdays(n), [...pauses, another])) >= due);
  }));
});

test('a pause of n workdays moves the end by n workdays, and the trail names them', () => {
  fc.assert(fc.property(day, length, fc.nat(), fc.integer({ min: 0, max: 60 }), fc.constantFrom(...PAUSE_REASONS), (from, n, at, days, reason) => {
    const { due } = addWorkdays(calendar, from, n);
    const before = addWorkdays(calendar, from, at % n).due; // sent while the period ran
    const pause: Pause = { reason, dispatchedOn: before, endedOn: addCalendarDays(before, days) };
    const paused = countWorkdays(calendar, before, addCalendarDays(before, days)).workdays;
    const run = runPeriod(calendar, from, workdays(n), [pause]);
    assert.ok(run.stands === 'running');
    assert.equal(countWorkdays(calendar, due, run.due).workdays, paused);
    assert.equal(run.trail.filter((one) => one.reason === reason).length, paused);
    assert.equal(run.trail.filter(({ counted }) => counted).length, n);
  }));
});

test('every announced day of 2024 to 2026 is honoured', () => {
  for (const { off, work } of years) {
    for (const one of off) assert.notEqual(dueOf(runPeriod(calendar, addCalendarDays(one, -1), workdays(1))), one);
    for (const one of work) {
      assert.equal(dueOf(runPeriod(calendar, addCalendarDays(one, -1), workdays(1))), one);
      assert.equal(dueOf(runPeriod(calendar, addCalendarDays(one, -1), { length: 1, unit: 'calendar-days', article: 'a', rollsOver: 'a' })), one);
    }
    for (const one of off) assert.ok(dayKind(calendar, dueOf(runPeriod(calendar, one, { length: 0, unit: 'calendar-days', article: 'a', rollsOver: 'a' }))).workday);
  }
});
