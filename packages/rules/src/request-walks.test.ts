import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXEMPTIONS } from '@sunlit/contract';
import fc from 'fast-check';
import year2024 from '../calendars/2024.json' with { type: 'json' };
import year2025 from '../calendars/2025.json' with { type: 'json' };
import year2026 from '../calendars/2026.json' with { type: 'json' };
import { createCalendar } from './calendar.ts';
import { addCalendarDays } from './day.ts';
import { ANNUAL_COLUMNS, OUTCOMES, type Outcome, type OutcomeRule, type Reply } from './outcomes.ts';
import { mayTake, offeredSteps, silencesDue } from './request-guards.ts';
import { annualCases, dueOf, isPast, movedDeadlines, openDeadlines, stateOf, type BranchState, type ClockSetting, type Deadline } from './request-state.ts';
import { CHANNELS, REQUEST, REQUEST_PHASES, REQUEST_ROLES, type Channel, type RequestCommand, type RequestEvent, type RequestPhase, type RequestStep } from './request.ts';
import { PARTIES, REQUEST_TERMS } from './request-terms.ts';

const calendar = createCalendar([year2024, year2025, year2026]);
const setting: ClockSetting = { calendarOf: () => calendar };
const channels = Object.keys(CHANNELS) as Channel[];
const outcomes = Object.keys(OUTCOMES) as Outcome[];
const commands = Object.keys(REQUEST) as RequestCommand[];
const way = fc.constantFrom('hand', 'post', 'electronic');
const opinion = fc.constantFrom('consents', 'objects-with-reason', 'objects-without-reason');
const party = fc.constantFrom('third-party', 'co-maker');

/** A reply as an officer would write it: nearly always with all that its outcome asks for. */
const reply = fc.tuple(fc.constantFrom(...outcomes), fc.boolean()).map(([outcome, forgets]): Reply => {
  const { remedy, needs }: OutcomeRule = OUTCOMES[outcome];
  return {
    outcome, grounds: forgets ? '' : 'g', pointsTo: 'p', ...(remedy === undefined ? {} : { remedy }),
    ...(needs.includes('withheld') ? { withheld: [{ what: 'w', ground: 'E15_THIRD' }] } : {}),
  };
});

/** One step of each kind, filled by chance; `n` keeps names apart. */
const stepOf = (branch: BranchState, command: RequestCommand, n: number): fc.Arbitrary<RequestStep> => {
  const names = branch.questions.map(({ id }) => id).concat(branch.phase === 'served' ? ['reply'] : [], 'nothing');
  const question = fc.constantFrom(...names);
  const workdays = fc.integer({ min: 1, max: 22 });
  switch (command) {
    case 'assign': return fc.record({ type: fc.constant(command), handler: fc.constant('somebody') });
    case 'ask-correction': return fc.record({ type: fc.constant(command), points: fc.constant(['p']), workdays, way });
    case 'correct': return fc.record({ type: fc.constant(command), goodReason: fc.constantFrom('', 'illness') });
    case 'consult': return fc.record({ type: fc.constant(command), question: fc.constant(`q${n}`), party, way });
    case 'opinion': return fc.record({ type: fc.constant(command), question, opinion });
    case 'override': return fc.record({ type: fc.constant(command), question, reason: fc.constant('r') });
    case 'extend': return fc.record({ type: fc.constant(command), workdays, approvedBy: fc.constant('head') });
    case 'ask-reasons': return fc.record({ type: fc.constant(command), workdays, way });
    case 'delay': return fc.record({ type: fc.constant(command), workdays, reason: fc.constant('r') });
    case 'notice-fee': return fc.record({ type: fc.constant(command), way, fee: fc.nat(60).map((pages) => ({ scale: 'pages', pages }) as const) });
    case 'deliver': return fc.record({ type: fc.constant(command), question });
    case 'transfer': return fc.record({ type: fc.constant(command), to: fc.constantFrom('housing', 'water'), into: fc.constant(`b${n}`) });
    case 'split': return fc.record({ type: fc.constant(command), into: fc.constant([`b${n}`, `c${n}`]) });
    case 'decide': return fc.record({ type: fc.constant(command), reply });
    case 'serve': return fc.record({ type: fc.constant(command), way });
    case 'silence': return fc.record({ type: fc.constant(command), question, bound: fc.constantFrom(...PARTIES) });
    case 'overdue': return fc.record({ type: fc.constant(command), term: fc.constantFrom('reply', 'confirmation'), bound: fc.constantFrom(...PARTIES) });
    default: return fc.constant({ type: command });
  }
};

/** By what a period is told from one that begins anew; a letter that arrives only dates it. */
const begun = ({ id, trigger }: Deadline) => `${id} ${trigger}`;

