import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TopicChange } from '@sunlit/contract';
import { Commits } from '../database/commits.ts';
import { streamed } from '../changes/fixture.ts';
import { listening, onEachEngine, openSqlite } from '../fixture.ts';
import { ask, boards, refused } from './fixture.ts';

onEachEngine('changes of topics', (open) => {
  test('list each topic once, as it is now, in the order in which they changed last', async () => {
    const database = await open();
    const { server, open: openTopic, take, submit, support } = await boards(database);
    const [first, second, third] = [await openTopic({ title: '一' }), await openTopic({ title: '二', agencyId: 'dongshan' }), await openTopic({ title: '三' })];
    await submit({ title: '未读' });
    const before = await ask(server, 'topics.changes');
    assert.deepEqual(before.items.map(({ topic }) => topic?.title), ['一', '二', '三']);
    assert.equal(before.items.at(-1)?.seq, before.latest);
    await take(first.id, { type: 'claim', promise: { workdays: 10 } });
    await support(second.id);
    const { items, latest } = await ask(server, 'topics.changes', { query: { after: before.latest } });
    assert.deepEqual(items.map(({ id, topic }) => [id, topic?.phase, topic?.supports.total]), [[first.id, 'claimed', 1], [second.id, 'open', 2]]);
    assert.deepEqual((await ask(server, 'topics.changes', { query: { after: latest } })), { items: [], latest });
    // Page by page nothing is left out and nothing comes twice.
    const paged: TopicChange[] = [];
    for (let after = 0, more = true; more;) {
      const page = await ask(server, 'topics.changes', { query: { after, limit: 1 } });
      paged.push(...page.items);
      after = page.items.at(-1)?.seq ?? after;
      more = page.items.length > 0;
    }
    assert.deepEqual(paged.map(({ id }) => id), [third.id, first.id, second.id]);
    // On its board, or with it.
    await take(first.id, { type: 'assign', agency: 'dongshan-water' });
    const of = async (agency: string) => (await ask(server, 'topics.changes', { query: { agency } })).items.map(({ id }) => id);
    assert.deepEqual([await of('dongshan'), await of('qinghe-water'), await of('qinghe-tax')], [[second.id, first.id], [third.id, first.id], []]);
    assert.deepEqual(await refused(server, 'topics.changes', { query: { agency: 'nowhere' } }), ['400 invalid-input', '/query/agency unknown-agency']);
  });

  test('are streamed as they happen, of one agency and of all', async () => {
    // Nothing looks again by itself: what comes was told by the commit.
    const database = { ...(await open()), commits: new Commits(() => ({ end: () => undefined })) };
    const { server, open: openTopic, take, support } = await boards(database);
    const { id: old } = await openTopic({ title: '旧' });
    const path = '/v1/topics/changes/stream';
    const [all, own, from] = [await streamed<TopicChange>(server, path), await streamed<TopicChange>(server, `${path}?agency=dongshan`), await streamed<TopicChange>(server, `${path}?after=0`)];
    const { latest } = await ask(server, 'topics.changes');
    assert.deepEqual(['content-type', 'cache-control', 'x-accel-buffering', 'content-encoding'].map((name) => all.response.headers.get(name)), ['text/event-stream; charset=utf-8', 'no-store', 'no', null]);
    assert.deepEqual(await all.next(), { event: 'latest', id: latest, data: String(latest) });
    assert.equal((await from.change()).id, old);
    const { id } = await openTopic({ title: '新', agencyId: 'dongshan-water' });
    const [first] = await all.changes(1);
    assert.deepEqual([first?.id, first?.topic?.title, first?.topic?.phase], [id, '新', 'open']);
    assert.deepEqual(await own.change(), first);
    assert.deepEqual(await from.change(), first);
    await take(id, { type: 'claim', promise: { workdays: 10 } });
    await support(old);
    // Numbers have gaps, for each topic is listed once; who comes back finds what came after all the same.
    const [claimed, supported] = await all.changes(2);
    assert.deepEqual([claimed?.id, claimed?.topic?.phase, supported?.id, supported?.topic?.supports.total], [id, 'claimed', old, 2]);
    assert.deepEqual(await own.change(), claimed);
    const back = await streamed<TopicChange>(server, path, { 'last-event-id': String(claimed?.seq) });
    assert.deepEqual(await back.change(), supported);
    await take(old, { type: 'assign', agency: 'dongshan' });
    assert.deepEqual([(await own.change()).id, (await back.change()).topic?.agency?.id], [old, 'dongshan']);
  });
});

