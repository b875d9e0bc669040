import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import year2025 from '../calendars/2025.json' with { type: 'json' };
import year2026 from '../calendars/2026.json' with { type: 'json' };
import { requests, requestsPath } from '../scripts/make-requests.ts';
import { createCalendar } from './calendar.ts';
import { REQUEST_REFUSAL_CODES, mayTake, offeredSteps, silencesDue } from './request-guards.ts';
import { MISFITS, recordOf } from './request-record.ts';
import { CLOCK_POLICIES, annualCases, dueOf, isPast, movedDeadlines, openDeadlines, stateOf, type BranchState, type ClockSetting, type RequestState } from './request-state.ts';
import { CHANNELS, REQUEST, REQUEST_PHASES, type Channel, type RequestCommand, type RequestEvent, type RequestPhase, type RequestRole, type RequestStep } from './request.ts';

const calendar = createCalendar([year2025, year2026]);
const setting: ClockSetting = { calendarOf: () => calendar };
const by = (role: RequestRole) => ({ role, ...(role === 'agency' ? { id: 'officer' } : {}) });
/** A step on a day of 2026, of the agency unless somebody else is named. */
const on = (day: string, step: RequestStep, role: RequestRole = 'agency', branch = 'main'): RequestEvent => ({ ...step, on: `2026-${day}`, by: by(role), branch });
const submit = (day: string, channel: Channel, role: RequestRole = 'applicant') => on(day, { type: 'submit', channel, applicant: 'naturalPerson', agency: 'housing' }, role);
const atCounter = (day: string) => [submit(day, 'counter', 'agency'), on(day, { type: 'register' })];
const reply = (day: string, step: Extract<RequestStep, { type: 'decide' }>['reply'], branch = 'main') => on(day, { type: 'decide', reply: step }, 'agency', branch);
const granted = { outcome: 'granted', remedy: 'either' } as const;

/** Takes each step only if it is allowed on its day. */
function follow(...events: RequestEvent[]): RequestState {
  const taken: RequestEvent[] = [];
  for (const event of events) {
    const decision = mayTake(stateOf(taken, setting), event, event.on);
    assert.ok('to' in decision, `${event.type} on ${event.on}: ${JSON.stringify(decision)}`);
    taken.push(event);
    assert.equal(stateOf(taken, setting).branches.find(({ id }) => id === event.branch)?.phase, decision.to, event.type);
  }
  const state = stateOf(taken, setting);
  assert.deepEqual(state.ignored, []);
  return state;
}
const refusal = (events: RequestEvent[], event: RequestEvent, today = event.on) => {
  const decision = mayTake(stateOf(events, setting), event, today);
  return 'to' in decision ? decision.to : decision.refusals.map(({ code, pointer, due }) => [code, pointer, due].filter(Boolean).join(' ')).join(', ');
};
const branchOf = (state: RequestState, id = 'main'): BranchState => state.branches.find((branch) => branch.id === id)!;
/** Each deadline as it stands: its day, or why there is none. */
const dues = (branch: BranchState) => Object.fromEntries(branch.deadlines.map((one) => [one.id, dueOf(one) ?? (one.stands === 'paused' ? `${one.by}, ${one.left} left` : one.stands)]));
const rows = (state: RequestState) => annualCases(state).map(({ agency, row }) => `${agency} ${row}`);

test('a request in person is received on its day, workday or not, and answered within 20 workdays', () => {
  const vectors = { T01: ['03-09', '2026-04-07'], T02: ['02-05', '2026-03-11'], T08: ['03-14', '2026-04-13'], T09: ['02-28', '2026-03-27'], T26: ['12-04', '2027-01-04'] } as const;
  for (const [id, [day, due]] of Object.entries(vectors)) {
    const [, reply] = branchOf(follow(...atCounter(day))).deadlines;
    assert.ok(reply?.stands === 'running');
    assert.deepEqual([id, reply.due, reply.provisional], [id, due, id === 'T26']);
  }
});

test('course 1: granted on the spot', () => {
  const state = follow(...atCounter('03-09'), reply('03-09', granted), on('03-09', { type: 'serve', way: 'hand' }), on('03-10', { type: 'archive' }));
  const main = branchOf(state);
  assert.deepEqual([main.phase, main.outcome, main.receivedOn, main.endedOn, state.firstHandler], ['archived', 'granted', '2026-03-09', '2026-03-09', 'officer']);
  assert.deepEqual(dues(main), { 'correction-notice': '2026-03-18', reply: '2026-04-07', reconsideration: '2026-05-08', suit: '2026-09-09' });
  assert.deepEqual(annualCases(state), [{ agency: 'housing', column: 'naturalPerson', receivedOn: '2026-03-09', endedOn: '2026-03-09', row: 'granted' }]);
  assert.deepEqual(main.waitsFor, []);
});

