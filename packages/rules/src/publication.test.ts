import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DRAFT_COMMANDS, PERMISSIONS, REVIEW_CHECKS, type ReviewCheck } from '@sunlit/contract';
import fc from 'fast-check';
import { lifecycle, lifecyclePath } from '../scripts/make-lifecycle.ts';
import {
  PUBLICATION, PUBLICATION_STATES, REFUSAL_CODES, mayDo, mayMove, offered, standingOf,
  type AskedStep, type DraftFacts, type PublicationActor, type PublicationCommand, type PublicationState, type Step,
} from './publication.ts';

const today = '2026-03-09';
const facts = (changed: Partial<DraftFacts> = {}): DraftFacts => ({
  state: 'draft', text: 1, writers: ['author'], kind: 'notice', complete: true, summary: '摘要', body: '正文', withheld: [], today, ...changed,
});
const person = (id: string): PublicationActor => ({ type: 'person', id, permissions: PERMISSIONS });
const codes = (draft: DraftFacts, asked: AskedStep, actor: PublicationActor) => {
  const decision = mayDo(draft, asked, actor);
  return 'refusals' in decision ? decision.refusals.map(({ code, pointer }) => (pointer === undefined ? code : `${code} ${pointer}`)) : decision.to;
};
const commands = Object.keys(PUBLICATION) as PublicationCommand[];
const approval = { by: 'reviewer', text: 1 };

test('every state can be reached, and nothing leads out of the last ones', () => {
  const reached = new Set<PublicationState>(['draft']);
  for (const state of reached) for (const command of commands) reached.add(PUBLICATION[command].moves[state] ?? state);
  assert.deepEqual([...reached].sort(), [...PUBLICATION_STATES].sort());
  for (const state of ['withdrawn', 'discarded'] as const) {
    for (const command of commands) assert.deepEqual(mayMove(state, command, person('anyone')), { refusals: [{ code: 'state' }] });
  }
  // As a draft, what is published is past every step.
  assert.deepEqual(offered(facts({ state: 'published', approval }), person('reviewer')), []);
});

test('every step is for its own permission alone', () => {
  for (const command of commands) {
    const { permission, system, moves } = PUBLICATION[command];
    for (const state of Object.keys(moves) as PublicationState[]) {
      for (const one of PERMISSIONS) assert.equal('to' in mayMove(state, command, { type: 'person', id: 'x', permissions: [one] }), one === permission, `${command} by ${one}`);
      assert.equal('to' in mayMove(state, command, { type: 'system' }), system === true, command);
    }
  }
});

test('a reviewer wrote nothing of the text', () => {
  const draft = facts({ state: 'review', writers: ['author', 'second'] });
  for (const command of ['refer', 'return'] as const) {
    assert.deepEqual(codes(draft, { command }, person('second')), ['own-text']);
    assert.ok(typeof codes(draft, { command }, person('reviewer')) === 'string');
  }
  assert.deepEqual(codes(draft, { command: 'approve', checks: REVIEW_CHECKS }, person('author')), ['own-text']);
  assert.equal(codes(draft, { command: 'approve', checks: REVIEW_CHECKS }, person('reviewer')), 'approved');
  assert.deepEqual(offered(draft, person('author')), ['recall']);
  assert.deepEqual(offered(draft, person('reviewer')), ['recall', 'refer', 'return', 'approve']);
});

test('an approval answers every question of the review', () => {
  fc.assert(fc.property(fc.subarray([...REVIEW_CHECKS]), (checks: ReviewCheck[]) => {
    const answer = codes(facts({ state: 'review' }), { command: 'approve', checks }, person('reviewer'));
    assert.deepEqual(answer, checks.length === REVIEW_CHECKS.length ? 'approved' : ['checks-missing /checks']);
  }));
});

test('each thing that is missing is refused by its place, at every step that rests on it', () => {
  const lacking: [Partial<DraftFacts>, string][] = [
    [{ complete: false }, 'incomplete /content'],
    [{ kind: 'normative', summary: '为了加强管理', body: `为了加强管理${'文'.repeat(79)}` }, 'lead-in-only /content/body'],
    [{ kind: 'normative', summary: '', body: ` \n${'文'.repeat(79)}\n\n` }, 'lead-in-only /content/body'],
    [{ withheld: [{ ground: 'E15_THIRD', nextReviewOn: '2026-03-10' }, { ground: 'E15_THIRD', nextReviewOn: today }] }, 'review-day-past /withheld/1/nextReviewOn'],
    [{ withheld: [{ ground: 'E15_THIRD', nextReviewOn: '2027-02-30' }] }, 'review-day-past /withheld/0/nextReviewOn'],
    [{ withheld: [{ nextReviewOn: '2026-03-10' }] }, 'no-ground /withheld/0/ground'],
    [{ amends: { state: 'published', unchanged: true }, reason: ' ' }, 'reason-missing /reason'],
    [{ amends: { state: 'withdrawn', unchanged: true }, reason: '更正' }, 'not-amendable'],
    [{ amends: { state: 'amended', unchanged: false }, reason: '更正' }, 'amended-meanwhile'],
  ];
  const seen = new Set<string>();
  for (const [missing, code] of lacking) {
    seen.add(code.split(' ')[0] as string);
    assert.deepEqual(codes(facts(missing), { command: 'submit' }, person('author')), [code]);
    assert.deepEqual(codes(facts({ ...missing, state: 'review' }), { command: 'approve', checks: REVIEW_CHECKS }, person('reviewer')), [code]);
    assert.deepEqual(codes(facts({ ...missing, state: 'approved', approval }), { command: 'publish' }, person('author')), [code]);
    assert.ok(!offered(facts(missing), person('author')).includes('submit'));
  }
  assert.equal(codes(facts({ kind: 'normative', body: '文'.repeat(80) }), { command: 'submit' }, person('author')), 'review');
  assert.equal(codes(facts({ kind: 'notice', body: '' }), { command: 'submit' }, person('author')), 'review');
  for (const code of ['state', 'permission', 'own-text', 'checks-missing', 'not-approved', 'day-past', 'day-ahead']) seen.add(code);
  assert.deepEqual([...seen].sort(), [...REFUSAL_CODES].sort());
});

