import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextDue } from './open-term.ts';

test('each open term has its own next date', () => {
  const publishedOn = '2026-08-31';
  assert.equal(nextDue({ term: 'long-term' }, publishedOn), undefined);
  assert.equal(nextDue({ term: 'periodic', every: 'month' }, publishedOn), '2026-09-30');
  assert.equal(nextDue({ term: 'periodic', every: 'quarter' }, publishedOn), '2026-11-30');
  assert.equal(nextDue({ term: 'periodic', every: 'half-year' }, publishedOn), '2027-02-28');
  assert.equal(nextDue({ term: 'periodic', every: 'year' }, publishedOn), '2027-08-31');
  assert.equal(nextDue({ term: 'staged' }, publishedOn), undefined);
  assert.equal(nextDue({ term: 'staged', nextOn: '2026-10-08' }, publishedOn), '2026-10-08');
  assert.equal(nextDue({ term: 'temporary', until: '2026-09-07' }, publishedOn), '2026-09-07');
});

test('a period crosses the end of the year and a leap day', () => {
  assert.equal(nextDue({ term: 'periodic', every: 'month' }, '2026-12-15'), '2027-01-15');
  assert.equal(nextDue({ term: 'periodic', every: 'year' }, '2024-02-29'), '2025-02-28');
  assert.equal(nextDue({ term: 'periodic', every: 'month' }, '2028-01-31'), '2028-02-29');
  assert.throws(() => nextDue({ term: 'periodic', every: 'month' }, '2026-02-30'), RangeError);
});