test('course 2: correction, then disclosed in part', () => {
  const asked = [
    submit('10-01', 'online'), on('10-08', { type: 'receive' }), on('10-08', { type: 'register' }),
    on('10-12', { type: 'ask-correction', points: ['哪一年'], workdays: 10, way: 'electronic' }),
  ];
  const waiting = branchOf(follow(...asked));
  assert.deepEqual(dues(waiting), { 'correction-notice': '2026-10-16', reply: 'correction, 17 left', correction: '2026-10-26' });
  assert.deepEqual(waiting.waitsFor, ['applicant']);
  const corrected = [...asked, on('10-20', { type: 'correct' }, 'applicant')];
  const processing = branchOf(follow(...corrected));
  assert.deepEqual(openDeadlines(processing).map(({ id, trigger }) => `${id} ${trigger}`), ['reply correction']);
  assert.equal(dues(processing).reply, '2026-11-17');
  const partial = { outcome: 'partial', remedy: 'reconsider-first', withheld: [{ what: '当事人姓名', ground: 'E15_THIRD' }] } as const;
  const posted = [...corrected, reply('11-10', partial), on('11-11', { type: 'serve', way: 'post' })];
  assert.equal(dues(branchOf(follow(...posted))).reconsideration, 'undelivered');
  const state = follow(...posted, on('11-13', { type: 'deliver', question: 'reply' }));
  const main = branchOf(state);
  assert.deepEqual([main.endedOn, main.deliveredOn, main.remedy?.text], ['2026-11-11', '2026-11-13', 'remedy.reconsider-first']);
  assert.deepEqual([dues(main).reconsideration, dues(main).suit], ['2027-01-12', undefined]);
  assert.equal(main.deadlines.find(({ id }) => id === 'reconsideration')?.rollsOver?.includes('第八十八条'), true);
  assert.deepEqual(rows(state), ['housing partial']);
});

test('course 3: given up, for want of a correction', () => {
  const events = [...atCounter('03-09'), on('03-10', { type: 'ask-correction', points: ['名称'], workdays: 10, way: 'hand' })];
  assert.equal(dues(branchOf(follow(...events))).correction, '2026-03-24');
  assert.deepEqual(silencesDue(follow(...events), '2026-03-24'), []);
  const silence = silencesDue(follow(...events), '2026-03-25');
  assert.deepEqual(silence, [{ type: 'silence', question: 'correction', bound: 'applicant', on: '2026-03-25', by: { role: 'system' }, branch: 'main' }]);
  const state = follow(...events, ...silence);
  assert.deepEqual([branchOf(state).phase, branchOf(state).outcome, branchOf(state).remedy?.remedy], ['closed', 'abandoned-correction', 'either']);
  assert.deepEqual(rows(state), ['housing other.uncorrected']);
  assert.deepEqual(silencesDue(state, '2026-12-31'), []);
  const late = [...events, ...silence, on('03-30', { type: 'correct', goodReason: '住院' })];
  const reopened = branchOf(follow(...late));
  assert.deepEqual([reopened.phase, reopened.outcome, dues(reopened).reply], ['processing', undefined, '2026-04-28']);
});

test('course 4: a third party objects', () => {
  const consulted = [
    submit('02-28', 'post-registered'), on('03-02', { type: 'receive' }), on('03-02', { type: 'register' }),
    on('03-09', { type: 'consult', question: 'factory', party: 'third-party', way: 'post' }),
  ];
  assert.deepEqual(dues(branchOf(follow(...consulted))), { 'correction-notice': '2026-03-11', reply: 'third-party, 15 left', factory: 'undelivered' });
  const delivered = [...consulted, on('03-10', { type: 'deliver', question: 'factory' })];
  assert.deepEqual([dues(branchOf(follow(...delivered))).factory, branchOf(follow(...delivered)).waitsFor], ['2026-03-31', ['third-party']]);
  const objected = [...delivered, on('03-20', { type: 'opinion', question: 'factory', opinion: 'objects-with-reason' })];
  assert.equal(dues(branchOf(follow(...objected))).reply, '2026-04-13'); // T14
  assert.equal(refusal(objected, reply('03-23', granted)), 'objection-stands /reply/outcome');
  const state = follow(...objected, reply('04-09', { outcome: 'denied-third-party', grounds: '商业秘密', remedy: 'reconsider-first' }), on('04-10', { type: 'serve', way: 'hand' }));
  assert.deepEqual(rows(state), ['housing denied.thirdPartyRights']);
  assert.equal(isPast(branchOf(state).deadlines.find(({ id }) => id === 'reply')!, '2026-12-01'), false, 'served in time');
  follow(...objected, on('03-23', { type: 'override', question: 'factory', reason: '饮用水安全' }), reply('03-24', granted));
});

