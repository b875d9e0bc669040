import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { casesInMonth, feeLines, feeOf } from './fees.ts';

const cases = (number: number, before = 0) => feeOf({ scale: 'cases', before, cases: number });
const pages = (number: number) => feeOf({ scale: 'pages', pages: number });

test('counts by cases in the month: ten free, twenty at ¥100, then ¥100 more for each ten begun (T27)', () => {
  assert.equal(cases(35), 3000);
  assert.deepEqual(
    feeLines({ scale: 'cases', before: 0, cases: 35 }),
    [{ first: 1, last: 10, each: 0, yuan: 0 }, { first: 11, last: 30, each: 100, yuan: 2000 }, { first: 31, last: 35, each: 200, yuan: 1000 }],
  );
  for (const [number, each] of [[10, 0], [11, 100], [30, 100], [31, 200], [40, 200], [41, 300], [50, 300], [51, 400], [101, 900]] as const) {
    assert.equal(cases(1, number - 1), each, `case ${number}`);
  }
});

test('counts by pages in the case: thirty free, then ¥10, ¥20 and ¥40 (T27)', () => {
  assert.equal(pages(250), 4700);
  assert.deepEqual([30, 31, 100, 101, 200, 201].map(pages), [0, 10, 700, 720, 2700, 2740]);
  assert.deepEqual(feeLines({ scale: 'pages', pages: 35 }), [{ first: 1, last: 30, each: 0, yuan: 0 }, { first: 31, last: 35, each: 10, yuan: 50 }]);
});

test('what is asked for in several requests costs as much as in one', () => {
  fc.assert(fc.property(fc.nat(200), fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), (before, one, other) => {
    assert.equal(cases(one, before) + cases(other, before + one), cases(one + other, before));
    assert.ok(pages(one + other) >= pages(one) + pages(other));
    const lines = feeLines({ scale: 'cases', before, cases: one });
    assert.deepEqual([lines[0]?.first, lines.at(-1)?.last], [before + 1, before + one]);
  }));
});

test('a calendar month begins anew', () => {
  assert.equal(casesInMonth(['2026-02-28', '2026-03-01', '2026-03-31', '2025-03-09', '2026-04-01'], '2026-03-15'), 2);
});

test('refuses numbers that are none', () => {
  for (const number of [0, -1, 1.5, NaN, Infinity, 1e9]) {
    assert.throws(() => pages(number), RangeError);
    assert.throws(() => cases(number), RangeError);
  }
  assert.throws(() => cases(1, -1), RangeError);
});