test('only an approved text is scheduled, and for a day that is still to come', () => {
  const approved = facts({ state: 'approved', approval });
  assert.deepEqual(codes(approved, { command: 'schedule', on: '2026-03-08' }, person('publisher')), ['day-past /on']);
  assert.equal(codes(approved, { command: 'schedule', on: today }, person('publisher')), 'approved');
  assert.equal(codes(approved, { command: 'schedule' }, { type: 'system' }), 'approved');
  assert.deepEqual(codes({ ...approved, text: 3 }, { command: 'schedule', on: today }, person('publisher')), ['not-approved']);
  assert.deepEqual(codes({ ...approved, publishOn: '2026-03-10' }, { command: 'publish' }, { type: 'system' }), ['day-ahead']);
  assert.deepEqual(codes(approved, { command: 'publish' }, { type: 'system' }), ['day-ahead']);
  assert.equal(codes({ ...approved, publishOn: today }, { command: 'publish' }, { type: 'system' }), 'published');
});

test('no sequence of steps publishes a text that nobody else approved as it is', () => {
  // Weighted towards going on, so that many sequences come to an end.
  const who = fc.oneof({ weight: 3, arbitrary: fc.constant('a') }, { weight: 3, arbitrary: fc.constant('b') }, { weight: 1, arbitrary: fc.constant('c') });
  const asked = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('submit', 'publish').map((command): AskedStep => ({ command })) },
    { weight: 4, arbitrary: fc.subarray([...REVIEW_CHECKS], { minLength: 4 }).map((checks): AskedStep => ({ command: 'approve', checks })) },
    { weight: 3, arbitrary: fc.constantFrom('save', 'save', 'save', 'recall', 'refer', 'return', 'discard').map((command): AskedStep => ({ command })) },
    { weight: 1, arbitrary: fc.constantFrom(undefined, today).map((on): AskedStep => ({ command: 'schedule', ...(on === undefined ? {} : { on }) })) },
  );
  let published = 0;
  fc.assert(fc.property(fc.array(fc.tuple(who, asked), { minLength: 10, maxLength: 60 }), (sequence) => {
    const steps: Step[] = [{ type: 'created', by: 'a' }];
    let last: string | undefined;
    for (const [by, step] of sequence) {
      const standing = standingOf(steps);
      if (last === 'published' || last === 'discarded') assert.equal(standing.state, last);
      const decision = mayDo({ ...facts(), ...standing }, step, person(by));
      if ('refusals' in decision) continue;
      if (decision.to === 'published') {
        published += 1;
        const written = steps.findLastIndex(({ type }) => type === 'created' || type === 'saved');
        const approvers = steps.slice(written).filter(({ type }) => type === 'approve').map((one) => one.by);
        const writers = steps.filter(({ type }) => type === 'created' || type === 'saved').map((one) => one.by);
        assert.ok(approvers.length > 0 && approvers.every((approver) => !writers.includes(approver)), JSON.stringify(steps));
        assert.ok(!['return', 'recall'].includes(steps.slice(steps.findLastIndex(({ type }) => type === 'approve')).at(-1)?.type ?? ''));
      }
      steps.push({ type: step.command === 'save' ? 'saved' : step.command, by });
      last = decision.to;
      assert.equal(standingOf(steps).state, decision.to);
    }
  }), { numRuns: 1000 });
  assert.ok(published > 50, `only ${published} of the sequences published anything`);
});

test('steps that cannot follow one another are no history', () => {
  assert.throws(() => standingOf([{ type: 'saved', by: 'a' }]), RangeError);
  assert.throws(() => standingOf([{ type: 'created', by: 'a' }, { type: 'publish', by: 'a' }]), RangeError);
  assert.throws(() => standingOf([{ type: 'created', by: 'a' }, { type: 'created', by: 'a' }]), RangeError);
});

test('the commands of the contract are those of the table', () => {
  assert.deepEqual(commands.filter((command) => !['save', 'amend', 'expire', 'repeal', 'withdraw'].includes(command)).sort(), [...DRAFT_COMMANDS].sort());
});

test('docs/lifecycle.md is what the table says', () => {
  assert.equal(readFileSync(lifecyclePath, 'utf8'), lifecycle(), 'run node packages/rules/scripts/make-lifecycle.ts');
});