test('course 5: the co-making agency stays silent', () => {
  const events = [...atCounter('03-02'), on('03-09', { type: 'consult', question: 'water', party: 'co-maker', way: 'electronic' })];
  const asked = branchOf(follow(...events)).deadlines.find(({ id }) => id === 'water')!;
  assert.deepEqual([dueOf(asked), asked.onSilence, asked.binds], ['2026-03-30', 'consent', 'co-maker']);
  const silence = silencesDue(follow(...events), '2026-04-01');
  assert.deepEqual(silence.map(({ type, on: day }) => [type, day]), [['silence', '2026-03-31']], 'the day after, whenever it is noticed');
  const state = follow(...events, ...silence);
  assert.equal(dues(branchOf(state)).reply, '2026-04-21', 'the pause ended with the period, not with its discovery');
  assert.deepEqual(rows(follow(...events, ...silence, reply('04-20', granted), on('04-21', { type: 'serve', way: 'electronic' }))), ['housing granted']);
});

test('a silence noticed late comes after what happened meanwhile', () => {
  const events = [...atCounter('03-02'), on('03-09', { type: 'consult', question: 'water', party: 'co-maker', way: 'hand' }), on('04-02', { type: 'assign', handler: 'x' })];
  const silence = silencesDue(follow(...events), '2026-04-03');
  assert.deepEqual(silence.map(({ on: day }) => day), ['2026-04-02']);
  assert.equal(dues(branchOf(follow(...events, ...silence))).reply, '2026-04-21', 'the pause ended with the period all the same');
});

test('silence of a third party is neither consent nor refusal, of a co-maker it is consent (T35)', () => {
  const consult = (party: 'third-party' | 'co-maker') => follow(...atCounter('03-02'), on('03-09', { type: 'consult', question: 'q', party, way: 'hand' }));
  const effect = (state: RequestState) => branchOf(state).deadlines.find(({ id }) => id === 'q')?.onSilence;
  assert.deepEqual([effect(consult('third-party')), effect(consult('co-maker'))], ['agency-decides', 'consent']);
});

test('course 6: extended, to the day (T17)', () => {
  const events = atCounter('03-02');
  const extend = (day: string, workdays = 20) => on(day, { type: 'extend', workdays, approvedBy: 'head' });
  assert.equal(dues(branchOf(follow(...events))).reply, '2026-03-30');
  assert.equal(refusal(events, extend('03-31')), 'too-late 2026-03-30');
  const extended = branchOf(follow(...events, extend('03-30')));
  assert.deepEqual([dues(extended).reply, extended.deadlines.find(({ id }) => id === 'reply')?.length], ['2026-04-28', 40]);
  const state = follow(...events, extend('03-30'), reply('04-27', granted), on('04-28', { type: 'serve', way: 'post' }));
  assert.equal(isPast(branchOf(state).deadlines.find(({ id }) => id === 'reply')!, '2026-12-01'), false);
  assert.deepEqual(rows(state), ['housing granted']);
});

test('course 7: transferred, the first handler kept', () => {
  const events = [
    submit('03-02', 'post-ordinary'), on('03-02', { type: 'receive' }), on('03-02', { type: 'register' }),
    on('03-03', { type: 'ask-correction', points: ['年份'], workdays: 5, way: 'hand' }), on('03-04', { type: 'correct' }, 'applicant'),
    on('03-05', { type: 'transfer', to: 'water', into: 'b' }),
  ];
  const other = (event: RequestEvent): RequestEvent => ({ ...event, by: { role: 'agency', id: 'other' } });
  const state = follow(...events, ...[on('03-05', { type: 'register' }, 'agency', 'b'), reply('03-30', granted, 'b'), on('03-31', { type: 'serve', way: 'hand' }, 'agency', 'b')].map(other));
  const [main, b] = [branchOf(state), branchOf(state, 'b')];
  assert.deepEqual([main.phase, main.waitsFor, b.parent, b.agency, b.handler, state.firstHandler], ['transferred', [], 'main', 'water', 'other', 'officer']);
  assert.deepEqual(dues(b), { 'correction-notice': '2026-03-16', reply: '2026-04-02', reconsideration: '2026-06-01', suit: '2026-09-30' }, 'nothing of the other agency');
  assert.deepEqual(b.deadlines.map(({ trigger }) => trigger), ['transfer', 'transfer', 'delivery', 'delivery']);
  assert.deepEqual(openDeadlines(main), []);
  assert.deepEqual(rows(state), ['housing other.other', 'water granted']);
  assert.equal(refusal(events.slice(0, 5), on('03-05', { type: 'transfer', to: 'housing', into: 'b' })), 'same-agency /to');
});

