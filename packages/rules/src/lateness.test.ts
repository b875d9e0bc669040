import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import year2025 from '../calendars/2025.json' with { type: 'json' };
import year2026 from '../calendars/2026.json' with { type: 'json' };
import { createCalendar } from './calendar.ts';
import { addCalendarDays } from './day.ts';
import { requestLateness } from './lateness.ts';
import { stateOf, type ClockSetting } from './request-state.ts';
import type { RequestEvent, RequestStep } from './request.ts';

const calendar = createCalendar([year2025, year2026]);
const setting: ClockSetting = { calendarOf: () => calendar };
const on = (day: string, step: RequestStep, role: 'agency' | 'applicant' | 'system' = 'agency'): RequestEvent => ({ ...step, on: `2026-${day}`, by: { role }, branch: 'main' });
// T01: the reply is due on 7 April.
const start = [on('03-09', { type: 'submit', channel: 'counter', applicant: 'naturalPerson', agency: 'housing' }), on('03-09', { type: 'register' })];
const letter = on('03-09', { type: 'submit', channel: 'post-ordinary', applicant: 'naturalPerson', agency: 'housing' });
const decided = (day: string) => on(day, { type: 'decide', reply: { outcome: 'granted', remedy: 'either' } });
const served = (day: string) => on(day, { type: 'serve', way: 'hand' });
const overdue = on('04-08', { type: 'overdue', term: 'reply', bound: 'agency' }, 'system');
const fee = (day: string) => on(day, { type: 'notice-fee', fee: { scale: 'pages', pages: 40 }, way: 'hand' });

const said = (events: readonly RequestEvent[], today: string, of = setting) => requestLateness(events, of, `2026-${today}`).map(({ term, due, doneOn }) => `${term} ${due} ${doneOn ?? 'open'}`);

const TABLE: readonly (readonly [what: string, events: readonly RequestEvent[], today: string, late: readonly string[]])[] = [
  ['the last day is in time', start, '04-07', []],
  ['the day after is late', start, '04-08', ['reply 2026-04-07 open']],
  ['answered on the last day', [...start, decided('04-07'), served('04-07')], '05-01', []],
  ['answered late', [...start, decided('04-07'), served('04-09')], '05-01', ['reply 2026-04-07 2026-04-09']],
  ['the same with its silence on record', [...start, overdue, decided('04-09'), served('04-09')], '05-01', ['reply 2026-04-07 2026-04-09']],
  ['extended in time', [...start, on('04-07', { type: 'extend', workdays: 5, approvedBy: 'head' })], '04-14', []],
  ['extended in time and late after that', [...start, on('04-07', { type: 'extend', workdays: 5, approvedBy: 'head' })], '04-15', ['reply 2026-04-14 open']],
  ['withdrawn while late', [...start, on('04-09', { type: 'withdraw' }, 'applicant')], '05-01', ['reply 2026-04-07 2026-04-09']],
  ['a period that began anew with a payment does not undo that the first was late', [...start, overdue, fee('04-09'), on('04-10', { type: 'pay' })], '04-13', ['reply 2026-04-07 2026-04-10']],
  ['a letter by ordinary mail is to be confirmed on the day it comes', [letter, on('03-09', { type: 'receive' }), on('03-09', { type: 'register' })], '03-10', []],
  ['and is late from the next', [letter], '03-10', ['confirmation 2026-03-09 open']],
  ['until that is done', [letter, on('03-11', { type: 'receive' })], '03-12', ['confirmation 2026-03-09 2026-03-11']],
];
for (const [what, events, today, late] of TABLE) {
  test(`lateness of a request: ${what}`, () => {
    assert.deepEqual(said(events, today), late);
  });
}

test('a calendar that moved the last day before it went by moved it in law', () => {
  const moved = createCalendar([year2025, { ...year2026, off: [...year2026.off, '2026-03-10'] }]);
  assert.deepEqual(said(start, '04-08', { calendarOf: () => moved }), []);
});

test('at any time somebody is late exactly when a reply is past, and what was late once stays so', () => {
  fc.assert(fc.property(fc.nat(60), fc.option(fc.nat(60)), fc.nat(60), (days, answered, later) => {
    const events = [...start, ...(answered === null ? [] : [decided(addCalendarDays('2026-03-09', answered).slice(5)), served(addCalendarDays('2026-03-09', answered).slice(5))])];
    const today = addCalendarDays('2026-03-09', days);
    const late = requestLateness(events, setting, today);
    const [reply] = stateOf(events, setting).branches.flatMap(({ deadlines }) => deadlines.filter(({ term }) => term === 'reply'));
    assert.ok(reply?.stands === 'running');
    assert.equal(late.length, reply.due < (reply.endedOn ?? today) ? 1 : 0);
    const after = requestLateness(events, setting, addCalendarDays(today, later));
    for (const { due } of late) assert.ok(after.some((one) => one.due === due));
  }));
});
