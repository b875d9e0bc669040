import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DECLINE_REASONS, RATING_LEVELS, RETURN_REASONS, TOPIC_CHANNELS, TOPIC_OUTCOMES, TOPIC_PURPOSES, type Day, type TopicCommand } from '@sunlit/contract';
import fc from 'fast-check';
import year2025 from '../calendars/2025.json' with { type: 'json' };
import year2026 from '../calendars/2026.json' with { type: 'json' };
import { topics, topicsPath } from '../scripts/make-topics.ts';
import { createCalendar } from './calendar.ts';
import { addCalendarDays } from './day.ts';
import { isTermLate, mayTakeTopic, offeredTopicSteps, openTopicTerms, topicAfter, topicStateOf, type TopicSetting, type TopicState } from './topic-state.ts';
import { ENDED_TOPIC_PHASES, TOPIC, TOPIC_ROLES, type TopicEvent, type TopicRole, type TopicStep } from './topic.ts';

const calendar = createCalendar([year2025, year2026]);
const setting: TopicSetting = { calendarOf: () => calendar, terms: { review: 2, claim: 5 } };
const by = (step: TopicStep, on: Day, role: TopicRole = 'agency'): TopicEvent => ({ ...step, on, by: { role } });
const submit = by({ type: 'submit', purpose: 'disclose', channel: 'web', board: 'village' }, '2026-03-02', 'resident');
const steps = (...given: readonly (readonly [TopicStep, Day, TopicRole?])[]): TopicEvent[] => [submit, ...given.map(([step, on, role]) => by(step, on, role))];
const at = (events: readonly TopicEvent[]): TopicState => {
  const state = topicStateOf(events, setting);
  assert.ok(state);
  return state;
};
const dues = (state: TopicState) => state.terms.map(({ term, due, doneOn }) => [term, due, doneOn]);

const CLAIMED = steps([{ type: 'approve' }, '2026-03-03'], [{ type: 'claim', promise: { workdays: 10 } }, '2026-03-05']);
const ANSWERED = [
  ...CLAIMED, by({ type: 'answer', outcome: 'disclosed', disclosures: 1, promise: { due: '2026-06-30' } }, '2026-03-18'), by({ type: 'publish' }, '2026-03-19'),
];

test('a topic is looked at, taken up and answered by days that it promises', () => {
  assert.deepEqual(dues(at([submit])), [['review', '2026-03-04', undefined]]);
  assert.deepEqual(dues(at(CLAIMED)), [['review', '2026-03-04', '2026-03-03'], ['claim', '2026-03-10', '2026-03-05'], ['answer', '2026-03-19', undefined]]);
  const answered = at(ANSWERED);
  assert.deepEqual([answered.phase, answered.outcome, answered.answeredOn], ['published', 'disclosed', '2026-03-19']);
  assert.deepEqual(openTopicTerms(answered).map(({ term, due }) => [term, due]), [['promise', '2026-06-30']]);
  assert.deepEqual(openTopicTerms(at([...ANSWERED, by({ type: 'keep' }, '2026-06-30')])), []);
});

test('over a holiday the workdays of the announced calendar are counted', () => {
  const [claim] = openTopicTerms(at([by({ type: 'submit', purpose: 'ask', channel: 'card', board: 'village' }, '2026-02-12', 'resident'), by({ type: 'approve' }, '2026-02-12')]));
  assert.equal(claim?.due, '2026-02-26'); // 13, 14 (make-up workday), 24, 25, 26 (国办发明电〔2025〕7号: off from 15 to 23)
});

test('what is collected in a round is owed by its end, and taking it up does not put that off', () => {
  const opened = steps([{ type: 'approve', round: { id: 'r1', due: '2026-03-31' } }, '2026-03-03']);
  assert.deepEqual(openTopicTerms(at(opened)).map(({ term, due }) => [term, due]), [['answer', '2026-03-31']]);
  const late = mayTakeTopic(at(opened), by({ type: 'claim', promise: { on: '2026-04-01' } }, '2026-03-04'), '2026-03-04', setting);
  assert.deepEqual(late, { refusals: [{ code: 'promise-too-late', pointer: '/promise', due: '2026-03-31' }] });
  const sooner = at([...opened, by({ type: 'claim', promise: { on: '2026-03-20' } }, '2026-03-04')]);
  assert.deepEqual(openTopicTerms(sooner).map(({ term, from, due }) => [term, from, due]), [['answer', '2026-03-03', '2026-03-20']]);
});