test('course 8: split, each part with a clock of its own', () => {
  const split = [...atCounter('03-09'), on('03-11', { type: 'split', into: ['a', 'b'] })];
  const state = follow(
    ...split,
    on('03-12', { type: 'consult', question: 'water', party: 'co-maker', way: 'electronic' }, 'agency', 'b'),
    on('03-16', { type: 'opinion', question: 'water', opinion: 'consents' }, 'agency', 'b'),
    reply('03-20', granted, 'a'), on('03-20', { type: 'serve', way: 'hand' }, 'agency', 'a'),
    reply('04-08', { outcome: 'needs-creation', grounds: '须汇总加工', remedy: 'either' }, 'b'), on('04-09', { type: 'serve', way: 'post' }, 'agency', 'b'),
  );
  assert.deepEqual([dues(branchOf(state, 'a')).reply, dues(branchOf(state, 'b')).reply], ['2026-04-07', '2026-04-09']);
  assert.deepEqual(rows(state), ['housing granted', 'housing unable.needsCreation']);
  assert.deepEqual(branchOf(state).waitsFor, []);
});

test('course 9: the fee is not paid, or it is', () => {
  const notice = (fee: Extract<RequestStep, { type: 'notice-fee' }>['fee']) => on('03-06', { type: 'notice-fee', fee, way: 'hand' });
  const events = [...atCounter('03-02'), notice({ scale: 'cases', before: 34, cases: 1 })];
  assert.equal(refusal(atCounter('03-02'), notice({ scale: 'cases', before: 9, cases: 1 })), 'no-fee /fee');
  assert.deepEqual(dues(branchOf(follow(...events))), { 'correction-notice': '2026-03-11', reply: 'fee, 16 left', payment: '2026-04-03' });
  const state = follow(...events, ...silencesDue(follow(...events), '2026-04-04'));
  assert.deepEqual([branchOf(state).outcome, rows(state)], ['abandoned-fee', ['housing other.unpaid']]);
  const paid = [...events, on('03-20', { type: 'pay' })];
  assert.equal(dues(branchOf(follow(...paid))).reply, '2026-04-20');
  assert.equal(dues(branchOf(stateOf(paid, { ...setting, policies: { ...CLOCK_POLICIES, afterFee: 'resume' } }))).reply, '2026-04-14');
});

test('course 10: asked before', () => {
  const repeat = { outcome: 'repeat', grounds: '已于2026年2月答复', remedy: 'either' } as const;
  assert.equal(refusal(atCounter('03-09'), reply('03-10', repeat)), 'points-to-missing /reply/pointsTo');
  const state = follow(...atCounter('03-09'), reply('03-10', { ...repeat, pointsTo: '2026-0012' }), on('03-10', { type: 'serve', way: 'electronic' }));
  assert.deepEqual([rows(state), branchOf(state).remedy?.text], [['housing notProcessed.repeat'], 'remedy.either']);
});

test('course 11: withdrawn, before or after receipt', () => {
  const state = follow(...atCounter('03-09'), on('03-12', { type: 'withdraw' }, 'applicant'), on('03-13', { type: 'archive' }));
  assert.deepEqual([rows(state), branchOf(state).remedy, openDeadlines(branchOf(state))], [['housing other.other'], undefined, []]);
  assert.deepEqual(rows(follow(submit('03-09', 'online'), on('03-09', { type: 'withdraw' }, 'applicant'))), [], 'what was never received counts nowhere');
});

test('course 12: refused, with reconsideration first', () => {
  const secret = { outcome: 'denied-secret', grounds: '秘密级', remedy: 'reconsider-first' } as const;
  assert.equal(refusal(atCounter('03-09'), reply('03-30', { ...secret, remedy: 'either' })), 'remedy-wrong /reply/remedy');
  assert.equal(refusal(atCounter('03-09'), reply('03-30', { outcome: 'denied-secret' })), 'grounds-missing /reply/grounds, remedy-missing /reply/remedy');
  const state = follow(...atCounter('03-09'), reply('03-30', secret), on('03-31', { type: 'serve', way: 'hand' }));
  assert.deepEqual([rows(state), branchOf(state).remedy?.remedy], [['housing denied.stateSecret'], 'reconsider-first']);
  assert.deepEqual([dues(branchOf(state)).reconsideration, dues(branchOf(state)).suit], ['2026-06-01', undefined], 'day 60 is a Saturday');
});