test('streams of topics and of disclosures are counted together', async () => {
  const { server } = await boards(await openSqlite(), { settings: { streams: 2 } });
  const [first, second] = [await streamed(server, '/v1/topics/changes/stream'), await streamed(server, '/v1/changes/stream')];
  assert.deepEqual([first.response.status, second.response.status], [200, 200]);
  assert.deepEqual([(await server.get('/v1/topics/changes/stream')).status, (await server.get('/v1/changes/stream')).status], [503, 503]);
});

test('a place that is not in the feed of topics is refused, and its head has no events', async () => {
  const { server } = await boards(await openSqlite());
  for (const [query, pointer] of [['after=1', '/query/after'], ['agency=nowhere', '/query/agency'], ['limit=3', '/query/limit']] as const) {
    const response = await server.get(`/v1/topics/changes/stream?${query}`);
    assert.deepEqual([response.status, ((await response.json()) as { errors: { pointer: string }[] }).errors[0]?.pointer], [400, pointer]);
  }
  const head = await fetch(`${server.url}/v1/topics/changes/stream`, { method: 'HEAD' });
  assert.deepEqual([head.status, head.headers.get('content-type')], [200, 'text/event-stream; charset=utf-8']);
});

test('feeds of boards hold their topics or answers, and of a topic its steps', async () => {
  const database = await openSqlite();
  const { open: openTopic, take, answer } = await boards(database);
  const server = await listening(database, { settings: { publicUrl: 'https://topics.example', topicPage: 'https://www.example/t?id={id}' } });
  const [one, two, other] = [await openTopic({ title: '采砂 <许可> & "合同"\ufffe' }), await openTopic({ title: '饮水工程' }), await openTopic({ title: '农路', agencyId: 'dongshan' })];
  await answer(two.id, { text: '**已完工**\n\n| a | b |\n|---|---|\n| 1 | 2 |' });
  await take(one.id, { type: 'claim', promise: { workdays: 10 } });
  const feed = async (query: string, language = 'zh-CN') => {
    const response = await server.get(`/v1/feeds/topics.atom${query}`, { 'accept-language': language });
    const text = await response.text();
    assert.equal(response.status, 200, text);
    assert.deepEqual([response.headers.get('content-type'), response.headers.get('vary')?.startsWith('accept-language')], ['application/atom+xml; charset=utf-8', true]);
    const entries = text.split('<entry>').slice(1);
    return { text, entries, titles: entries.map((entry) => /<title type="html"><!\[CDATA\[([\s\S]*?)\]\]><\/title>/.exec(entry)?.[1]) };
  };
  const all = await feed('');
  assert.deepEqual(all.titles, ['农路', '饮水工程', '采砂 &lt;许可&gt; &amp; "合同"']);
  assert.match(all.text, /<title>点题公开<\/title>[\s\S]*<link rel="self" href="https:\/\/topics\.example\/v1\/feeds\/topics\.atom"\/>/);
  assert.ok(all.entries[0]?.includes(`<id>urn:sunlit:topic:${other.id}</id>`) && all.entries[0].includes(`href="https://www.example/t?id=${other.id}"`), all.entries[0]);
  const board = await feed('?agency=qinghe-water', 'en');
  assert.deepEqual([board.titles.length, /<title>(.*?)<\/title>/.exec(board.text)?.[1]], [2, 'Topic board: 清河市水利局']);
  const answered = await feed('?agency=qinghe&state=answered');
  assert.deepEqual(answered.titles, ['饮水工程']);
  assert.ok(answered.entries[0]?.includes('已完工') && !answered.entries[0].includes('**'));
  const steps = await feed(`?topic=${two.id}`, 'zh-Hant');
  assert.deepEqual(steps.titles, ['答覆', '認領', '上欄公開', '提交']);
  assert.ok(steps.entries[0]?.includes('已完工'));
  assert.equal(new Set(steps.entries.map((entry) => /<id>(.*?)<\/id>/.exec(entry)?.[1])).size, 4);
  assert.equal((await server.get('/v1/feeds/topics.atom?agency=nowhere')).status, 400);
  assert.equal((await server.get('/v1/feeds/topics.atom?topic=01JR0000000000000000000000')).status, 404);
});
