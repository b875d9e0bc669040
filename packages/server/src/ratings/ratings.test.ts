import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer, Operations, Problem, RatingTask } from '@sunlit/contract';
import { boardRoom, type BoardRoom } from '../board/desk.ts';
import { publish } from '../disclosures/publication.ts';
import { content, onEachEngine } from '../fixture.ts';
import { backOffice, file, reasons } from '../requests/fixture.ts';
import { newDevice } from '../topics/fixture.ts';
import { sweepRatings } from './sweep.ts';

type Count = Answer<Operations['ratings.count']>;
const WINDOW = { type: 'window', agencyId: 'qinghe-water', window: '综合窗口' };

const tasks = async (room: BoardRoom, query = '', by = room.officer) => (await by.do<{ items: RatingTask[] }>('GET', `/v1/ratings/tasks${query}`)).items;
const count = (room: BoardRoom, query: string) => room.server.json<Count>(`/v1/ratings?${query}`);

onEachEngine('ratings', (open) => {
  test('of windows, disclosures, answers and requests', async (t) => {
    const room = await boardRoom(open);

    await t.test('count once a day for a device, what was said last', async () => {
      const token = newDevice();
      await room.rate(WINDOW, 'dissatisfied', { token });
      assert.equal((await room.rate({ ...WINDOW, window: ' 综合窗口　' }, 'satisfied', { token, reasons: ['speed', 'manner'] })).count.n, 1);
      const { n, levels } = (await room.rate(WINDOW, 'very-satisfied', { reasons: ['speed'] })).count;
      assert.deepEqual([n, levels.satisfied, levels['very-satisfied'], levels.dissatisfied], [2, 1, 1, 0]);
      room.setDay('2026-03-10');
      assert.equal((await room.rate(WINDOW, 'satisfied', { token })).count.n, 3, 'another day is another visit');
      assert.equal((await room.rate({ ...WINDOW, agencyId: 'dongshan-water' }, 'satisfied')).count.n, 1, 'a window of the same name elsewhere');
      const said = await count(room, 'agency=qinghe-water&window=综合窗口');
      assert.deepEqual([said.n, said.reasons], [3, [{ reason: 'speed', n: 2 }, { reason: 'manner', n: 1 }]]);
      assert.equal((await count(room, 'agency=qinghe&type=window')).n, 4, 'with all below it');
      assert.equal((await count(room, 'agency=qinghe&from=2026-03-10&to=2026-03-10')).n, 2);
    });

    await t.test('of a disclosure are about what is public', async () => {
      const { id } = await publish(room.database, { content: content({ agencyId: 'qinghe-water' }), publishedOn: '2026-03-01' });
      assert.equal((await room.rate({ type: 'disclosure', id }, 'satisfied')).count.n, 1);
      assert.equal((await count(room, `id=${id}`)).n, 1);
    });

    await t.test('are refused, naming what is wrong, in three languages', async () => {
      const waiting = await room.opened();
      const unread = await room.file();
      const table: [object, string, object, string][] = [
        [{ ...WINDOW, agencyId: 'nowhere' }, 'satisfied', {}, '400 invalid-input /body/subject/agencyId unknown-agency'],
        [{ ...WINDOW, window: '　' }, 'satisfied', {}, '400 invalid-input /body/subject/window minLength'],
        [{ type: 'disclosure', id: waiting.id }, 'satisfied', {}, '400 invalid-input /body/subject/id unknown-disclosure'],
        [{ type: 'answer', id: unread.id }, 'satisfied', {}, '400 invalid-input /body/subject/id unknown-topic'],
        [{ type: 'answer', id: waiting.id }, 'satisfied', {}, '409 not-possible /body/subject/id no-answer'],
        [WINDOW, 'satisfied', { reasons: ['speed', 'speed'] }, '400 invalid-input /body/reasons uniqueItems'],
        [WINDOW, 'satisfied', { words: 'a\u202eb' }, '400 invalid-input /body/words pattern'],
        [WINDOW, 'satisfied', { words: '好'.repeat(501) }, '400 invalid-input /body/words maxLength'],
        [WINDOW, 'satisfied', { token: 'x' }, '400 invalid-input /body/token pattern'],
      ];
      for (const [subject, level, more, expected] of table) {
        const response = await room.send('POST', '/v1/ratings', { subject, level, token: newDevice(), ...more, challenge: await room.solved() });
        assert.equal((await reasons(response)).join(' '), expected);
      }
      const body = JSON.stringify({ subject: { type: 'answer', id: waiting.id }, level: 'satisfied', token: newDevice(), challenge: await room.solved() });
      const details = await Promise.all(['zh-CN', 'zh-Hant', 'en'].map(async (language, index) => {
        const response = await fetch(`${room.server.url}/v1/ratings`, { method: 'POST', headers: { 'content-type': 'application/json', 'accept-language': language, 'idempotency-key': `in-language-${index}` }, body });
        return ((await response.json()) as Problem).errors?.[0]?.detail;
      }));
      assert.deepEqual(details, ['还没有公开的答复，不能评价', '還沒有公開的答覆，不能評價', 'there is no public answer yet that could be rated']);
      assert.deepEqual(await reasons(await room.send('POST', '/v1/ratings', { subject: WINDOW, level: 'satisfied', token: newDevice(), challenge: 'x' })), ['403 challenge-refused']);
      assert.deepEqual(await reasons(await room.send('GET', '/v1/ratings?window=x')), ['400 invalid-input', '/query/agency required']);
      assert.deepEqual(await reasons(await room.send('GET', '/v1/ratings?from=2026-02-30')), ['400 invalid-input', '/query/from day']);
    });

    await t.test('of an answer take a step of its topic, and begin anew with another answer', async () => {
      const { id } = await room.answered();
      const { version } = await room.take(id, 'publish');
      const subject = { type: 'answer', id };
      const token = newDevice();
      assert.deepEqual((await room.rate(subject, 'dissatisfied', { token })).followUp, { due: '2026-03-31', workdays: 15, provisional: false });
      room.setDay('2026-03-11');
      assert.equal((await room.rate(subject, 'fairly-satisfied', { token })).count.n, 1, 'ever, not each day');
      assert.equal((await room.rate(subject, 'satisfied')).count.n, 2);
      const rated = await room.get(id);
      assert.deepEqual([rated.phase, rated.version, rated.ratings.n, (await room.read(id)).ratings.n], ['rated', version + 1, 2, 2]);
      await room.take(id, 'reopen', { words: '答非所问' });
      await room.take(id, 'claim', { promise: { workdays: 5 } });
      await room.take(id, 'answer', { answer: { outcome: 'explained', text: '重新答复。', disclosures: [], files: [], post: '办公室' } });
      assert.deepEqual(await reasons(await room.send('POST', '/v1/ratings', { subject, level: 'satisfied', token, challenge: await room.solved() })), ['409 not-possible', '/body/subject/id no-answer']);
      const figures = async () => (await room.server.json<Answer<Operations['topics.figures']>>('/v1/topics/figures?agency=qinghe-water')).whole.ratings.n;
      const before = await figures();
      await room.take(id, 'publish');
      assert.equal((await room.get(id)).ratings.n, 0);
      const reopened = await room.read(id);
      assert.deepEqual([reopened.answer?.ratings, reopened.earlierAnswers.map(({ ratings }) => ratings?.n)], [undefined, [2]], 'how the first answer was rated stays to be read with it');
      assert.deepEqual([await figures(), (await count(room, 'type=answer&agency=qinghe-water')).n], [before - 2, before - 2], 'a topic counts by its last answer');
      assert.equal((await room.rate(subject, 'very-satisfied', { token })).count.n, 1);
      assert.equal((await count(room, `type=answer&id=${id}`)).n, 1);
    });

    await t.test('of a request come with its receipt, once its reply was served, and are nobody else’s to see', async () => {
      const applicant = await file(room.server);
      const { take } = backOffice(room.server, room.database);
      for (const type of ['receive', 'register'] as const) await take(applicant, { type });
      const said = { level: 'very-dissatisfied', words: '等了很久' };
      assert.deepEqual(await reasons(await applicant.call('POST', '/rating', said)), ['409 not-possible', 'not-served']);
      await take(applicant, { type: 'decide', reply: { outcome: 'granted', remedy: 'either' } });
      await take(applicant, { type: 'serve', way: 'electronic' });
      assert.deepEqual(await reasons(await applicant.call('POST', '/rating', said, { authorization: 'Receipt XXXX-XXXX-XXXX' })), ['401 receipt-refused']);
      const { id, followUp } = (await (await applicant.call('POST', '/rating', said)).json()) as Answer<Operations['ratings.request']>;
      assert.equal(followUp?.workdays, 15);
      assert.equal(((await (await applicant.call('POST', '/rating', { level: 'dissatisfied' })).json()) as { id: string }).id, id, 'said again, it replaces what was said');
      const [task] = (await tasks(room)).filter(({ subject }) => subject.type === 'request');
      assert.deepEqual([task?.subject.name, task?.level, task?.written], [applicant.receipt.receiptNo, 'dissatisfied', false]);
      assert.deepEqual([(await count(room, `type=request&agency=qinghe-water`)).n, (await count(room, `id=${task?.subject.id ?? ''}`)).n], [1, 0]);
    });

    await t.test('that are low are followed up, by what is due first, and each reading of words goes on record', async () => {
      room.setDay('2026-03-12');
      const token = newDevice();
      await room.rate({ ...WINDOW, window: '二号窗口' }, 'very-dissatisfied', { token, words: '  态度不好  ', reasons: ['manner'] });
      const found = async (query = '', by = room.officer) => (await tasks(room, query, by)).find(({ subject }) => subject.name === '二号窗口');
      const task = await found();
      assert.deepEqual([task?.written, task?.reasons, task?.deadline.due, task?.deadline.left, task?.deadline.late], [true, ['manner'], '2026-04-02', 15, false]);
      const dues = (await tasks(room)).map(({ deadline }) => deadline.due);
      assert.deepEqual(dues, [...dues].sort());
      assert.equal(await found('', room.neighbour), undefined);
      assert.equal((await found('', room.liaison))?.id, task?.id);
      const supervisor = await room.person('supervisor', 'qinghe/administrator', 'qinghe/supervisor');
      assert.deepEqual(await supervisor.refused('GET', `/v1/ratings/tasks/${task!.id}/words`), ['403 not-allowed']);
      assert.deepEqual(await room.officer.do('GET', `/v1/ratings/tasks/${task!.id}/words`), { id: task!.id, words: '态度不好' });
      const lines = (await supervisor.do<{ items: { operation: string; outcome: string; subject?: string }[] }>('GET', '/v1/audit?operation=ratings.words&limit=100')).items;
      assert.deepEqual(lines.filter(({ subject }) => subject === task!.id).map(({ outcome }) => outcome).sort(), ['done', 'refused']);

      room.setDay('2026-04-03');
      assert.equal((await found('?state=late'))?.deadline.late, true);
      const close = { version: 1, result: '已回访，当面致歉。' };
      assert.deepEqual(await room.officer.refused('POST', `/v1/ratings/tasks/${task!.id}/result`, { ...close, result: '　' }), ['400 invalid-input', '/body/result minLength']);
      assert.deepEqual(await room.officer.refused('POST', `/v1/ratings/tasks/${task!.id}/result`, { ...close, result: '已回访\u0000' }), ['400 invalid-input', '/body/result pattern']);
      assert.deepEqual(await room.neighbour.refused('POST', `/v1/ratings/tasks/${task!.id}/result`, close), ['403 not-allowed']);
      const closed = await room.officer.do<RatingTask>('POST', `/v1/ratings/tasks/${task!.id}/result`, close);
      assert.deepEqual([closed.version, closed.done?.on, closed.done?.by.name, closed.deadline.doneOn, closed.deadline.late], [2, '2026-04-03', 'officer', '2026-04-03', true]);
      const again = await room.officer.call('POST', `/v1/ratings/tasks/${task!.id}/result`, close);
      const { type, current } = (await again.json()) as Problem;
      assert.deepEqual([again.status, type, (current as RatingTask).version], [409, 'urn:sunlit:problem:changed-meanwhile', 2]);
      assert.deepEqual(await room.officer.refused('POST', `/v1/ratings/tasks/${task!.id}/result`, { ...close, version: 2 }), ['409 not-possible', 'ended-already']);
      assert.equal(await found(), undefined);
      assert.equal((await found('?state=done'))?.id, task?.id);
    });

    await t.test('that were taken back before anybody followed them are nobody’s task', async () => {
      const token = newDevice();
      const subject = { ...WINDOW, window: '三号窗口' };
      const low = async () => (await tasks(room)).filter(({ subject: { name } }) => name === '三号窗口').length;
      await room.rate(subject, 'dissatisfied', { token });
      assert.equal(await low(), 1);
      assert.equal((await room.rate(subject, 'satisfied', { token })).followUp, undefined);
      assert.equal(await low(), 0);
    });

    await t.test('lose their words when they have been kept long enough and nobody has to follow them up', async () => {
      const subject = { ...WINDOW, window: '六号窗口' };
      for (const level of ['satisfied', 'dissatisfied']) await room.rate(subject, level, { words: '写下的话' });
      const words = async () => (await room.database.read.selectFrom('rating').select(['level', 'written', 'wrapped_key']).where('subject_key', '=', '六号窗口').orderBy('no').execute()).map(({ level, written, wrapped_key }) => [level, written !== null, wrapped_key !== null]);
      room.setDay('2027-04-03');
      await sweepRatings(room.database);
      assert.deepEqual(await words(), [['satisfied', true, true], ['dissatisfied', true, true]], 'a year to the day');
      room.setDay('2027-04-04');
      await sweepRatings(room.database);
      assert.deepEqual(await words(), [['satisfied', false, false], ['dissatisfied', true, true]]);
      const task = (await tasks(room)).find(({ subject: { name } }) => name === '六号窗口');
      await room.officer.do('POST', `/v1/ratings/tasks/${task!.id}/result`, { version: 1, result: '已回访。' });
      await sweepRatings(room.database);
      assert.deepEqual(await room.officer.do('GET', `/v1/ratings/tasks/${task!.id}/words`), { id: task!.id });
      room.setDay('2026-04-03');
    });

    await t.test('come in pages, and many at once by one device count once', async () => {
      const token = newDevice();
      const subject = { ...WINDOW, window: '四号窗口' };
      await Promise.all(Array.from({ length: 8 }, () => room.rate(subject, 'dissatisfied', { token })));
      assert.equal((await count(room, 'agency=qinghe-water&window=四号窗口')).n, 1);
      for (let n = 0; n < 4; n++) await room.rate({ ...WINDOW, window: '五号窗口' }, 'dissatisfied');
      const all = await tasks(room, '?limit=100');
      const paged: string[] = [];
      for (let cursor = ''; ; ) {
        const { items, next } = await room.officer.do<{ items: RatingTask[]; next?: string }>('GET', `/v1/ratings/tasks?limit=2${cursor}`);
        paged.push(...items.map(({ id }) => id));
        if (next === undefined) break;
        cursor = `&cursor=${next}`;
      }
      assert.deepEqual(paged, all.map(({ id }) => id));
      assert.ok(all.length >= 5);
    });
  });
});