test('course 13: too many, without a good reason or with one', () => {
  const asked = [...atCounter('03-09'), on('03-11', { type: 'ask-reasons', workdays: 10, way: 'hand' })];
  const excessive = { outcome: 'excessive', grounds: '一月内八十件', remedy: 'either' } as const;
  assert.deepEqual(dues(branchOf(follow(...asked))), { 'correction-notice': '2026-03-18', reply: '2026-04-07', reasons: '2026-03-25' }, 'the reply runs on');
  assert.equal(refusal(atCounter('03-09'), reply('03-30', excessive)), 'reasons-not-asked /reply/outcome');
  const silent = follow(...asked, ...silencesDue(follow(...asked), '2026-03-26'), reply('03-27', excessive), on('03-27', { type: 'serve', way: 'hand' }));
  assert.deepEqual(rows(silent), ['housing notProcessed.excessive']);
  const delay: RequestStep = { type: 'delay', workdays: 30, reason: '数量大' };
  assert.equal(refusal([...asked, ...silencesDue(follow(...asked), '2026-03-26')], on('03-27', delay)), 'reasons-not-given');
  const explained = [...asked, on('03-20', { type: 'explain' }, 'applicant')];
  const delayed = branchOf(follow(...explained, on('03-23', delay)));
  assert.deepEqual([dues(delayed).reply, delayed.deadlines[1]?.article], ['2026-05-21', '《政府信息公开条例》第三十三条、《政府信息公开条例》第三十五条']);
  assert.equal(refusal(explained, on('04-08', delay)), 'too-late 2026-04-07');
});

test('course 14: the agency itself stays silent', () => {
  const events = atCounter('03-09');
  assert.deepEqual(silencesDue(follow(...events), '2026-04-07'), []);
  const overdue = silencesDue(follow(...events), '2026-04-08');
  assert.deepEqual(overdue, [{ type: 'overdue', term: 'reply', bound: 'agency', on: '2026-04-08', by: { role: 'system' }, branch: 'main' }]);
  const state = follow(...events, ...overdue);
  const main = branchOf(state);
  assert.deepEqual([main.phase, main.waitsFor, main.remedy?.text, dues(main).reconsideration], ['processing', ['agency'], 'remedy.silence', '2026-06-08']);
  assert.deepEqual(silencesDue(state, '2026-05-01'), [], 'once is enough');
  assert.deepEqual(annualCases(state), [{ agency: 'housing', column: 'naturalPerson', receivedOn: '2026-03-09' }], 'carried forward');
  const served = branchOf(follow(...events, ...overdue, reply('04-09', granted), on('04-10', { type: 'serve', way: 'hand' })));
  assert.equal(isPast(served.deadlines.find(({ id }) => id === 'reply')!, '2026-04-10'), true);
});

test('submitted is not received: each channel has its own day (Reg. 31)', () => {
  for (const channel of Object.keys(CHANNELS) as Channel[]) {
    const atOnce = CHANNELS[channel].receipt === 'submission';
    const main = branchOf(follow(submit('10-01', channel)));
    assert.deepEqual([main.phase, main.receivedOn], atOnce ? ['received', '2026-10-01'] : ['submitted', undefined], channel);
    if (atOnce) continue;
    assert.equal(refusal([submit('10-01', channel)], on('10-01', { type: 'receive' }, 'system')), 'role', 'an automatic answer is no confirmation');
    assert.equal(dues(branchOf(follow(submit('10-01', channel), on('10-08', { type: 'receive' })))).reply, '2026-11-04'); // T13
  }
  const posted = follow(submit('03-09', 'post-ordinary'));
  assert.deepEqual([dues(branchOf(posted)), branchOf(posted).waitsFor], [{ confirmation: '2026-03-09' }, ['agency']]);
  assert.deepEqual(silencesDue(posted, '2026-03-10').map((event) => [event.type, 'bound' in event && event.bound]), [['overdue', 'agency']]);
});