test('late is read off the day it was done, or else off today', () => {
  const [answer] = openTopicTerms(at(CLAIMED));
  assert.ok(answer);
  assert.deepEqual([isTermLate(answer, '2026-03-19'), isTermLate(answer, '2026-03-20'), isTermLate({ ...answer, doneOn: '2026-03-19' }, '2026-12-01')], [false, true, false]);
});

test('a merge is undone exactly, and what was merged owes nothing meanwhile', () => {
  const before = at(CLAIMED);
  const merged = at([...CLAIMED, by({ type: 'merge', into: 'other' }, '2026-03-09')]);
  assert.deepEqual([merged.phase, merged.mergedInto, openTopicTerms(merged)], ['merged', 'other', []]);
  assert.deepEqual({ ...at([...CLAIMED, by({ type: 'merge', into: 'other' }, '2026-03-09'), by({ type: 'unmerge' }, '2026-03-12')]), lastOn: before.lastOn }, before);
});

test('what was answered is opened again once', () => {
  const again = at([...ANSWERED, by({ type: 'rate', level: 'dissatisfied' }, '2026-03-20', 'resident'), by({ type: 'reopen' }, '2026-03-23', 'resident')]);
  assert.deepEqual([again.phase, again.outcome, again.answeredOn, openTopicTerms(again).map(({ term }) => term)], ['assigned', undefined, undefined, ['claim']]);
  const twice = [...ANSWERED, by({ type: 'reopen' }, '2026-03-23', 'resident'), by({ type: 'claim', promise: { workdays: 5 } }, '2026-03-24'), by({ type: 'answer', outcome: 'explained', disclosures: 0 }, '2026-03-25'), by({ type: 'publish' }, '2026-03-25')];
  assert.deepEqual(mayTakeTopic(at(twice), by({ type: 'reopen' }, '2026-03-26', 'resident'), '2026-03-26', setting), { refusals: [{ code: 'reopened-already' }] });
});

test('why a step is not possible is said by name', () => {
  const refused = (events: readonly TopicEvent[], step: TopicStep, on: Day = '2026-04-01', role: TopicRole = 'agency', today: Day = '2026-04-01') => {
    const decision = mayTakeTopic(at(events), by(step, on, role), today, setting, 'self');
    return 'refusals' in decision ? decision.refusals.map(({ code }) => code) : decision.to;
  };
  assert.deepEqual(refused([submit], { type: 'claim', promise: { workdays: 1 } }), ['state']);
  assert.deepEqual(refused(ANSWERED, { type: 'rate', level: 'satisfied' }, '2026-04-01', 'agency'), ['role']);
  assert.deepEqual(refused([submit], { type: 'review', handler: 'p' }, '2026-04-02'), ['future']);
  assert.deepEqual(refused(CLAIMED, { type: 'decline', reason: 'not-held' }, '2026-03-04'), ['order']);
  assert.deepEqual(refused(steps([{ type: 'approve' }, '2026-03-03']), { type: 'claim', promise: { on: '2026-03-31' } }), ['promise-past']);
  assert.deepEqual(refused(CLAIMED, { type: 'postpone', promise: { on: '2026-03-18' } }, '2026-03-10'), ['promise-not-later']);
  assert.deepEqual(refused([...CLAIMED, by({ type: 'postpone', promise: { on: '2026-03-30' } }, '2026-03-10')], { type: 'postpone', promise: { on: '2026-04-30' } }, '2026-03-11'), ['postponed-already']);
  assert.deepEqual(refused(CLAIMED, { type: 'answer', outcome: 'corrected', disclosures: 0 }), ['disclosure-missing']);
  assert.deepEqual(refused(CLAIMED, { type: 'answer', outcome: 'explained', disclosures: 0, promise: { due: '2026-03-31' } }), ['promise-past']);
  assert.deepEqual(refused(CLAIMED, { type: 'merge', into: 'self' }), ['merged-into-itself']);
  assert.deepEqual(refused([...CLAIMED, by({ type: 'answer', outcome: 'explained', disclosures: 0 }, '2026-03-09'), by({ type: 'publish' }, '2026-03-09')], { type: 'keep' }), ['no-promise']);
  assert.equal(refused(CLAIMED, { type: 'answer', outcome: 'corrected', disclosures: 1 }), 'answered');
});

