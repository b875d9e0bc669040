import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer, AnnualDraft, Case, Draft, LateItem, Operations, SupervisionUrging } from '@sunlit/contract';
import { ulid } from 'ulid';
import { desk, type Desk } from '../cases/desk.ts';
import { amend, publish } from '../disclosures/publication.ts';
import { complete, passed } from '../drafts/office.ts';
import { content, onEachEngine } from '../fixture.ts';
import { annualDraft } from '../statistics/annual.ts';
import { reportDay } from './subjects.ts';
import { sweepBreaches } from './sweep.ts';

type Late = Answer<Operations['supervision.list']>;
type Register = Answer<Operations['supervision.breaches']>;
type Lights = Answer<Operations['supervision.tree']>;

const said = ({ type, title, due, light, left }: LateItem) => `${type} ${title} ${due} ${light} ${String(left)}`;
const kept = ({ type, title, due, lateOn, doneOn = 'open', days }: Register['items'][number]) => `${type} ${title} ${due} ${lateOn} ${doneOn} ${String(days)}`;

onEachEngine('supervision', (open) => {
  async function room() {
    const desks = await desk(open);
    const supervisor = await desks.person('supervisor', 'qinghe/supervisor');
    const sweep = () => sweepBreaches(desks.requests, (item, error) => {
      throw new Error(JSON.stringify(item), { cause: error });
    });
    return {
      ...desks, supervisor, sweep,
      /** Without the reports of years, of which nobody here closes any. */
      late: async (query: string, by = supervisor) => (await by.do<Late>('GET', `/v1/supervision?${query}`)).items.filter(({ type }) => type !== 'report'),
      register: async (query: string, by = supervisor) => (await by.do<Register>('GET', `/v1/supervision/breaches?${query}`)).items.filter(({ type }) => type !== 'report'),
    };
  }
  const formed = (day: string, title = '采砂通知') => ({ content: complete({ formedOn: day, title }) });
  async function writers(of: Pick<Desk, 'person'>) {
    return { writer: await of.person('writer', 'qinghe-water/editor'), reviewer: await of.person('reviewer', 'qinghe-water/reviewer'), publisher: await of.person('publisher', 'qinghe-water/publisher') };
  }

  test('a light is amber within three workdays of the last day and red from the day after, and on no longer than it is late', async () => {
    const { file, take, late, setDay, supervisor } = await room();
    setDay('2026-03-09');
    const { id, receipt } = await file();
    await take(id, 'register');
    // T01: twenty workdays from 9 March end on 7 April; the 4th to the 6th are off.
    for (const [day, light] of [['2026-03-31', []], ['2026-04-01', ['amber 3']], ['2026-04-07', ['amber 0']], ['2026-04-08', ['red -1']]] as const) {
      setDay(day);
      assert.deepEqual((await late('agency=qinghe')).map(({ light: on, left }) => `${on} ${String(left)}`), light, day);
    }
    const [item] = await late('agency=qinghe-water&light=red&type=request');
    assert.deepEqual([item && said(item), item?.id], [`request ${receipt.receiptNo} 2026-04-07 red -1`, id], 'called by its number, not by what is asked');
    assert.deepEqual([await late('agency=qinghe&light=amber'), await late('agency=dongshan')], [[], []]);
    assert.deepEqual(await supervisor.refused('GET', '/v1/supervision?agency=province'), ['403 not-allowed']);
    await take(id, 'decide', { reply: { outcome: 'granted', remedy: 'either' } });
    await take(id, 'serve', { way: 'hand' });
    assert.deepEqual(await late('agency=qinghe'), []);
  });

  test('drafts, issues, stages, topics, ratings and reports are told, the first to end first, page by page', async () => {
    const { database, person, late, setDay, supervisor, sweep } = await room();
    const { writer } = await writers({ person });
    setDay('2026-03-09');
    await writer.create(formed('2026-03-06'));
    await publish(database, { content: content({ title: '季报', openTerm: { term: 'periodic', every: 'month' } }), publishedOn: '2026-03-01' });
    await publish(database, { content: content({ title: '工程', openTerm: { term: 'staged', nextOn: '2026-03-20' } }), publishedOn: '2026-03-01' });
    const topicOfficer = await person('topics', 'qinghe-water/topic-officer');
    await topicOfficer.do('POST', '/v1/board', { agencyId: 'qinghe-water', purpose: 'ask', title: '修桥', channel: 'card' });
    const { no } = await database.read.selectFrom('agency').select('no').where('id', '=', 'qinghe-water').executeTakeFirstOrThrow();
    const rating = await database.write.insertInto('rating').values({
      id: ulid(), agency_no: no, type: 'window', subject_key: '一号窗口', device: 'd', day: '2026-03-09', unique_day: '2026-03-09', level: 'dissatisfied', reasons: '[]', written: null, key_id: null, wrapped_key: null, at: '2026-03-09T01:00:00.000Z',
    }).returning('no').executeTakeFirstOrThrow();
    await database.write.insertInto('rating_task').values({ id: ulid(), rating_no: rating.no, agency_no: no, from_on: '2026-03-09', due_on: '2026-03-30', workdays: 15, recounts: null, result: null, done_on: null, person_id: null, person_name: null, person_post: null, version: 1 }).execute();
    setDay('2026-04-09');
    const all = (await late('agency=qinghe')).map(said);
    assert.equal(all.length, 5, all.join('\n'));
    assert.deepEqual(all.map((one) => one.split(' ').slice(0, 3).join(' ')).filter((one) => !one.startsWith('topic')), ['period 工程 2026-03-20', 'rating 一号窗口 2026-03-30', 'period 季报 2026-04-01', 'draft 采砂通知 2026-04-03']);
    assert.match(all.find((one) => one.startsWith('topic')) ?? '', /^topic \d{8}-\S+ /, 'nobody has approved its words, so it is called by its number');
    const whole = await supervisor.do<Late>('GET', '/v1/supervision?agency=qinghe&limit=100');
    const paged: string[] = [];
    for (let next: string | undefined = ''; next !== undefined; ) {
      const page: Late = await supervisor.do<Late>('GET', `/v1/supervision?agency=qinghe&limit=2${next && `&cursor=${next}`}`);
      paged.push(...page.items.map(said));
      next = page.next;
    }
    assert.deepEqual(paged, whole.items.map(said));
    // Six departments and two governments of the city have closed no figures; villages report by other rules.
    const reports = whole.items.filter(({ type }) => type === 'report');
    assert.deepEqual([...new Set(reports.map(({ id, due, light }) => `${id} ${due} ${light}`))].sort(), ['2025 2026-01-31 red', '2025 2026-03-31 red']);
    assert.ok(!reports.some(({ agency }) => agency.id === 'liuhe-tuanjie'));
    await sweep();
    const { whole: lights, byType, below } = await supervisor.do<Lights>('GET', '/v1/supervision/tree?agency=qinghe');
    assert.deepEqual([lights.red, lights.breaches, lights.amber, lights.urgings], [whole.items.length, whole.items.length, 0, 0]);
    assert.equal(byType.reduce((sum, { red }) => sum + red, 0), lights.red);
    assert.deepEqual(below.map(({ agency }) => `${agency.id} ${String(agency.below)}`), ['qinghe-water false', 'qinghe-tax false', 'dongshan true']);
    assert.equal(below.find(({ agency }) => agency.id === 'qinghe-water')?.lights.red, 6);
  });

  test('a report is due when the figures say, and on no more once they are closed', async () => {
    const { database, person, setDay, supervisor, sweep } = await room();
    for (const { id, kind, level } of await database.read.selectFrom('agency').select(['id', 'kind', 'level']).execute()) assert.equal((await annualDraft(database.read, { id, year: 2025 })).due, reportDay({ kind, level }, 2025), id);
    const keeper = await person('keeper', 'qinghe-water/publisher');
    setDay('2026-01-29');
    const reports = async () => (await supervisor.do<Late>('GET', '/v1/supervision?agency=qinghe-water&type=report')).items.map(said);
    assert.deepEqual(await reports(), ['report 2025年政府信息公开工作年度报告 2026-01-31 amber 1']);
    setDay('2026-02-02');
    await sweep();
    assert.deepEqual((await reports()).length, 1);
    await keeper.do<AnnualDraft>('POST', '/v1/agencies/qinghe-water/statistics/2025/versions', { version: 0 });
    assert.deepEqual(await reports(), []);
    await sweep();
    const { items } = await supervisor.do<Register>('GET', '/v1/supervision/breaches?agency=qinghe-water&type=report');
    assert.deepEqual(items.map(kept), ['report 2025年政府信息公开工作年度报告 2026-01-31 2026-02-01 2026-02-02 1']);
    // One that nobody closes is late in the years after, too.
    setDay('2027-05-10');
    assert.deepEqual((await supervisor.do<Late>('GET', '/v1/supervision?agency=qinghe-tax&type=report')).items.map(({ id }) => id), ['2025', '2026']);
  });

  test('what was late is written down once, with when it was over, and nothing takes it out', async () => {
    const { database, person, register, setDay, sweep } = await room();
    const { writer, reviewer, publisher } = await writers({ person });
    setDay('2026-03-09');
    const draft = await writer.create(formed('2026-03-06'));
    setDay('2026-04-08');
    await sweep();
    await sweep();
    assert.deepEqual((await register('agency=qinghe')).map(kept), ['draft 采砂通知 2026-04-03 2026-04-04 open 2']);
    await publisher.step(await reviewer.step(await writer.step(draft, 'submit'), 'approve', passed), 'publish');
    setDay('2026-04-20');
    await sweep();
    await sweep();
    assert.deepEqual((await register('agency=qinghe&state=done&type=draft&year=2026')).map(kept), ['draft 采砂通知 2026-04-03 2026-04-04 2026-04-08 2']);
    assert.deepEqual([await register('agency=qinghe&state=open'), await register('agency=qinghe&year=2025'), await register('agency=dongshan')], [[], [], []]);
    await assert.rejects(database.write.deleteFrom('breach').execute(), /only appended/);
    await assert.rejects(database.write.updateTable('breach').set({ due_on: '2026-05-01' }).execute(), /only appended/);
    await assert.rejects(database.write.updateTable('breach').set({ done_on: null }).execute(), /only appended/);
  });

  test('what began and ended late while no sweep ran is found', async () => {
    const { database, person, file, take, register, setDay, sweep } = await room();
    const { writer, reviewer, publisher } = await writers({ person });
    setDay('2026-03-09');
    await sweep();
    const { id, receipt } = await file();
    await take(id, 'register');
    const intime = await file();
    await take(intime.id, 'register');
    await take(intime.id, 'decide', { reply: { outcome: 'granted', remedy: 'either' } });
    await take(intime.id, 'serve', { way: 'hand' });
    const draft = await writer.create(formed('2026-03-06'));
    const punctual = await writer.create(formed('2026-03-06', '准时'));
    await publisher.step(await reviewer.step(await writer.step(punctual, 'submit'), 'approve', passed), 'publish');
    await publish(database, { content: content({ title: '月报', openTerm: { term: 'periodic', every: 'month' } }), publishedOn: '2026-03-09' });
    const staged = await publish(database, { content: content({ title: '工程', openTerm: { term: 'staged', nextOn: '2026-03-20' } }), publishedOn: '2026-03-01' });
    setDay('2026-04-15');
    await publisher.step(await reviewer.step(await writer.step(draft, 'submit'), 'approve', passed), 'publish');
    await take(id, 'decide', { reply: { outcome: 'granted', remedy: 'either' } });
    await take(id, 'serve', { way: 'hand' });
    await publish(database, { content: content({ title: '月报', openTerm: { term: 'periodic', every: 'month' } }), publishedOn: '2026-04-13' });
    await amend(database, staged.id, { content: content({ title: '工程', openTerm: { term: 'staged' } }), on: '2026-04-14', reason: '完工' });
    await sweep();
    await sweep();
    assert.deepEqual((await register('agency=qinghe')).map(kept).sort(), [
      'draft 采砂通知 2026-04-03 2026-04-04 2026-04-15 7',
      'period 工程 2026-03-20 2026-03-21 2026-04-14 16',
      'period 月报 2026-04-09 2026-04-10 2026-04-13 2',
      `request ${receipt.receiptNo} 2026-04-07 2026-04-08 2026-04-15 6`,
    ]);
  });

  test('a request is late by the last day that holds: not when it was extended in time, and still when others are waited for afterwards', async () => {
    const { file, take, late, register, setDay, sweep, passTo } = await room();
    setDay('2026-03-09');
    const extended = await file();
    await take(extended.id, 'register');
    const late1 = await file();
    await take(late1.id, 'register');
    setDay('2026-04-07');
    await take(extended.id, 'extend', { workdays: 5, reason: '档案较多', approvedBy: '主任' });
    await passTo('2026-04-08');
    await sweep();
    assert.deepEqual((await register('agency=qinghe')).map(({ id, lateOn }) => [id, lateOn]), [[late1.id, '2026-04-08']]);
    // Others are waited for, and the case is late as before.
    await take(late1.id, 'consult', { party: 'third-party', name: '某企业', about: '方案', way: 'hand' });
    assert.deepEqual((await late('agency=qinghe&light=red')).map(({ id, due }) => [id, due]), [[late1.id, '2026-04-07']]);
    await sweep();
    assert.deepEqual((await register('agency=qinghe')).map(({ doneOn }) => doneOn), [undefined]);
  });

  test('a supervisor urges, the agency answers once; of a request both stand in its record, wherever they are said', async () => {
    const { database, person, file, take, act, get, officer, supervisor, setDay, passTo, late } = await room();
    const { writer, publisher } = await writers({ person });
    setDay('2026-03-09');
    const draft = await writer.create(formed('2026-03-06'));
    const filed = await file();
    const { id } = filed;
    const body = (type: string, of: string) => ({ agencyId: 'qinghe-water', type, id: of, words: '请尽快办理', answerBy: '2026-04-10' });
    const urge = (type: string, of: string) => supervisor.do<LateItem>('POST', '/v1/supervision/urgings', body(type, of));
    assert.deepEqual(await supervisor.refused('POST', '/v1/supervision/urgings', body('draft', draft.id)), ['409 not-possible', '/body/id not-lit']);
    await take(id, 'register');
    setDay('2026-04-07');
    assert.deepEqual(await supervisor.refused('POST', '/v1/supervision/urgings', { ...body('draft', draft.id), answerBy: '2026-04-06' }), ['400 invalid-input', '/body/answerBy day-past']);
    assert.deepEqual(await supervisor.refused('POST', '/v1/supervision/urgings', { ...body('draft', draft.id), words: ' ' }), ['400 invalid-input', '/body/words minLength']);
    assert.deepEqual(await supervisor.refused('POST', '/v1/supervision/urgings', { ...body('draft', draft.id), agencyId: 'qinghe-tax' }), ['409 not-possible', '/body/id not-lit'], 'not of that agency');
    assert.deepEqual(await publisher.refused('POST', '/v1/supervision/urgings', body('draft', draft.id)), ['403 not-allowed']);

    const { urgings: [first] } = await urge('draft', draft.id);
    assert.deepEqual([first?.words, first?.by.name, first?.on, first?.answerBy, first?.answer, first?.late], ['请尽快办理', 'supervisor', '2026-04-07', '2026-04-10', undefined, false]);
    const answer = (of: SupervisionUrging | undefined) => `/v1/supervision/urgings/${of?.id ?? ''}/answer`;
    assert.deepEqual(await supervisor.refused('POST', answer(first), { words: '即办' }), ['403 not-allowed']);
    setDay('2026-04-13');
    const answered = await publisher.do<SupervisionUrging>('POST', answer(first), { words: '即办' });
    assert.deepEqual([answered.answer?.words, answered.answer?.by.name, answered.answer?.on, answered.late], ['即办', 'publisher', '2026-04-13', true]);
    assert.deepEqual(await publisher.refused('POST', answer(first), { words: '再说一次' }), ['409 not-possible', 'urging-answered']);

    setDay('2026-04-08');
    const { urgings: [second] } = await urge('request', id);
    const shown = await get(id);
    assert.deepEqual([shown.urged, shown.entries.at(-1)?.text, shown.entries.at(-1)?.person?.name], [true, '请尽快办理', 'supervisor']);
    await officer.do('POST', answer(second), { words: '本周答复' });
    assert.deepEqual([(await get(id)).urged, (await get(id)).entries.at(-1)?.text], [false, '本周答复']);
    await urge('request', id);
    await officer.do<Case>('POST', `/v1/cases/${id}/urgings/answer`, { text: '明日送达' });
    assert.deepEqual((await late('agency=qinghe&type=request')).flatMap(({ urgings }) => urgings.map((one) => one.answer?.words)), ['明日送达', '本周答复']);
    const rows = JSON.stringify(await database.read.selectFrom('urging').selectAll().execute());
    for (const words of ['请尽快办理', '即办', '明日送达']) assert.ok(!rows.includes(words), 'sealed');

    await act(filed, 'withdrawal', { branch: 'main' });
    await passTo('2031-04-30');
    const kept = await database.read.selectFrom('urging').select(['type', 'key_id', 'wrapped_key', 'words', 'answer']).orderBy('no').execute();
    const has = ({ type, key_id: key, wrapped_key: wrapped, words, answer }: (typeof kept)[number]) => `${type} ${[key, wrapped, words, answer].map((one) => one !== null).join(' ')}`;
    assert.deepEqual(kept.map(has), ['draft true true true true', 'request false false false false', 'request false false false false'], 'gone with what is personal of the request');
    assert.deepEqual(await officer.refused('POST', answer(second), { words: '再说一次' }), ['409 not-possible', 'urging-answered']);
  });

  test('the sheet counts each measure, leaves out what there is none of, and weighs by what was set', async () => {
    const { person, file, take, setDay, sweep, supervisor } = await room();
    const { writer, reviewer, publisher } = await writers({ person });
    setDay('2026-03-09');
    const through = async (draft: Draft) => publisher.step(await reviewer.step(await writer.step(draft, 'submit'), 'approve', passed), 'publish');
    await through(await writer.create(formed('2026-03-06', '准时')));
    const slow = await writer.create(formed('2026-03-06'));
    const [intime, late] = [await file(), await file()];
    for (const { id } of [intime, late]) await take(id, 'register');
    const reply = async (id: string) => {
      await take(id, 'decide', { reply: { outcome: 'granted', remedy: 'either' } });
      await take(id, 'serve', { way: 'hand' });
    };
    await reply(intime.id);
    setDay('2026-04-08');
    await supervisor.do('POST', '/v1/supervision/urgings', { agencyId: 'qinghe-water', type: 'draft', id: slow.id, words: '请办', answerBy: '2026-04-08' });
    const waiting = async () => (await supervisor.do<Answer<Operations['supervision.tree']>>('GET', '/v1/supervision/tree?agency=qinghe')).whole.urgings;
    assert.equal(await waiting(), 1);
    await through(slow);
    assert.equal(await waiting(), 0, 'about what is done there is nothing more to say');
    await reply(late.id);
    setDay('2026-04-09');
    await sweep();
    const path = '/v1/agencies/qinghe/assessment/2026';
    type Sheet = Answer<Operations['supervision.sheet']>;
    const sheet = await supervisor.do<Sheet>('GET', path);
    assert.deepEqual([sheet.version, sheet.set, Object.values(sheet.weights)], [0, undefined, [17, 17, 17, 17, 16, 16]]);
    const water = (of: Sheet) => of.below.find(({ agency }) => agency.id === 'qinghe-water');
    assert.deepEqual(water(sheet)?.scores.map(({ measure, n, of, score }) => `${measure} ${String(n)}/${String(of)} ${String(score)}`), [
      'publication 1/2 50', 'freshness 1/1 100', 'requests 1/2 50', 'topics 0/0 undefined', 'ratings 0/0 undefined', 'urgings 0/1 0',
    ]);
    assert.equal(water(sheet)?.total, 50.7, '(17 x 50 + 17 x 100 + 17 x 50 + 16 x 0) / 67');
    assert.deepEqual(sheet.below.find(({ agency }) => agency.id === 'dongshan')?.scores.find(({ measure }) => measure === 'freshness'), { measure: 'freshness', n: 0, of: 4, score: 0 }, 'with all below');
    const weights = { publication: 0, freshness: 0, requests: 100, topics: 0, ratings: 0, urgings: 0 };
    assert.deepEqual(await supervisor.refused('PUT', path, { version: 0, weights: { ...weights, topics: 1 } }), ['400 invalid-input', '/body/weights weights-sum']);
    const set = await supervisor.do<Sheet>('PUT', path, { version: 0, weights });
    assert.deepEqual([set.version, set.set?.by.name, water(set)?.total], [1, 'supervisor', 50]);
    assert.deepEqual(await supervisor.refused('PUT', path, { version: 0, weights }), ['409 changed-meanwhile']);
    assert.deepEqual(await publisher.refused('PUT', '/v1/agencies/qinghe-water/assessment/2026', { version: 0, weights }), ['403 not-allowed']);
  });
});