test('the correction is asked for once, within 7 workdays, and says what is wrong', () => {
  const ask = (day: string, points = ['名称']): RequestEvent => on(day, { type: 'ask-correction', points, workdays: 5, way: 'hand' });
  assert.equal(refusal(atCounter('03-09'), ask('03-18')), 'correcting');
  assert.equal(refusal(atCounter('03-09'), ask('03-19')), 'too-late 2026-03-18');
  assert.equal(refusal(atCounter('03-09'), ask('03-10', [' '])), 'points-missing /points');
  const corrected = [...atCounter('03-09'), ask('03-10'), on('03-11', { type: 'correct' }, 'applicant')];
  assert.equal(refusal(corrected, ask('03-12')), 'asked-already');
  assert.equal(refusal(corrected, reply('03-12', { outcome: 'still-unclear', grounds: '仍不明确', remedy: 'either' })), 'decided');
});

test('each law is a refusal with its code, and every code is reached', () => {
  const seen = new Set<string>(['withheld-unnamed', 'not-partial', 'withheld-missing']); // outcomes.test.ts
  const start = atCounter('03-09');
  const third = [...start, on('03-10', { type: 'consult', question: 'q', party: 'third-party', way: 'hand' })];
  const consented = [...third, on('03-11', { type: 'opinion', question: 'q', opinion: 'consents' })];
  const objected = [...third, on('03-11', { type: 'opinion', question: 'q', opinion: 'objects-with-reason' })];
  const reasons = [...start, on('03-10', { type: 'ask-reasons', workdays: 5, way: 'hand' }), on('03-11', { type: 'explain' }, 'applicant')];
  const abandoned = [...start, on('03-10', { type: 'ask-correction', points: ['x'], workdays: 5, way: 'hand' }), on('03-18', { type: 'silence', question: 'correction', bound: 'applicant' }, 'system')];
  const extension: RequestStep = { type: 'extend', workdays: 20, approvedBy: 'head' };
  const fee: RequestStep = { type: 'notice-fee', fee: { scale: 'pages', pages: 40 }, way: 'hand' };
  const delay: RequestStep = { type: 'delay', workdays: 5, reason: 'x' };
  const table: [RequestEvent[], RequestEvent, string][] = [
    [start, on('03-10', { type: 'archive' }), 'state'],
    [start, submit('03-10', 'online'), 'state'],
    [[], submit('03-10', 'online', 'system'), 'role'],
    [start, on('03-10', { type: 'register' }, 'agency', 'nowhere'), 'branch'],
    [start, on('02-30', { type: 'withdraw' }), 'day'],
    [start, on('03-08', { type: 'withdraw' }), 'order'],
    [start, on('03-10', { type: 'withdraw' }, 'system'), 'role'],
    [start, on('03-10', { ...extension, workdays: 0 }), 'malformed'],
    [start, on('03-10', { ...extension, workdays: 1.5 }), 'malformed'],
    [start, on('03-10', { type: 'split', into: ['a'] }), 'malformed'],
    [start, on('03-10', { type: 'split', into: ['a', 'a'] }), 'malformed'],
    [start, on('03-10', { type: 'split', into: ['a', 'main'] }), 'malformed'],
    [start, on('03-10', { type: 'consult', question: 'reply', party: 'co-maker', way: 'hand' }), 'malformed'],
    [third, on('03-10', { type: 'consult', question: 'q', party: 'co-maker', way: 'hand' }), 'malformed'],
    [third, on('03-10', { type: 'opinion', question: 'p', opinion: 'consents' }), 'question'],
    [third, on('03-10', { type: 'deliver', question: 'q' }), 'question'],
    [start, on('03-10', { ...extension, workdays: 21 }), 'too-long /workdays'],
    [start, on('03-10', { ...extension, approvedBy: ' ' }), 'approval-missing /approvedBy'],
    [[...start, on('03-10', extension)], on('03-11', extension), 'extended-already'],
    [start, on('04-08', fee), 'too-late 2026-04-07'],
    [[...start, on('03-10', fee), on('03-11', { type: 'pay' })], on('03-12', fee), 'asked-already'],
    [start, on('03-10', { ...fee, fee: { scale: 'pages', pages: 30 } }), 'no-fee /fee'],
    [start, on('03-10', { ...fee, fee: { scale: 'pages', pages: 0 } }), 'malformed'],
    [reasons, on('03-12', { type: 'ask-reasons', workdays: 5, way: 'hand' }), 'asked-already'],
    [start, on('03-12', delay), 'reasons-not-given'],
    [reasons, on('03-12', { ...delay, reason: '' }), 'reason-missing /reason'],
    [[...reasons, on('03-12', delay)], on('03-13', delay), 'delayed-already'],
    [consented, on('03-12', { type: 'override', question: 'q', reason: 'x' }), 'no-objection /question'],
    [objected, on('03-12', { type: 'override', question: 'q', reason: ' ' }), 'reason-missing /reason'],
    [objected, reply('03-12', { outcome: 'partial', remedy: 'reconsider-first', withheld: [{ what: 'x', ground: 'E14_LAW' }] }), 'objection-stands /reply/outcome'],
    [objected, reply('03-12', { outcome: 'partial', remedy: 'reconsider-first', withheld: [{ what: 'x', ground: 'E15_THIRD' }] }), 'decided'],
    [start, on('03-10', { type: 'transfer', to: 'housing', into: 'b' }), 'same-agency /to'],
    [start, reply('03-10', { outcome: 'still-unclear', grounds: 'x', remedy: 'either' }), 'not-corrected /reply/outcome'],
    [start, reply('03-10', { outcome: 'withdrawn' }), 'not-decided /reply/outcome'],
    [start, reply('03-10', { outcome: 'petition', remedy: 'either' }), 'grounds-missing /reply/grounds, points-to-missing /reply/pointsTo'],
    [start, reply('03-10', { outcome: 'granted' }), 'remedy-missing /reply/remedy'],
    [start, reply('03-10', { outcome: 'granted', remedy: 'reconsider-first' }), 'remedy-wrong /reply/remedy'],
    [start, reply('03-10', { outcome: 'excessive', grounds: 'x', remedy: 'either' }), 'reasons-not-asked /reply/outcome'],
    [objected, reply('03-12', granted), 'objection-stands /reply/outcome'],
    [third, on('03-31', { type: 'silence', question: 'q', bound: 'third-party' }, 'system'), 'not-late'],
    [third, on('04-01', { type: 'silence', question: 'q', bound: 'co-maker' }, 'system'), 'bound-otherwise /bound'],
    [third, on('04-01', { type: 'silence', question: 'q', bound: 'third-party' }), 'role'],
    [third, on('04-01', { type: 'silence', question: 'q', bound: 'third-party' }, 'system'), 'processing'],
    [start, on('04-07', { type: 'overdue', term: 'reply', bound: 'agency' }, 'system'), 'not-late'],
    [start, on('04-08', { type: 'overdue', term: 'confirmation', bound: 'agency' }, 'system'), 'not-late'],
    [abandoned, on('03-20', { type: 'correct' }), 'reason-missing /goodReason'],
    [abandoned, on('03-20', { type: 'correct', goodReason: 'x' }, 'applicant'), 'role'],
    [[...start, on('03-10', { type: 'withdraw' })], on('03-11', { type: 'correct', goodReason: 'x' }), 'state'],
    [[], on('03-10', { type: 'register' }), 'branch'],
  ];
  for (const [events, event, expected] of table) {
    assert.equal(refusal(events, event), expected, `${event.type} ${JSON.stringify(event)}`);
    for (const part of expected.split(', ')) seen.add(part.split(' ')[0] as string);
  }
  assert.equal(refusal(start, on('03-10', { type: 'withdraw' }), '2026-03-09'), 'future');
  for (const code of ['future', 'points-missing']) seen.add(code);
  assert.deepEqual(REQUEST_REFUSAL_CODES.filter((code) => !seen.has(code)), []);
  assert.equal(new Set(REQUEST_REFUSAL_CODES).size, REQUEST_REFUSAL_CODES.length);
});

