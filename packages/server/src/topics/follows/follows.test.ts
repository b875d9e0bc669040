import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Database } from '../../database/database.ts';
import { onEachEngine, openSqlite } from '../../fixture.ts';
import { reasons, solved } from '../../requests/fixture.ts';
import { writingRequests } from '../../requests/store.ts';
import { keepPromise } from '../answers.ts';
import { ask, boards, call, refused } from '../fixture.ts';
import { loadTopic } from '../record.ts';
import { follow, follower, header, mailing, pageIn, press, receiver } from './fixture.ts';
import { sweepFollows } from './follow.ts';
import { missedTold, roundTold } from './told.ts';

const HOUR = 3_600_000;

/** A database whose clock a test moves. */
function moving(database: Database) {
  let now = Date.now();
  return { database: { ...database, now: () => new Date(now) }, pass: (milliseconds: number) => void (now += milliseconds), to: (moment: string) => void (now = Date.parse(moment)) };
}

const counts = async ({ read }: Database) => ({
  follows: (await read.selectFrom('follow').select('state').orderBy('no').execute()).map(({ state }) => state),
  letters: (await read.selectFrom('letter_out').select('kind').orderBy('no').execute()).map(({ kind }) => kind),
});

onEachEngine('following by e-mail', (open) => {
  test('begins with a link and a button, tells of each step, and ends at once', async () => {
    const database = await open();
    const mailbox = await receiver();
    const { server, open: openTopic, take, answer } = await boards(database, { settings: mailing(mailbox) });
    const { id } = await openTopic({ title: '河道“采砂”许可' });
    assert.equal((await ask(server, 'topics.board', { params: { id: 'qinghe-water' } })).mail, true);
    await follow(server, { topic: id }, 'reader@mail.example');

    const first = await mailbox.next();
    assert.deepEqual([first.to, first.mail.from?.text, first.mail.headers.get('auto-submitted')], ['reader@mail.example', '"清河市点题公开" <topics@qinghe.example>', 'auto-generated']);
    assert.match(first.mail.subject ?? '', /^Please confirm that you follow “河道“采砂”许可”/);
    const page = pageIn(first);
    // Mail programs open links: nothing happens, however often.
    for (let times = 0; times < 3; times++) {
      const response = await server.get(page);
      const html = await response.text();
      assert.match(await (await server.get(`${page}/confirmation`)).text(), /<button>Confirm<\/button>/);
      assert.deepEqual([response.status, response.headers.get('referrer-policy'), response.headers.get('cache-control'), response.headers.get('x-robots-tag')], [200, 'no-referrer', 'no-store', 'noindex']);
      assert.match(response.headers.get('content-security-policy') ?? '', /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; sandbox allow-forms$/);
      assert.match(html, /<html lang="en">[\s\S]*&#8220;|“河道/);
      assert.equal(html.match(/<button>/g)?.length, 1);
      assert.ok(html.includes(`action="${page}/confirmation"`));
    }
    assert.deepEqual((await counts(database)).follows, ['asked']);
    const confirmed = await press(server, `${page}/confirmation`);
    assert.deepEqual([confirmed.status, confirmed.headers.get('content-type')], [200, 'text/html; charset=utf-8']);
    assert.ok((await confirmed.text()).includes(`action="${page}/end"`));
    assert.deepEqual((await counts(database)).follows, ['confirmed']);
    // Opened again, whichever address the browser kept: what stands, in the language asked for, and nothing is done.
    for (const address of [page, `${page}/confirmation`, `${page}/end`]) {
      const response = await server.get(address, { 'accept-language': 'zh-CN' });
      const html = await response.text();
      assert.deepEqual([response.status, response.headers.get('referrer-policy'), response.headers.get('cache-control')], [200, 'no-referrer', 'no-store'], address);
      assert.ok(html.includes('<html lang="en">') && html.includes('You follow this') && html.includes(`action="${page}/end"`), html);
    }
    assert.deepEqual((await counts(database)).follows, ['confirmed']);

    await take(id, { type: 'claim', promise: { workdays: 10 } });
    const claimed = await mailbox.next();
    const due = (await ask(server, 'topics.get', { params: { id } })).next?.due ?? '';
    assert.equal(claimed.mail.subject, 'Taken up: 河道“采砂”许可');
    for (const body of [claimed.mail.text ?? '', String(claimed.mail.html)]) {
      assert.ok(body.includes(due), body);
      assert.ok(body.includes(`https://www.qinghe.example/topics?id=${id}`), body);
      assert.equal(body.includes('<img') || body.includes('style='), false);
    }
    for (const letter of [first, claimed]) {
      assert.deepEqual([header(letter, 'List-Unsubscribe'), header(letter, 'List-Unsubscribe-Post')], [[`<https://topics.qinghe.example${page}/end>`], ['List-Unsubscribe=One-Click']]);
    }
    assert.equal(pageIn(claimed), page);
    await take(id, { type: 'postpone', promise: { workdays: 30 } }, { words: '需要与省厅核对' });
    assert.match((await mailbox.next()).mail.text ?? '', /now promises an answer by \d{4}-\d\d-\d\d\.[\s\S]*需要与省厅核对/);

    // The one click of a mail program, twice.
    for (const [type, body] of [['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'], ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n']] as const) {
      const response = await fetch(`${server.url}${page}/end`, { method: 'POST', headers: { 'content-type': type }, body });
      assert.equal(response.status, 200, await response.text());
      assert.deepEqual(await counts(database), { follows: [], letters: [] });
    }
    for (const address of [page, `${page}/confirmation`, `${page}/end`]) assert.match(await (await server.get(address, { 'accept-language': 'en' })).text(), /no longer good/);
    const other = await follower(server, mailbox, { topic: id }, 'other@mail.example');
    assert.notEqual(other, page);
    const again = await openTopic();
    await follower(server, mailbox, { topic: again.id }, 'third@mail.example');
    await answer(again.id, { text: '# 结果\n\n许可证发给了**三家**企业。\n\n名单见附件。' });
    const [, published] = [await mailbox.next(), await mailbox.next()];
    assert.equal(published.mail.subject, 'Answered: 清河河道采砂许可');
    assert.match(published.mail.text ?? '', /清河市水利局 \(水政科\) has answered\. Outcome: explained\.\n\n结果\n许可证发给了三家企业。\n名单见附件。/);
    assert.deepEqual(mailbox.all.filter(({ to }) => to === 'reader@mail.example').length, 3, 'nothing after it was stopped');
  });

  test('is in the language asked for, of steps that end a topic too', async () => {
    const database = await open();
    const mailbox = await receiver();
    const { server, open: openTopic, take, answer } = await boards(database, { settings: mailing(mailbox) });
    const [declined, merged, into, reopened] = [await openTopic(), await openTopic(), await openTopic({ title: '合并到这里' }), await openTopic()];
    const pages = [await follower(server, mailbox, { topic: declined.id }, 'a@mail.example', 'zh-CN'), await follower(server, mailbox, { topic: merged.id }, 'b@mail.example', 'zh-Hant')];
    for (const [index, lang, said] of [[0, 'zh-CN', '停止关注'], [1, 'zh-Hant', '停止關注']] as const) {
      const html = await (await server.get(pages[index]!, { 'accept-language': 'en' })).text();
      assert.ok(html.includes(`<html lang="${lang}">`) && html.includes(said));
    }
    await take(declined.id, { type: 'decline', reason: 'trade-secret' }, { words: '涉及企业报价' });
    const letter = (await mailbox.next()).mail;
    assert.deepEqual([letter.subject, /决定不予答复，理由：涉及商业秘密。\n\n说明：涉及企业报价/.test(letter.text ?? '')], ['不予答复：清河河道采砂许可', true]);
    await take(merged.id, { type: 'merge', into: into.id });
    assert.match((await mailbox.next()).mail.text ?? '', /這個題目已併入“合并到这里”/);
    await answer(reopened.id);
    await follower(server, mailbox, { topic: reopened.id }, 'c@mail.example');
    await take(reopened.id, { type: 'reopen' }, { words: '没有回答到点上' });
    assert.match((await mailbox.next()).mail.text ?? '', /open again[\s\S]*没有回答到点上/);
  });

  test('of what was merged goes on with what it was merged into, and nobody is told twice', async () => {
    const database = await open();
    const mailbox = await receiver();
    const { server, open: openTopic, take } = await boards(database, { settings: mailing(mailbox) });
    const [one, two] = [await openTopic({ title: '第一' }), await openTopic({ title: '第二' })];
    for (const { id } of [one, two]) await follower(server, mailbox, { topic: id }, 'both@mail.example');
    await follower(server, mailbox, { topic: one.id }, 'Only@mail.example');
    await take(one.id, { type: 'merge', into: two.id });
    assert.deepEqual([(await mailbox.next()).to, (await mailbox.next()).to].sort(), ['Only@mail.example', 'both@mail.example']);
    await take(two.id, { type: 'claim', promise: { workdays: 5 } });
    const told = [await mailbox.next(), await mailbox.next()];
    assert.deepEqual(told.map(({ to, mail }) => `${to} ${mail.subject}`).sort(), ['Only@mail.example Taken up: 第二', 'both@mail.example Taken up: 第二']);
    await take(one.id, { type: 'unmerge' });
    const parted = [await mailbox.next(), await mailbox.next()];
    assert.deepEqual(parted.map(({ to, mail }) => `${to} ${mail.subject}`).sort(), ['Only@mail.example Merge undone: 第一', 'both@mail.example Merge undone: 第一']);
    assert.match(parted[0]?.mail.text ?? '', /The merge of this topic into “第二” was undone: it stands by itself again/);
    await take(two.id, { type: 'postpone', promise: { workdays: 9 } }, { words: '再等等' });
    assert.equal((await mailbox.next()).to, 'both@mail.example');
    assert.equal((await counts(database)).letters.filter((kind) => kind === 'step').length, 7);
  });

  test('says what came of a promise, and that its day went by without a word', async () => {
    const clock = moving(await open());
    const { database } = clock;
    clock.to('2026-03-09T02:00:00Z');
    const mailbox = await receiver();
    const { server, store, open: openTopic, take, answer } = await boards(database, { settings: mailing(mailbox) });
    const promise = { text: '补发清单', due: '2026-03-20' };
    const [kept, missed] = [await openTopic({ title: '兑现' }), await openTopic({ title: '落空' })];
    for (const { id } of [kept, missed]) await answer(id, { promise });
    for (const [{ id }, email, language] of [[kept, 'a@mail.example', 'zh-CN'], [missed, 'b@mail.example', 'en'], [missed, 'c@mail.example', 'zh-Hant']] as const) await follower(server, mailbox, { topic: id }, email, language);
    clock.to('2026-03-20T02:00:00Z');
    await missedTold(store);
    assert.equal((await counts(database)).letters.filter((kind) => kind === 'missed').length, 0, 'not on its day');
    await writingRequests(store, async (w) => keepPromise(w.db, (await loadTopic(w, { id: kept.id })).row.no, { on: '2026-03-20', result: '已补发。' }));
    await take(kept.id, { type: 'keep' });
    const came = await mailbox.next();
    assert.deepEqual([came.to, came.mail.subject], ['a@mail.example', '承诺事项有了结果：兑现']);
    assert.match(came.mail.text ?? '', /承诺于 2026-03-20 前办的事，清河市水利局已说明结果。\n\n承诺：补发清单\n\n结果：已补发。/);
    clock.to('2026-03-21T02:00:00Z');
    for (let times = 0; times < 3; times++) await missedTold(store);
    const told = [await mailbox.next(), await mailbox.next()];
    assert.deepEqual(told.map(({ to, mail }) => `${to} ${mail.subject}`).sort(), ['b@mail.example Promise missed: 落空', 'c@mail.example 承諾事項逾期：落空']);
    assert.ok(told.every(({ mail }) => mail.text?.includes('补发清单') && mail.text.includes('2026-03-20')));
    await writingRequests(store, async (w) => keepPromise(w.db, (await loadTopic(w, { id: missed.id })).row.no, { on: '2026-03-21', result: '迟了一天。' }));
    await take(missed.id, { type: 'keep' });
    const late = [await mailbox.next(), await mailbox.next()].find(({ to }) => to === 'b@mail.example');
    assert.match(late?.mail.text ?? '', /said on 2026-03-21 what came of what its answer promised by 2026-03-20: later than promised\.[\s\S]*迟了一天。/);
    clock.to('2026-04-01T02:00:00Z');
    await missedTold(store);
    assert.equal((await counts(database)).letters.filter((kind) => kind === 'missed').length, 2);
  });

  test('of a board gathers what is answered there and below until the morning', async () => {
    const clock = moving(await open());
    const { database } = clock;
    clock.to('2026-03-09T02:00:00Z');
    const mailbox = await receiver();
    const { server, open: openTopic, answer, configure } = await boards(database, { settings: mailing(mailbox) });
    await configure('liuhe-tuanjie', { open: true });
    await follower(server, mailbox, { agency: 'dongshan' }, 'board@mail.example');
    const topics = [];
    for (const [title, agencyId] of [['甲', 'dongshan-water'], ['乙', 'liuhe-tuanjie'], ['丙', 'qinghe-water'], ['丁', 'dongshan']]) topics.push(await openTopic({ title, agencyId }));
    const [a, b, c, d] = topics.map(({ id }) => id) as [string, string, string, string];
    await answer(a);
    clock.pass(5 * HOUR);
    await answer(b);
    await answer(c);
    assert.deepEqual((await counts(database)).letters, ['confirm', 'answers']);
    clock.to('2026-03-10T00:00:01Z');
    // What is published now is of the next day; the commit lets the letter of the last one go.
    await answer(d);
    const { mail } = await mailbox.next();
    assert.equal(mail.subject, '东山县人民政府: new answers (2)');
    assert.ok(mail.text?.includes('“甲”') && mail.text.includes('“乙”') && !mail.text.includes('“丙”') && !mail.text.includes('“丁”'), mail.text);
    clock.to('2026-03-11T00:00:00Z');
    await openTopic();
    const next = await mailbox.next();
    assert.ok(next.mail.text?.includes('“丁”') && !next.mail.text.includes('“甲”'));
    assert.deepEqual((await counts(database)).letters, ['confirm', 'answers', 'answers']);
  });

  test('tells of the report of a round, each address once', async () => {
    const database = await open();
    const mailbox = await receiver();
    const { server, store, open: openTopic, take, submit } = await boards(database, { settings: mailing(mailbox) });
    const { no, id: round } = await writingRequests(store, async ({ db }) => {
      const agency = await db.selectFrom('agency').select('no').where('id', '=', 'qinghe-water').executeTakeFirstOrThrow();
      return db.insertInto('round').values({
        id: '01JR00000000000000000ROUND', agency_no: agency.no, title: '春季点题', intro: null, opens_on: '2026-01-01', closes_on: '2026-12-31', answer_on: '2099-12-31', answer_workdays: null, recounts: null, report: null, reported_on: null, created_at: '2026-01-01T00:00:00.000Z', version: 1,
      }).returning(['no', 'id']).executeTakeFirstOrThrow();
    });
    const inRound = async (title: string) => {
      const { id } = await submit({ title });
      await take(id, { type: 'approve', round: { id: round, due: '2099-12-31' } }, { approved: { title } });
      return id;
    };
    const [one, two, outside] = [await inRound('一'), await inRound('二'), (await openTopic()).id];
    for (const [of, email] of [[one, 'x@mail.example'], [two, 'x@mail.example'], [two, 'y@mail.example'], [outside, 'z@mail.example']] as const) await follower(server, mailbox, { topic: of }, email);
    await writingRequests(store, (w) => roundTold(w, no));
    const letters = [await mailbox.next(), await mailbox.next()];
    assert.deepEqual(letters.map(({ to, mail }) => `${to} ${mail.subject}`).sort(), ['x@mail.example Report published: 春季点题', 'y@mail.example Report published: 春季点题']);
    assert.ok(letters.every(({ mail }) => mail.text?.includes('Nobody has taken it up yet.')));
    assert.equal((await counts(database)).letters.filter((kind) => kind === 'round').length, 2);
  });

  test('of a topic that nobody has read yet says its number alone, and whether it comes onto the board', async () => {
    const database = await open();
    const mailbox = await receiver();
    const { server, take, submit } = await boards(database, { settings: mailing(mailbox) });
    const [comes, goes] = [await submit({ title: '秘密的题目' }), await submit({ title: '秘密的题目' })];
    const page = await follower(server, mailbox, { topic: comes.id }, 'comes@mail.example');
    await follower(server, mailbox, { topic: goes.id }, 'goes@mail.example');
    const html = await (await server.get(page)).text();
    assert.ok(html.includes(comes.no) && !html.includes('秘密'));
    await take(goes.id, { type: 'return', reason: 'complaint', way: 'complaint' }, { words: '请向纪检部门反映' });
    const returned = await mailbox.next();
    assert.deepEqual([returned.to, returned.mail.subject], ['goes@mail.example', `Not on the board: topic no. ${goes.no} (清河市水利局)`]);
    await take(comes.id, { type: 'approve' }, { approved: { title: '公开的题目' } });
    const approved = await mailbox.next();
    assert.deepEqual([approved.to, approved.mail.subject], ['comes@mail.example', 'On the board: 公开的题目']);
    const merged = await submit({ title: '秘密的题目' });
    await follower(server, mailbox, { topic: merged.id }, 'merged@mail.example');
    await take(merged.id, { type: 'merge', into: comes.id });
    assert.equal((await mailbox.next()).mail.subject, `Not on the board: topic no. ${merged.no} (清河市水利局)`);
    await take(merged.id, { type: 'unmerge' });
    assert.equal((await mailbox.next()).mail.subject, `Being read again: topic no. ${merged.no} (清河市水利局)`);
    for (const { mail } of mailbox.all) assert.ok(!`${mail.subject} ${mail.text} ${String(mail.html)}`.includes('秘密') && !mail.text?.includes('纪检'));
  });

  test('answers alike whatever is known of an address, and sends a stranger little', async () => {
    const clock = moving(await open());
    const { database } = clock;
    const mailbox = await receiver();
    const { server, open: openTopic } = await boards(database, { settings: mailing(mailbox) });
    const topics: string[] = [];
    for (let count = 0; count < 7; count++) topics.push((await openTopic()).id);
    const forget = () => database.write.deleteFrom('attempt').execute();
    const of = (index: number) => ({ topic: topics[index]! });
    await follower(server, mailbox, of(0), 'known@mail.example');
    // Known and confirmed, known and asked, unknown, in other letters, of more than may wait: the same words each time.
    await follow(server, of(0), 'KNOWN@mail.example');
    for (let index = 1; index < 7; index++) {
      await forget();
      await follow(server, of(index), 'known@mail.example');
      await follow(server, of(index), 'known@mail.example');
    }
    assert.deepEqual((await counts(database)).follows, ['confirmed', ...Array.from({ length: 5 }, () => 'asked')]);
    assert.deepEqual((await counts(database)).letters.length, 6);
    for (let times = 0; times < 3; times++) {
      clock.pass(HOUR);
      await forget();
      await follow(server, of(1), 'known@mail.example');
    }
    assert.deepEqual((await counts(database)).letters.length, 7, 'once more, after an hour, and then no more');

    await forget();
    const tried = [];
    for (let times = 0; times < 8; times++) tried.push((await call(server, 'follows.create', { body: { of: of(0), email: 'known@mail.example', language: 'en', challenge: await solved(server) } })).status);
    assert.deepEqual(tried, [200, 200, 200, 200, 200, 200, 429, 429]);
  });

  test('that is not confirmed is forgotten after 48 hours', async () => {
    const clock = moving(await open());
    const { database } = clock;
    const mailbox = await receiver();
    const { server, store, open: openTopic } = await boards(database, { settings: mailing(mailbox) });
    const { id } = await openTopic();
    const kept = await follower(server, mailbox, { topic: id }, 'kept@mail.example');
    await follow(server, { topic: id }, 'late@mail.example');
    const page = pageIn(await mailbox.next());
    clock.pass(47 * HOUR);
    await sweepFollows(store);
    assert.deepEqual((await counts(database)).follows, ['confirmed', 'asked']);
    clock.pass(2 * HOUR);
    // Also before it is swept away.
    assert.match(await (await server.get(`${page}/confirmation`)).text(), /<html lang="zh-CN">[\s\S]*已经失效/);
    assert.match(await (await press(server, `${page}/confirmation`)).text(), /no longer good/);
    await sweepFollows(store);
    assert.deepEqual((await counts(database)).follows, ['confirmed']);
    assert.match(await (await server.get(kept)).text(), /You follow this/);
    clock.pass(31 * 24 * HOUR);
    await sweepFollows(store);
    assert.deepEqual(await counts(database), { follows: ['confirmed'], letters: [] });
  });
});

test('is refused where no mail is set up, of what is not there, and for what is no address', async () => {
  const database = await openSqlite();
  const { server, open: openTopic } = await boards(database);
  const { id } = await openTopic();
  const body = async (changed: object = {}) => ({ of: { topic: id }, email: 'reader@mail.example', language: 'en', challenge: await solved(server), ...changed });
  assert.equal((await ask(server, 'topics.board', { params: { id: 'qinghe-water' } })).mail, false);
  assert.deepEqual(await refused(server, 'follows.create', { body: await body() }), ['409 not-possible', 'no-mail']);

  const mailbox = await receiver();
  const second = await boards(database, { settings: mailing(mailbox) });
  for (const [changed, ...why] of [
    [{ of: { topic: '01JR0000000000000000000000' } }, '/body/of/topic unknown-topic'], [{ of: { agency: 'nowhere' } }, '/body/of/agency unknown-agency'],
    ...['nobody', 'a@b', 'a@@b.example', 'a b@c.example', '"a"@c.example', 'a@c.example,d@e.example', 'a@c.example\u200b', 'a<b@c.example>', 'a@-c.example', 'a@c..example', '.a@c.example', 'ä@c.example', 'a@c.example>', 'a@[127.0.0.1]']
      .map((email) => [{ email }, '/body/email email'] as const),
  ] as const) assert.deepEqual(await refused(second.server, 'follows.create', { body: { ...(await body(changed)), challenge: await solved(second.server) } }), ['400 invalid-input', ...why], JSON.stringify(changed));
  await database.write.deleteFrom('attempt').execute();
  assert.deepEqual(await refused(second.server, 'follows.create', { body: await body({ challenge: 'x' }) }), ['403 challenge-refused']);
  assert.deepEqual(await reasons(await fetch(`${second.server.url}/v1/follows`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', 'idempotency-key': randomUUID() }, body: 'a=b' })), ['415 unsupported-media-type']);
  assert.deepEqual(await counts(database), { follows: [], letters: [] });
  await follow(second.server, { topic: id }, 'ｒeader@Bücher.example');
  assert.deepEqual(header(await mailbox.next(), 'To'), ['reader@xn--bcher-kva.example']);
});

test('is asked for once for each key', async () => {
  const database = await openSqlite();
  const mailbox = await receiver();
  const { server, open: openTopic } = await boards(database, { settings: mailing(mailbox) });
  const { id } = await openTopic();
  const key = randomUUID();
  const sending = async (email: string) => call(server, 'follows.create', { key, body: { of: { topic: id }, email, language: 'en', challenge: await solved(server) } });
  for (let times = 0; times < 2; times++) assert.equal((await sending('once@mail.example')).status, 200);
  assert.deepEqual(await reasons(await sending('another@mail.example')), ['422 key-reused']);
  assert.deepEqual((await counts(database)).follows, ['asked']);
});
