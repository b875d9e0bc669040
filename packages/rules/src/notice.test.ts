import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { createCalendar } from './calendar.ts';
import { daysLeft, giveSeats, noticeState, type SeatWanted } from './notice.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const calendar = createCalendar([{ year: 2026, notice: '通知', off: ['2026-10-01', '2026-10-02'], work: ['2026-10-10'] }]);

test('a notice is open on its first and its last day; a hearing without a day is still to come', () => {
  const notice = { from: '2026-03-09', to: '2026-03-13' };
  assert.deepEqual(['2026-03-08', '2026-03-09', '2026-03-13', '2026-03-14'].map((today) => noticeState(notice, today)), ['coming', 'open', 'open', 'over']);
  assert.deepEqual(['2026-03-08', '2026-03-09', '2026-03-10'].map((today) => noticeState({ from: '2026-03-09' }, today)), ['coming', 'open', 'over']);
  assert.equal(noticeState({}, '2026-03-09'), 'coming');
});

test('the days that are left count today and the last one, and workdays as the calendar has them', () => {
  assert.deepEqual(daysLeft(calendar, '2026-03-13', '2026-03-13'), { days: 1, workdays: 1 });
  assert.deepEqual(daysLeft(calendar, '2026-03-14', '2026-03-15'), { days: 2, workdays: 0 });
  assert.deepEqual(daysLeft(calendar, '2026-09-30', '2026-10-10'), { days: 11, workdays: 7 }, 'two days off, one Saturday at work');
  assert.deepEqual(daysLeft(calendar, '2026-03-14', '2026-03-13'), { days: 0, workdays: 0 });
});

const ids = ['01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', '01JQ8ZK4T5V6W7X8Y9Z0ABCDEG', '01JQ8ZK4T5V6W7X8Y9Z0ABCDEH', '01JQ8ZK4T5V6W7X8Y9Z0ABCDEJ'];
const wanted: SeatWanted[] = [...ids.map((id) => ({ id, role: 'presenter' as const })), { id: '01JQ8ZK4T5V6W7X8Y9Z0ABCDEK', role: 'observer' }];

test('seats go to who came first, or by lots that anybody can draw again', () => {
  assert.deepEqual(giveSeats(wanted, { presenter: 2, observer: 3 }, { way: 'order' }, undefined, sha256), [
    { role: 'presenter', registered: 4, chosen: ids.slice(0, 2) }, { role: 'observer', registered: 1, chosen: ['01JQ8ZK4T5V6W7X8Y9Z0ABCDEK'] },
  ]);
  const [presenters] = giveSeats(wanted, { presenter: 2, observer: 0 }, { way: 'lot' }, '3D 2026071 期 5 0 9', sha256);
  // By hand: printf '%s' '3D 2026071 期 5 0 901JQ8ZK4T5V6W7X8Y9Z0ABCDEF' | sha256sum, and so on.
  const byHand = ids.map((id) => [sha256(`3D 2026071 期 5 0 9${id}`), id] as const).sort();
  assert.deepEqual(presenters?.chosen, byHand.slice(0, 2).map(([, id]) => id));
  assert.equal(presenters?.last, byHand[1]?.[0]);
  assert.throws(() => giveSeats(wanted, { presenter: 1, observer: 0 }, { way: 'lot' }, undefined, sha256), RangeError);
});

test('lots choose as many as there are seats, the same ones in whatever order they came, and exactly those whose hash is not above the last', () => {
  const id = fc.stringMatching(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
  fc.assert(fc.property(fc.uniqueArray(id, { maxLength: 40 }), fc.nat(50), fc.string({ minLength: 1 }), (all, seats, seed) => {
    const draw = (some: readonly string[]) => giveSeats(some.map((one) => ({ id: one, role: 'presenter' })), { presenter: seats, observer: 0 }, { way: 'lot' }, seed, sha256)[0];
    const drawn = draw(all);
    assert.equal(drawn?.chosen.length, Math.min(seats, all.length));
    assert.deepEqual(drawn, draw(all.toReversed()));
    assert.deepEqual(all.filter((one) => drawn.last !== undefined && sha256(seed + one) <= drawn.last).sort(), [...drawn.chosen].sort());
  }));
});
