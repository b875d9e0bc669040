import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { KIOSK_LIMITS, kioskHealth, type KioskStanding } from './kiosk.ts';

const NOW = new Date('2026-03-09T02:00:00.000Z');
const before = (seconds: number) => new Date(NOW.getTime() - seconds * 1000).toISOString();
const MINUTE = 60;
const HOUR = 3600;
const well = { at: before(30), dataDate: before(HOUR) };

const TABLE: readonly (readonly [what: string, kiosk: KioskStanding, state: string, reasons: readonly string[]])[] = [
  ['nothing is known of it', {}, 'never', []],
  ['it told all is well', { heard: well }, 'ok', []],
  ['three minutes are the limit', { heard: { ...well, at: before(3 * MINUTE) } }, 'ok', []],
  ['it has been silent for longer', { heard: { ...well, at: before(3 * MINUTE + 1) } }, 'amber', ['silent']],
  ['for a quarter of an hour', { heard: { ...well, at: before(15 * MINUTE) } }, 'amber', ['silent']],
  ['and longer', { heard: { ...well, at: before(15 * MINUTE + 1) } }, 'red', ['silent']],
  ['what it said before it fell silent does not count', { heard: { at: before(HOUR), queueSince: before(2 * HOUR), printerSince: before(2 * HOUR) } }, 'red', ['silent']],
  ['somebody has just filed', { heard: { ...well, queueSince: before(HOUR) } }, 'ok', []],
  ['what was filed has waited for more than an hour', { heard: { ...well, queueSince: before(HOUR + 1) } }, 'amber', ['queue']],
  ['a day is the limit for what it shows', { heard: { ...well, dataDate: before(24 * HOUR) } }, 'ok', []],
  ['what it shows is older', { heard: { ...well, dataDate: before(24 * HOUR + 1) } }, 'amber', ['data']],
  ['it has nothing to show', { heard: { at: well.at } }, 'amber', ['data']],
  ['the paper is out', { heard: { ...well, printerSince: before(1) } }, 'amber', ['printer']],
  ['its clock is wrong', { heard: { ...well, clockSince: before(1) } }, 'amber', ['clock']],
  ['all at once', { heard: { at: well.at, queueSince: before(2 * HOUR), printerSince: before(1), clockSince: before(1) } }, 'amber', ['queue', 'data', 'printer', 'clock']],
  ['it was revoked', { revokedAt: before(1), heard: { at: before(HOUR) } }, 'revoked', []],
];
for (const [what, kiosk, state, reasons] of TABLE) {
  test(`a kiosk is ${state} where ${what}`, () => {
    const health = kioskHealth(kiosk, NOW);
    assert.deepEqual([health.state, health.reasons.map(({ code }) => code)], [state, reasons]);
  });
}

test('a kiosk that says nothing more never gets better', () => {
  const moment = fc.integer({ min: 0, max: 100 * HOUR }).map(before);
  const optional = fc.option(moment, { nil: undefined });
  const heard = fc.record({ at: moment, dataDate: optional, queueSince: optional, printerSince: optional, clockSince: optional });
  const ranks = ['ok', 'amber', 'red'];
  fc.assert(fc.property(heard, fc.nat(100 * HOUR), fc.nat(100 * HOUR), (said, first, later) => {
    const rank = (seconds: number) => ranks.indexOf(kioskHealth({ heard: JSON.parse(JSON.stringify(said)) as NonNullable<KioskStanding['heard']> }, new Date(NOW.getTime() + seconds * 1000)).state);
    assert.ok(rank(first) >= 0 && rank(first) <= rank(first + later));
  }));
});

test('a reason comes with a state that is not ok, and the other way round', () => {
  const optional = fc.option(fc.integer({ min: 0, max: 50 * HOUR }).map(before), { nil: undefined });
  fc.assert(fc.property(fc.record({ dataDate: optional, queueSince: optional, printerSince: optional, clockSince: optional }), fc.nat(KIOSK_LIMITS.dead / 500), (said, age) => {
    const { state, reasons } = kioskHealth({ heard: { ...(JSON.parse(JSON.stringify(said)) as object), at: before(age) } }, NOW);
    assert.equal(state === 'ok', reasons.length === 0);
  }));
});
