import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Disclosure, Draft, DraftSummary, DueItem } from '@sunlit/contract';
import { writing } from '../database/database.ts';
import { publish } from '../disclosures/publication.ts';
import { listening, onEachEngine, type Server } from '../fixture.ts';
import { complete, office, passed, publishThrough, type Caller } from './office.ts';
import { recountDueDays } from './writing.ts';

const penalty = { act: 'penalty', decisionNo: '清水罚〔2026〕1号', party: '某公司', basis: '水法', decidedOn: '2026-03-02', authority: '清河市水利局', status: 'valid', cause: '未批先采', category: '罚款', result: '罚款一万元' };
const due = async (caller: Caller, query = '') => (await caller.do<{ items: DueItem[] }>('GET', `/v1/due${query}`)).items;
const brief = (items: readonly DueItem[]) => items.map(({ type, title, due: day, left }) => `${type} ${title} ${day} ${left}`);

onEachEngine('what is due', (open) => {
  test('drafts come by their own term, the most urgent first, page by page', async () => {
    const { person } = await office(open);
    const writer = await person('writer', 'qinghe/editor');
    const write = (title: string, more: object) => writer.create({ content: { ...complete({ title }), ...more } });
    await write('无日期', {});
    await write('一般', { formedOn: '2026-03-02' });
    await write('处罚', { kind: 'decision', fields: penalty });
    await write('预算', { kind: 'budget', fields: { type: 'budget', fiscalYear: 2026, approvedOn: '2026-02-10', tables: [] } });
    await write('撤销', { kind: 'decision', formedOn: '2026-03-06', fields: { ...penalty, status: 'revoked' } });
    const discarded = await write('放弃', { formedOn: '2026-01-05' });
    await writer.step(discarded, 'discard');
    assert.deepEqual(brief(await due(writer)), ['draft 预算 2026-03-02 -5', 'draft 处罚 2026-03-11 2', 'draft 撤销 2026-03-11 2', 'draft 一般 2026-03-30 15']);
    const [budget] = await due(writer);
    assert.deepEqual(budget?.type === 'draft' && budget.term, { length: 20, unit: 'calendar-days', from: '2026-02-10', article: '《预算法》第十四条', provisional: false });
    const order = ['预算', '处罚', '撤销', '一般', '无日期'];
    const paged = async (path: string) => {
      const found: { title: string }[] = [];
      for (let next: string | undefined = ''; next !== undefined; ) {
        const answer: { items: { title: string }[]; next?: string } = await writer.do('GET', `${path}limit=2${next && `&cursor=${next}`}`);
        found.push(...answer.items);
        next = answer.next;
      }
      return found.map(({ title }) => title);
    };
    assert.deepEqual(await paged('/v1/drafts?'), order);
    assert.deepEqual(await paged('/v1/due?'), order.slice(0, -1));
    assert.deepEqual(await paged('/v1/drafts?state=discarded&'), ['放弃']);
    assert.deepEqual(await writer.refused('GET', '/v1/drafts?agency=nowhere'), ['400 invalid-input', '/query/agency unknown-agency']);
    assert.deepEqual(await writer.refused('GET', '/v1/due?cursor=nonsense'), ['400 invalid-cursor', '/query/cursor cursor']);
    assert.deepEqual(brief(await due(writer, '?type=late')), []);
  });

  test('everyone sees what waits for them', async () => {
    const { person } = await office(open);
    const writer = await person('writer', 'qinghe-water/editor');
    const second = await person('second', 'qinghe-water/editor', 'qinghe-water/reviewer');
    const reviewer = await person('reviewer', 'qinghe/reviewer');
    const publisher = await person('publisher', 'qinghe-water/publisher');
    const waiting = async () => Promise.all([writer, second, reviewer, publisher].map(async (one) =>
      (await one.do<{ items: DraftSummary[] }>('GET', '/v1/drafts?waiting=true')).items.map(({ title }) => title).join()));
    let draft = await writer.create({ content: complete({ title: '稿' }) });
    assert.deepEqual(await waiting(), ['稿', '', '', '']);
    draft = await writer.step(draft, 'submit');
    assert.deepEqual(await waiting(), ['', '稿', '稿', '']);
    draft = await reviewer.step(draft, 'return', { note: '补充依据' });
    assert.deepEqual(await waiting(), ['稿', '', '', '']);
    draft = await second.do<Draft>('PUT', `/v1/drafts/${draft.id}`, { version: draft.version, content: complete({ title: '稿', summary: '补' }) });
    draft = await second.step(draft, 'submit');
    assert.deepEqual(await waiting(), ['', '', '稿', '']);
    draft = await reviewer.step(draft, 'approve', passed);
    assert.deepEqual(await waiting(), ['', '', '', '稿']);
    draft = await publisher.step(draft, 'schedule', { on: '2026-03-20' });
    assert.deepEqual(await waiting(), ['', '', '', '']);
    draft = await publisher.step(draft, 'schedule');
    assert.deepEqual(await waiting(), ['', '', '', '稿']);
  });

  test('a missed period, a stage, an exemption and a late publication are seen from above, and go when they are seen to', async () => {
    const room = await office(open);
    const { database, person } = room;
    const county = await person('county', 'dongshan/editor', 'dongshan/publisher');
    const reviewer = await person('reviewer', 'dongshan/reviewer');
    const above = await person('above', 'qinghe/supervisor');
    const aside = await person('aside', 'qinghe-water/supervisor');
    const village = (title: string, more: object = {}) => ({ ...complete({ agencyId: 'liuhe-tuanjie', title }), ...more });
    const every = (period: string) => ({ openTerm: { term: 'periodic', every: period } });
    await publish(database, { content: village('2025年第四季度账目', every('quarter')), publishedOn: '2025-10-20' });
    await publish(database, { content: village('2026年第一季度账目', every('quarter')), publishedOn: '2026-01-10' });
    await publish(database, { content: village('低保名单', every('month')), publishedOn: '2026-02-02' });
    await publish(database, { content: village('年度', every('year')), publishedOn: '2025-12-31' });
    const road = await publish(database, { content: village('修路', { openTerm: { term: 'staged', nextOn: '2026-03-13' } }), publishedOn: '2025-12-31' });
    const withheld = [{ what: '户主身份证号', ground: 'E15_THIRD', reason: '个人隐私', nextReviewOn: '2026-03-31' }];
    const late = await publishThrough(county, reviewer, county, { content: village('补公开', { formedOn: '2026-01-05' }), withheld });
    assert.deepEqual(brief(await due(above)), ['late 补公开 2026-02-02 -21', 'period 低保名单 2026-03-02 -5', 'stage 修路 2026-03-13 4', 'exemption 补公开 2026-03-31 16']);
    assert.deepEqual(brief(await due(above, '?agency=dongshan&type=stage')), ['stage 修路 2026-03-13 4']);
    assert.deepEqual([await due(above, '?agency=qinghe-water'), await due(aside), await due(aside, '?agency=dongshan')], [[], [], []]);
    const [first] = await due(above);
    assert.deepEqual(first?.type === 'late' && [first.publishedOn, first.term.from, first.term.length], ['2026-03-09', '2026-01-05', 20]);

    room.setDay('2026-04-13');
    assert.deepEqual(brief(await due(above, '?type=period')), ['period 低保名单 2026-03-02 -29', 'period 2026年第一季度账目 2026-04-10 -1']);
    await publish(database, { content: village('2026年第二季度账目', every('quarter')), publishedOn: '2026-04-13' });
    const relief = (await above.do<{ items: { id: string }[] }>('GET', `/v1/disclosures?q=${encodeURIComponent('低保名单')}`)).items[0]?.id;
    await publish(database, { content: { ...village('低保对象公示'), links: [{ type: 'supersedes', id: relief as string }] }, publishedOn: '2026-04-13' });
    assert.deepEqual(brief(await due(above, '?type=period')), []);

    // An amendment keeps what is withheld until it says otherwise; a stage goes with the next.
    const amend = async (id: string, content: object, more: object = {}) => {
      const draft = await county.create({ amends: id, content, reason: '更新', ...more });
      await county.step(await reviewer.step(await county.step(draft, 'submit'), 'approve', passed), 'publish');
      return draft;
    };
    const refused = await county.create({ amends: late.disclosureId, content: village('补公开'), reason: '更新' });
    assert.deepEqual([refused.withheld, refused.problems.map(({ pointer, code }) => `${pointer} ${code}`)], [withheld, ['/withheld/0/nextReviewOn review-day-past']]);
    await county.step(refused, 'discard');
    await amend(late.disclosureId as string, village('补公开'), { withheld: [{ ...withheld[0], nextReviewOn: '2026-05-11' }] });
    await amend(road.id, village('修路', { openTerm: { term: 'long-term' } }));
    assert.deepEqual(brief(await due(above)), ['late 补公开 2026-02-02 -21', 'exemption 补公开 2026-05-11 18']);
    // A year on, what was late is history; of what is withdrawn nothing else is to be seen to.
    await county.do('POST', `/v1/disclosures/${late.disclosureId as string}/withdraw`, { ground: '依据', decidedBy: '县政府办公室' });
    assert.deepEqual(brief(await due(above)), ['late 补公开 2026-02-02 -21']);
    room.setDay('2027-04-13');
    assert.deepEqual(brief(await due(above, '?type=late')), []);
  });

  test('a missed period is told to the public where the server is set to, until the next issue is there', async () => {
    const room = await office(open);
    const asked = await listening(room.database, { settings: { showMissed: true } });
    const quarter = (title: string, publishedOn: string) => publish(room.database, { content: { ...complete({ title }), openTerm: { term: 'periodic', every: 'quarter' } }, publishedOn });
    const { id } = await quarter('2026年第一季度账目', '2026-01-10');
    const told = async (server: Server) => {
      const { nextDueOn, nextMissed } = await server.json<Disclosure & { state: 'published' }>(`/v1/disclosures/${id}`);
      return [nextDueOn, nextMissed];
    };
    room.setDay('2026-04-10');
    assert.deepEqual(await told(asked), ['2026-04-10', undefined], 'on its last day it may still come');
    room.setDay('2026-04-11');
    assert.deepEqual([await told(asked), await told(room.server)], [['2026-04-10', true], ['2026-04-10', undefined]]);
    await quarter('2026年第二季度账目', '2026-04-13');
    assert.deepEqual(await told(asked), ['2026-04-10', undefined]);
  });

  test('a new notice of holidays moves the last days of open drafts', async () => {
    const { person, database } = await office(open);
    const writer = await person('writer', 'qinghe-water/editor');
    const draft = await writer.create({ content: complete({ formedOn: '2026-12-21' }) });
    assert.deepEqual([draft.dueOn, draft.term?.provisional], ['2027-01-19', true]);
    assert.deepEqual(await writing(database, recountDueDays), []);
    const year = { year: 2027, notice: '国办发明电〔2026〕9号', off: ['2027-01-01', '2027-01-11'], work: [] };
    await database.write.insertInto('calendar_year').values({ year: 2027, content: JSON.stringify(year) }).execute();
    assert.deepEqual((await writing(database, recountDueDays)).map(({ id }) => id), [draft.id]);
    const after = await writer.do<Draft>('GET', `/v1/drafts/${draft.id}`);
    assert.deepEqual([after.dueOn, after.term?.provisional, after.version], ['2027-01-20', false, 1]);
  });

  test('problems are told in the language of the caller, each at its place', async () => {
    const { person } = await office(open);
    const writer = await person('writer', 'qinghe-water/editor');
    const content = {
      ...complete({ kind: 'notice', categoryId: 'dongshan.roads' }), kind: 'decision', fields: { ...penalty, status: 'unknown', cause: undefined, decidedOn: '2026-02-30', extra: 1 },
      openTerm: { term: 'temporary' }, title: '',
    };
    const draft = await writer.create({ content });
    assert.deepEqual(draft.problems.map(({ pointer, code }) => `${pointer} ${code}`).sort(), [
      '/content/categoryId foreign-category', '/content/fields/cause required', '/content/fields/extra unknown-parameter', '/content/fields/status enum', '/content/openTerm/until required',
      '/content/title minLength', '/content/title pattern',
    ]);
    const inChinese = (await (await writer.call('GET', `/v1/drafts/${draft.id}`, undefined, { 'accept-language': 'zh-CN' })).json()) as Draft;
    assert.equal(inChinese.problems.find(({ pointer }) => pointer === '/content/openTerm/until')?.detail, '缺少“until”');
    for (const { detail } of inChinese.problems) assert.ok(!/[{}]|（\w+）/.test(detail), detail);
    const unknown = await writer.create({ content: { ...complete(), kind: 'decision', fields: { act: 'pardon' }, openTerm: {}, summary: 'a\u0000b', formedOn: '2026-02-30' } });
    assert.deepEqual(unknown.problems.map(({ pointer, code }) => `${pointer} ${code}`).sort(), ['/content/fields/act choice', '/content/openTerm/term required', '/content/summary pattern']);
    const impossible = await writer.create({ content: { ...complete(), kind: 'decision', fields: { ...penalty, decidedOn: '2026-02-30' }, openTerm: { term: 'temporary', until: '2026-02-31' } } });
    assert.deepEqual(impossible.problems.map(({ pointer, code }) => `${pointer} ${code}`).sort(), ['/content/fields/decidedOn day', '/content/openTerm/until day']);
  });
});