const promise = fc.oneof(fc.record({ workdays: fc.integer({ min: 1, max: 30 }) }), fc.record({ on: fc.integer({ min: 0, max: 90 }).map((n) => addCalendarDays('2026-03-02', n)) }));
const stepOf: Readonly<Record<TopicCommand, fc.Arbitrary<TopicStep>>> = {
  review: fc.constant({ type: 'review', handler: 'p' }),
  approve: fc.constantFrom<TopicStep>({ type: 'approve' }, { type: 'approve', round: { id: 'r', due: '2026-04-30' } }),
  return: fc.record({ type: fc.constant('return'), reason: fc.constantFrom(...RETURN_REASONS) }),
  decline: fc.record({ type: fc.constant('decline'), reason: fc.constantFrom(...DECLINE_REASONS) }),
  assign: fc.record({ type: fc.constant('assign'), agency: fc.constantFrom('village', 'water') }),
  claim: fc.record({ type: fc.constant('claim'), promise }),
  postpone: fc.record({ type: fc.constant('postpone'), promise }),
  answer: fc.record({ type: fc.constant('answer'), outcome: fc.constantFrom(...TOPIC_OUTCOMES), disclosures: fc.nat(2) }),
  publish: fc.constant({ type: 'publish' }),
  rate: fc.record({ type: fc.constant('rate'), level: fc.constantFrom(...RATING_LEVELS) }),
  reopen: fc.constant({ type: 'reopen' }),
  merge: fc.constant({ type: 'merge', into: 'other' }),
  unmerge: fc.constant({ type: 'unmerge' }),
  keep: fc.constant({ type: 'keep' }),
};

test('on any walk: what is offered can be done, what ended owes nothing but its promise, and events alone say what it is at', () => {
  fc.assert(fc.property(fc.constantFrom(...TOPIC_PURPOSES), fc.constantFrom(...TOPIC_CHANNELS), fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.constantFrom(...TOPIC_ROLES)), { maxLength: 25 }), fc.gen(), (purpose, channel, picks, gen) => {
    const events: TopicEvent[] = [by({ type: 'submit', purpose, channel, board: 'village' }, '2026-03-02', 'resident')];
    let day: Day = '2026-03-02';
    for (const [pick, days, role] of picks) {
      const state = at(events);
      day = addCalendarDays(day, days);
      const offered = offeredTopicSteps(state, role);
      for (const command of offered) assert.notEqual(TOPIC[command].moves[state.phase], undefined);
      const command = offered[pick % Math.max(1, offered.length)];
      if (command === undefined) continue;
      const event = by(gen(() => stepOf[command]), day, role);
      const decision = mayTakeTopic(state, event, day, setting);
      if ('refusals' in decision) { assert.ok(decision.refusals.length > 0); continue; }
      events.push(event);
      const next = at(events);
      assert.equal(next.phase, decision.to);
      assert.deepEqual(topicAfter(state, event, setting), next);
      const owed = openTopicTerms(next).map(({ term }) => term);
      if ((ENDED_TOPIC_PHASES as readonly string[]).includes(next.phase)) assert.deepEqual(owed.filter((term) => term !== 'promise'), [], next.phase);
      else assert.ok(owed.length > 0, `somebody waits in ${next.phase}`);
      assert.equal(owed.length, new Set(owed).size, 'no term runs twice');
      assert.equal(next.approved, next.openedOn !== undefined);
    }
  }));
});

test('docs/topics.md is what the table says', () => {
  assert.equal(readFileSync(topicsPath, 'utf8'), topics());
});
