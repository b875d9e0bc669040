import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer, Operations, Posting, PostingSummary, Problem, Round } from '@sunlit/contract';
import fc from 'fast-check';
import { publish } from '../disclosures/publication.ts';
import { content, onEachEngine } from '../fixture.ts';
import { EXPLAINED, boardRoom, written } from './desk.ts';

type Held = Answer<Operations['topics.settings']>;
type Page = Answer<Operations['board.list']>;

onEachEngine('the board', (open) => {
  test('as officers work it', async (t) => {
    const room = await boardRoom(open);
    const supervisor = await room.person('supervisor', 'qinghe/supervisor', 'qinghe/administrator');
    const audit = async () => (await supervisor.do<{ items: { operation: string; subject?: string; outcome: string }[] }>('GET', '/v1/audit?limit=100')).items;
    const list = (query: string, by = room.officer) => by.do<Page>('GET', `/v1/board?${query}`);

    await t.test('a step with a version that is no more answers the present posting, and changes nothing', async () => {
      const { id } = await room.opened();
      const response = await room.officer.call('POST', `/v1/board/${id}/claim`, { version: 1, promise: { workdays: 5 } });
      const { type, current } = (await response.json()) as Problem;
      assert.deepEqual([response.status, type, (current as Posting).version, (current as Posting).phase], [409, 'urn:sunlit:problem:changed-meanwhile', 2, 'open']);
      assert.equal((await room.get(id)).version, 2);
    });

    await t.test('of two who take the same step at once, one does', async () => {
      const { id, version } = await room.opened();
      const taken = await Promise.all([1, 2, 3, 4].map(() => room.officer.call('POST', `/v1/board/${id}/claim`, { version, promise: { workdays: 5 } })));
      assert.deepEqual(taken.map(({ status }) => status).sort(), [200, 409, 409, 409]);
      assert.equal((await room.get(id)).entries.filter(({ type }) => type === 'claim').length, 1);
    });

    await t.test('officers of another agency may not, and that goes on record; so does each reading of papers', async () => {
      const { id } = await room.file();
      for (const path of ['', '/papers', '/similar']) assert.deepEqual(await room.neighbour.refused('GET', `/v1/board/${id}${path}`), ['403 not-allowed']);
      assert.deepEqual(await room.neighbour.refused('POST', `/v1/board/${id}/review`, { version: 1 }), ['403 not-allowed']);
      assert.deepEqual(await supervisor.refused('GET', `/v1/board/${id}/papers`), ['403 not-allowed'], 'who supervises reads nothing that was not approved');
      assert.deepEqual((await room.get(id, supervisor)).may, []);
      assert.deepEqual((await room.get(id, room.liaison)).may, ['review', 'approve', 'return', 'merge']);
      await room.papers(id);
      const lines = (await audit()).filter(({ subject }) => subject === id).map(({ operation, outcome }) => `${operation} ${outcome}`);
      assert.deepEqual(lines.filter((line) => line.startsWith('board.papers')).sort(), ['board.papers done', 'board.papers refused', 'board.papers refused']);
      assert.ok(lines.includes('board.review refused') && lines.includes('board.create done'), lines.join());
    });

    await t.test('what cannot be is refused, naming the field, in three languages', async () => {
      const { id: unread } = await room.file();
      const { id } = await room.opened();
      const elsewhere = await room.file({ agencyId: 'dongshan-water' }, room.neighbour);
      await room.take(elsewhere.id, 'approve', { title: '东山' }, room.neighbour);
      const words = { title: '题', text: '文' };
      assert.deepEqual(await room.refused(unread, 'approve', { ...words, title: '　' }), ['400 invalid-input', '/body/title minLength']);
      assert.deepEqual(await room.refused(unread, 'approve', { ...words, text: '身份证 11010519491231002X' }), ['400 invalid-input', '/body/text personal']);
      assert.deepEqual(await room.refused(unread, 'approve', { ...words, categoryId: 'dongshan.roads' }), ['400 invalid-input', '/body/categoryId unknown-category'].map((part) => part.replace('unknown', 'foreign')));
      assert.deepEqual(await room.refused(unread, 'approve', { ...words, round: unread }), ['400 invalid-input', '/body/round unknown-round']);
      assert.deepEqual(await room.refused(unread, 'approve', { ...words, title: '题\u202e' }), ['400 invalid-input', '/body/title pattern']);
      assert.deepEqual(await room.refused(unread, 'return', { reason: 'unclear', words: '不清楚', agencyId: 'nowhere' }), ['400 invalid-input', '/body/agencyId unknown-agency']);
      assert.deepEqual(await room.refused(unread, 'claim', { promise: { workdays: 5 } }), ['409 not-possible', 'state']);
      assert.deepEqual(await room.refused(id, 'assign', { agencyId: 'dongshan-water', handler: room.officer.id }), ['400 invalid-input', '/body/handler unknown-handler']);
      assert.deepEqual(await room.refused(id, 'claim', { promise: { on: '2026-02-30' } }), ['400 invalid-input', '/body/promise/on day']);
      assert.deepEqual(await room.refused(id, 'claim', { promise: { on: '2026-03-08' } }), ['409 not-possible', '/body/promise promise-past']);
      assert.deepEqual(await room.refused(id, 'claim', { promise: { round: id } }), ['400 invalid-input', '/body/promise/round unknown-round']);
      assert.deepEqual(await room.refused(id, 'merge', { into: id }), ['409 not-possible', '/body/into merged-into-itself']);
      assert.deepEqual(await room.refused(id, 'merge', { into: unread }), ['409 not-possible', '/body/into not-public']);
      assert.deepEqual(await room.refused(id, 'merge', { into: elsewhere.id }), ['409 not-possible', '/body/into other-board']);
      await room.take(id, 'claim', { promise: { workdays: 5 } });
      const answer = { ...EXPLAINED, disclosures: [unread], text: ' ', promise: { text: '补齐', due: '2026-02-30' }, files: [{ name: 'a.txt', mediaType: 'text/plain', size: 4, sha256: '0'.repeat(64) }] };
      assert.deepEqual(await room.refused(id, 'answer', { answer }), [
        '400 invalid-input', '/body/answer/text minLength', '/body/answer/promise/due day', '/body/answer/disclosures/0 unknown-disclosure', '/body/answer/files/0/sha256 file-missing',
      ]);
      assert.equal((await room.get(id)).phase, 'claimed');
      assert.deepEqual(await room.officer.refused('POST', '/v1/board', { ...written({ purpose: 'correct' }), channel: 'card' }), ['400 invalid-input', '/body/disclosureId required']);
      assert.deepEqual(await room.officer.refused('POST', '/v1/board', { ...written(), channel: 'card', on: '2026-03-10' }), ['409 not-possible', '/body/on future']);
      assert.deepEqual(await room.officer.refused('POST', `/v1/board/${id}/notes`, { text: '　' }), ['400 invalid-input', '/body/text minLength']);
      const details = await Promise.all(['zh-CN', 'zh-Hant', 'en'].map(async (language) => {
        const response = await room.officer.call('POST', `/v1/board/${id}/merge`, { version: (await room.get(id)).version, into: elsewhere.id }, { 'accept-language': language });
        return ((await response.json()) as Problem).errors?.[0]?.detail;
      }));
      assert.deepEqual(details, ['在另一机关的点题栏上', '在另一機關的點題欄上', 'stands on the board of another agency']);
    });

    await t.test('an answer whose last disclosure was withdrawn is not published', async () => {
      const { id: disclosure } = await publish(room.database, { content: content({ agencyId: 'qinghe-water' }), publishedOn: '2026-03-01' });
      const { id } = await room.answered({ outcome: 'already-public', disclosures: [disclosure] });
      const publisher = await room.person('publisher', 'qinghe-water/publisher');
      await publisher.do('POST', `/v1/disclosures/${disclosure}/withdraw`, { ground: '依据', decidedBy: '办公室' });
      assert.deepEqual(await room.refused(id, 'publish'), ['409 not-possible', 'answer-withdrawn']);
      assert.equal((await room.get(id)).phase, 'answered');
    });

    await t.test('a file of an answer was uploaded before, by whoever the topic is with', async () => {
      const sent = await room.officer.call('POST', '/v1/files?agency=qinghe-water&purpose=attachment&name=list.txt', { 名单: [] }, { 'content-type': 'application/octet-stream' });
      const { name, mediaType, size, sha256 } = (await sent.json()) as NonNullable<Posting['answer']>['files'][number];
      const { id } = await room.answered({ files: [{ name, mediaType, size, sha256 }] });
      assert.equal((await room.get(id)).answer?.files[0]?.name, 'list.txt');
    });

    await t.test('lists answer by what is due first, page by page, with filters', async () => {
      room.setDay('2026-03-16');
      const unread = await room.file({ title: '未读的题' });
      const review = await room.take((await room.file()).id, 'review');
      const late = await room.file({ on: '2026-03-02' });
      const waiting = await room.opened({ title: '待答复的题' });
      await room.take(waiting.id, 'claim', { promise: { workdays: 5 } });
      const { items } = await list('limit=100');
      const dues = items.map(({ next }) => next?.due ?? '9999');
      assert.deepEqual(dues, [...dues].sort());
      assert.equal(items[0]?.id, late.id);
      const pages: string[] = [];
      for (let cursor = ''; ; ) {
        const page = await list(`limit=3${cursor}`);
        pages.push(...page.items.map(({ id }) => id));
        if (page.next === undefined) break;
        cursor = `&cursor=${page.next}`;
      }
      assert.deepEqual(pages, items.map(({ id }) => id));
      const has = ({ id }: { id: string }, some: readonly PostingSummary[]) => some.some((one) => one.id === id);
      const unreads = (await list('state=unread&limit=100')).items;
      assert.ok(has(unread, unreads) && has(review, unreads) && has(late, unreads) && !has(waiting, unreads));
      assert.equal(unreads.find(({ id }) => id === unread.id)?.title, undefined, 'its words are in its papers alone');
      assert.deepEqual((await list('state=mine')).items.filter((one) => has(one, [review, waiting])).length, 2);
      assert.ok(has(late, (await list('state=late')).items) && !has(unread, (await list('state=late')).items));
      assert.ok(has(waiting, (await list('state=waiting&limit=100')).items));
      assert.deepEqual((await list(`q=${encodeURIComponent('待答复')}`)).items.map(({ id }) => id), [waiting.id]);
      assert.deepEqual((await list(`q=${encodeURIComponent('未读的')}`)).items, [], 'what is sealed is not searched');
      assert.deepEqual((await list(`q=${waiting.no}`)).items.map(({ id }) => id), [waiting.id]);
      assert.deepEqual((await list('q=%25')).items, []);
      assert.deepEqual((await list('phase=review')).items.map(({ id }) => id), [review.id]);
      await room.take(review.id, 'return', { reason: 'unclear', words: '请写清楚' });
      assert.equal((await list('state=ended&limit=1')).items[0]?.id, review.id);
      assert.ok(!has(waiting, (await list('', room.neighbour)).items));
      assert.ok(has(waiting, (await list('agency=qinghe-water&limit=100', supervisor)).items));
      assert.deepEqual((await list('agency=dongshan', room.officer)).items, []);
    });

    await t.test('unread postings of the same board are compared too', async () => {
      const title = '村道养护的经费从哪里来';
      const [first, second] = [await room.file({ title, text: undefined }), await room.file({ title: '村道养护经费哪里来', text: undefined })];
      const { topics, unread } = await room.officer.do<Answer<Operations['board.similar']>>('GET', `/v1/board/${first.id}/similar`);
      assert.deepEqual([topics, unread.map(({ id }) => id)], [[], [second.id]]);
    });

    await t.test('a posting is like what its title alone is like, whatever else its text says', async () => {
      const known = await room.opened({ title: '公开农田水渠清淤的工钱', text: undefined });
      const { id } = await room.file({ title: '水渠清淤工钱是怎么付的', text: '想看清淤工钱的明细。' });
      const { topics } = await room.officer.do<Answer<Operations['board.similar']>>('GET', `/v1/board/${id}/similar`);
      assert.equal(topics[0]?.id, known.id);
    });

    await t.test('marks what looks personal for whoever reads first, and which way the words point to', async () => {
      const { id } = await room.file({ title: '楼道堆物', text: '本人住滨河路12号3栋501室，电话13800138000，我要举报。' });
      const { marks, ways, written: papers } = await room.papers(id);
      assert.deepEqual(marks.text.map(({ kind, start, end }) => [kind, papers?.text?.slice(start, end)]).filter(([kind]) => kind === 'phone'), [['phone', '13800138000']]);
      assert.ok(ways.some(({ way }) => way === 'complaint'));
    });

    await t.test('settings are held by version, and name what nobody could choose', async () => {
      const path = '/v1/agencies/qinghe-water/topic-settings';
      const held = await supervisor.do<Held>('GET', path);
      const change = (version: string, changed: object) => ({ version, settings: { ...held.settings, ...changed } });
      assert.deepEqual(await room.officer.refused('GET', path), ['403 not-allowed']);
      assert.deepEqual(await supervisor.refused('PUT', path, change(held.version, { categories: ['A20_15', 'nothing', 'dongshan.roads'] })), ['400 invalid-input', '/body/settings/categories/1 unknown-category', '/body/settings/categories/2 foreign-category']);
      const kept = await supervisor.do<Held>('PUT', path, change(held.version, { categories: ['A20_15'], answerWorkdays: 7 }));
      assert.equal(kept.settings.answerWorkdays, 7);
      const response = await supervisor.call('PUT', path, change(held.version, {}));
      assert.deepEqual([response.status, ((await response.json()) as { current: Held }).current], [409, kept]);
      assert.equal((await room.server.json<Answer<Operations['topics.board']>>('/v1/agencies/qinghe-water/board')).promise.answer, 7);
      await supervisor.do('PUT', path, change(kept.version, {}));
    });

    await t.test('sequences of steps made up at random are answered or refused, and never fail the server', async () => {
      const { id } = await room.file();
      const other = await room.opened();
      const commands = ['review', 'approve', 'return', 'decline', 'assign', 'claim', 'postpone', 'answer', 'publish', 'reopen', 'merge', 'unmerge', 'keep'] as const;
      const stated = {
        review: {}, approve: { title: '题' }, return: { reason: 'other', words: '不收' }, decline: { reason: 'other', words: '不答' }, assign: { agencyId: 'qinghe-tax' }, claim: { promise: { workdays: 3 } },
        postpone: { promise: { workdays: 30 }, words: '推迟' }, answer: { answer: EXPLAINED }, publish: {}, reopen: { words: '再答' }, merge: { into: other.id }, unmerge: {}, keep: { result: '兑现' },
      };
      await fc.assert(fc.asyncProperty(fc.constantFrom(...commands), async (command) => {
        const { version, may } = await room.get(id);
        const response = await room.officer.call('POST', `/v1/board/${id}/${command}`, { version, ...stated[command] });
        assert.ok(response.status === 200 || response.status === 409, `${command}: ${response.status} ${await response.text()}`);
        if (response.status === 200) assert.ok(may.includes(command), `${command} was not offered`);
      }), { numRuns: 60 });
    });
  });

  test('rounds are planned, moved later, and never collect two at once', async (t) => {
    const room = await boardRoom(open);
    const plan = (changed: object) => room.officer.refused('POST', '/v1/rounds', { agencyId: 'qinghe-water', title: '又一轮', opensOn: '2026-04-01', closesOn: '2026-04-10', answerBy: { workdays: 5 }, ...changed });

    await t.test('of which days make no sense nothing is kept', async () => {
      assert.deepEqual(await plan({ opensOn: '2026-02-30' }), ['400 invalid-input', '/body/opensOn day']);
      assert.deepEqual(await plan({ opensOn: '2026-03-06' }), ['400 invalid-input', '/body/opensOn day-past']);
      assert.deepEqual(await plan({ closesOn: '2026-03-31' }), ['400 invalid-input', '/body/closesOn before-opening']);
      assert.deepEqual(await plan({ answerBy: { on: '2026-04-10' } }), ['400 invalid-input', '/body/answerBy/on before-closing']);
      assert.deepEqual(await plan({ agencyId: 'dongshan-water' }), ['403 not-allowed']);
      assert.deepEqual((await room.server.json<{ items: Round[] }>('/v1/rounds?agency=qinghe-water')).items, []);
    });

    await t.test('many at once make one', async () => {
      const made = await Promise.all(Array.from({ length: 8 }, (_, index) => room.officer.call('POST', '/v1/rounds', {
        agencyId: 'qinghe-water', title: `第${index}轮`, opensOn: `2026-03-1${index}`, closesOn: '2026-03-20', answerBy: { workdays: 5 },
      })));
      assert.deepEqual(made.map(({ status }) => status).sort(), [200, 409, 409, 409, 409, 409, 409, 409]);
      assert.equal((await room.server.json<{ items: Round[] }>('/v1/rounds?agency=qinghe-water')).items.length, 1);
      assert.deepEqual(await plan({ opensOn: '2026-03-20' }), ['409 not-possible', '/body/opensOn round-overlaps']);
      const neighbours = await room.neighbour.do<Round>('POST', '/v1/rounds', { agencyId: 'dongshan-water', title: '邻县', opensOn: '2026-03-20', closesOn: '2026-03-27', answerBy: { on: '2026-04-17' } });
      assert.deepEqual([neighbours.state, neighbours.answerBy], ['planned', { due: '2026-04-17', provisional: false }]);
    });

    await t.test('one that collects can only end later, and one that has closed is only reported', async () => {
      room.setDay('2026-05-06');
      const round = await room.officer.do<Round>('POST', '/v1/rounds', { agencyId: 'qinghe-water', title: '五月', opensOn: '2026-05-11', closesOn: '2026-05-15', answerBy: { workdays: 5 } });
      const planned = { title: '五月第一轮', opensOn: '2026-05-07', closesOn: '2026-05-15', answerBy: { workdays: 5 } };
      const save = (version: number, changed: object) => room.officer.refused('PUT', `/v1/rounds/${round.id}`, { version, ...planned, ...changed });
      assert.equal((await room.officer.do<Round>('PUT', `/v1/rounds/${round.id}`, { version: 1, ...planned })).opensOn, '2026-05-07');
      const stale = await room.officer.call('PUT', `/v1/rounds/${round.id}`, { version: 1, ...planned });
      assert.deepEqual([stale.status, ((await stale.json()) as { current: Round }).current.version], [409, 2]);
      room.setDay('2026-05-08');
      assert.deepEqual(await save(2, { title: '改名', closesOn: '2026-05-14', answerBy: { workdays: 9 } }), ['409 not-possible', '/body/title round-begun', '/body/closesOn round-begun', '/body/answerBy round-begun']);
      const later = await room.officer.do<Round>('PUT', `/v1/rounds/${round.id}`, { version: 2, ...planned, closesOn: '2026-05-20' });
      assert.deepEqual([later.closesOn, later.answerBy.due, later.state, later.left], ['2026-05-20', '2026-05-27', 'open', 9]);
      assert.deepEqual(await room.officer.refused('POST', `/v1/rounds/${round.id}/report`, { version: 3, text: '报告' }), ['409 not-possible', 'round-open']);
      room.setDay('2026-05-21');
      assert.deepEqual(await save(3, { closesOn: '2026-05-29' }), ['409 not-possible', 'round-closed']);
      assert.deepEqual(await room.officer.refused('POST', `/v1/rounds/${round.id}/report`, { version: 2, text: '报告' }), ['409 changed-meanwhile']);
      assert.deepEqual(await room.officer.refused('POST', `/v1/rounds/${round.id}/report`, { version: 3, text: ' \n' }), ['400 invalid-input', '/body/text minLength']);
      assert.equal((await room.officer.do<Round>('POST', `/v1/rounds/${round.id}/report`, { version: 3, text: '报告' })).state, 'reported');
    });
  });
});