/** What must be true of a branch at any time. */
function standsWell(branch: BranchState, events: readonly RequestEvent[]) {
  const { phase, outcome, waitsFor, deadlines, receivedOn, endedOn, remedy } = branch;
  const story = JSON.stringify(events);
  const final = phase === 'transferred' || phase === 'split' || phase === 'archived';
  assert.equal(waitsFor.length === 0, final, `${phase}: nobody knows whose move it is in ${story}`);
  assert.equal(new Set(deadlines.map(({ id }) => id)).size, deadlines.length, story);
  const beforeReceipt = phase === 'submitted' || (phase === 'closed' && receivedOn === undefined) || (phase === 'archived' && receivedOn === undefined);
  assert.equal(receivedOn === undefined, beforeReceipt, story);
  assert.equal(endedOn !== undefined, final || phase === 'served' || phase === 'closed', story);
  if (endedOn !== undefined && phase !== 'split') assert.notEqual(outcome, undefined, story);
  if (phase === 'served') assert.notEqual(remedy, undefined, 'no reply without its remedy');
  for (const deadline of deadlines) {
    assert.ok(deadline.article !== '' && deadline.binds === REQUEST_TERMS[deadline.term].binds);
    if (deadline.stands === 'undelivered') continue;
    assert.equal(deadline.calendarVersion, calendar.version);
    if (deadline.stands === 'running') assert.ok(deadline.due >= deadline.from, story);
    if (deadline.unit !== 'workdays') continue;
    const counted = deadline.trail.filter((day) => day.counted).length;
    assert.equal(counted + (deadline.stands === 'paused' ? deadline.left : 0), deadline.length, story);
  }
  // Whoever is waited for outside the agency is bound by a period, or the letter to them is under way.
  for (const waited of waitsFor) {
    if (waited !== 'agency') assert.ok(openDeadlines(branch).some(({ binds }) => binds === waited), story);
  }
  const replyDeadline = deadlines.find(({ id }) => id === 'reply');
  assert.equal(replyDeadline === undefined, receivedOn === undefined, story);
}

test('any sequence of allowed steps leads to where the next actor is known', () => {
  const reached = new Set<RequestPhase>(['submitted']);
  const ended = new Set<Outcome>();
  const pick = fc.record({ channel: fc.constantFrom(...channels), applicant: fc.constantFrom(...ANNUAL_COLUMNS), days: fc.array(fc.nat(6), { maxLength: 30, size: 'max' }) });
  fc.assert(fc.property(pick, fc.gen(), ({ channel, applicant, days }, gen) => {
    let today = addCalendarDays('2025-09-01', gen(fc.nat, 400));
    const first: RequestEvent = { type: 'submit', channel, applicant, agency: 'housing', on: today, by: { role: 'agency', id: 'first' }, branch: 'main' };
    const events: RequestEvent[] = [first];
    let state = stateOf(events, setting);
    days.forEach((gap, n) => {
      today = addCalendarDays(today, gap === 6 ? 25 : gap);
      // One silence can end a branch, and then another is without object.
      for (let due = silencesDue(state, today); due[0] !== undefined; due = silencesDue(state, today)) {
        assert.ok('to' in mayTake(state, due[0], today), JSON.stringify([events, due[0]]));
        events.push(due[0]);
        state = stateOf(events, setting);
      }
      const branch: BranchState = gen(fc.constantFrom, ...state.branches);
      // Mostly what is offered, so that many walks come to an end; sometimes anything.
      const offered = gen(fc.nat, 9) < 8 ? [...offeredSteps(branch, 'agency', today), ...offeredSteps(branch, 'applicant', today)] : [];
      const going = offered.filter((command) => command !== 'withdraw' && command !== 'assign');
      const command: RequestCommand = gen(fc.constantFrom, ...(going.length > 0 ? going : commands));
      const by = { role: gen(fc.nat, 9) < 9 ? (REQUEST[command].by[0] ?? 'agency') : gen(fc.constantFrom, ...REQUEST_ROLES), id: 'second' } as const;
      const event: RequestEvent = { ...gen(() => stepOf(branch, command, n)), on: today, by: command === 'correct' ? { role: 'agency' } : by, branch: branch.id };
      const decision = mayTake(state, event, today);
      if ('refusals' in decision) {
        assert.ok(decision.refusals.length > 0);
        return;
      }
      events.push(event);
      const before = new Set(state.branches.flatMap(({ deadlines }) => deadlines.map(begun)));
      state = stateOf(events, setting);
      const after = state.branches.filter(({ phase, parent }) => phase !== 'split' && !(command === 'split' && parent === branch.id)).flatMap(({ deadlines }) => deadlines);
      for (const deadline of after) assert.ok(before.has(begun(deadline)) || REQUEST[command].starts?.includes(deadline.term), `${command} starts ${deadline.id}`);
      assert.equal(state.branches.find(({ id }) => id === branch.id)?.phase, decision.to);
      assert.deepEqual([state.ignored, state.firstHandler, state.branches[0]?.id], [[], 'first', 'main']);
      for (const one of state.branches) {
        standsWell(one, events);
        reached.add(one.phase);
      }
    });
    for (const { outcome } of state.branches) if (outcome !== undefined) ended.add(outcome);
    const counted = state.branches.filter(({ receivedOn, phase }) => receivedOn !== undefined && phase !== 'split');
    assert.equal(annualCases(state).length, counted.length);
    assert.equal(annualCases(state).filter(({ row }) => row === undefined).length, counted.filter(({ endedOn }) => endedOn === undefined).length);
    assert.deepEqual(movedDeadlines(events, setting, setting), []);
    for (const deadline of state.branches.flatMap((branch) => branch.deadlines)) assert.equal(isPast(deadline, today), (dueOf(deadline) ?? today) < (deadline.endedOn ?? today));
  }), { numRuns: 150 });
  assert.deepEqual(REQUEST_PHASES.filter((phase) => !reached.has(phase)), [], 'phases that no walk came through');
  assert.ok(ended.size > 12, `only ${[...ended].join(', ')}`);
});

