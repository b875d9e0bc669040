import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import year2025 from '../calendars/2025.json' with { type: 'json' };
import year2026 from '../calendars/2026.json' with { type: 'json' };
import { createCalendar } from './calendar.ts';
import { dayInShanghai } from './day.ts';
import { seriesOf } from './series.ts';
import { PUBLICATION_TERMS, publicationDue, publicationTermOf } from './timeliness.ts';

const calendar = createCalendar([year2025, year2026]);
const due = (...of: Parameters<typeof publicationTermOf>) => {
  const found = publicationTermOf(...of);
  return found && `${found.term} ${publicationDue(calendar, found.term, found.from).due}`;
};

test('each kind has its own term, from its own day', () => {
  assert.equal(due({ kind: 'normative', formedOn: '2026-03-09' }), 'general 2026-04-07'); // T01
  assert.equal(due({ kind: 'budget', formedOn: '2026-01-05', fields: { approvedOn: '2026-02-10' } }), 'budget 2026-03-02'); // T22
  assert.equal(due({ kind: 'budget', formedOn: '2026-03-09', fields: {} }), 'general 2026-04-07');
  assert.equal(due({ kind: 'decision', fields: { act: 'licence', status: 'valid', decidedOn: '2026-02-13' } }), 'licence-or-penalty 2026-03-02');
  assert.equal(due({ kind: 'decision', fields: { act: 'penalty', status: 'performed', decidedOn: '2026-03-09' } }), 'licence-or-penalty 2026-03-18');
  assert.equal(due({ kind: 'decision', fields: { act: 'correction', status: 'valid', decidedOn: '2026-03-09' } }), 'enforcement 2026-04-07');
  assert.equal(due({ kind: 'decision', formedOn: '2026-03-09', fields: { act: 'penalty', status: 'revoked', decidedOn: '2026-01-09' } }), 'penalty-undone 2026-03-12');
});

test('nothing is due while the day is not known, whatever stands in its place', () => {
  fc.assert(fc.property(fc.anything(), fc.anything(), (formedOn, fields) => {
    publicationTermOf({ kind: 'decision', formedOn, fields });
  }));
  for (const formedOn of [undefined, '', '2026-02-30', 20260309, null]) assert.equal(due({ kind: 'notice', formedOn }), undefined);
});

test('a change counts from the day it states, else from the day somebody began to write it', () => {
  const before = { kind: 'decision', formedOn: '2026-01-12', fields: { act: 'penalty', status: 'valid', decidedOn: '2026-01-09' } };
  const after = { ...before, fields: { ...before.fields, status: 'revoked' } };
  assert.equal(due(after, { before, begunOn: '2026-03-09' }), 'penalty-undone 2026-03-12');
  assert.equal(due({ ...after, formedOn: '2026-03-06' }, { before, begunOn: '2026-03-09' }), 'penalty-undone 2026-03-11');
  assert.equal(due({ kind: 'notice', formedOn: '2020-01-02' }, { before: { kind: 'notice', formedOn: '2020-01-02' }, begunOn: '2026-03-09' }), 'general 2026-04-07');
});

test('the proof counts as many workdays as the article gives', () => {
  const { trail = [], article, provisional } = publicationDue(calendar, 'licence-or-penalty', '2026-02-13');
  assert.deepEqual([trail.filter(({ counted }) => counted).length, trail.length, provisional], [7, 17, false]);
  assert.ok(article.includes('118'));
  assert.equal(publicationDue(calendar, 'budget', '2026-02-10').trail, undefined);
  for (const { article: one } of Object.values(PUBLICATION_TERMS)) assert.match(one, /第|号/);
});

test('issues of one periodic disclosure are one series', () => {
  const issue = (title: string, every: 'month' | 'quarter' = 'quarter', categoryId = 'A20_07') => seriesOf({ kind: 'budget', categoryId, title, openTerm: { term: 'periodic', every } });
  const first = issue('团结村2026年第一季度财务收支公开');
  assert.equal(issue('团结村2026年第4季度财务收支公开'), first);
  assert.equal(issue('团结村２０２７年第二季度财务收支公开'), first);
  assert.notEqual(issue('团结村2026年第二季度低保公开'), first);
  assert.notEqual(issue('团结村2026年第一季度财务收支公开', 'month'), first);
  assert.equal(issue('上半年执行情况'), issue('下半年执行情况'));
  assert.equal(seriesOf({ kind: 'budget', categoryId: 'A20_07', title: '预算', openTerm: { term: 'long-term' } }), undefined);
});

test('the day changes at midnight in Shanghai', () => {
  assert.equal(dayInShanghai(new Date('2026-03-08T15:59:59.999Z')), '2026-03-08');
  assert.equal(dayInShanghai(new Date('2026-03-08T16:00:00.000Z')), '2026-03-09');
});