test('what is offered depends on the phase, on who asks and on the day', () => {
  const offered = (events: RequestEvent[], role: 'applicant' | 'agency', today: string) => offeredSteps(branchOf(stateOf(events, setting)), role, `2026-${today}`).join(' ');
  assert.equal(offered([submit('03-09', 'online')], 'agency', '03-09'), 'receive withdraw');
  assert.equal(offered(atCounter('03-09'), 'applicant', '03-10'), 'withdraw');
  assert.equal(offered(atCounter('03-09'), 'agency', '03-10'), 'assign ask-correction consult extend ask-reasons notice-fee transfer split withdraw decide');
  assert.equal(offered(atCounter('03-09'), 'agency', '04-08'), 'assign consult ask-reasons transfer split withdraw decide');
  const posted = [...atCounter('03-09'), on('03-10', { type: 'ask-correction', points: ['x'], workdays: 5, way: 'post' })];
  assert.equal(offered(posted, 'agency', '03-10'), 'assign correct deliver withdraw');
  assert.equal(offered(posted, 'applicant', '03-10'), 'correct withdraw');
  const consulted = [...atCounter('03-09'), on('03-10', { type: 'consult', question: 'q', party: 'co-maker', way: 'hand' })];
  assert.equal(offered(consulted, 'agency', '03-10'), 'assign consult opinion extend withdraw');
  const closed = [...posted, on('03-12', { type: 'withdraw' }, 'applicant')];
  assert.equal(offered(closed, 'agency', '03-12'), 'archive');
});

