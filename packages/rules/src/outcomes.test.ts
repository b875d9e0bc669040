import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exemption } from '@sunlit/contract';
import { ANNUAL_ROWS, OUTCOMES, REMEDIES, REPLY_CODES, replyFaults, type Outcome, type OutcomeRule, type Reply } from './outcomes.ts';
import { REQUEST_TERMS } from './request-terms.ts';

const rules = Object.entries(OUTCOMES) as [Outcome, OutcomeRule][];

/** Everything that the outcome asks for, so that it can go out. */
const whole = (outcome: Outcome): Reply => {
  const { needs, remedy }: OutcomeRule = OUTCOMES[outcome];
  return {
    outcome, ...(remedy === undefined ? {} : { remedy }), ...(needs.includes('grounds') ? { grounds: '经检索未找到' } : {}),
    ...(needs.includes('points-to') ? { pointsTo: '市政府网站' } : {}), ...(needs.includes('withheld') ? { withheld: [{ what: '第三页', ground: 'E14_SECRET' }] } : {}),
  };
};
const codes = (reply: Reply) => replyFaults(reply).map(({ code, pointer }) => `${code} ${pointer}`);

test('every row of the annual table can be reached, and every outcome has an article', () => {
  assert.deepEqual([...new Set(rules.map(([, { row }]) => row))].sort(), [...ANNUAL_ROWS].sort());
  assert.equal(ANNUAL_ROWS.length, 21);
  for (const [outcome, { article }] of rules) assert.match(article, /第|号/, outcome);
});

test('what is withheld under articles 14 to 16 goes to reconsideration first; all else may go to court', () => {
  assert.deepEqual(rules.filter(([, { remedy }]) => remedy === 'reconsider-first').map(([outcome]) => outcome), [
    'partial', 'denied-secret', 'denied-law', 'denied-safety', 'denied-third-party', 'denied-internal', 'denied-process', 'denied-casefile',
  ]);
  assert.deepEqual(rules.filter(([, { remedy }]) => remedy === undefined).map(([outcome]) => outcome), ['withdrawn', 'transferred']);
  assert.deepEqual(REMEDIES['reconsider-first'].terms.map((term) => REQUEST_TERMS[term].length), [60, 15]);
  assert.deepEqual(REMEDIES.either.terms.map((term) => `${REQUEST_TERMS[term].length} ${REQUEST_TERMS[term].unit}`), ['60 calendar-days', '6 months', '15 calendar-days']);
});

test('a reply without its ground or its remedy cannot go out', () => {
  const seen = new Set<string>();
  const refused = (reply: Reply, ...expected: string[]) => {
    assert.deepEqual(codes(reply), expected);
    for (const code of expected) seen.add(code.split(' ')[0] as string);
  };
  for (const [outcome, { by, needs, remedy }] of rules) {
    if (by !== 'decision') {
      refused(whole(outcome), 'not-decided /outcome');
      continue;
    }
    const { remedy: _told, ...silent } = whole(outcome);
    assert.deepEqual(codes(whole(outcome)), [], outcome);
    refused(silent, 'remedy-missing /remedy');
    refused({ ...silent, remedy: remedy === 'either' ? 'reconsider-first' : 'either' }, 'remedy-wrong /remedy');
    if (needs.includes('grounds')) refused({ ...whole(outcome), grounds: ' ' }, 'grounds-missing /grounds');
    if (needs.includes('points-to')) refused({ ...whole(outcome), pointsTo: '' }, 'points-to-missing /pointsTo');
    if (outcome.startsWith('denied')) assert.ok(needs.includes('grounds'), outcome);
  }
  refused({ ...whole('partial'), withheld: [] }, 'withheld-missing /withheld');
  refused({ ...whole('partial'), withheld: [{ what: '姓名', ground: 'E15_THIRD' }, { what: ' ', ground: 'E14_SECRET' }] }, 'withheld-unnamed /withheld/1/what');
  refused({ ...whole('granted'), withheld: [{ what: '姓名', ground: 'E15_THIRD' }] }, 'not-partial /withheld');
  assert.deepEqual([...seen].sort(), [...REPLY_CODES].sort());
});

test('what is withheld for several grounds is counted as partial alone (T30)', () => {
  const grounds: Exemption[] = ['E14_SECRET', 'E15_THIRD'];
  const reply: Reply = { ...whole('partial'), withheld: grounds.map((ground) => ({ what: '一行', ground })) };
  assert.deepEqual(codes(reply), []);
  assert.equal(OUTCOMES[reply.outcome].row, 'partial');
});