test('stateOf never throws, whatever is on record', () => {
  const last: readonly RequestCommand[] = ['transfer', 'split', 'withdraw', 'decide', 'serve', 'archive'];
  const oddDay = fc.oneof({ weight: 12, arbitrary: fc.nat(60).map((n) => addCalendarDays('2026-02-20', n)) }, { weight: 1, arbitrary: fc.constantFrom('', '2026-02-30', '9999-12-31', '0001-01-01', '-', '2199-12-31', '1949-10-01') });
  const oddNumber = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 250 }) }, { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, 0.5, 1e12, -1, 0) });
  const oddName = fc.oneof({ weight: 2, arbitrary: fc.constantFrom('b', 'q', 'q', 'reply', 'correction', 'payment', 'reasons') }, { weight: 1, arbitrary: fc.constantFrom('main', '', 'toString', '__proto__') });
  const step = fc.record({
    type: fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...commands.filter((command) => !last.includes(command))) },
      { weight: 1, arbitrary: fc.constantFrom('submit', 'unheard-of', ...last) },
    ),
    channel: fc.constantFrom(...channels, 'pigeon'), applicant: fc.constantFrom(...ANNUAL_COLUMNS), agency: oddName, handler: oddName, points: fc.constant([]), workdays: oddNumber, way,
    question: oddName, party, opinion, reason: fc.string(), approvedBy: fc.string(), to: oddName, into: oddName, parts: fc.array(oddName), bound: fc.constantFrom(...PARTIES),
    fee: fc.oneof(oddNumber.map((pages) => ({ scale: 'pages', pages })), fc.tuple(oddNumber, oddNumber).map(([before, cases]) => ({ scale: 'cases', before, cases }))),
    reply: fc.record({ outcome: fc.constantFrom(...outcomes, 'unheard-of'), withheld: fc.array(fc.record({ what: fc.string(), ground: fc.constantFrom(...EXEMPTIONS) })) }),
    term: fc.constantFrom('reply', 'confirmation'), on: oddDay, by: fc.record({ role: fc.constantFrom(...REQUEST_ROLES), id: oddName }), branch: fc.oneof({ weight: 9, arbitrary: fc.constant('main') }, oddName),
  });
  let moved = 0;
  fc.assert(fc.property(fc.array(step, { maxLength: 40, size: 'max' }), fc.nat(9), oddDay, (steps, opens, today) => {
    const events = steps.map(({ parts, ...step }) => (step.type === 'split' ? { ...step, into: parts } : step)) as unknown as RequestEvent[];
    const opening: RequestEvent = { type: 'submit', channel: 'counter', applicant: 'business', agency: 'housing', on: '2026-02-20', by: { role: 'agency' }, branch: 'main' };
    const all = opens > 0 ? [opening, { ...opening, type: 'register' } as const, ...events] : events;
    const state = stateOf(all, setting);
    moved += all.length - state.ignored.length;
    for (const branch of state.branches) {
      assert.equal(branch.waitsFor.length === 0, ['transferred', 'split', 'archived'].includes(branch.phase));
      offeredSteps(branch, 'agency', today);
    }
    silencesDue(state, today);
    for (const event of events) assert.ok(mayTake(state, event, today));
    annualCases(state);
    movedDeadlines(all, setting, { calendarOf: () => createCalendar([]) });
  }), { numRuns: 500 });
  assert.ok(moved > 600, `only ${moved} of the events could follow`);
});

test('the same events answer the same state, and no event of the past changes by a later one', () => {
  const day = fc.nat(40).map((n) => addCalendarDays('2026-03-02', n));
  fc.assert(fc.property(fc.uniqueArray(day, { minLength: 2, maxLength: 6 }), (found) => {
    const [start = '', ...days] = found.sort();
    const by = { role: 'agency', id: 'x' } as const;
    const common = { by, branch: 'main' } as const;
    const events: RequestEvent[] = [{ ...common, type: 'submit', channel: 'counter', applicant: 'other', agency: 'a', on: start }, { ...common, type: 'register', on: start }];
    for (const [n, on] of days.entries()) {
      events.push(n % 2 === 0 ? { ...common, on, type: 'consult', question: `q${n}`, party: 'third-party', way: 'hand' } : { ...common, on, type: 'opinion', question: `q${n - 1}`, opinion: 'consents' });
    }
    const before = JSON.stringify(events);
    assert.deepEqual(stateOf(events, setting), stateOf(structuredClone(events), setting));
    assert.equal(JSON.stringify(events), before);
  }));
});