test('a return slip may come back after other things have happened', () => {
  const events = [
    ...atCounter('03-02'), on('03-09', { type: 'consult', question: 'a', party: 'third-party', way: 'post' }), on('03-09', { type: 'consult', question: 'b', party: 'third-party', way: 'hand' }),
    on('03-16', { type: 'opinion', question: 'b', opinion: 'consents' }), on('03-11', { type: 'deliver', question: 'a' }),
  ];
  const main = branchOf(follow(...events));
  assert.deepEqual([main.phase, dues(main).a, main.lastOn], ['consulting', '2026-04-01', '2026-03-16']);
  assert.equal(refusal(events.slice(0, -1), on('03-08', { type: 'deliver', question: 'a' })), 'order');
});

test('every deadline carries its proof', () => {
  const events = [...atCounter('03-02'), on('03-09', { type: 'consult', question: 'q', party: 'third-party', way: 'hand' }), on('03-20', { type: 'opinion', question: 'q', opinion: 'consents' })];
  const one = branchOf(follow(...events)).deadlines.find(({ id }) => id === 'reply')!;
  assert.ok(one.stands === 'running');
  assert.deepEqual([one.from, one.trigger, one.article, one.binds, one.calendarVersion], ['2026-03-02', 'receipt', '《政府信息公开条例》第三十三条', 'agency', calendar.version]);
  assert.deepEqual(one.policies, CLOCK_POLICIES);
  assert.deepEqual([one.trail.length, one.trail.filter(({ reason }) => reason === 'third-party').length, one.trail.filter(({ counted }) => counted).length], [42, 9, 20]);
});

test('outside the calendar a date is provisional, and a new notice says what moved (T26)', () => {
  const events = atCounter('12-04');
  const announced = createCalendar([year2025, year2026, { year: 2027, notice: '国办发明电〔2026〕号', off: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'], work: [] }]);
  assert.deepEqual(movedDeadlines(events, setting, { calendarOf: () => announced }), [{
    branch: 'main', deadline: 'reply',
    before: { due: '2027-01-04', provisional: true, calendarVersion: calendar.version }, after: { due: '2027-01-05', provisional: false, calendarVersion: announced.version },
  }]);
  assert.deepEqual(movedDeadlines(events, setting, setting), []);
  const ended = [...events, on('12-08', { type: 'withdraw' })];
  assert.deepEqual(movedDeadlines(ended, setting, { calendarOf: () => announced }), [], 'what has ended stays as it was judged');
});

test('each agency counts with the days of its own region', () => {
  const guangxi = createCalendar([year2025, year2026], [{ region: '广西', notice: '桂政办', off: ['2026-04-20', '2026-04-21'], work: [] }]);
  const events = [...atCounter('04-01'), on('04-07', { type: 'transfer', to: 'nanning', into: 'b' })];
  const state = stateOf(events, { calendarOf: (agency) => (agency === 'nanning' ? guangxi : calendar) });
  assert.deepEqual([dues(branchOf(state, 'b')).reply, dues(branchOf(stateOf(events, setting), 'b')).reply], ['2026-05-11', '2026-05-08']);
});

test('every phase can be reached, and nothing leads out of the last ones', () => {
  const commands = Object.keys(REQUEST) as RequestCommand[];
  const reached = new Set<RequestPhase>(['submitted', 'received']);
  for (const phase of reached) for (const command of commands) reached.add(REQUEST[command].moves[phase] ?? phase);
  assert.deepEqual([...reached].sort(), [...REQUEST_PHASES].sort());
  for (const end of ['transferred', 'split'] as const) assert.deepEqual(commands.filter((command) => REQUEST[command].moves[end] !== undefined), []);
});

test('what cannot follow is ignored, and named', () => {
  const { branches, ignored } = recordOf([on('03-09', { type: 'pay' }), ...atCounter('03-09'), on('03-10', { type: 'pay' }), { ...on('03-10', { type: 'withdraw' }), on: '1826-03-10' }]);
  assert.deepEqual(ignored, [{ index: 0, code: 'branch' }, { index: 3, code: 'state' }, { index: 4, code: 'day' }]);
  assert.deepEqual(branches.map(({ phase }) => phase), ['processing']);
  assert.ok(ignored.every(({ code }) => MISFITS.includes(code)));
});

test('docs/requests.md is what the tables say', () => {
  assert.equal(readFileSync(requestsPath, 'utf8'), requests(), 'run node --conditions=source packages/rules/scripts/make-requests.ts');
});
